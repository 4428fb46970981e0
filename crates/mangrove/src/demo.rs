//! `mangrove demo`: a country that does not exist, made through the same verbs that officers use.
//! The country of a seed is made once; the next start finds it and only opens it.

mod cases;
pub mod content;
pub mod figures;
mod guards;
mod hints;
pub mod make;
mod people;
mod story;

pub use make::{Country, country};
pub use people::Login;

use crate::commands::Verb;
use crate::folder::{Folder, default_path};
use crate::listen::{Address, Protection};
use crate::machine;
use crate::sequencing::Ledger;
use crate::serve::{block_on, data_argument, listen_argument, opened, reach, refuse};
use crate::serving::{Door, serve};
use clap::{Arg, ArgAction, ArgMatches, Command};
use lexicon::{Language, Phrase, phrase::say};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

pub const VERB: Verb = Verb { name: "demo", arguments, run };

/// Port of the demonstration when `--listen` names none; the next free one is taken.
const PORT: u16 = 8080;
const PORTS_TRIED: u16 = 20;
/// Seed of the country when `--seed` names none.
const SEED: u64 = 1;

fn arguments(command: Command, language: Language) -> Command {
    let seed = Arg::new("seed").long("seed").value_name("N").help(say(language, "command-seed"));
    let public = Arg::new("public").long("public").value_name("ADDR");
    let json = Arg::new("json").long("json").action(ArgAction::SetTrue);
    command
        .arg(data_argument(language))
        .arg(listen_argument(language))
        .arg(public.help(say(language, "command-public")))
        .arg(seed)
        .arg(json.help(say(language, "command-json")))
}

fn run(matches: &ArgMatches, language: Language) -> ExitCode {
    machine::start_log();
    machine::forbid_core_dumps();
    let asked = match Asked::read(matches) {
        Ok(asked) => asked,
        Err(phrase) => {
            refuse(&phrase, language);
            return ExitCode::from(2);
        }
    };
    match block_on(open_and_serve(asked, language)) {
        Ok(()) => {
            println!("{}", say(language, "command-stopped"));
            ExitCode::SUCCESS
        }
        Err(phrase) => refuse(&phrase, language),
    }
}

/// Name of the usual directory: another version of the program, or of the tables of its database,
/// makes a country of its own beside the old one.
pub fn usual_name(seed: u64) -> String {
    format!("demo-{}-{}-{seed}", env!("CARGO_PKG_VERSION"), store::tables_print())
}

struct Asked {
    seed: u64,
    folder: PathBuf,
    listen: Option<Address>,
    /// A place of its own for the public pages, which the other place shows too.
    public: Option<Address>,
    as_json: bool,
}

impl Asked {
    fn read(matches: &ArgMatches) -> Result<Self, Phrase> {
        let seed = match matches.get_one::<String>("seed") {
            Some(text) => text
                .parse()
                .map_err(|_| Phrase::new("command-error-seed").with("words", text.as_str()))?,
            None => SEED,
        };
        let usual = || default_path(&usual_name(seed));
        let folder = matches.get_one::<PathBuf>("data").cloned().unwrap_or_else(usual);
        let address = |name: &str| {
            let address = matches.get_one::<String>(name).map(|text| Address::parse(text));
            let address = address.transpose()?;
            address.as_ref().map_or(Ok(()), |address| address.check(&Protection::None))?;
            Ok(address)
        };
        let (listen, public) = (address("listen")?, address("public")?);
        Ok(Self { seed, folder, listen, public, as_json: matches.get_flag("json") })
    }
}

async fn open_and_serve(asked: Asked, language: Language) -> Result<(), Phrase> {
    let (address, listeners) = free_place(asked.listen)?;
    if !asked.folder.exists() {
        eprintln!("{}", say(language, "demo-making"));
    }
    let own = asked.public.as_ref().map(Address::bind).transpose()?;
    let Country { node, logins } = country(&asked.folder, asked.seed).await?;
    let node = Arc::new(node);
    let ledger = Ledger::open(Arc::clone(&node), Folder::at(&asked.folder)).await?;
    let public = asked.public.as_ref().unwrap_or(&address);
    if asked.as_json {
        print_json(&logins, &address, public);
    } else {
        print_open(&logins, (&address, public), language);
    }
    // One place for both faces, so that one window shows the whole country; a real node keeps
    // them apart.
    let strangers = web::public(Arc::clone(&node));
    let pages = web::staff(Arc::clone(&node)).fallback_service(strangers.clone());
    let mut doors = vec![Door { pages, listeners, tls: None }];
    doors.extend(own.map(|listeners| Door { pages: strangers, listeners, tls: None }));
    let sequencer = tokio::spawn(ledger.keep());
    let control = reach(node, &asked.folder);
    let served = serve(doors).await;
    drop(control);
    sequencer.abort();
    served
}

fn print_open(logins: &[Login], (staff, public): (&Address, &Address), language: Language) {
    print_logins(logins, language);
    println!("{}", opened("command-open", staff, &Protection::None).say(language));
    println!("{}", Phrase::new("demo-report").with("address", report(public)).say(language));
    println!("{}", say(language, "command-leave"));
}

/// One line for programs: both addresses and who can sign in.
fn print_json(logins: &[Login], staff: &Address, public: &Address) {
    let shown = |address: &Address| address.shown(&Protection::None);
    let line = serde_json::json!({
        "staff": shown(staff), "public": shown(public), "logins": logins
    });
    println!("{line}");
}

fn report(address: &Address) -> String {
    format!("{}/report", address.shown(&Protection::None))
}

/// The asked place, or the first free port from the usual one on.
fn free_place(asked: Option<Address>) -> Result<(Address, Vec<std::net::TcpListener>), Phrase> {
    if let Some(address) = asked {
        let listeners = address.bind()?;
        return Ok((address, listeners));
    }
    let usual = Address::parse(&format!("localhost:{PORT}"))?;
    let free = (PORT..PORT + PORTS_TRIED).find_map(|port| {
        let address = usual.at_port(port);
        address.bind().ok().map(|listeners| (address, listeners))
    });
    free.map_or_else(|| usual.bind().map(|listeners| (usual.clone(), listeners)), Ok)
}

/// Who can sign in, desk by desk.
fn print_logins(logins: &[Login], language: Language) {
    println!("{}", say(language, "demo-title"));
    println!("{}", say(language, "demo-logins"));
    let mut desk = "";
    for login in logins {
        if login.desk != desk {
            desk = &login.desk;
            let kind = say(language, &format!("desk-kind-{}", login.desk_kind));
            println!("\n  {desk} · {kind}");
        }
        let role = say(language, &format!("demo-role-{}", login.role));
        println!("    {:<12} {:<18} {:<14} {role}", login.sign_in, login.passphrase, login.name);
    }
    println!("\n{}", say(language, "demo-code"));
}
