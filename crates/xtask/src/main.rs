//! `cargo run -p xtask -- promises` writes PROMISES.md.

use std::process::ExitCode;

fn main() -> ExitCode {
    let asked = std::env::args().nth(1).unwrap_or_default();
    if asked != "promises" {
        eprintln!("usage: cargo run -p xtask -- promises");
        return ExitCode::from(2);
    }
    let written = xtask::promises::document().and_then(|text| {
        std::fs::write(xtask::root().join("PROMISES.md"), text).map_err(|e| e.to_string())
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
