//! The documents that the law asks for before anything of a real person is kept: impact
//! assessment, register of processing, retention schedule, and a letter to the data protection
//! authority. They are made from what the country recorded and from what this release does; what
//! only the country can know stands open, as lines to fill by hand.
//!
//! Here they are keys and values. Whoever shows them says the keys in the reader's language.

use crate::sign_set_up::Ground;
use crate::{Node, Refusal, Signed};
use lexicon::language::LANGUAGES;
use lexicon::phrase::say;
use sha2::{Digest, Sha256};
use store::{Store, StoreError};

/// The documents, in the order in which they are read.
pub const PAPERS: [&str; 4] = ["impact", "register", "schedule", "letter"];
/// Risks that the impact assessment names, by the key of their texts; each stands in THREATS.md
/// too.
pub const RISKS: [&str; 9] = [
    "officer",
    "outsider",
    "seizure",
    "enforcement",
    "giver",
    "figures",
    "loss",
    "coercion",
    "partner",
];
/// What this release leaves open.
pub const OPEN: [&str; 3] = ["deletion", "partners", "law"];

/// A value in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A key of the texts.
    Key(String),
    /// What somebody recorded.
    Text(String),
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Heading(&'static str),
    Text(&'static str),
    /// A line that the country fills by hand.
    Blank(&'static str),
    /// Keys of the columns, and the rows.
    Table(Vec<&'static str>, Vec<Vec<Said>>),
    /// Where the two sign on paper.
    Signatures,
}

/// One document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// One of [`PAPERS`].
    pub id: &'static str,
    pub parts: Vec<Part>,
}

/// All documents, as they are signed.
pub struct Papers {
    pub all: Vec<Paper>,
    /// SHA-256 of what is signed, in hexadecimal: the documents in every language and the grounds.
    pub hash: String,
    pub is_signed: bool,
}

/// The documents for the two who sign.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn view_papers(node: &Node, signed: &Signed) -> Result<Papers, Refusal> {
    let set_up = crate::sign_set_up::view_set_up(node, signed).await?;
    let is_signed = set_up.is_signed();
    Ok(Papers { all: papers(&set_up.grounds), hash: set_up.hash, is_signed })
}

/// The documents of a database, for the command line.
///
/// # Errors
/// When the database cannot be read.
pub async fn papers_of(store: &Store) -> Result<Papers, StoreError> {
    let mut tx = store.read("documents").await?;
    let (grounds, hash, is_signed) = crate::sign_set_up::recorded(&mut tx).await?;
    Ok(Papers { all: papers(&grounds), hash, is_signed })
}

/// Makes the documents from what was recorded.
pub fn papers(grounds: &[Ground]) -> Vec<Paper> {
    let make = |id| match id {
        "impact" => impact(grounds),
        "register" => register(grounds),
        "schedule" => schedule(grounds),
        _ => letter(),
    };
    PAPERS.map(|id| Paper { id, parts: make(id) }).to_vec()
}

fn impact(grounds: &[Ground]) -> Vec<Part> {
    let risks = RISKS.map(|risk| {
        ["risk", "measure", "left"].map(|part| Said::Key(format!("papers-{part}-{risk}"))).to_vec()
    });
    let open = OPEN.map(|key| vec![Said::Key(format!("papers-open-{key}"))]);
    vec![
        Part::Heading("papers-head-what"),
        Part::Text("papers-what-one"),
        Part::Text("papers-what-two"),
        Part::Blank("papers-blank-controller"),
        Part::Blank("papers-blank-dpo"),
        Part::Blank("papers-blank-host"),
        Part::Heading("papers-head-persons"),
        Part::Text("papers-persons-one"),
        Part::Text("papers-persons-two"),
        Part::Heading("papers-head-grounds"),
        ground_table(grounds),
        Part::Heading("papers-head-risks"),
        Part::Table(
            vec!["papers-col-risk", "papers-col-measure", "papers-col-left"],
            risks.to_vec(),
        ),
        Part::Heading("papers-head-open"),
        Part::Table(Vec::new(), open.to_vec()),
        Part::Blank("papers-blank-consulted"),
        Part::Blank("papers-blank-decision"),
        Part::Heading("papers-head-sign"),
        Part::Signatures,
    ]
}

fn register(grounds: &[Ground]) -> Vec<Part> {
    vec![
        Part::Blank("papers-blank-controller"),
        Part::Blank("papers-blank-dpo"),
        Part::Heading("papers-head-persons"),
        Part::Text("papers-persons-one"),
        Part::Text("papers-persons-two"),
        Part::Heading("papers-head-grounds"),
        ground_table(grounds),
        Part::Text("papers-measures"),
        Part::Signatures,
    ]
}

fn schedule(grounds: &[Ground]) -> Vec<Part> {
    let columns = ["desk", "for", "time", "end"].map(|col| match col {
        "desk" => "papers-col-desk",
        "for" => "papers-col-for",
        "time" => "papers-col-time",
        _ => "papers-col-end",
    });
    let rows = grounds.iter().map(|ground| {
        vec![
            Said::Text(ground.desk_name.clone()),
            purpose(ground),
            time(ground),
            Said::Key("papers-end".to_owned()),
        ]
    });
    let open = vec![vec![Said::Key("papers-open-deletion".to_owned())]];
    vec![
        Part::Table(columns.to_vec(), rows.collect()),
        Part::Heading("papers-head-open"),
        Part::Table(Vec::new(), open),
        Part::Signatures,
    ]
}

fn letter() -> Vec<Part> {
    vec![
        Part::Blank("papers-blank-authority"),
        Part::Blank("papers-blank-controller"),
        Part::Heading("papers-letter-subject"),
        Part::Text("papers-letter-one"),
        Part::Text("papers-letter-two"),
        Part::Text("papers-letter-three"),
        Part::Blank("papers-blank-dpo"),
        Part::Signatures,
    ]
}

fn ground_table(grounds: &[Ground]) -> Part {
    let columns = vec![
        "papers-col-desk",
        "papers-col-for",
        "papers-col-law",
        "papers-col-special",
        "papers-col-time",
        "papers-col-recipients",
    ];
    let rows = grounds.iter().map(|ground| {
        vec![
            Said::Text(ground.desk_name.clone()),
            purpose(ground),
            Said::Text(ground.source.clone()),
            Said::Text(ground.special.clone()),
            time(ground),
            Said::Text(ground.recipients.clone()),
        ]
    });
    Part::Table(columns, rows.collect())
}

fn purpose(ground: &Ground) -> Said {
    Said::Key(format!("set-up-purpose-{}", ground.purpose))
}

fn time(ground: &Ground) -> Said {
    Said::Key(format!("set-up-keep-{}", ground.retention_days))
}

/// A fingerprint of everything that the documents say, in every language: another release with
/// other words is signed anew.
pub(crate) fn print_of(grounds: &[Ground]) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut take = |text: &str| {
        hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(text.as_bytes());
    };
    // What a desk is called is not signed: only what it may keep.
    let nameless: Vec<Ground> =
        grounds.iter().map(|g| Ground { desk_name: g.desk.to_string(), ..g.clone() }).collect();
    let all = papers(&nameless);
    for language in LANGUAGES {
        for paper in &all {
            take(&say(language, &format!("papers-{}", paper.id)));
            for part in &paper.parts {
                match part {
                    Part::Heading(key) | Part::Text(key) | Part::Blank(key) => {
                        take(&say(language, key));
                    }
                    Part::Signatures => take("signatures"),
                    Part::Table(columns, rows) => {
                        columns.iter().for_each(|key| take(&say(language, key)));
                        for cell in rows.iter().flatten() {
                            match cell {
                                Said::Key(key) => take(&say(language, key)),
                                Said::Text(text) => take(text),
                            }
                        }
                    }
                }
            }
        }
    }
    hash.finalize().into()
}
