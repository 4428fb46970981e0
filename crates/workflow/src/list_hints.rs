//! The queue: what the gate permits, the most urgent first, then the oldest.

use crate::rules::routing_of;
use crate::{Node, Refusal, Signed};
use guard::Action;
use guard::gate::Permitted;
use lexicon::Day;
use lexicon::ids::HintId;
use protection::routing::{Routing, Rule};
use protection::triage::{Urgency, late_days};
use std::sync::Arc;
use store::{HintCounts, HintFilter, HintHead};

/// Hints shown at once.
pub const SHOWN_MAX: i64 = 100;
/// What the officer looks for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub urgency: Option<Urgency>,
    /// A state of hints; `None` for all that wait: not settled yet, or with news of the reporter.
    pub state: Option<String>,
    /// The beginning of an alias; empty for all.
    pub alias: String,
}

/// One line of the queue. No word of what was said: an alias, a level, the rules that fired.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: HintId,
    pub alias: String,
    pub urgency: Urgency,
    pub state: String,
    /// Number and id of each rule that fired, with its duty as the rules themselves say it.
    pub rules: Vec<(usize, String, String)>,
    /// Kinds of desks it goes to.
    pub goes_to: Vec<String>,
    pub due_on: Day,
    pub late_days: i64,
    pub has_news: bool,
    pub is_yours: bool,
    pub is_assigned: bool,
}

/// The queue of one officer.
#[derive(Clone, Debug)]
pub struct Queue {
    pub lines: Vec<Line>,
    /// There are more than are shown.
    pub has_more: bool,
    /// Counts over everything that waits, whatever was looked for.
    pub counts: HintCounts,
}

/// # Errors
/// Not allowed when the gate permits no hint at all.
pub async fn list_hints(node: &Node, signed: &Signed, wanted: &Wanted) -> Result<Queue, Refusal> {
    let officer = &signed.officer;
    let desks = [(officer.desk, officer.sphere())];
    let permitted = node.gate.permitted(officer, Action::HintList, &desks);
    if permitted.is_empty() {
        return Err(Refusal::not_allowed());
    }
    let shown: Vec<Permitted> =
        permitted.iter().filter(|p| is_wanted(p, wanted)).cloned().collect();
    let today = node.today();
    let mut tx = node.read("list_hints").await?;
    let counts = tx.count_hints(&permitted, officer.id, today).await?;
    let filter = HintFilter {
        urgency: wanted.urgency.map(Urgency::rank),
        alias: &wanted.alias,
        is_waiting: wanted.state.is_none(),
    };
    let mut heads = tx.find_hints(&shown, officer.id, filter, SHOWN_MAX + 1).await?;
    let shown_max = usize::try_from(SHOWN_MAX).unwrap_or(usize::MAX);
    let has_more = heads.len() > shown_max;
    heads.truncate(shown_max);
    let mut lines = Vec::with_capacity(heads.len());
    for head in &heads {
        // Each hint is explained by the rules under which it came.
        let routing = routing_of(node, &mut tx, &head.rule_id).await?;
        lines.push(line(head, signed, &routing, today));
    }
    Ok(Queue { lines, has_more, counts })
}

/// How many hints wait for the officer's desk, for the count in the bar.
///
/// # Errors
/// When the database cannot be read.
pub async fn count_hints(node: &Node, signed: &Signed) -> Result<HintCounts, Refusal> {
    let officer = &signed.officer;
    let desks = [(officer.desk, officer.sphere())];
    let permitted = node.gate.permitted(officer, Action::HintList, &desks);
    let mut tx = node.read("count_hints").await?;
    Ok(tx.count_hints(&permitted, officer.id, node.today()).await?)
}

fn is_wanted(permitted: &Permitted, wanted: &Wanted) -> bool {
    wanted.state.as_ref().is_none_or(|state| permitted.state == state)
}

fn line(head: &HintHead, signed: &Signed, routing: &Arc<Routing>, today: Day) -> Line {
    let rules = routing.rules_of(&head.rule_id);
    let mut goes_to: Vec<String> = Vec::new();
    for kind in rules.iter().flat_map(|(_, rule)| &rule.goes_to) {
        if !goes_to.contains(kind) {
            goes_to.push(kind.clone());
        }
    }
    Line {
        id: head.id,
        alias: head.alias.clone(),
        urgency: urgency_of(head),
        state: head.state.clone(),
        rules: rules.iter().map(named).collect(),
        goes_to,
        due_on: head.due_on,
        late_days: late_days(head.due_on, today),
        has_news: head.has_news,
        is_yours: head.assigned_officer == Some(signed.officer.id),
        is_assigned: head.assigned_officer.is_some(),
    }
}

fn named((number, rule): &(usize, &Rule)) -> (usize, String, String) {
    (*number, rule.id.clone(), rule.duty.clone())
}

/// The level of a hint. A number outside the scale reads as the most urgent, never as less.
pub(crate) fn urgency_of(head: &HintHead) -> Urgency {
    Urgency::from_rank(head.urgency).unwrap_or(Urgency::Danger)
}
