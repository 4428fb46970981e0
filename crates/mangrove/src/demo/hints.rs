//! The hints of the demonstration: received from strangers or by phone, read, answered, handed
//! over, screened.

use super::people::Seat;
use super::story::{Story, Told};
use guard::receipts::{Receipt, ReceiptKeys};
use guard::{DeskKind, Role};
use lexicon::ids::DeskId;
use lexicon::{Language, Sphere, language::ENGLISH};
use protection::hint::{Channel, HintForm};
use protection::screening::{Age, Answer, Change};
use store::HintHead;
use workflow::answer_reporter::answer_reporter;
use workflow::hand_over_hint::{Ground, hand_over_hint};
use workflow::open_hint::open_hint;
use workflow::raise_urgency::take_on_hint;
use workflow::receive_hint::{SentHint, receive_hint};
use workflow::screen_person::{
    NewScreening, decide_screening, note_in_screening, open_screening, start_screening,
};
use workflow::take_hint_by_phone::take_hint_by_phone;
use workflow::write_again::write_again;
use workflow::{Refusal, Signed};

/// What is observed in the screenings, one list after the other: exploitation of an adult, of a
/// child, a crossing, both, and too little to say.
const OBSERVED: [&[&str]; 6] = [
    &["co-documents", "co-debt", "exp-excessive-hours"],
    &["deceived-job-nature", "exp-domestic-live-in", "co-confined"],
    &["som-crossed-irregular", "som-facilitator", "som-paid", "asom-extortion"],
    &["som-crossed-irregular", "som-facilitator", "som-paid", "asom-work-off", "co-debt"],
    &["co-violence", "exp-forced-crime"],
    &["som-crossed-irregular"],
];
const OBSERVED_OF_A_CHILD: [&str; 2] = ["exp-child-hazardous", "exp-begging-quota"];

impl Story<'_> {
    pub(super) async fn receive(&mut self, n: usize) -> Result<(), Refusal> {
        let Some(hint) = self.content.hints.get(n) else { return Ok(()) };
        let channel = Channel::parse(&hint.channel).unwrap_or(Channel::Web);
        let form = HintForm {
            text: hint.text.clone(),
            place: hint.place.clone(),
            who: hint.who.clone(),
            about: hint.about.clone(),
            danger: hint.danger.clone(),
            ticks: hint.ticks.clone(),
            ..HintForm::default()
        };
        let language = Language::find(&hint.language).unwrap_or(ENGLISH);
        let once = String::new();
        let sent = SentHint { form, files: Vec::new(), language, channel, once };
        let received = match channel {
            Channel::Phone | Channel::WalkIn => {
                let operator = self.officer(|seat| seat.role() == Role::Triage)?;
                take_hint_by_phone(self.node, operator, sent).await?
            }
            Channel::Web | Channel::Api => receive_hint(self.node, sent).await?,
        };
        let head = self.head_of(&received.receipt).await?;
        let code = received.receipt.digits().to_string();
        let told = Told { id: head.id, code, desk: head.desk_id };
        self.hints.get_mut(n).map(|place| place.insert(told));
        Ok(())
    }

    async fn head_of(&self, receipt: &Receipt) -> Result<HintHead, Refusal> {
        let keys = ReceiptKeys::derive(receipt, &self.node.keys.pepper, self.node.receipt_cost)
            .map_err(|why| Refusal::fault(why.to_string()))?;
        let mut tx = self.node.read("demo_hint").await?;
        let row = tx.find_hint_by_receipt(&keys.lookup).await?;
        row.map(|row| row.head).ok_or_else(Refusal::not_found)
    }

    pub(super) async fn read(&mut self, n: usize) -> Result<(), Refusal> {
        let Some(told) = self.told(n) else { return Ok(()) };
        let officer = self.reader(told.desk)?;
        let opened = open_hint(self.node, officer, told.id).await?;
        if n.is_multiple_of(3) {
            take_on_hint(self.node, officer, (told.id, opened.version)).await?;
        }
        Ok(())
    }

    pub(super) async fn answer(&mut self, n: usize) -> Result<(), Refusal> {
        let text = self.content.hints.get(n).and_then(|hint| hint.answer.as_deref());
        let (Some(told), Some(text)) = (self.told(n), text) else { return Ok(()) };
        answer_reporter(self.node, self.reader(told.desk)?, told.id, text).await
    }

    pub(super) async fn again(&mut self, n: usize) -> Result<(), Refusal> {
        let text = self.content.hints.get(n).and_then(|hint| hint.again.as_deref());
        let (Some(told), Some(text)) = (self.told(n), text) else { return Ok(()) };
        write_again(self.node, &told.code, text, Vec::new()).await
    }

    pub(super) async fn hand_over(&mut self, n: usize) -> Result<(), Refusal> {
        let Some(told) = self.told(n) else { return Ok(()) };
        let Some((desk, ground)) = self.goes_to(n, told.desk) else { return Ok(()) };
        let (id, officer) = (told.id, self.reader(told.desk)?);
        let version = open_hint(self.node, officer, id).await?.version;
        hand_over_hint(self.node, officer, (id, version), (desk, ground)).await?;
        if let Some(Some(told)) = self.hints.get_mut(n) {
            told.desk = desk;
        }
        Ok(())
    }

    /// Where a hint is handed over to; every fifth stays where it is.
    fn goes_to(&self, n: usize, from: DeskId) -> Option<(DeskId, Ground)> {
        let hint = self.content.hints.get(n)?;
        let ticked = |tick: &str| hint.ticks.iter().any(|t| t == tick);
        let (kind, ground) = if ticked("child") || hint.about == "child" {
            (DeskKind::ChildProtection, Ground::Law)
        } else if ticked("journey-danger") && hint.person.is_none() {
            (DeskKind::BorderGuard, Ground::LifeAtRisk)
        } else if n.is_multiple_of(5) {
            return None;
        } else if ticked("not-paid") && n.is_multiple_of(2) {
            (DeskKind::LabourInspectorate, Ground::Agreed)
        } else if hint.danger == "yes" && n % 4 == 1 {
            (DeskKind::Police, Ground::LifeAtRisk)
        } else if n % 3 == 1 {
            (DeskKind::Ngo, Ground::Agreed)
        } else {
            (DeskKind::Shelter, Ground::Agreed)
        };
        let mut desks = self.seats.iter().filter(|s| s.kind() == kind && s.desk() != from);
        desks.next().map(|seat| (seat.desk(), ground))
    }

    pub(super) async fn screen(&mut self, n: usize) -> Result<(), Refusal> {
        let (Some(told), Some(hint)) = (self.told(n), self.content.hints.get(n)) else {
            return Ok(());
        };
        let officer = self.reader(told.desk)?;
        if !matches!(officer.officer.sphere(), Sphere::Help | Sphere::Labour) {
            return Ok(());
        }
        open_hint(self.node, officer, told.id).await?;
        let is_child = hint.about == "child" || hint.ticks.iter().any(|tick| tick == "child");
        let age = if is_child { Age::Child } else { Age::Adult };
        let new = NewScreening {
            age,
            believed_child: is_child,
            profession: None,
            hint: Some(told.id),
            case: None,
        };
        let id = start_screening(self.node, officer, new).await?;
        let rules = open_screening(self.node, officer, id).await?.rules;
        let answers = [Answer::Refused, Answer::NotAsked, Answer::No];
        for (question, answer) in rules.questions().iter().rev().zip(answers) {
            let (question, observed) = (question.id.clone(), Vec::new());
            let change = Change::Question { question, answer: Some(answer), observed };
            note_in_screening(self.node, officer, id, &change).await?;
        }
        note_in_screening(self.node, officer, id, &observations(n, is_child)).await?;
        let open = open_screening(self.node, officer, id).await?;
        if open.can_decide && !n.is_multiple_of(4) {
            let (line, _) = open.draft.line(&open.rules);
            let advised = open.rules.judge(&line).advice("", &open.rules).result.to_owned();
            decide_screening(self.node, officer, id, (&advised, "")).await?;
        }
        Ok(())
    }

    pub(super) fn told(&self, n: usize) -> Option<&Told> {
        self.hints.get(n).and_then(Option::as_ref)
    }

    /// An officer of the desk who may read hints; one who works cases first.
    pub(super) fn reader(&self, desk: DeskId) -> Result<&Signed, Refusal> {
        let roles = [Role::Caseworker, Role::Investigator, Role::Triage, Role::Responder];
        let mut found = roles.iter().filter_map(|role| {
            self.seats.iter().find(|seat| seat.desk() == desk && seat.role() == *role)
        });
        let seat = found.next().ok_or_else(|| Refusal::fault("a desk without a reader"))?;
        Ok(&seat.signed)
    }

    pub(super) fn officer(&self, fits: impl Fn(&Seat) -> bool) -> Result<&Signed, Refusal> {
        let found = self.seats.iter().find(|seat| fits(seat)).map(|seat| &seat.signed);
        found.ok_or_else(|| Refusal::fault("nobody of that role in the demonstration"))
    }
}

fn observations(n: usize, is_child: bool) -> Change {
    let list: &[&str] = if is_child {
        &OBSERVED_OF_A_CHILD
    } else {
        OBSERVED.get(n % OBSERVED.len()).copied().unwrap_or_default()
    };
    Change::Observations {
        observed: list.iter().map(|id| (*id).to_owned()).collect(),
        intended: false,
        benefit_ruled_out: false,
        note: String::new(),
    }
}
