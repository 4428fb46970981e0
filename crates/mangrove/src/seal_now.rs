//! `mangrove seal-now`: the node that runs in the directory ends every session and wipes every
//! unlocked key. One that does not run holds none.

use crate::commands::{Verb, put};
use crate::control::Running;
use crate::serve::{data_argument, data_path, refuse};
use clap::{ArgMatches, Command};
use lexicon::{Language, Phrase, phrase::say};
use std::process::ExitCode;
use std::sync::Arc;
use tokio::signal::unix::{SignalKind, signal};
use workflow::Node;
use workflow::seal_node::{seal_at_once, sealed_leaf};

pub const VERB: Verb = Verb { name: "seal-now", arguments, run };

fn arguments(command: Command, language: Language) -> Command {
    command.arg(data_argument(language))
}

fn run(matches: &ArgMatches, language: Language) -> ExitCode {
    let Some(running) = Running::find(&data_path(matches, "node")) else {
        put(&mut std::io::stdout(), &format!("{}\n", say(language, "seal-not-running")));
        return ExitCode::SUCCESS;
    };
    match running.seal_now(language) {
        Some(told) => told.tell(),
        None => refuse(&Phrase::new("seal-no-answer"), language),
    }
}

/// Seals the node whenever the process is told to: by SIGUSR1, and as soon as it is told to stop,
/// before requests under way are waited for.
pub fn seal_on_signals(node: &Arc<Node>) {
    let told = [
        (SignalKind::user_defined1(), "sealed-by-signal"),
        (SignalKind::terminate(), ""),
        (SignalKind::interrupt(), ""),
    ];
    for (kind, how) in told {
        let node = Arc::clone(node);
        tokio::spawn(async move {
            let Ok(mut told) = signal(kind) else { return };
            while told.recv().await.is_some() {
                let sealed = seal_at_once(&node);
                tracing::info!(sessions = sealed.sessions, "sealed by a signal");
                if how.is_empty() {
                    continue;
                }
                if let Err(refusal) = sealed_leaf(&node, None, how).await {
                    tracing::warn!(known = %refusal, "the sealing could not be written down");
                }
            }
        });
    }
}
