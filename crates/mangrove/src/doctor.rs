//! `mangrove doctor`: what is wrong with a node and what to do, in plain words. It reads beside a
//! node that runs and changes nothing.

mod certificate;
mod checks;

use crate::commands::{Verb, put};
use crate::folder::Folder;
use crate::serve::{
    block_on, data_argument, data_path, database_argument, listen_argument, second_medium_argument,
};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use lexicon::{Language, Phrase, phrase::say};
use std::path::PathBuf;
use std::process::ExitCode;
use store::Address;

pub const VERB: Verb = Verb { name: "doctor", arguments, run };

/// How a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Good,
    /// It works, and something should be done soon.
    Look,
    Wrong,
}

impl Level {
    fn id(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Look => "look",
            Self::Wrong => "wrong",
        }
    }
}

/// One line of the doctor.
#[derive(Clone, Debug)]
pub struct Finding {
    /// `clock`, `disk`, `permissions`, `keys`, `database`, `machine`, `port`, `tls`, `backup`,
    /// `epochs` or `log`.
    pub subject: &'static str,
    pub level: Level,
    pub said: Phrase,
}

impl Finding {
    fn new(subject: &'static str, level: Level, said: Phrase) -> Self {
        Self { subject, level, said }
    }

    fn good(subject: &'static str, said: Phrase) -> Self {
        Self::new(subject, Level::Good, said)
    }

    fn look(subject: &'static str, said: Phrase) -> Self {
        Self::new(subject, Level::Look, said)
    }

    fn wrong(subject: &'static str, said: Phrase) -> Self {
        Self::new(subject, Level::Wrong, said)
    }
}

/// What is looked at.
pub struct Patient {
    pub folder: Folder,
    pub address: Address,
    pub certificate: Option<PathBuf>,
    pub listen: String,
}

fn arguments(command: Command, language: Language) -> Command {
    let certificate = Arg::new("tls-cert").long("tls-cert").value_name("FILE");
    let json = Arg::new("json").long("json").action(ArgAction::SetTrue);
    command
        .arg(data_argument(language))
        .arg(database_argument(language))
        .arg(second_medium_argument(language))
        .arg(listen_argument(language))
        .arg(
            certificate
                .value_parser(value_parser!(PathBuf))
                .help(say(language, "command-tls-cert")),
        )
        .arg(json.help(say(language, "command-json")))
}

/// Exit 0 when nothing is wrong, also when something should be looked at; 1 otherwise.
fn run(matches: &ArgMatches, language: Language) -> ExitCode {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let folder = Folder::at(&data_path(matches, "node")).with_second_medium(path("second-medium"));
    let folder = match folder {
        Ok(folder) => folder,
        Err(phrase) => return crate::serve::refuse(&phrase, language),
    };
    let patient = Patient {
        address: match matches.get_one::<String>("database") {
            Some(url) => Address::Postgres(url.clone()),
            None => Address::Sqlite(folder.database()),
        },
        folder,
        certificate: path("tls-cert"),
        listen: matches
            .get_one::<String>("listen")
            .cloned()
            .unwrap_or_else(|| crate::serve::LISTEN_DEFAULT.to_owned()),
    };
    let found = match block_on(async { Ok(checks::look(&patient).await) }) {
        Ok(found) => found,
        Err(phrase) => return crate::serve::refuse(&phrase, language),
    };
    let is_json = matches.get_flag("json");
    let said = if is_json { json(&found, language) } else { text(&found, language) };
    put(&mut std::io::stdout(), &format!("{said}\n"));
    let is_wrong = found.iter().any(|finding| finding.level == Level::Wrong);
    if is_wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// The worst first; within one level in the order of the checks.
fn text(found: &[Finding], language: Language) -> String {
    let mut lines = Vec::new();
    for level in [Level::Wrong, Level::Look, Level::Good] {
        let name = say(language, &format!("doctor-level-{}", level.id()));
        let of = found.iter().filter(|finding| finding.level == level);
        lines.extend(of.map(|finding| format!("{name} {}", finding.said.say(language))));
    }
    lines.join("\n")
}

fn json(found: &[Finding], language: Language) -> String {
    let lines: Vec<_> = found
        .iter()
        .map(|finding| {
            serde_json::json!({
                "subject": finding.subject,
                "level": finding.level.id(),
                "said": finding.said.say(language),
            })
        })
        .collect();
    let worst = found.iter().map(|finding| finding.level).max().unwrap_or(Level::Good);
    serde_json::json!({ "worst": worst.id(), "lines": lines }).to_string()
}
