//! `mangrove witness`: the exchange of files with a witness outside the node. The node asks
//! (`ask`), the witness keeps a key of its own (`key`) and signs what continues the history it holds
//! (`sign`).

use crate::commands::{Verb, put};
use crate::folder::Folder;
use crate::reality::{SystemClock, SystemDice};
use crate::serve::{block_on, data_argument, data_path, database_argument, refuse};
use clap::{Arg, ArgMatches, Command};
use guard::ledger::{
    Note, SigningKey, WitnessRequest, is_note_name, read_note_key, write_note_key,
};
use lexicon::{Clock, Dice, Language, Phrase, phrase::say};
use std::fs;
use std::io::Read;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::{Address, Store};
use zeroize::Zeroizing;

pub const VERB: Verb = Verb { name: "witness", arguments, run };

/// What can be done; the first word.
const STEPS: [&str; 3] = ["ask", "key", "sign"];
/// Longest file that is read, in bytes.
const FILE_BYTES_MAX: u64 = 64 * 1024;

fn arguments(command: Command, language: Language) -> Command {
    let text = |key: &'static str| say(language, key);
    let file = |name: &'static str| {
        Arg::new(name).value_name("FILE").value_parser(clap::value_parser!(PathBuf))
    };
    let option =
        |name: &'static str, value: &'static str| Arg::new(name).long(name).value_name(value);
    command
        .arg(
            Arg::new("step")
                .value_name("ask|key|sign")
                .required(true)
                .value_parser(STEPS)
                .help(text("command-witness-step")),
        )
        .arg(file("file").required(true).help(text("command-witness-file")))
        .arg(
            option("since", "SIZE")
                .value_parser(clap::value_parser!(u64))
                .help(text("command-witness-since")),
        )
        .arg(option("name", "NAME").help(text("command-witness-name")))
        .arg(file("key").long("key").help(text("command-witness-key")))
        .arg(file("state").long("state").help(text("command-witness-state")))
        .arg(option("log", "KEY").help(text("command-witness-log")))
        .arg(data_argument(language))
        .arg(database_argument(language))
}

fn run(matches: &ArgMatches, language: Language) -> ExitCode {
    let done = match matches.get_one::<String>("step").map(String::as_str) {
        Some("ask") => block_on(ask(matches)),
        Some("key") => key(matches),
        _ => sign(matches),
    };
    match done {
        Ok(said) => {
            put(&mut std::io::stdout(), &format!("{}\n", said.say(language)));
            ExitCode::SUCCESS
        }
        Err(phrase) => refuse(&phrase, language),
    }
}

async fn ask(matches: &ArgMatches) -> Result<Phrase, Phrase> {
    let folder = Folder::at(&data_path(matches, "node"));
    let address = match matches.get_one::<String>("database") {
        Some(url) => Address::Postgres(url.clone()),
        None => Address::Sqlite(folder.database()),
    };
    let key = SigningKey::from_seed(&*folder.signing()?);
    let since = matches.get_one::<u64>("since").copied().unwrap_or(0);
    let store = Store::open_beside(&address).await.map_err(|why| why.phrase())?;
    let asked = workflow::witness::ask_witness(&store, &key, since).await;
    store.close().await;
    let request = asked.map_err(|why| why.phrase())?;
    let request = request.ok_or_else(|| Phrase::new("witness-nothing-to-ask"))?;
    write(path(matches, "file")?, request.write().as_bytes(), 0o644)?;
    let line = write_note_key(&request.note.origin, false, &key.verifying());
    Ok(Phrase::new("witness-asked").with("key", line))
}

fn key(matches: &ArgMatches) -> Result<Phrase, Phrase> {
    let name = name(matches)?;
    let mut seed = Zeroizing::new([0_u8; 32]);
    SystemDice.fill(seed.as_mut_slice());
    let hex: String = seed.iter().map(|b| format!("{b:02x}")).collect();
    write(path(matches, "file")?, Zeroizing::new(hex + "\n").as_bytes(), 0o600)?;
    let public = SigningKey::from_seed(&seed).verifying();
    Ok(Phrase::new("witness-key-made").with("key", write_note_key(&name, true, &public)))
}

fn sign(matches: &ArgMatches) -> Result<Phrase, Phrase> {
    let name = name(matches)?;
    let key = read_seed(path(matches, "key")?)?;
    let state = path(matches, "state")?;
    let log = matches.get_one::<String>("log").and_then(|line| read_note_key(line));
    let (origin, log) = log.ok_or_else(|| Phrase::new("witness-log-missing"))?;
    let file = path(matches, "file")?;
    let unread = |path: &Path| Phrase::new("witness-unread").with("path", shown(path));
    let request = WitnessRequest::read(&read(file)?).ok_or_else(|| unread(file))?;
    let last = match state.exists() {
        true => Some(Note::read(&read(state)?).ok_or_else(|| unread(state))?),
        false => None,
    };
    if request.note.origin != origin {
        return Err(unread(file));
    }
    if let Some(fault) = request.check(last.as_ref(), &log) {
        return Err(fault.phrase());
    }
    let mut note = request.note;
    let now_s = u64::try_from(SystemClock.now_s()).unwrap_or(0);
    key.cosign(&mut note, &name, now_s);
    replace(state, note.write().as_bytes())?;
    let size = i64::try_from(note.size).unwrap_or(i64::MAX);
    Ok(Phrase::new("witness-signed").with("size", size).with("path", shown(state)))
}

fn name(matches: &ArgMatches) -> Result<String, Phrase> {
    let name = matches.get_one::<String>("name").filter(|name| is_note_name(name));
    name.cloned().ok_or_else(|| Phrase::new("witness-name-missing"))
}

fn path<'a>(matches: &'a ArgMatches, name: &str) -> Result<&'a PathBuf, Phrase> {
    let missing = || Phrase::new("command-error-missing").with("words", format!("--{name}"));
    matches.get_one::<PathBuf>(name).ok_or_else(missing)
}

/// A small text file.
pub(crate) fn read(path: &Path) -> Result<String, Phrase> {
    let mut text = String::new();
    let opened = fs::File::open(path);
    let done = opened.and_then(|file| file.take(FILE_BYTES_MAX).read_to_string(&mut text));
    done.map(|_| text).map_err(|why| failed(path, &why))
}

fn read_seed(path: &Path) -> Result<SigningKey, Phrase> {
    let text = Zeroizing::new(read(path)?);
    let root = workflow::witness::read_root(&text);
    let seed = root.ok_or_else(|| Phrase::new("witness-unread").with("path", shown(path)))?;
    Ok(SigningKey::from_seed(&Zeroizing::new(seed)))
}

/// Writes a file that must not be there yet.
fn write(path: &Path, bytes: &[u8], mode: u32) -> Result<(), Phrase> {
    use std::io::Write;
    let opened = fs::OpenOptions::new().write(true).create_new(true).mode(mode).open(path);
    let done = opened.and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    done.map_err(|why| failed(path, &why))
}

/// Keeps the new state in place of the old one: whole, or the old one stays.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), Phrase> {
    let beside = path.with_extension("new");
    let _nothing_there = fs::remove_file(&beside);
    write(&beside, bytes, 0o644)?;
    fs::rename(&beside, path).map_err(|why| failed(path, &why))
}

fn failed(path: &Path, why: &std::io::Error) -> Phrase {
    Phrase::new("command-refuse-folder").with("path", shown(path)).with("why", why.to_string())
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
