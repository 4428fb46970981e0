//! `mangrove verify --proof FILE`: whether a proof of receipt holds, by the node's public key and
//! nothing else. It looks nothing up and says nothing of what was received, unless the opening key
//! and the text are given too.

use crate::commands::put;
use crate::folder::Folder;
use crate::serve::{data_path, refuse};
use clap::{Arg, ArgMatches, Command};
use guard::ledger::{SigningKey, VerifyingKey};
use guard::receipts::{OpeningKey, PROOF_BYTES_MAX, Proof};
use lexicon::{Language, Phrase, phrase::say};
use std::io::Read;
use std::process::ExitCode;

/// Longest text that is compared, in bytes.
const TEXT_BYTES_MAX: usize = 1 << 20;

pub fn arguments(command: Command, language: Language) -> Command {
    let arg = |name: &'static str, value: &'static str| {
        let help = say(language, &format!("command-verify-{name}"));
        Arg::new(name).long(name).value_name(value).help(help)
    };
    command
        .arg(arg("proof", "FILE"))
        .arg(arg("key", "HEX").requires("proof"))
        .arg(arg("opening", "HEX").requires("proof").requires("text"))
        .arg(arg("text", "FILE").requires("opening"))
}

/// `None` when no proof is to be checked.
pub fn run(matches: &ArgMatches, language: Language) -> Option<ExitCode> {
    let file = matches.get_one::<String>("proof")?;
    Some(match check(matches, file) {
        Ok(said) => {
            let lines: Vec<String> = said.iter().map(|phrase| phrase.say(language)).collect();
            put(&mut std::io::stdout(), &format!("{}\n", lines.join("\n")));
            ExitCode::SUCCESS
        }
        Err(phrase) => refuse(&phrase, language),
    })
}

fn check(matches: &ArgMatches, file: &str) -> Result<Vec<Phrase>, Phrase> {
    let key = key(matches)?;
    let proof = Proof::read(&read(file, PROOF_BYTES_MAX)?).map_err(|fault| fault.phrase())?;
    proof.verify(&key).map_err(|fault| fault.phrase())?;
    let day = proof.leaf.day.to_string();
    let mut said = vec![Phrase::new("command-proof-holds").with("day", day)];
    if let (Some(opening), Some(text)) =
        (matches.get_one::<String>("opening"), matches.get_one::<String>("text"))
    {
        let text = read(text, TEXT_BYTES_MAX)?;
        let opening = OpeningKey::parse(opening);
        if !opening.is_some_and(|opening| proof.is_of(&opening, &text)) {
            return Err(Phrase::new("command-proof-text-other"));
        }
        said.push(Phrase::new("command-proof-text-same"));
    }
    Ok(said)
}

fn key(matches: &ArgMatches) -> Result<VerifyingKey, Phrase> {
    let Some(hex) = matches.get_one::<String>("key") else {
        let folder = Folder::at(&data_path(matches, "node"));
        return Ok(SigningKey::from_seed(&*folder.signing()?).verifying());
    };
    let refused = || Phrase::new("command-proof-key").with("key", hex.as_str());
    VerifyingKey::from_hex(hex.trim()).ok_or_else(refused)
}

fn read(path: &str, most: usize) -> Result<String, Phrase> {
    let refused = || Phrase::new("command-proof-file").with("path", path);
    let file = std::fs::File::open(path).map_err(|_| refused())?;
    let mut text = String::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    file.take(limit).read_to_string(&mut text).map_err(|_| refused())?;
    if text.len() > most { Err(refused()) } else { Ok(text) }
}
