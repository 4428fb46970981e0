//! The cases of a desk: aliases, states and days; nothing is opened.

use crate::{Node, Refusal, Signed};
use guard::{Action, Kind, Thing};
use lexicon::Day;
use lexicon::ids::CaseId;
use protection::case::CaseState;
use store::cases::CaseLine;

/// Lines of one page.
pub const LINES: i64 = 50;

/// What of the list is wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct WantedCases {
    pub state: Option<CaseState>,
    /// The last line of the page before.
    pub after: Option<(Day, CaseId)>,
}

/// One page of the list, late things first.
pub struct CaseList {
    pub lines: Vec<CaseLine>,
    /// Where the next page begins, if there is one.
    pub next: Option<(Day, CaseId)>,
    pub can_open: bool,
    pub today: Day,
}

/// # Errors
/// Not allowed when the gate permits no case to the officer at all.
pub async fn list_cases(
    node: &Node,
    signed: &Signed,
    wanted: WantedCases,
) -> Result<CaseList, Refusal> {
    let officer = &signed.officer;
    let mut tx = node.read("list_cases").await?;
    let desks: Vec<_> = tx.list_desks().await?.iter().map(|d| (d.id, d.sphere)).collect();
    let mut permits = node.gate.permitted(officer, Action::CaseList, &desks);
    if permits.is_empty() {
        return Err(Refusal::not_found());
    }
    if let Some(state) = wanted.state {
        permits.retain(|permit| permit.state == state.id());
    }
    let mut lines = tx.list_cases(&permits, officer.id, wanted.after, LINES + 1).await?;
    let next = (lines.len() > usize::try_from(LINES).unwrap_or(usize::MAX)).then(|| {
        lines.pop();
        lines.last().map(|line| (line.due_on, line.id))
    });
    let new = Thing::to_be_made(Kind::Case, [0; 16], officer.desk, officer.sphere());
    Ok(CaseList {
        lines,
        next: next.flatten(),
        can_open: node.gate.allows(officer, Action::CaseCreate, &new),
        today: node.today(),
    })
}
