//! `mangrove import FORMAT FILE`: a published table becomes a set of the national picture, whole
//! or not at all. Each refused row is one line on stderr.

use crate::commands::Verb;
use crate::folder::{Folder, Purpose};
use crate::reality::{SystemClock, SystemDice};
use crate::serve::{block_on, data_argument, data_path, database_argument, refuse};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use lexicon::{Complaint, Language, Phrase, phrase::say};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::{Address, Make, Store};
use workflow::import::{FORMATS, ImportError, ImportFormat, Imported, format, import_set};

/// Name of the data directory when `--data` names none; that of `mangrove serve`.
const FOLDER_NAME: &str = "node";
/// Complaints printed, at most; the others are counted.
const PRINTED_MAX: usize = 1_000;

pub const VERB: Verb = Verb { name: "import", arguments, run };

fn arguments(command: Command, language: Language) -> Command {
    let formats = PossibleValuesParser::new(FORMATS.map(ImportFormat::id));
    let format = Arg::new("format").value_name("FORMAT").required(true).value_parser(formats);
    let file = Arg::new("file").value_name("FILE").required(true);
    let json = Arg::new("json").long("json").action(ArgAction::SetTrue);
    command
        .arg(format.help(say(language, "import-command-format")).hide_possible_values(true))
        .arg(file.help(say(language, "import-command-file")).value_parser(value_parser!(PathBuf)))
        .arg(data_argument(language))
        .arg(database_argument(language))
        .arg(json.help(say(language, "command-json")))
}

/// Exit 0 when the file was imported, also with refused rows or for the second time; 1 when
/// nothing could be read or stored.
fn run(matches: &ArgMatches, language: Language) -> ExitCode {
    let asked = matches.get_one::<String>("format").and_then(|id| format(id));
    let (Some(format), Some(path)) = (asked, matches.get_one::<PathBuf>("file")) else {
        return ExitCode::from(2);
    };
    let asked = Asked { format, path, name: path.display().to_string(), language };
    match block_on(asked.import(matches)) {
        Ok(Ok(imported)) => asked.tell(&imported, matches.get_flag("json")),
        Ok(Err(complaints)) => {
            asked.complain(&complaints, complaints.len() as u64);
            ExitCode::FAILURE
        }
        Err(phrase) => refuse(&phrase, language),
    }
}

/// What is to be imported.
struct Asked<'a> {
    format: &'static dyn ImportFormat,
    path: &'a Path,
    /// The file as it is named in complaints.
    name: String,
    language: Language,
}

impl Asked<'_> {
    /// The inner error is the file's, the outer one the node's.
    async fn import(
        &self,
        matches: &ArgMatches,
    ) -> Result<Result<Imported, Vec<Complaint>>, Phrase> {
        // The file is tried first: a wrong name leaves no empty data directory behind.
        let file = match File::open(self.path) {
            Ok(file) => file,
            Err(why) => {
                let phrase = Phrase::new("import-file-unreadable").with("reason", why.to_string());
                return Ok(Err(vec![Complaint::new(0, "", phrase)]));
            }
        };
        let store = Store::open(&address(matches)?, Make::IfMissing).await;
        let store = store.map_err(|why| why.phrase())?;
        let short = self.path.file_name().unwrap_or_default().to_string_lossy();
        match import_set(&store, &SystemClock, &SystemDice, self.format, &short, file).await {
            Ok(imported) => Ok(Ok(imported)),
            Err(ImportError::Unreadable(complaints)) => Ok(Err(complaints)),
            Err(ImportError::Store(why)) => Err(why.phrase()),
        }
    }

    /// Complaints and notes on stderr, what came of it on stdout.
    fn tell(&self, imported: &Imported, is_json: bool) -> ExitCode {
        let say = |phrase: Phrase| phrase.say(self.language);
        self.complain(&imported.complaints, imported.complaint_count);
        self.complain(&imported.notes, imported.notes.len() as u64);
        if is_json {
            let counts = serde_json::json!({
                "rows_in": imported.rows_in,
                "rows_stored": imported.rows_stored,
                "complaints": imported.complaint_count,
            });
            println!("{counts}");
        } else {
            let done = Phrase::new("import-done")
                .with("in", whole(imported.rows_in))
                .with("stored", whole(imported.rows_stored))
                .with("refused", whole(imported.complaint_count));
            println!("{}", say(done));
        }
        if imported.set.is_none() {
            eprintln!("{}", say(Phrase::new("import-nothing-stored")));
            return ExitCode::FAILURE;
        }
        if let Some(day) = imported.known_since {
            eprintln!("{}", say(Phrase::new("import-known").with("day", day.to_string())));
        }
        ExitCode::SUCCESS
    }

    fn complain(&self, complaints: &[Complaint], count: u64) {
        let mut printed = 0;
        for complaint in complaints.iter().take(PRINTED_MAX) {
            eprintln!("{}", complaint.print(&self.name, self.language));
            printed += 1;
        }
        if count > printed {
            let more = Phrase::new("import-more-complaints").with("count", whole(count - printed));
            eprintln!("{}", more.say(self.language));
        }
    }
}

/// A demonstration may hold published tables too: nothing in them is of its made-up persons.
fn address(matches: &ArgMatches) -> Result<Address, Phrase> {
    let path = data_path(matches, FOLDER_NAME);
    let folder = match Folder::open(&path, Purpose::Real) {
        Err(refused) if refused.key == "command-refuse-demo" => Folder::open(&path, Purpose::Demo),
        other => other,
    }?;
    Ok(match matches.get_one::<String>("database") {
        Some(url) => Address::Postgres(url.clone()),
        None => Address::Sqlite(folder.database()),
    })
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
