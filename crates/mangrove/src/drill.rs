//! `mangrove drill`: which desks could come back to their keys, and what is due. It reads beside a
//! node that runs, opens nothing and changes nothing.

use crate::commands::{Verb, put};
use crate::folder::Folder;
use crate::reality::SystemClock;
use crate::serve::{block_on, data_argument, data_path, database_argument, refuse};
use clap::{Arg, ArgAction, ArgMatches, Command};
use lexicon::phrase::say;
use lexicon::{Clock, Language, Phrase};
use std::process::ExitCode;
use store::{Address, Store};
use workflow::see_recovery::{DeskRecovery, Way, WayKind, drill_report};

pub const VERB: Verb = Verb { name: "drill", arguments, run };

fn arguments(command: Command, language: Language) -> Command {
    let json = Arg::new("json").long("json").action(ArgAction::SetTrue);
    command
        .arg(data_argument(language))
        .arg(database_argument(language))
        .arg(json.help(say(language, "command-json")))
}

/// Exit 0 when every desk could come back to its key and no drill is due, else 1.
fn run(matches: &ArgMatches, language: Language) -> ExitCode {
    let folder = Folder::at(&data_path(matches, "node"));
    let address = match matches.get_one::<String>("database") {
        Some(url) => Address::Postgres(url.clone()),
        None => Address::Sqlite(folder.database()),
    };
    let desks = match block_on(report(&address)) {
        Ok(desks) => desks,
        Err(phrase) => return refuse(&phrase, language),
    };
    let said = if matches.get_flag("json") {
        serde_json::json!({ "desks": desks.iter().map(json).collect::<Vec<_>>() }).to_string()
    } else {
        desks.iter().map(|desk| text(desk, language)).collect::<Vec<_>>().join("\n")
    };
    put(&mut std::io::stdout(), &format!("{said}\n"));
    if desks.iter().all(is_well) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn report(address: &Address) -> Result<Vec<DeskRecovery>, Phrase> {
    let store = Store::open_beside(address).await.map_err(|why| why.phrase())?;
    let desks = drill_report(&store, SystemClock.today()).await.map_err(|why| why.phrase())?;
    store.close().await;
    Ok(desks)
}

fn active(desk: &DeskRecovery) -> impl Iterator<Item = &Way> {
    desk.ways.iter().filter(|way| way.is_active)
}

fn is_well(desk: &DeskRecovery) -> bool {
    let works = active(desk).any(|way| !way.is_broken());
    desk.holders >= 2 && works && active(desk).all(|way| !way.is_due && !way.is_stale())
}

fn text(desk: &DeskRecovery, language: Language) -> String {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let head = Phrase::new("drill-desk")
        .with("desk", desk.desk_name.clone())
        .with("holders", number(desk.holders));
    let mut lines = vec![head.say(language)];
    if active(desk).next().is_none() {
        lines.push(format!("  {}", say(language, "drill-none")));
    }
    for way in active(desk) {
        let key = match way.kind {
            WayKind::Custodians => "drill-custodians",
            WayKind::Paper => "drill-paper",
        };
        let checked = way.checked_on.map(|day| day.to_string());
        let line = Phrase::new(key)
            .with("live", number(way.live()))
            .with("of", number(way.shares.len()))
            .with("needed", number(way.needed))
            .with("day", checked.unwrap_or_else(|| say(language, "recovery-never")));
        let state = if way.is_broken() {
            "recovery-broken"
        } else if way.is_stale() {
            "recovery-stale"
        } else if way.is_due {
            "recovery-due"
        } else {
            "recovery-ready"
        };
        lines.push(format!("  {} – {}", line.say(language), say(language, state)));
    }
    lines.join("\n")
}

fn json(desk: &DeskRecovery) -> serde_json::Value {
    let ways = active(desk).map(|way| {
        serde_json::json!({
            "way": way.kind.id(),
            "needed": way.needed,
            "custodians": way.shares.len(),
            "able": way.live(),
            "last_drill": way.checked_on.map(|day| day.to_string()),
            "due": way.is_due,
            "broken": way.is_broken(),
        })
    });
    serde_json::json!({
        "desk": desk.desk_name,
        "holders": desk.holders,
        "well": is_well(desk),
        "ways": ways.collect::<Vec<_>>(),
    })
}
