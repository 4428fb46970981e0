//! `mangrove verify`: the ledger against its signatures. It changes nothing and needs no secret
//! but the key file beside the database, which says whose signatures count.

use crate::commands::Verb;
use crate::folder::{Folder, default_path};
use crate::serve::{block_on, data_argument, database_argument, refuse};
use clap::{Arg, ArgAction, ArgMatches, Command};
use guard::ledger::{SigningKey, Verdict};
use lexicon::{Language, Phrase, phrase::say};
use std::path::PathBuf;
use std::process::ExitCode;
use store::{Address, Make, Store};
use workflow::view_ledger::verify_ledger;

pub const VERB: Verb = Verb { name: "verify", arguments, run };

fn arguments(command: Command, language: Language) -> Command {
    let json = Arg::new("json").long("json").action(ArgAction::SetTrue);
    command
        .arg(data_argument(language))
        .arg(database_argument(language))
        .arg(json.help(say(language, "command-json")))
}

/// Exit 0 when the ledger is whole, 1 when it is not or cannot be read.
fn run(matches: &ArgMatches, language: Language) -> ExitCode {
    let given = matches.get_one::<PathBuf>("data").cloned();
    let folder = Folder::at(&given.unwrap_or_else(|| default_path("node")));
    let address = match matches.get_one::<String>("database") {
        Some(url) => Address::Postgres(url.clone()),
        None => Address::Sqlite(folder.database()),
    };
    let verdict = match block_on(verify(&folder, &address)) {
        Ok(verdict) => verdict,
        Err(phrase) => return refuse(&phrase, language),
    };
    if matches.get_flag("json") {
        println!("{}", json(&verdict, language));
    } else {
        print(&verdict, language);
    }
    if verdict.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn verify(folder: &Folder, address: &Address) -> Result<Verdict, Phrase> {
    let key = SigningKey::from_seed(&*folder.signing()?).verifying();
    let store = Store::open(address, Make::Never).await.map_err(|why| why.phrase())?;
    verify_ledger(&store, &key, None).await.map_err(|why| why.phrase())
}

fn print(verdict: &Verdict, language: Language) {
    for fault in &verdict.faults {
        println!("{}", fault.phrase().say(language));
    }
    if verdict.faults.is_empty() {
        let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let whole = Phrase::new("opening-verify-whole")
            .with("leaves", count(verdict.leaves))
            .with("checkpoints", count(verdict.checkpoints));
        println!("{}", whole.say(language));
    }
}

fn json(verdict: &Verdict, language: Language) -> serde_json::Value {
    let faults: Vec<_> = verdict.faults.iter().map(|f| f.phrase().say(language)).collect();
    serde_json::json!({
        "leaves": verdict.leaves,
        "checkpoints": verdict.checkpoints,
        "faults": faults,
    })
}
