//! `mangrove import FORMAT FILE`: a published table becomes a set of the national picture, whole
//! or not at all. Each refused row is one line on stderr. A node that runs in the directory does it;
//! without one the command opens the database itself.

use crate::commands::{Verb, put};
use crate::control::{ImportRequest, Running};
use crate::folder::{Folder, Purpose};
use crate::reality::{SystemClock, SystemDice};
use crate::serve::{block_on, data_argument, data_path, database_argument, refuse};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use lexicon::{Clock, Complaint, Dice, Language, Phrase, phrase::say};
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
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
    let format = Arg::new("format")
        .value_name("FORMAT")
        .required(true)
        .value_parser(formats)
        .display_order(0);
    let file = Arg::new("file").value_name("FILE").required(true).display_order(1);
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
    let name = path.display().to_string();
    // The file is tried first: a wrong name leaves no empty data directory behind.
    let file = match File::open(path) {
        Ok(file) => file,
        Err(why) => {
            let phrase = Phrase::new("import-file-unreadable").with("reason", why.to_string());
            let complaint = Complaint::new(0, "", phrase);
            return told(Ok(Err(vec![complaint])), &name, false, language).tell();
        }
    };
    let as_json = matches.get_flag("json");
    let short = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if let Some(running) = Running::find(&data_path(matches, FOLDER_NAME)) {
        let named = matches.get_one::<String>("database").cloned().map(Address::Postgres);
        let asked = ImportRequest {
            format: format.id().to_owned(),
            name,
            file: short,
            language: language.tag.to_owned(),
            as_json,
            database: named.map(|address| address.shown()),
        };
        return match running.import(asked, file) {
            Some(told) => told.tell(),
            None => refuse(&Phrase::new("command-control-ended"), language),
        };
    }
    let done = block_on(async {
        let store = Store::open(&address(matches)?, Make::IfMissing).await;
        let store = store.map_err(|why| why.phrase())?;
        import_into(&store, (&SystemClock, &SystemDice), format, &short, file).await
    });
    told(done, &name, as_json, language).tell()
}

/// What came of an import: the inner error is the file's, the outer one the node's.
pub type Done = Result<Result<Imported, Vec<Complaint>>, Phrase>;

/// Imports a file into an open database.
///
/// # Errors
/// The store's; what is wrong with the file is inside.
pub async fn import_into(
    store: &Store,
    (clock, dice): (&dyn Clock, &dyn Dice),
    format: &'static dyn ImportFormat,
    file_name: &str,
    file: impl Read + Send + 'static,
) -> Done {
    match import_set(store, clock, dice, format, file_name, file).await {
        Ok(imported) => Ok(Ok(imported)),
        Err(ImportError::Unreadable(complaints)) => Ok(Err(complaints)),
        Err(ImportError::Store(why)) => Err(why.phrase()),
    }
}

/// What the command prints and how it ends, whoever did the work.
#[derive(Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Told {
    pub out: String,
    pub err: String,
    pub code: u8,
}

impl Told {
    /// Says why a command did not do what was asked.
    pub fn refusal(phrase: &Phrase, code: u8, language: Language) -> Self {
        let err = format!("mangrove: {}\n", phrase.say(language));
        Self { out: String::new(), err, code }
    }

    /// Prints it and gives how the command ends.
    pub fn tell(&self) -> ExitCode {
        put(&mut io::stderr(), &self.err);
        put(&mut io::stdout(), &self.out);
        ExitCode::from(self.code)
    }

    fn line(&mut self, line: &str) {
        self.err.push_str(line);
        self.err.push('\n');
    }

    fn complain(
        &mut self,
        complaints: &[Complaint],
        count: u64,
        (name, language): (&str, Language),
    ) {
        for complaint in complaints.iter().take(PRINTED_MAX) {
            self.line(&complaint.print(name, language));
        }
        let printed = complaints.len().min(PRINTED_MAX) as u64;
        if count > printed {
            let more = Phrase::new("import-more-complaints").with("count", whole(count - printed));
            self.line(&more.say(language));
        }
    }
}

/// Complaints and notes for stderr, what came of it for stdout. `name` is the file as it is named
/// in complaints.
pub fn told(done: Done, name: &str, as_json: bool, language: Language) -> Told {
    let mut told = Told::default();
    let imported = match done {
        Err(phrase) => return Told::refusal(&phrase, 1, language),
        Ok(Err(complaints)) => {
            told.complain(&complaints, complaints.len() as u64, (name, language));
            told.code = 1;
            return told;
        }
        Ok(Ok(imported)) => imported,
    };
    told.complain(&imported.complaints, imported.complaint_count, (name, language));
    told.complain(&imported.notes, imported.notes.len() as u64, (name, language));
    told.out = if as_json {
        let counts = serde_json::json!({
            "rows_in": imported.rows_in,
            "rows_stored": imported.rows_stored,
            "complaints": imported.complaint_count,
        });
        format!("{counts}\n")
    } else {
        let done = Phrase::new("import-done")
            .with("in", whole(imported.rows_in))
            .with("stored", whole(imported.rows_stored))
            .with("refused", whole(imported.complaint_count));
        format!("{}\n", done.say(language))
    };
    if imported.set.is_none() {
        told.line(&say(language, "import-nothing-stored"));
        told.code = 1;
    } else if let Some(day) = imported.known_since {
        let known = Phrase::new("import-known").with("day", day.to_string());
        told.line(&known.say(language));
    }
    told
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
