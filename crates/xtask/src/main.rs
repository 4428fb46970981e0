//! `cargo run -p xtask -- promises` writes PROMISES.md and its translations;
//! `cargo run -p xtask -- attacks JUNIT [DAY]` prints how a run of the attacks went, and keeps its
//! figures in docs/attacks.toml when a day is given.

use std::fmt::Write;
use std::process::ExitCode;
use xtask::attacks::{attacks, outcomes, report};
use xtask::root;

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
    let done = match asked.as_slice() {
        ["promises"] => write_promises().map(|()| true),
        ["attacks", junit] => tell(junit, None),
        ["attacks", junit, day] => tell(junit, Some(day)),
        _ => {
            eprintln!("usage: cargo run -p xtask -- promises | attacks JUNIT [DAY]");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn write_promises() -> Result<(), String> {
    for (name, text) in xtask::promises::documents()? {
        std::fs::write(root().join(name), text).map_err(|e| e.to_string())?;
    }
    Ok(())
}

fn tell(junit: &str, day: Option<&str>) -> Result<bool, String> {
    let junit = std::fs::read_to_string(junit).map_err(|e| format!("{junit}: {e}"))?;
    let (attacks, outcomes) = (attacks(), outcomes(&junit));
    let (text, is_kept_out) = report(&attacks, &outcomes);
    print!("{text}");
    if let (Some(day), true) = (day, is_kept_out) {
        let mut kept =
            format!("# Figures of the last kept run of ./test --attacks.\nday = {day:?}\n");
        for (name, outcome) in outcomes.iter().filter(|(_, outcome)| !outcome.figure.is_empty()) {
            let _ = writeln!(kept, "{name} = {:?}", outcome.figure);
        }
        std::fs::write(root().join("docs/attacks.toml"), kept).map_err(|e| e.to_string())?;
    }
    Ok(is_kept_out)
}
