//! What has happened in the demonstration country: an agenda of days, and the verbs that officers
//! and strangers used on each.

use super::content::{Content, Hint, Then};
use super::people::Seat;
use lexicon::chance::FixedClock;
use lexicon::ids::{CaseId, DeskId, HintId};
use lexicon::{Clock, Day};
use protection::case::CaseState;
use workflow::sequence::Sequencer;
use workflow::{Node, Refusal};

/// Days before today on which the country was set up.
pub const FIRST_DAY: i64 = 100;

/// A hint that was received.
pub struct Told {
    pub id: HintId,
    pub code: String,
    pub desk: DeskId,
}

/// A case that was opened, and by which seat.
#[derive(Clone, Copy)]
pub struct Opened {
    pub id: CaseId,
    pub seat: usize,
}

/// The country while it is made.
pub struct Story<'a> {
    pub node: &'a Node,
    pub content: &'a Content,
    pub seats: &'a [Seat],
    pub hints: Vec<Option<Told>>,
    pub cases: Vec<Option<Opened>>,
}

/// One thing that somebody did. Numbers are places in [`Content`]: of a hint, or of a case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    Receive(usize),
    Read(usize),
    Answer(usize),
    Again(usize),
    HandOver(usize),
    Screen(usize),
    Open(usize),
    Work(usize),
    Part(usize),
    Move(usize, CaseState),
    Identity(usize),
}

/// Makes everything that happened, day after day, and signs the ledger each day.
///
/// # Errors
/// A verb's refusal: the content does not fit the house.
pub async fn tell(
    node: &Node,
    clock: &FixedClock,
    content: &Content,
    seats: &[Seat],
) -> Result<(), Refusal> {
    let today = clock.today().plus_days(FIRST_DAY);
    let mut sequencer = Sequencer::start(node).await?;
    let mut story = Story {
        node,
        content,
        seats,
        hints: content.hints.iter().map(|_| None).collect(),
        cases: content.cases().iter().map(|_| None).collect(),
    };
    for (days_ago, step) in agenda(content) {
        go_to(clock, today.plus_days(-days_ago), node, &mut sequencer).await?;
        story.take(step).await.map_err(|refusal| named(refusal, step))?;
    }
    sequencer.step(node).await?;
    Ok(())
}

fn named(refusal: Refusal, step: Step) -> Refusal {
    let fields: Vec<String> = refusal.fields.iter().map(|c| format!("{c:?}")).collect();
    let known = format!("{step:?}: {refusal}: {}", fields.join("; "));
    refusal.known(known)
}

/// Puts the clock on a day; what the ledger took in before is signed with the day before.
async fn go_to(
    clock: &FixedClock,
    day: Day,
    node: &Node,
    sequencer: &mut Sequencer,
) -> Result<(), Refusal> {
    let days = day.days_since(clock.today());
    if days > 0 {
        sequencer.step(node).await?;
        clock.advance_s(days * 86_400);
    }
    Ok(())
}

/// Everything that happens, with the days before today on which it does, oldest first.
pub fn agenda(content: &Content) -> Vec<(i64, Step)> {
    let mut all = Vec::new();
    for (n, hint) in content.hints.iter().enumerate() {
        let later = |days: i64| (hint.days - days).max(0);
        all.push((hint.days, Step::Receive(n)));
        if hint.then == Then::New {
            continue;
        }
        all.push((later(1), Step::Read(n)));
        if hint.answer.is_some() {
            all.push((later(1), Step::Answer(n)));
        }
        if hint.again.is_some() {
            all.push((later(2), Step::Again(n)));
        }
        if matches!(hint.then, Then::HandedOver | Then::Case) {
            all.push((later(1), Step::HandOver(n)));
        }
        if matches!(hint.then, Then::Screened | Then::Case) {
            all.push((later(2), Step::Screen(n)));
        }
    }
    for (n, case) in content.cases().iter().enumerate() {
        let name = case.first().map(|person| person.name.as_str());
        let hint = content.hints.iter().find(|hint| hint.person.as_deref() == name);
        add_case(&mut all, n, opened_ago(n, hint));
    }
    // A stable sort: on one day things happen in the order in which they were added.
    all.sort_by_key(|(days_ago, _)| std::cmp::Reverse(*days_ago));
    all
}

/// A case opens two days after its hint, or on a day of its own.
fn opened_ago(n: usize, hint: Option<&Hint>) -> i64 {
    let spread = 8 + i64::try_from(n).unwrap_or(0) * 7 % 83;
    hint.map_or(spread, |hint| (hint.days - 2).max(0))
}

fn add_case(all: &mut Vec<(i64, Step)>, n: usize, days_ago: i64) {
    let path = path(n);
    let gap = (days_ago / (i64::try_from(path.len()).unwrap_or(0) + 2)).max(1);
    let later = |steps: i64| (days_ago - gap * steps).max(0);
    all.push((days_ago, Step::Open(n)));
    all.push((later(1), Step::Work(n)));
    if n.is_multiple_of(2) {
        all.push((later(1), Step::Part(n)));
    }
    if n.is_multiple_of(3) {
        all.push((later(1), Step::Identity(n)));
    }
    for (step, state) in (2..).zip(path) {
        all.push((later(step), Step::Move(n, *state)));
    }
}

/// The states a case has gone through; every state is the last of some.
fn path(n: usize) -> &'static [CaseState] {
    use CaseState::{Closed, Conclusive, Presumed, ReasonableGrounds, Reflection};
    match n % 6 {
        0 => &[],
        1 => &[Presumed],
        2 => &[Presumed, ReasonableGrounds],
        3 => &[Presumed, ReasonableGrounds, Reflection],
        4 => &[Presumed, ReasonableGrounds, Conclusive],
        _ => &[Presumed, Reflection, Conclusive, Closed],
    }
}

impl Story<'_> {
    async fn take(&mut self, step: Step) -> Result<(), Refusal> {
        match step {
            Step::Receive(n) => self.receive(n).await,
            Step::Read(n) => self.read(n).await,
            Step::Answer(n) => self.answer(n).await,
            Step::Again(n) => self.again(n).await,
            Step::HandOver(n) => self.hand_over(n).await,
            Step::Screen(n) => self.screen(n).await,
            Step::Open(n) => self.open(n).await,
            Step::Work(n) => self.work(n).await,
            Step::Part(n) => self.part(n).await,
            Step::Move(n, state) => self.move_on(n, state).await,
            Step::Identity(n) => self.identity(n).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CaseState, FIRST_DAY, agenda, path};
    use crate::demo::content::content;

    #[test]
    fn the_agenda_runs_forward_and_every_state_is_reached() {
        let agenda = agenda(&content().unwrap());
        assert!(agenda.windows(2).all(|pair| pair[0].0 >= pair[1].0));
        assert!(agenda.iter().all(|(days, _)| (0..FIRST_DAY).contains(days)));
        for state in CaseState::ALL {
            let last = |n: usize| path(n).last().copied().unwrap_or(CaseState::Open);
            assert!((0..6).any(|n| last(n) == state), "{state:?}");
        }
    }
}
