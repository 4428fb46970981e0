//! The cases of the demonstration: opened, worked on, shared in parts, moved from state to state,
//! and identities opened for a reason.

use super::content::{Notes, Person};
use super::story::{Opened, Story};
use guard::{DeskKind, Role};
use protection::case::{CaseState, Phenomenon};
use protection::person::{FactCodes, Identity};
use workflow::add_person::add_person;
use workflow::change_case::{NewClass, move_case, reclassify_case};
use workflow::edit_slice::{Edit, edit_slice};
use workflow::give_part::{NewPart, give_part};
use workflow::hand_over_hint::Ground;
use workflow::open_case::{NewCase, open_case};
use workflow::open_identity::{REASONS, open_identity};
use workflow::see_case::see_case;
use workflow::{Refusal, Signed};

/// Kinds of desks that open cases without a hint, one after the other.
const OPENERS: [DeskKind; 5] = [
    DeskKind::Shelter,
    DeskKind::Ngo,
    DeskKind::Police,
    DeskKind::LabourInspectorate,
    DeskKind::Coordination,
];
/// Kinds of desks that are given a part, one after the other; the last does not show.
const RECEIVERS: [DeskKind; 5] = [
    DeskKind::Hospital,
    DeskKind::Shelter,
    DeskKind::LabourInspectorate,
    DeskKind::Police,
    DeskKind::Inquiry,
];
/// Where some were exploited; for the others it is not known. ISO 3166-1 alpha-2.
const ABROAD: [&str; 6] = ["AE", "LB", "ES", "ZA", "TH", "BR"];

impl Story<'_> {
    pub(super) async fn open(&mut self, n: usize) -> Result<(), Refusal> {
        let cases = self.content.cases();
        let Some(first) = cases.get(n).and_then(|case| case.first()) else { return Ok(()) };
        let mut hints = self.content.hints.iter();
        let hint = hints.position(|hint| hint.person.as_deref() == Some(&first.name));
        let told = hint.and_then(|at| self.told(at));
        let desk = told.map(|told| told.desk);
        let kind = opener(n, first);
        let seat = self.seats.iter().position(|seat| {
            let works = matches!(seat.role(), Role::Caseworker | Role::Investigator);
            works && desk.map_or(seat.kind() == kind, |desk| seat.desk() == desk)
        });
        let seat = seat.ok_or_else(|| Refusal::fault("no desk of the demonstration opens it"))?;
        let Some(officer) = self.seats.get(seat).map(|seat| &seat.signed) else { return Ok(()) };
        let story = pick(&self.notes(officer)?.story, n);
        let new = NewCase { hint: told.map(|told| told.id), story };
        let id = open_case(self.node, officer, new).await?;
        self.cases.get_mut(n).map(|place| place.insert(Opened { id, seat }));
        Ok(())
    }

    pub(super) async fn work(&mut self, n: usize) -> Result<(), Refusal> {
        let Some((case, officer)) = self.opened(n) else { return Ok(()) };
        let notes = self.notes(officer)?;
        let cases = self.content.cases();
        let persons = cases.get(n).map(Vec::as_slice).unwrap_or_default();
        for person in persons {
            let identity = identity(person);
            let codes = codes(person, n);
            add_person(self.node, officer, case.id, (&identity, &codes)).await?;
        }
        let fields = [("needs", &notes.needs), ("safety", &notes.safety), ("steps", &notes.steps)];
        for (field, texts) in fields.into_iter().take(1 + n % 3) {
            let edit = Edit { field: field.to_owned(), seen: 0, text: pick(texts, n) };
            edit_slice(self.node, officer, (case.id, edit)).await?;
        }
        self.rival(n, case, officer).await?;
        if let Some(person) = persons.first() {
            let class = class(person, &notes.reason);
            reclassify_case(self.node, officer, case.id, class).await?;
        }
        Ok(())
    }

    /// Where a desk has two caseworkers, the second wrote without having seen the first.
    async fn rival(&self, n: usize, case: Opened, first: &Signed) -> Result<(), Refusal> {
        let second = self.seats.iter().find(|seat| {
            seat.desk() == first.officer.desk
                && seat.role() == Role::Caseworker
                && seat.signed.officer.id != first.officer.id
        });
        let Some(second) = second.filter(|_| n.is_multiple_of(4)) else { return Ok(()) };
        let text = self.notes(&second.signed)?.rival.clone();
        let edit = Edit { field: "needs".to_owned(), seen: 0, text };
        edit_slice(self.node, &second.signed, (case.id, edit)).await.map(drop)
    }

    pub(super) async fn part(&mut self, n: usize) -> Result<(), Refusal> {
        let Some((case, officer)) = self.opened(n) else { return Ok(()) };
        let kind = RECEIVERS.get(n / 2 % RECEIVERS.len()).copied().unwrap_or(DeskKind::Hospital);
        let own = officer.officer.desk;
        let desk = self.seats.iter().find(|seat| seat.kind() == kind && seat.desk() != own);
        let Some(desk) = desk.map(super::people::Seat::desk) else { return Ok(()) };
        let is_shown = kind != DeskKind::Inquiry;
        let part = NewPart { desk, ground: Ground::Agreed, is_shown };
        give_part(self.node, officer, (case.id, part)).await
    }

    pub(super) async fn move_on(&mut self, n: usize, to: CaseState) -> Result<(), Refusal> {
        let Some((case, officer)) = self.opened(n) else { return Ok(()) };
        let version = see_case(self.node, officer, case.id).await?.version;
        move_case(self.node, officer, (case.id, version), to).await
    }

    pub(super) async fn identity(&mut self, n: usize) -> Result<(), Refusal> {
        let Some((case, officer)) = self.opened(n) else { return Ok(()) };
        let seen = see_case(self.node, officer, case.id).await?;
        let Some(person) = seen.persons.first().map(|line| line.id) else { return Ok(()) };
        let reason = REASONS.get(n % REASONS.len()).copied().unwrap_or_default();
        let fresh = Signed { proved_s: self.node.clock.now_s(), ..officer.clone() };
        open_identity(self.node, &fresh, person, (reason, "")).await.map(drop)
    }

    fn opened(&self, n: usize) -> Option<(Opened, &Signed)> {
        let case = (*self.cases.get(n)?)?;
        Some((case, &self.seats.get(case.seat)?.signed))
    }

    fn notes(&self, officer: &Signed) -> Result<&Notes, Refusal> {
        let notes = self.content.notes.get(officer.language.tag);
        notes.ok_or_else(|| Refusal::fault("no notes in the language of an officer"))
    }
}

fn opener(n: usize, person: &Person) -> DeskKind {
    match person.age.as_str() {
        "0-11" | "12-17" => DeskKind::ChildProtection,
        _ => OPENERS.get(n % OPENERS.len()).copied().unwrap_or(DeskKind::Shelter),
    }
}

fn pick(texts: &[String], n: usize) -> String {
    texts.get(n % texts.len().max(1)).cloned().unwrap_or_default()
}

fn identity(person: &Person) -> Identity {
    Identity { name: person.name.clone(), born: person.born.clone(), ..Identity::default() }
}

fn codes(person: &Person, n: usize) -> FactCodes<'_> {
    let abroad = ABROAD.get(n % ABROAD.len()).copied().unwrap_or("unknown");
    FactCodes {
        sex: &person.sex,
        age_group: &person.age,
        citizenship: &person.citizenship,
        exploitation_country: if n % 3 == 1 { abroad } else { "unknown" },
        form: &person.form,
        phenomenon: if person.crime == "som" { "som" } else { "tip" },
    }
}

fn class(person: &Person, reason: &str) -> NewClass {
    let phenomena = match person.crime.as_str() {
        "som" => vec![Phenomenon::Som],
        "both" => vec![Phenomenon::Tip, Phenomenon::Som],
        _ => vec![Phenomenon::Tip],
    };
    let is_named = !matches!(person.form.as_str(), "" | "refused" | "unknown");
    let forms = if is_named { vec![person.form.clone()] } else { Vec::new() };
    NewClass { phenomena, forms, reason: reason.to_owned() }
}
