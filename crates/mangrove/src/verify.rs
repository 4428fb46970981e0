//! `mangrove verify`: the ledger against its signatures and against the copy of its last checkpoint
//! outside the database. It reads beside a node that runs, changes nothing, and needs no secret but
//! the key file beside the database, which says whose signatures count.

use crate::commands::{Verb, put};
use crate::folder::Folder;
use crate::sequencing::whole;
use crate::serve::{block_on, data_argument, data_path, database_argument, refuse};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use guard::ledger::{
    Checkpoint, CheckpointCopy, ErasureCertificate, Note, SigningKey, WitnessRequest, note_origin,
};
use lexicon::{Language, Phrase, phrase::say};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::{Address, Store};
use workflow::view_ledger::{Verified, verify_ledger};
use workflow::witness::{compare_note, groups, unwitnessed};

pub const VERB: Verb = Verb { name: "verify", arguments, run };

fn arguments(command: Command, language: Language) -> Command {
    let json = Arg::new("json").long("json").action(ArgAction::SetTrue);
    let erasure = Arg::new("erasure").long("erasure").value_name("FILE");
    let witness = Arg::new("witness").long("witness").value_name("FILE");
    let witness = witness.value_parser(clap::value_parser!(PathBuf));
    let root = Arg::new("print-root").long("print-root").action(ArgAction::SetTrue);
    crate::proof_check::arguments(command, language)
        .arg(erasure.value_parser(value_parser!(PathBuf)).help(say(language, "command-erasure")))
        .arg(data_argument(language))
        .arg(database_argument(language))
        .arg(json.help(say(language, "command-json")))
        .arg(witness.help(say(language, "command-verify-witness")))
        .arg(root.help(say(language, "command-verify-print-root")))
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
    let held = match matches.get_one::<PathBuf>("witness").map(|path| note(path)).transpose() {
        Ok(held) => held,
        Err(phrase) => return refuse(&phrase, language),
    };
    let found = match block_on(verify(&folder, &address, held.as_ref())) {
        Ok(found) => found,
        Err(phrase) => return refuse(&phrase, language),
    };
    if matches.get_flag("print-root") && found.verified.verdict.faults.is_empty() {
        put(&mut std::io::stdout(), &format!("{}\n", found.root(language)));
        return ExitCode::SUCCESS;
    }
    let is_json = matches.get_flag("json");
    let said = if is_json { found.json(language).to_string() } else { found.text(language) };
    put(&mut std::io::stdout(), &format!("{said}\n"));
    if found.verified.verdict.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

struct Found {
    verified: Verified,
    copy: Option<CheckpointCopy>,
    /// Size of the witness's note, when one was compared and holds.
    witness: Option<u64>,
    /// Lines that nobody outside knows of, and the size of the newest that somebody does.
    unwitnessed: (u64, u64),
    /// Size, root and origin of the last checkpoint.
    last: Option<(Checkpoint, String)>,
}

/// A note as a witness holds it: bare, or in the request that it was asked with.
fn note(path: &Path) -> Result<Note, Phrase> {
    let text = crate::witness::read(path)?;
    let read = Note::read(&text).or_else(|| WitnessRequest::read(&text).map(|asked| asked.note));
    let unread = || Phrase::new("witness-unread").with("path", path.display().to_string());
    read.ok_or_else(unread)
}

async fn verify(folder: &Folder, address: &Address, held: Option<&Note>) -> Result<Found, Phrase> {
    let key = SigningKey::from_seed(&*folder.signing()?).verifying();
    // Read before the database: a running node writes the copy after the checkpoint itself.
    let copy = folder.checkpoint()?;
    let store = Store::open_beside(address).await.map_err(|why| why.phrase())?;
    let why = |why: store::StoreError| why.phrase();
    let mut verified = verify_ledger(&store, &key, copy.as_ref()).await.map_err(why)?;
    let mut witness = None;
    if let Some(held) = held {
        match compare_note(&store, held, &key).await.map_err(why)? {
            Some(fault) => verified.verdict.faults.push(fault),
            None => witness = Some(held.size),
        }
    }
    let unwitnessed = unwitnessed(&store, witness.unwrap_or(0)).await.map_err(why)?;
    let last = store.read("last").await.map_err(why)?.last_checkpoint().await.map_err(why)?;
    let last = last.map(|last| (last, note_origin(&key)));
    store.close().await;
    Ok(Found { verified, copy, witness, unwitnessed, last })
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
        if let Some(size) = self.witness {
            lines.push(Phrase::new("witness-holds").with("size", whole(size)).say(language));
        }
        let (count, since) = self.unwitnessed;
        if count > 0 {
            let said = Phrase::new("witness-unwitnessed").with("count", whole(count));
            lines.push(said.with("since", whole(since)).say(language));
        }
        lines.join("\n")
    }

    /// The root as it is printed each week and typed in again.
    fn root(&self, language: Language) -> String {
        let Some((last, origin)) = &self.last else {
            return say(language, "witness-nothing-to-ask");
        };
        let groups = groups(last.root);
        let lines: Vec<String> = groups.chunks(8).map(|eight| eight.join(" ")).collect();
        let head = Phrase::new("witness-root")
            .with("origin", origin.as_str())
            .with("day", last.day.to_string())
            .with("size", whole(last.size));
        format!("{}\n{}", head.say(language), lines.join("\n"))
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
            "witness": self.witness,
            "unwitnessed": self.unwitnessed.0,
        })
    }
}
