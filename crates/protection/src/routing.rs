//! Which desk a hint goes to, by rules that are catalogue entries. Every rule says whether it
//! fired and why, or why not.
//!
//! Architecture invariant: no rule can send a hint to immigration enforcement, to oversight or to
//! a protection desk (which never reads back); a catalogue that tries is refused as a whole.

use crate::hint::{Fact, HintAnswers, Stated};
use crate::triage::Urgency;
use lexicon::catalogue::Catalogue;
use lexicon::{Complaint, Phrase};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// The volume of the catalogue.
pub const VOLUME: &str = "routing";

/// Kinds of desks that may receive a hint.
pub const DESK_KINDS: [&str; 9] = [
    "coordination",
    "ngo",
    "shelter",
    "hospital",
    "child-protection",
    "labour-inspectorate",
    "police",
    "prosecution",
    "border-guard",
];

/// Where a child is told.
const CHILD_DESK: &str = "child-protection";
/// No rule and no level waits longer, in days.
const DUE_DAYS_MAX: i64 = 30;

/// `fact=stated`, one condition of a rule or reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct Condition {
    pub fact: Fact,
    pub stated: Stated,
}

impl TryFrom<String> for Condition {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not fact=stated");
        let (fact, stated) = text.split_once('=').ok_or_else(wrong)?;
        Ok(Self {
            fact: Fact::parse(fact).ok_or_else(wrong)?,
            stated: Stated::parse(stated).ok_or_else(wrong)?,
        })
    }
}

impl Condition {
    fn holds(self, answers: &HintAnswers) -> bool {
        answers.stated(self.fact) == self.stated
    }
}

/// When a rule or a reason is met.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct When {
    all: Vec<Condition>,
    any: Vec<Condition>,
    none: Vec<Condition>,
}

/// What a `when` found in a hint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weighed {
    /// Conditions that hold.
    pub met: Vec<Condition>,
    /// Conditions that would have to hold.
    pub missing: Vec<Condition>,
    /// Conditions that hold and stand against it.
    pub barring: Vec<Condition>,
}

impl Weighed {
    pub fn is_met(&self) -> bool {
        self.missing.is_empty() && self.barring.is_empty()
    }
}

impl When {
    pub fn weigh(&self, answers: &HintAnswers) -> Weighed {
        let mut weighed = Weighed::default();
        for condition in &self.all {
            let side =
                if condition.holds(answers) { &mut weighed.met } else { &mut weighed.missing };
            side.push(*condition);
        }
        let any: Vec<_> = self.any.iter().copied().filter(|c| c.holds(answers)).collect();
        if any.is_empty() {
            weighed.missing.extend(&self.any);
        }
        weighed.met.extend(any);
        weighed.barring.extend(self.none.iter().filter(|c| c.holds(answers)));
        weighed
    }

    fn is_empty(&self) -> bool {
        self.all.is_empty() && self.any.is_empty() && self.none.is_empty()
    }

    pub fn all(&self) -> &[Condition] {
        &self.all
    }

    pub fn any(&self) -> &[Condition] {
        &self.any
    }

    pub fn none(&self) -> &[Condition] {
        &self.none
    }

    /// Met whenever this fact is stated with yes, whatever else is.
    fn is_met_by(&self, fact: Fact) -> bool {
        let yes = Condition { fact, stated: Stated::Yes };
        let is_in_any = self.any.is_empty() || self.any.contains(&yes);
        self.none.is_empty() && is_in_any && self.all.iter().all(|condition| *condition == yes)
    }

    /// Never met when this fact is stated with yes.
    fn is_barred_by(&self, fact: Fact) -> bool {
        let is_other = |c: &Condition| c.fact == fact && c.stated != Stated::Yes;
        self.none.contains(&Condition { fact, stated: Stated::Yes })
            || self.all.iter().any(is_other)
    }
}

/// How a hint goes on after it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Path {
    /// The law asks for it.
    Mandatory,
    /// A life is at stake now.
    Urgent,
    /// The person is asked first.
    Consent,
    /// The desk that reads it keeps it.
    Stay,
}

impl Path {
    pub fn id(self) -> &'static str {
        match self {
            Self::Mandatory => "mandatory",
            Self::Urgent => "urgent",
            Self::Consent => "consent",
            Self::Stay => "stay",
        }
    }
}

/// One routing rule.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: String,
    active: bool,
    order: u32,
    pub path: Path,
    /// Kinds of desks that may open the hint first; the first that exists does.
    pub read_by: Vec<String>,
    /// Kinds of desks it is handed over to.
    pub goes_to: Vec<String>,
    /// Whole days until the hand-over is due.
    pub due_days: i64,
    /// The duty in a few words, as the source says it.
    pub duty: String,
    /// Where the duty is written.
    pub basis: String,
    pub when: When,
}

impl Rule {
    pub fn key(&self) -> String {
        format!("routing-rule-{}", self.id)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReasonEntry {
    pub(crate) id: String,
    pub(crate) level: Urgency,
    pub(crate) when: When,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Level {
    id: Urgency,
    rank: i64,
    due_days: i64,
}

/// An example with its answer, tried in every test.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    pub id: String,
    pub facts: std::collections::BTreeMap<Fact, Stated>,
    pub level: Urgency,
    pub fired: Vec<String>,
}

/// The level of a hint for which no reason is met.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Base {
    #[serde(rename = "id")]
    _id: String,
    level: Urgency,
}

/// The catalogue of routing, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routing {
    version: String,
    base_level: Urgency,
    levels: Vec<Level>,
    reasons: Vec<ReasonEntry>,
    /// Active rules in their order.
    rules: Vec<Rule>,
    vectors: Vec<Vector>,
}

/// What became of one rule for one hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome<'a> {
    /// The rule's place, from 1; officers call it by this number.
    pub number: usize,
    pub rule: &'a Rule,
    pub weighed: Weighed,
}

/// Where a hint goes, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision<'a> {
    /// Rules that fired, the leading one first; never empty.
    pub fired: Vec<Outcome<'a>>,
    /// Rules that did not, with what was missing or stood against them.
    pub not_fired: Vec<Outcome<'a>>,
}

impl<'a> Decision<'a> {
    /// Ids of the rules that fired, `+` between them; kept with the hint.
    pub fn code(&self) -> String {
        let ids: Vec<&str> = self.fired.iter().map(|o| o.rule.id.as_str()).collect();
        ids.join("+")
    }

    /// Kinds of desks that may open it first, the best first.
    pub fn read_by(&self) -> Vec<&'a str> {
        first_of_each(self.fired.iter().flat_map(|o| &o.rule.read_by))
    }

    /// Kinds of desks it is handed over to, the most pressing first.
    pub fn goes_to(&self) -> Vec<&'a str> {
        first_of_each(self.fired.iter().flat_map(|o| &o.rule.goes_to))
    }

    pub fn path(&self) -> Path {
        self.fired.first().map_or(Path::Stay, |o| o.rule.path)
    }
}

fn first_of_each<'a>(kinds: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    kinds.map(String::as_str).filter(|kind| seen.insert(*kind)).collect()
}

impl Routing {
    /// The catalogue without a national overlay.
    pub fn built_in() -> &'static Self {
        static ROUTING: OnceLock<Routing> = OnceLock::new();
        ROUTING.get_or_init(|| {
            let read = Catalogue::only(&[VOLUME]).and_then(|catalogue| Self::read(&catalogue));
            read.unwrap_or_else(|_| Self::empty())
        })
    }

    /// Stands in when the built-in catalogue cannot be read, which a test forbids.
    fn empty() -> Self {
        Self {
            version: String::new(),
            base_level: Urgency::Danger,
            levels: Vec::new(),
            reasons: Vec::new(),
            rules: Vec::new(),
            vectors: Vec::new(),
        }
    }

    /// Reads the volume, with the overlays that are laid over it.
    ///
    /// # Errors
    /// Everything that is wrong in it; nothing of it is used then.
    pub fn read(catalogue: &Catalogue) -> Result<Self, Vec<Complaint>> {
        let mut rules: Vec<Rule> = catalogue.entries(VOLUME, "rule")?;
        rules.retain(|rule| rule.active);
        rules.sort_by_key(|rule| rule.order);
        let base: Base = catalogue.single(VOLUME, "base")?;
        let routing = Self {
            version: version_of(catalogue),
            base_level: base.level,
            levels: catalogue.entries(VOLUME, "level")?,
            reasons: catalogue.entries(VOLUME, "reason")?,
            rules,
            vectors: catalogue.entries(VOLUME, "vector")?,
        };
        let complaints = routing.complaints();
        if complaints.is_empty() { Ok(routing) } else { Err(complaints) }
    }

    fn complaints(&self) -> Vec<Complaint> {
        let mut found = Vec::new();
        let mut complain = |field: &str, key: &'static str| {
            found.push(Complaint::new(0, field, Phrase::new(key).with("id", field)));
        };
        let mut orders = BTreeSet::new();
        for rule in &self.rules {
            if !orders.insert(rule.order) {
                complain(&rule.id, "routing-error-order");
            }
            if rule.read_by.is_empty() || !(0..=DUE_DAYS_MAX).contains(&rule.due_days) {
                complain(&rule.id, "routing-error-incomplete");
            }
            let kinds = rule.read_by.iter().chain(&rule.goes_to);
            if kinds.into_iter().any(|kind| !DESK_KINDS.contains(&kind.as_str())) {
                complain(&rule.id, "routing-error-desk");
            }
        }
        if !self.rules.last().is_some_and(|rule| rule.when.is_empty()) {
            complain("rule", "routing-error-no-default");
        }
        for urgency in Urgency::ALL {
            let entries: Vec<_> = self.levels.iter().filter(|l| l.id == urgency).collect();
            let days_max = if urgency == Urgency::Danger { 0 } else { DUE_DAYS_MAX };
            let is_sound =
                |l: &Level| l.rank == urgency.rank() && (0..=days_max).contains(&l.due_days);
            if !matches!(entries.as_slice(), [l] if is_sound(l)) {
                complain(urgency.id(), "routing-error-level");
            }
        }
        for (id, key) in self.missing_duties() {
            complain(&id, key);
        }
        found
    }

    /// What no country may take away: a child is always told to child protection because the law
    /// asks for it, danger and a deadly journey are urgent, all of it on the day of arrival, and no
    /// rule that waits comes first.
    fn missing_duties(&self) -> Vec<(String, &'static str)> {
        let is_child = |rule: &Rule| {
            let is_told = rule.goes_to.iter().any(|kind| kind == CHILD_DESK);
            rule.path == Path::Mandatory && is_told && rule.due_days == 0
        };
        let is_urgent = |rule: &Rule| {
            rule.path == Path::Urgent && !rule.goes_to.is_empty() && rule.due_days == 0
        };
        let mut missing = self.missing_duty(Fact::Child, is_child, "routing-error-child");
        missing.extend(self.missing_duty(Fact::DangerNow, is_urgent, "routing-error-danger"));
        if !self.rules.iter().any(|r| is_urgent(r) && r.when.is_met_by(Fact::JourneyDanger)) {
            missing.push(("journey-danger".to_owned(), "routing-error-journey"));
        }
        for (fact, least) in [(Fact::DangerNow, Urgency::Danger), (Fact::Child, Urgency::Today)] {
            let is_reason = |r: &ReasonEntry| r.level >= least && r.when.is_met_by(fact);
            if !self.reasons.iter().any(is_reason) {
                missing.push((fact.id().to_owned(), "routing-error-urgency"));
            }
            if self.due_days(least) > 0 {
                missing.push((least.id().to_owned(), "routing-error-late"));
            }
        }
        missing
    }

    /// A rule of this kind must fire for the fact, and each rule before it must not wait.
    fn missing_duty(
        &self,
        fact: Fact,
        is_duty: impl Fn(&Rule) -> bool,
        key: &'static str,
    ) -> Vec<(String, &'static str)> {
        let found = self.rules.iter().position(|r| is_duty(r) && r.when.is_met_by(fact));
        let Some(at) = found else { return vec![(fact.id().to_owned(), key)] };
        let waits = |rule: &&Rule| {
            matches!(rule.path, Path::Consent | Path::Stay) && !rule.when.is_barred_by(fact)
        };
        let before = self.rules.iter().take(at).filter(waits);
        before.map(|rule| (rule.id.clone(), "routing-error-before-duty")).collect()
    }

    /// Version of the catalogue, with the overlay's when there is one.
    pub fn version(&self) -> &str {
        &self.version
    }

    pub fn vectors(&self) -> &[Vector] {
        &self.vectors
    }

    pub(crate) fn reasons(&self) -> &[ReasonEntry] {
        &self.reasons
    }

    pub(crate) fn base_level(&self) -> Urgency {
        self.base_level
    }

    /// Active rules in their order.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Why a hint is urgent: id, level, and when.
    pub fn urgent_when(&self) -> impl Iterator<Item = (&str, Urgency, &When)> {
        self.reasons.iter().map(|reason| (reason.id.as_str(), reason.level, &reason.when))
    }

    /// Whole days from arrival until a hint of this level is due.
    pub fn due_days(&self, urgency: Urgency) -> i64 {
        self.levels.iter().find(|l| l.id == urgency).map_or(0, |l| l.due_days)
    }

    /// Asks every rule. Total: the last rule always fires.
    pub fn decide(&self, answers: &HintAnswers) -> Decision<'_> {
        let (fired, not_fired) = self
            .rules
            .iter()
            .enumerate()
            .map(|(at, rule)| Outcome { number: at + 1, rule, weighed: rule.when.weigh(answers) })
            .partition(|outcome| outcome.weighed.is_met());
        Decision { fired, not_fired }
    }

    /// The rules of a code that was kept with a hint, with their numbers. The version of the
    /// country's rules that may stand behind `@` is not looked at.
    pub fn rules_of(&self, code: &str) -> Vec<(usize, &Rule)> {
        let code = code.split('@').next().unwrap_or_default();
        let named = |rule: &Rule| code.split('+').any(|id| id == rule.id);
        let numbered = self.rules.iter().enumerate().map(|(at, rule)| (at + 1, rule));
        numbered.filter(|(_, rule)| named(rule)).collect()
    }
}

/// The volume's version, then name and version of each overlay.
fn version_of(catalogue: &Catalogue) -> String {
    let overlays = catalogue.overlays().iter().map(|o| format!("{} {}", o.name, o.version));
    let all: Vec<String> =
        std::iter::once(catalogue.version(VOLUME).to_owned()).chain(overlays).collect();
    all.join(", ")
}

#[cfg(test)]
mod tests;
