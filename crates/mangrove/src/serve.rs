//! `mangrove serve` and `mangrove init`.

use crate::commands::{Verb, put};
use crate::control::{Control, Patience};
use crate::folder::{Folder, Purpose, default_path};
use crate::listen::{Address, Protection};
use crate::machine;
use crate::reality::{SystemClock, SystemDice};
use crate::seal_now::seal_on_signals;
use crate::sequencing::Ledger;
use crate::serving::{Door, serve, tls};
use crate::wiring::{Plan, open_node};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use lexicon::{Language, Phrase, phrase::say};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use workflow::Node;
use workflow::calendar::Calendar;

/// Where officers find the node when `--listen` names no place.
pub const LISTEN_DEFAULT: &str = "localhost:8080";
/// Name of the data directory when `--data` names none.
const FOLDER_NAME: &str = "node";

pub const SERVE: Verb = Verb { name: "serve", arguments: serve_arguments, run: run_serve };
pub const INIT: Verb = Verb { name: "init", arguments: init_arguments, run: run_init };

/// `--data`, which every command with a node has.
pub fn data_argument(language: Language) -> Arg {
    Arg::new("data")
        .long("data")
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
        .help(say(language, "command-data"))
}

/// `--database`, for PostgreSQL.
pub fn database_argument(language: Language) -> Arg {
    Arg::new("database").long("database").value_name("URL").help(say(language, "command-database"))
}

/// `--second-medium`, where the log of negative events is kept too.
pub fn second_medium_argument(language: Language) -> Arg {
    Arg::new("second-medium")
        .long("second-medium")
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
        .help(say(language, "backup-command-second-medium"))
}

/// `--listen`, with the usual place as its default.
pub fn listen_argument(language: Language) -> Arg {
    Arg::new("listen").long("listen").value_name("ADDR").help(say(language, "command-listen"))
}

/// The data directory of a command: `--data`, else `name` in the usual place.
pub fn data_path(matches: &ArgMatches, name: &str) -> PathBuf {
    matches.get_one::<PathBuf>("data").cloned().unwrap_or_else(|| default_path(name))
}

fn serve_arguments(command: Command, language: Language) -> Command {
    let say = |key: &'static str| say(language, key);
    let file = |name: &'static str, help: &'static str| {
        let arg = Arg::new(name).long(name).value_name("FILE").help(say(help));
        arg.value_parser(value_parser!(PathBuf)).conflicts_with("behind-tls-proxy")
    };
    command
        .arg(data_argument(language))
        .arg(listen_argument(language))
        .arg(second_medium_argument(language))
        .arg(
            Arg::new("seal-after")
                .long("seal-after")
                .value_name("MINUTES")
                .value_parser(value_parser!(u16).range(1..=720))
                .help(say("seal-command-after")),
        )
        .arg(Arg::new("public").long("public").value_name("ADDR").help(say("command-public")))
        .arg(database_argument(language))
        .arg(file("tls-cert", "command-tls-cert"))
        .arg(file("tls-key", "command-tls-key"))
        .arg(
            Arg::new("behind-tls-proxy")
                .long("behind-tls-proxy")
                .action(ArgAction::SetTrue)
                .help(say("command-behind-tls-proxy")),
        )
}

fn init_arguments(command: Command, language: Language) -> Command {
    command.arg(data_argument(language)).arg(database_argument(language))
}

/// Says why a command did not do what was asked.
pub fn refuse(phrase: &Phrase, language: Language) -> ExitCode {
    put(&mut std::io::stderr(), &format!("mangrove: {}\n", phrase.say(language)));
    ExitCode::FAILURE
}

/// Runs a command's work to its end on a runtime of its own.
pub fn block_on<T>(work: impl Future<Output = Result<T, Phrase>>) -> Result<T, Phrase> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let failed =
        |why: std::io::Error| Phrase::new("command-refuse-node").with("why", why.to_string());
    runtime.map_err(failed)?.block_on(work)
}

fn run_serve(matches: &ArgMatches, language: Language) -> ExitCode {
    machine::start_log();
    machine::forbid_core_dumps();
    let doors = match Doors::read(matches) {
        Ok(doors) => doors,
        Err(phrase) => {
            refuse(&phrase, language);
            return ExitCode::from(2);
        }
    };
    match block_on(open_and_serve(matches, doors, language)) {
        Ok(()) => {
            println!("{}", say(language, "command-stopped"));
            ExitCode::SUCCESS
        }
        Err(phrase) => refuse(&phrase, language),
    }
}

/// Where a node is to listen, checked before anything is opened.
struct Doors {
    staff: Address,
    public: Option<Address>,
    protection: Protection,
}

impl Doors {
    fn read(matches: &ArgMatches) -> Result<Self, Phrase> {
        let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
        let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
        let protection = match (path("tls-cert"), path("tls-key")) {
            (Some(certificate), Some(key)) => Protection::Tls { certificate, key },
            (None, None) if matches.get_flag("behind-tls-proxy") => Protection::Proxy,
            (None, None) => Protection::None,
            _ => return Err(Phrase::new("command-refuse-tls-pair")),
        };
        let staff = Address::parse(text("listen").unwrap_or(LISTEN_DEFAULT))?;
        let public = text("public").map(Address::parse).transpose()?;
        staff.check(&protection)?;
        public.as_ref().map_or(Ok(()), |address| address.check(&protection))?;
        Ok(Self { staff, public, protection })
    }
}

fn real_plan(matches: &ArgMatches) -> Result<Plan, Phrase> {
    let second = matches.try_get_one::<PathBuf>("second-medium").ok().flatten().cloned();
    let folder = Folder::open(&data_path(matches, FOLDER_NAME), Purpose::Real)?;
    Ok(Plan {
        folder: folder.with_second_medium(second)?,
        database: matches.get_one::<String>("database").cloned(),
        clock: Arc::new(Calendar::new(Arc::new(SystemClock), None)),
        dice: Arc::new(SystemDice),
        is_demo: false,
    })
}

async fn open_and_serve(
    matches: &ArgMatches,
    doors: Doors,
    language: Language,
) -> Result<(), Phrase> {
    // What can be refused without opening anything is refused first.
    let tls = tls(&doors.protection).await?;
    let staff = doors.staff.bind()?;
    let public = doors.public.as_ref().map(Address::bind).transpose()?;
    let plan = real_plan(matches)?;
    let folder = plan.folder.clone();
    let node = Arc::new(open_node(plan).await?);
    let ledger = Ledger::open(Arc::clone(&node), folder.clone()).await?;
    if !node.clock.is_sound() {
        eprintln!("{}", say(language, "doctor-clock-not-believed"));
    }
    if machine::has_swap() {
        eprintln!("{}", say(language, "command-swap"));
    }
    println!("{}", opened("command-open", &doors.staff, &doors.protection).say(language));
    let staff = Door { pages: web::staff(Arc::clone(&node)), listeners: staff, tls: tls.clone() };
    let mut open = vec![staff];
    if let (Some(address), Some(listeners)) = (&doors.public, public) {
        println!("{}", opened("command-open-public", address, &doors.protection).say(language));
        open.push(Door { pages: web::public(Arc::clone(&node)), listeners, tls });
    } else {
        println!("{}", say(language, "command-no-public"));
    }
    offer_set_up(&node, language).await?;
    println!("{}", say(language, "command-leave"));
    let minutes = matches.get_one::<u16>("seal-after").copied();
    let ledger = ledger.sealing_after_s(minutes.map(|minutes| i64::from(minutes) * 60));
    let sequencer = tokio::spawn(ledger.keep());
    seal_on_signals(&node);
    let control = reach(node, folder.path());
    let served = serve(open).await;
    drop(control);
    sequencer.abort();
    served
}

/// Opens the way for commands. A node without it still serves; its commands then say that it runs.
pub fn reach(node: Arc<Node>, folder: &Path) -> Option<Control> {
    match Control::open(node, folder, Patience::default()) {
        Ok(control) => Some(control),
        Err(why) => {
            tracing::warn!(%why, "no command can reach this node");
            None
        }
    }
}

/// The line that tells where something is open.
pub fn opened(key: &'static str, address: &Address, protection: &Protection) -> Phrase {
    Phrase::new(key).with("address", address.shown(protection))
}

/// Prints the one-time code with which the first officers of an empty node are made.
async fn offer_set_up(node: &Node, language: Language) -> Result<(), Phrase> {
    let offered = workflow::set_up_node::offer_set_up(node).await;
    let code = offered.map_err(|refusal| refusal.said.clone())?;
    if let Some(code) = code {
        println!("{}", Phrase::new("command-set-up").with("code", code.as_str()).say(language));
        println!("{}", say(language, "command-set-up-limit"));
    }
    Ok(())
}

fn run_init(matches: &ArgMatches, language: Language) -> ExitCode {
    let path = data_path(matches, FOLDER_NAME);
    let is_used = path.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if is_used {
        let path = path.display().to_string();
        return refuse(&Phrase::new("command-refuse-exists").with("path", path), language);
    }
    let made = real_plan(matches).and_then(|plan| block_on(open_node(plan)).map(|_node| ()));
    match made {
        Ok(()) => {
            for key in ["command-init-done", "command-init-keys"] {
                let phrase = Phrase::new(key).with("path", path.display().to_string());
                println!("{}", phrase.say(language));
            }
            ExitCode::SUCCESS
        }
        Err(phrase) => refuse(&phrase, language),
    }
}
