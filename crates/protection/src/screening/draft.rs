//! A screening as an officer fills it in: answer by answer, kept as it was given, so that asked,
//! observed, refused and not asked stay apart, and the decision of a trained officer on top.

use super::bits::Bits;
use super::judge::Judgement;
use super::observations::Observations;
use super::rules::{Age, Named, Question, Rules};
use super::verify::{FLOOR_OF_A_CHILD, FLOOR_OF_A_FACT};
use lexicon::{Complaint, Day, Phrase};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Longest note or reason, in characters.
pub const NOTE_CHARS_MAX: usize = 4_000;
/// Shortest reason of a decision that differs from the advice, in characters.
pub const REASON_CHARS_MIN: usize = 10;

/// What a person answered to one question. No answer at all is not asked, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    Yes,
    No,
    Refused,
    NotAsked,
}

impl Answer {
    pub const ALL: [Self; 4] = [Self::Yes, Self::No, Self::Refused, Self::NotAsked];

    pub fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Refused => "refused",
            Self::NotAsked => "not-asked",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.id() == id)
    }
}

/// Everything noted so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// `adult`, `child` or `unknown`.
    pub age: String,
    pub believed_child: bool,
    /// Orders the questions; never hides one.
    pub profession: Option<String>,
    /// By id of the question.
    pub answers: BTreeMap<String, Answer>,
    /// Ids of indicators that were seen or heard.
    pub observed: BTreeSet<String>,
    /// Exploitation is planned, by facts the officer knows.
    pub intended: bool,
    pub benefit_ruled_out: bool,
    /// The officer's own words.
    pub note: String,
    pub decision: Option<Decided>,
}

/// What a trained officer decided, and what was advised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// Id of the result the officer holds to be right.
    pub result: String,
    pub follows_advice: bool,
    /// The officer's reasons; may be empty only when the advice is followed.
    pub reason: String,
    pub decided_on: Day,
    pub officer: lexicon::ids::OfficerId,
    /// Id of the result that was advised.
    pub advised: String,
    /// Id of the row of the decision table.
    pub advised_by: String,
    /// The catalogue by which it was advised.
    pub catalogue_version: String,
    pub catalogue_hash: String,
}

/// One thing noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The answer to a question, and which of the indicators it covers were observed.
    Question {
        question: String,
        answer: Option<Answer>,
        observed: Vec<String>,
    },
    /// Indicators of every group, whatever the questions cover, and what the officer knows.
    Observations {
        observed: Vec<String>,
        intended: bool,
        benefit_ruled_out: bool,
        note: String,
    },
    About {
        age: Age,
        believed_child: bool,
        profession: Option<String>,
    },
}

impl Draft {
    pub fn new(age: Age, believed_child: bool, profession: Option<String>) -> Self {
        Self {
            age: age.id().to_owned(),
            believed_child,
            profession,
            answers: BTreeMap::new(),
            observed: BTreeSet::new(),
            intended: false,
            benefit_ruled_out: false,
            note: String::new(),
            decision: None,
        }
    }

    /// The draft as a line to be judged. What the catalogue no longer knows is left out of the
    /// line and handed back, so that the page can say it.
    pub fn line(&self, rules: &Rules) -> (Observations, Vec<&str>) {
        let mut line = Observations {
            age: Age::parse(&self.age).unwrap_or(Age::Unknown),
            believed_child: self.believed_child,
            intended: self.intended,
            benefit_ruled_out: self.benefit_ruled_out,
            profession: self.profession.as_deref().and_then(|id| rules.profession(id)),
            ..Observations::default()
        };
        let mut unknown = Vec::new();
        for id in &self.observed {
            match rules.named(id) {
                Some(Named::Indicator(at)) => line.observed.insert(at),
                _ => unknown.push(id.as_str()),
            }
        }
        for (id, answer) in &self.answers {
            match (rules.named(id), answer) {
                (Some(Named::Question(at)), Answer::Yes | Answer::No) => {
                    line.asked_questions |= 1 << at;
                }
                (Some(Named::Question(at)), Answer::Refused) => line.refused_questions |= 1 << at,
                (Some(Named::Question(_)), Answer::NotAsked) => {}
                _ => unknown.push(id.as_str()),
            }
        }
        (line, unknown)
    }

    /// Notes one thing; nothing else that was noted is touched.
    ///
    /// # Errors
    /// A complaint with the field that cannot be noted.
    pub fn note(&mut self, change: Change, rules: &Rules) -> Result<(), Complaint> {
        match change {
            Change::Question { question, answer, observed } => {
                let covered = question_of(&question, rules)?.covers;
                let observed = indicators_of(&observed, rules)?;
                self.tick(&covered, &observed, rules);
                match answer {
                    Some(answer) => self.answers.insert(question, answer),
                    None => self.answers.remove(&question),
                };
            }
            Change::Observations { observed, intended, benefit_ruled_out, note } => {
                let observed = indicators_of(&observed, rules)?;
                check_length("note", &note)?;
                let all = (0..rules.indicators().len()).collect();
                self.tick(&all, &observed, rules);
                self.intended = intended;
                self.benefit_ruled_out = benefit_ruled_out;
                self.note = note;
            }
            Change::About { age, believed_child, profession } => {
                age.id().clone_into(&mut self.age);
                self.believed_child = believed_child;
                self.profession = known_profession(profession, rules)?;
            }
        }
        Ok(())
    }

    /// Of the indicators on a page exactly the ticked ones are observed afterwards.
    fn tick(&mut self, shown: &Bits, ticked: &Bits, rules: &Rules) {
        for (at, indicator) in rules.indicators().iter().enumerate() {
            if shown.contains(at) {
                self.observed.remove(&indicator.id);
            }
            if ticked.contains(at) {
                self.observed.insert(indicator.id.clone());
            }
        }
    }

    /// Questions that were answered with yes while nothing they cover was ticked: only what was
    /// ticked counts, so the officer is asked to look again.
    pub fn yes_without_tick<'a>(&self, rules: &'a Rules) -> Vec<&'a Question> {
        let (line, _) = self.line(rules);
        let yes = |question: &&Question| self.answers.get(&question.id) == Some(&Answer::Yes);
        let all = rules.questions().iter().filter(yes);
        all.filter(|question| !question.covers.meets(&line.observed)).collect()
    }

    /// Notes what a trained officer decides.
    ///
    /// # Errors
    /// A complaint when the result is none that may be chosen, or when a decision that differs
    /// from the advice says no reason.
    pub fn decide(
        &mut self,
        rules: &Rules,
        result: &str,
        reason: &str,
        (officer, decided_on): (lexicon::ids::OfficerId, Day),
    ) -> Result<&Decided, Complaint> {
        let (line, _) = self.line(rules);
        let judgement = rules.judge(&line);
        let advice = judgement.advice("", rules);
        let follows_advice = advice.result == result;
        if !follows_advice && !choices(rules, &line, &judgement).contains(&result) {
            return Err(Complaint::new(0, "result", Phrase::new("screening-error-result")));
        }
        check_length("reason", reason)?;
        let reason = reason.trim();
        if !follows_advice && reason.chars().count() < REASON_CHARS_MIN {
            return Err(Complaint::new(0, "reason", Phrase::new("screening-error-reason")));
        }
        Ok(self.decision.insert(Decided {
            result: result.to_owned(),
            follows_advice,
            reason: reason.to_owned(),
            decided_on,
            officer,
            advised: advice.result.to_owned(),
            advised_by: advice.decision.to_owned(),
            catalogue_version: rules.version().to_owned(),
            catalogue_hash: rules.catalogue_hash().to_owned(),
        }))
    }
}

/// The results an officer may hold to be right instead of the advice: never one below what is
/// promised to a child and to whomever a fact was observed of.
pub fn choices<'a>(rules: &'a Rules, line: &Observations, judgement: &Judgement) -> Vec<&'a str> {
    let rank = |id| rules.results().iter().find(|r| r.id == id).map_or(i64::MAX, |r| r.rank);
    let is_child = judgement.is_child(rules) || line.age != Age::Adult;
    let floor = match (is_child, line.observed.is_empty()) {
        (true, _) => rank(FLOOR_OF_A_CHILD),
        (false, false) => rank(FLOOR_OF_A_FACT),
        // Nobody decides that there is no indication unless the whole form gave that advice.
        (false, true) => judgement.rank(rules).max(rank(FLOOR_OF_A_FACT)),
    };
    let all = rules.results().iter().filter(|result| result.rank >= floor);
    all.map(|result| result.id.as_str()).collect()
}

fn question_of<'r>(id: &str, rules: &'r Rules) -> Result<&'r Question, Complaint> {
    let found = rules.questions().iter().find(|question| question.id == id);
    found.ok_or_else(|| Complaint::new(0, "question", unknown(id)))
}

fn indicators_of(ids: &[String], rules: &Rules) -> Result<Bits, Complaint> {
    let mut bits = Bits::default();
    for id in ids {
        match rules.named(id) {
            Some(Named::Indicator(at)) => bits.insert(at),
            _ => return Err(Complaint::new(0, "observed", unknown(id))),
        }
    }
    Ok(bits)
}

/// A profession that has a short form.
///
/// # Errors
/// A complaint for one that has none.
pub fn known_profession(
    profession: Option<String>,
    rules: &Rules,
) -> Result<Option<String>, Complaint> {
    match profession {
        Some(id) if rules.profession(&id).is_none() => {
            Err(Complaint::new(0, "profession", unknown(&id)))
        }
        other => Ok(other),
    }
}

fn unknown(id: &str) -> Phrase {
    Phrase::new("screening-value-unknown").with("value", id.chars().take(60).collect::<String>())
}

fn check_length(field: &str, text: &str) -> Result<(), Complaint> {
    if text.chars().count() > NOTE_CHARS_MAX {
        let phrase = Phrase::new("screening-error-too-long").with("limit", NOTE_CHARS_MAX);
        return Err(Complaint::new(0, field, phrase));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Answer, Change, Draft, choices};
    use crate::screening::{Age, Rules};
    use lexicon::Day;
    use lexicon::catalogue::Catalogue;
    use lexicon::chance::SeededDice;
    use lexicon::ids::OfficerId;

    fn rules() -> Rules {
        let catalogue = Catalogue::only(&["screening_indicators"]).expect("the volume");
        Rules::of(&catalogue).map_err(|_| ()).expect("rules")
    }

    fn question(id: &str, answer: Option<Answer>, observed: &[&str]) -> Change {
        let observed = observed.iter().map(|id| (*id).to_owned()).collect();
        Change::Question { question: id.to_owned(), answer, observed }
    }

    // proves: row 6.2
    #[test]
    fn row_6_2_a_draft_is_written_and_read_the_same_and_one_answer_touches_no_other() {
        let rules = rules();
        let mut draft = Draft::new(Age::Adult, false, Some("health-worker".to_owned()));
        for change in [
            question("q-force", Some(Answer::Yes), &["co-violence"]),
            question("q-locked", Some(Answer::Refused), &[]),
            question("q-held", Some(Answer::NotAsked), &["co-debt"]),
            Change::Observations {
                observed: vec!["co-violence".into(), "co-debt".into(), "obs-injuries".into()],
                intended: true,
                benefit_ruled_out: false,
                note: "She spoke low.\nßé\u{202e}".into(),
            },
        ] {
            draft.note(change, &rules).expect("noted");
        }
        draft.note(question("q-force", Some(Answer::No), &["rec-violence"]), &rules).expect("n");
        assert_eq!(draft.answers["q-locked"], Answer::Refused);
        assert_eq!(draft.answers["q-force"], Answer::No);
        let observed: Vec<&str> = draft.observed.iter().map(String::as_str).collect();
        assert_eq!(observed, ["co-debt", "obs-injuries", "rec-violence"]);
        let written = serde_json::to_vec(&draft).expect("written");
        assert_eq!(serde_json::from_slice::<Draft>(&written).expect("read"), draft);
    }

    #[test]
    fn asked_observed_refused_and_not_asked_stay_apart() {
        let rules = rules();
        let mut draft = Draft::new(Age::Adult, false, None);
        for change in [
            question("q-work", Some(Answer::No), &[]),
            question("q-sex", Some(Answer::Refused), &[]),
            question("q-promise", Some(Answer::NotAsked), &[]),
            question("q-force", None, &[]),
        ] {
            draft.note(change, &rules).expect("noted");
        }
        let (line, unknown) = draft.line(&rules);
        assert!(unknown.is_empty());
        let advice = rules.judge(&line);
        let advice = advice.advice("", &rules);
        for open in ["q-sex", "q-promise", "q-force", "q-locked"] {
            assert!(advice.not_asked.contains(&open), "{open}");
        }
        assert!(!advice.not_asked.contains(&"q-work"));
        assert!(advice.actions.contains(&"offer-other-interview"));
    }

    #[test]
    fn a_yes_without_a_tick_is_shown_again() {
        let rules = rules();
        let mut draft = Draft::new(Age::Adult, false, None);
        draft.note(question("q-force", Some(Answer::Yes), &[]), &rules).expect("noted");
        draft.note(question("q-held", Some(Answer::Yes), &["co-debt"]), &rules).expect("noted");
        let again: Vec<&str> =
            draft.yes_without_tick(&rules).iter().map(|q| q.id.as_str()).collect();
        assert_eq!(again, ["q-force"]);
    }

    #[test]
    fn what_is_not_in_the_catalogue_is_refused_and_changes_nothing() {
        let rules = rules();
        let mut draft = Draft::new(Age::Unknown, true, None);
        let before = draft.clone();
        for change in [
            question("q-nothing", Some(Answer::Yes), &[]),
            question("q-force", Some(Answer::Yes), &["co-nothing"]),
            question("q-force", Some(Answer::Yes), &["q-force"]),
            Change::About { age: Age::Adult, believed_child: false, profession: Some("x".into()) },
        ] {
            let mut tried = draft.clone();
            tried.note(change, &rules).expect_err("refused");
        }
        draft.note(question("q-force", None, &[]), &rules).expect("nothing to note");
        assert_eq!(draft, before);
    }

    #[test]
    fn an_officer_may_differ_with_reasons_but_decides_nothing_negative() {
        let rules = rules();
        let who = (OfficerId::random(&SeededDice::new(1)), Day::parse("2026-11-25").expect("day"));
        let mut draft = Draft::new(Age::Adult, false, None);
        draft.note(question("q-locked", Some(Answer::Yes), &["co-documents"]), &rules).expect("n");
        let (line, _) = draft.line(&rules);
        let judgement = rules.judge(&line);
        assert!(!choices(&rules, &line, &judgement).contains(&"no-indication-now"));
        draft.decide(&rules, "no-indication-now", "I say so, that is all.", who).expect_err("no");
        draft.decide(&rules, "tip-indicated", "short", who).expect_err("needs a reason");
        let decided = draft.decide(&rules, "tip-indicated", "She told me of the sale.", who);
        assert!(!decided.expect("differs").follows_advice);
        let advised = judgement.advice("", &rules).result;
        assert!(draft.decide(&rules, advised, "", who).expect("follows").follows_advice);
        let child = Draft::new(Age::Child, false, None);
        let (line, _) = child.line(&rules);
        let judgement = rules.judge(&line);
        assert!(!choices(&rules, &line, &judgement).contains(&"more-facts-needed"));
    }
}
