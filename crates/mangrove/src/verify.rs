//! `mangrove verify`: the ledger against its signatures and against the copy of its last checkpoint
//! outside the database. It reads beside a node that runs, changes nothing, and needs no secret but
//! the key file beside the database, which says whose signatures count.

use crate::commands::{Verb, put};
use crate::folder::Folder;
use crate::sequencing::whole;
use crate::serve::{block_on, data_argument, data_path, database_argument, refuse};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use guard::ledger::{CheckpointCopy, ErasureCertificate, SigningKey};
use lexicon::{Language, Phrase, phrase::say};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::{Address, Store};
use workflow::view_ledger::{Verified, verify_ledger};

pub const VERB: Verb = Verb { name: "verify", arguments, run };

fn arguments(command: Command, language: Language) -> Command {
    let json = Arg::new("json").long("json").action(ArgAction::SetTrue);
    let erasure = Arg::new("erasure").long("erasure").value_name("FILE");
    crate::proof_check::arguments(command, language)
        .arg(erasure.value_parser(value_parser!(PathBuf)).help(say(language, "command-erasure")))
        .arg(data_argument(language))
        .arg(database_argument(language))
        .arg(json.help(say(language, "command-json")))
}

/// Exit 0 when the ledger is whole, 1 when it is not or cannot be read.
fn run(matches: &ArgMatches, language: Language) -> ExitCode {
    if let Some(code) = crate::proof_check::run(matches, language) {
        return code;
    }
    let folder = Folder::at(&data_path(matches, "node"));
    let address = match matches.get_one::<String>("database") {
        Some(url) => Address::Postgres(url.clone()),
        None => Address::Sqlite(folder.database()),
    };
    if let Some(path) = matches.get_one::<PathBuf>("erasure") {
        return match block_on(verify_erasure(&folder, &address, path)) {
            Ok(said) => {
                put(&mut std::io::stdout(), &format!("{}\n", said.say(language)));
                ExitCode::SUCCESS
            }
            Err(phrase) => refuse(&phrase, language),
        };
    }
    let found = match block_on(verify(&folder, &address)) {
        Ok(found) => found,
        Err(phrase) => return refuse(&phrase, language),
    };
    let is_json = matches.get_flag("json");
    let said = if is_json { found.json(language).to_string() } else { found.text(language) };
    put(&mut std::io::stdout(), &format!("{said}\n"));
    if found.verified.verdict.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

struct Found {
    verified: Verified,
    copy: Option<CheckpointCopy>,
}

async fn verify(folder: &Folder, address: &Address) -> Result<Found, Phrase> {
    let key = SigningKey::from_seed(&*folder.signing()?).verifying();
    // Read before the database: a running node writes the copy after the checkpoint itself.
    let copy = folder.checkpoint()?;
    let store = Store::open_beside(address).await.map_err(|why| why.phrase())?;
    let verified = verify_ledger(&store, &key, copy.as_ref()).await.map_err(|why| why.phrase())?;
    store.close().await;
    Ok(Found { verified, copy })
}

/// A certificate against the key of the node, its ledger, and the keys that are still there.
async fn verify_erasure(folder: &Folder, address: &Address, path: &Path) -> Result<Phrase, Phrase> {
    let named = |key: &'static str| Phrase::new(key).with("path", path.display().to_string());
    let limit = ErasureCertificate::BYTES_MAX as u64 + 1;
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(limit).read_to_string(&mut text));
    let certificate = read.ok().and_then(|_| ErasureCertificate::read(&text));
    let certificate = certificate.filter(ErasureCertificate::is_signed);
    let certificate = certificate.ok_or_else(|| named("erasure-verify-none"))?;
    let own = SigningKey::from_seed(&*folder.signing()?).verifying().bytes();
    if certificate.node != own {
        return Err(named("erasure-verify-foreign"));
    }
    let unreadable = |why: store::StoreError| why.phrase();
    let store = Store::open_beside(address).await.map_err(unreadable)?;
    let mut tx = store.read("verify_erasure").await.map_err(unreadable)?;
    let keys = tx.count_wraps(&certificate.kind, &certificate.thing).await.map_err(unreadable)?;
    let has_leaf = tx.has_leaf_hash(&certificate.leaf_hash).await.map_err(unreadable)?;
    drop(tx);
    store.close().await;
    match (keys, has_leaf) {
        (0, true) => Ok(Phrase::new("erasure-verify-good")
            .with("done", certificate.done_on.to_string())
            .with("final", certificate.final_on.to_string())),
        (0, false) => Ok(Phrase::new("erasure-verify-leaf")),
        _ => Err(Phrase::new("erasure-verify-keys")),
    }
}

impl Found {
    fn text(&self, language: Language) -> String {
        let Verified { verdict, waiting } = &self.verified;
        let mut lines: Vec<String> =
            verdict.faults.iter().map(|fault| fault.phrase().say(language)).collect();
        if verdict.faults.is_empty() {
            let sound = Phrase::new("opening-verify-whole")
                .with("leaves", whole(verdict.leaves))
                .with("checkpoints", whole(verdict.checkpoints));
            lines.push(sound.say(language));
        }
        if *waiting > 0 {
            let waiting = Phrase::new("opening-verify-waiting").with("leaves", whole(*waiting));
            lines.push(waiting.say(language));
        }
        if self.copy.is_none() && verdict.checkpoints > 0 {
            lines.push(say(language, "opening-verify-no-copy"));
        }
        lines.join("\n")
    }

    fn json(&self, language: Language) -> serde_json::Value {
        let Verified { verdict, waiting } = &self.verified;
        let faults: Vec<_> = verdict.faults.iter().map(|f| f.phrase().say(language)).collect();
        serde_json::json!({
            "leaves": verdict.leaves,
            "checkpoints": verdict.checkpoints,
            "waiting": waiting,
            "copied": self.copy.as_ref().map(|copy| copy.checkpoint.size),
            "faults": faults,
        })
    }
}
