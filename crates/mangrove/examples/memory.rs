//! What a node takes of memory: at rest, after 2,000 hints and after 200 sign-ins, with the costs of
//! a real node for the slow hashes and many clients at once. Prints Markdown; see bench/README.md.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that cannot be made stops"
)]

use lexicon::language::ENGLISH;
use mangrove::demo::country;
use protection::hint::{Channel, HintForm};
use std::sync::Arc;
use tokio::task::JoinSet;
use workflow::receive_hint::{SentHint, receive_hint};
use workflow::sign_in::{Proof, sign_in};
use workflow::{Node, RefusalKind};

const HINTS: usize = 2_000;
const SIGN_INS: usize = 200;
/// Clients that ask at the same time.
const CLIENTS: usize = 64;

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let country = country(&folder.path().join("demo"), 1).await.map_err(|why| why.say(ENGLISH));
    let mut country = country.expect("a country");
    country.node.member_cost = guard::members::Cost::MEMBER;
    country.node.receipt_cost = guard::members::Cost::RECEIPT;
    let login = country.logins.swap_remove(0);
    let node = Arc::new(country.node);
    println!("| | memory now | most so far | slow hashes at once |\n|---|---|---|---|");
    tell("at rest", 0);
    let each = |n: usize| {
        let node = Arc::clone(&node);
        async move { hint(&node, n).await }
    };
    many(HINTS, each).await;
    tell(&format!("after {HINTS} hints"), node.receipt_hashing.most_at_once());
    // Of the demonstration the cheap cost is stored, so the officers are strangers: a name that
    // is not known takes the node's own cost.
    let each = |n: usize| {
        let (node, name) = (Arc::clone(&node), format!("{}{n}", login.sign_in));
        async move { enter(&node, &name).await }
    };
    many(SIGN_INS, each).await;
    tell(&format!("after {SIGN_INS} sign-ins"), node.member_hashing.most_at_once());
}

async fn many<F: Future<Output = ()> + Send + 'static>(count: usize, each: impl Fn(usize) -> F) {
    let mut running = JoinSet::new();
    for n in 0..count {
        if running.len() == CLIENTS {
            running.join_next().await;
        }
        running.spawn(each(n));
    }
    while running.join_next().await.is_some() {}
}

/// Comes again as often as it is told to.
async fn hint(node: &Node, n: usize) {
    loop {
        let sent = SentHint {
            form: HintForm { text: format!("Hint {n}"), ..HintForm::default() },
            files: Vec::new(),
            language: ENGLISH,
            channel: Channel::Web,
            once: String::new(),
        };
        match receive_hint(node, sent).await {
            Ok(_) => return,
            Err(refusal) if refusal.kind == RefusalKind::Busy => {}
            Err(refusal) => panic!("{refusal} {:?}", refusal.fields),
        }
    }
}

/// Comes again as often as it is told to.
async fn enter(node: &Node, name: &str) {
    loop {
        let proof = Proof {
            sign_in_name: name.to_owned(),
            passphrase: "not the passphrase of anybody".to_owned().into(),
            code: "000000".to_owned(),
        };
        match sign_in(node, proof).await.err().expect("nobody").kind {
            RefusalKind::Busy => {}
            kind => return assert_eq!(kind, RefusalKind::BadInput),
        }
    }
}

fn tell(what: &str, at_once: usize) {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let of = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name)).expect("a line");
        let kib: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
        format!("{} MB", kib / 1_000)
    };
    println!("| {what} | {} | {} | {at_once} |", of("VmRSS"), of("VmHWM"));
}
