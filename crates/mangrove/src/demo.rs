//! `mangrove demo`: a country that does not exist, made through the same verbs that officers use.
//! The country of a seed is made once; the next start finds it and only opens it.

mod cases;
pub mod content;
pub mod figures;
mod hints;
pub mod make;
mod people;
mod story;

pub use make::{Country, country};
pub use people::Login;

use crate::commands::Verb;
use crate::folder::default_path;
use crate::listen::{Address, Protection};
use crate::machine;
use crate::serve::{block_on, data_argument, listen_argument, opened, refuse};
use crate::serving::{Door, number_leaves, serve};
use clap::{Arg, ArgMatches, Command};
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
    command.arg(data_argument(language)).arg(listen_argument(language)).arg(seed)
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

struct Asked {
    seed: u64,
    folder: PathBuf,
    listen: Option<Address>,
}

impl Asked {
    fn read(matches: &ArgMatches) -> Result<Self, Phrase> {
        let seed = match matches.get_one::<String>("seed") {
            Some(text) => text
                .parse()
                .map_err(|_| Phrase::new("command-error-seed").with("words", text.as_str()))?,
            None => SEED,
        };
        let usual = || default_path(&format!("demo-{}-{seed}", env!("CARGO_PKG_VERSION")));
        let folder = matches.get_one::<PathBuf>("data").cloned().unwrap_or_else(usual);
        let listen = matches.get_one::<String>("listen").map(|text| Address::parse(text));
        let listen = listen.transpose()?;
        listen.as_ref().map_or(Ok(()), |address| address.check(&Protection::None))?;
        Ok(Self { seed, folder, listen })
    }
}

async fn open_and_serve(asked: Asked, language: Language) -> Result<(), Phrase> {
    let (address, listeners) = free_place(asked.listen)?;
    if !asked.folder.exists() {
        eprintln!("{}", say(language, "demo-making"));
    }
    let Country { node, logins } = country(&asked.folder, asked.seed).await?;
    let node = Arc::new(node);
    print_logins(&logins, language);
    println!("{}", opened("command-open", &address, &Protection::None).say(language));
    println!("{}", Phrase::new("demo-report").with("address", report(&address)).say(language));
    println!("{}", say(language, "command-leave"));
    // One place for both faces, so that one window shows the whole country; a real node keeps
    // them apart.
    let pages = web::staff(Arc::clone(&node)).fallback_service(web::public(Arc::clone(&node)));
    let sequencer = tokio::spawn(number_leaves(node));
    let served = serve(vec![Door { pages, listeners, protection: Protection::None }]).await;
    sequencer.abort();
    served
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
            let kind = say(language, &format!("desk-kind-{}", login.kind));
            println!("\n  {desk} · {kind}");
        }
        let role = say(language, &format!("demo-role-{}", login.role));
        println!("    {:<12} {:<18} {:<14} {role}", login.sign_in, login.passphrase, login.name);
    }
    println!("\n{}", say(language, "demo-code"));
}
