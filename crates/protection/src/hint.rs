//! What a stranger says: free words, and facts that can be ticked. Nothing is required, and what
//! was not answered stays not answered: it is never read as no.

use lexicon::{Complaint, Phrase};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Signs that the free text may have.
pub const TEXT_CHARS_MAX: usize = 20_000;
/// Signs that each shorter field may have.
pub const FIELD_CHARS_MAX: usize = 500;
/// Facts that may be ticked at once.
pub const TICKS_MAX: usize = 20;

/// A fact that decides urgency and routing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// Somebody is in danger while this is written.
    DangerNow,
    Child,
    Adult,
    /// Somebody cannot leave, is locked in or held.
    Restraint,
    /// Somebody will be moved soon.
    TravelSoon,
    /// A journey by sea, in a closed vehicle or through a desert puts lives at risk.
    JourneyDanger,
    PapersHeld,
    NotPaid,
    Hurt,
    /// The giver of the hint writes about somebody else.
    ThirdParty,
    /// Something that no other tick names.
    Other,
}

impl Fact {
    pub const ALL: [Self; 11] = [
        Self::DangerNow,
        Self::Child,
        Self::Adult,
        Self::Restraint,
        Self::TravelSoon,
        Self::JourneyDanger,
        Self::PapersHeld,
        Self::NotPaid,
        Self::Hurt,
        Self::ThirdParty,
        Self::Other,
    ];

    /// The facts that the form shows as boxes to tick, in its order.
    pub const TICKS: [Self; 8] = [
        Self::Restraint,
        Self::PapersHeld,
        Self::NotPaid,
        Self::Hurt,
        Self::Child,
        Self::TravelSoon,
        Self::JourneyDanger,
        Self::Other,
    ];

    pub fn id(self) -> &'static str {
        match self {
            Self::DangerNow => "danger-now",
            Self::Child => "child",
            Self::Adult => "adult",
            Self::Restraint => "restraint",
            Self::TravelSoon => "travel-soon",
            Self::JourneyDanger => "journey-danger",
            Self::PapersHeld => "papers-held",
            Self::NotPaid => "not-paid",
            Self::Hurt => "hurt",
            Self::ThirdParty => "third-party",
            Self::Other => "other",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.id() == id)
    }

    /// Key of the text that names the fact.
    pub fn key(self) -> String {
        format!("hint-fact-{}", self.id())
    }
}

/// What is known of a fact. Five things that are never mixed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stated {
    Yes,
    No,
    /// The person answered: I do not know.
    Unknown,
    /// The person did not want to say.
    Refused,
    #[default]
    NotAnswered,
}

impl Stated {
    pub const ALL: [Self; 5] =
        [Self::Yes, Self::No, Self::Unknown, Self::Refused, Self::NotAnswered];

    pub fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
            Self::Refused => "refused",
            Self::NotAnswered => "not-answered",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.id() == id)
    }

    pub fn key(self) -> String {
        format!("hint-stated-{}", self.id())
    }
}

/// How a hint reached the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    Web,
    Api,
    Phone,
    WalkIn,
}

impl Channel {
    pub const ALL: [Self; 4] = [Self::Web, Self::Api, Self::Phone, Self::WalkIn];

    pub fn id(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Api => "api",
            Self::Phone => "phone",
            Self::WalkIn => "walk-in",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.id() == id)
    }
}

/// A hint as it was typed, kept so that a form with an error shows it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HintForm {
    /// Free words in any language, at most 20,000 signs.
    pub text: String,
    /// At most 500 signs, as each of the next three.
    pub place: String,
    /// A phone number, an address or another way, only if the person wants.
    pub contact: String,
    /// When that way is safe.
    pub contact_when: String,
    /// Languages the person speaks.
    pub languages: String,
    /// `self`, `other`, `refused` or empty.
    pub who: String,
    /// `adult`, `child`, `unknown`, `refused` or empty.
    pub about: String,
    /// `yes`, `no`, `unknown`, `refused` or empty.
    pub danger: String,
    /// Ids of facts that were ticked.
    pub ticks: Vec<String>,
}

/// What a hint says, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HintAnswers {
    pub text: String,
    pub place: Option<String>,
    pub contact: Option<String>,
    pub contact_when: Option<String>,
    pub languages: Option<String>,
    /// Only what was stated; a fact that is not here was not answered.
    pub facts: BTreeMap<Fact, Stated>,
}

impl HintAnswers {
    pub fn stated(&self, fact: Fact) -> Stated {
        self.facts.get(&fact).copied().unwrap_or_default()
    }
}

impl HintForm {
    /// Checks what was typed. `has_files`: a file alone is a hint too.
    ///
    /// Errors: one complaint a field that must be changed; `field` is the field's name.
    pub fn check(&self, has_files: bool) -> Result<HintAnswers, Vec<Complaint>> {
        let mut complaints = Vec::new();
        let mut facts = BTreeMap::new();
        check_length("text", &self.text, TEXT_CHARS_MAX, &mut complaints);
        for (name, text) in self.short_fields() {
            check_length(name, text, FIELD_CHARS_MAX, &mut complaints);
        }
        self.choices(&mut facts, &mut complaints);
        self.ticked(&mut facts, &mut complaints);
        if complaints.is_empty() && !has_files && self.says_nothing(&facts) {
            complaints.push(Complaint::new(0, "text", Phrase::new("hint-error-empty")));
        }
        if !complaints.is_empty() {
            return Err(complaints);
        }
        Ok(HintAnswers {
            text: tidy(&self.text),
            place: said(&self.place),
            contact: said(&self.contact),
            contact_when: said(&self.contact_when),
            languages: said(&self.languages),
            facts,
        })
    }

    fn short_fields(&self) -> [(&'static str, &str); 4] {
        [
            ("place", self.place.as_str()),
            ("contact", self.contact.as_str()),
            ("contact_when", self.contact_when.as_str()),
            ("languages", self.languages.as_str()),
        ]
    }

    fn choices(&self, facts: &mut BTreeMap<Fact, Stated>, complaints: &mut Vec<Complaint>) {
        use Fact::{Adult, Child, DangerNow, ThirdParty};
        use Stated::{No, Refused, Unknown, Yes};
        let who: Option<&[(Fact, Stated)]> = match self.who.as_str() {
            "" => Some(&[]),
            "self" => Some(&[(ThirdParty, No)]),
            "other" => Some(&[(ThirdParty, Yes)]),
            "refused" => Some(&[(ThirdParty, Refused)]),
            _ => None,
        };
        let about: Option<&[(Fact, Stated)]> = match self.about.as_str() {
            "" => Some(&[]),
            "adult" => Some(&[(Adult, Yes), (Child, No)]),
            "child" => Some(&[(Adult, No), (Child, Yes)]),
            "unknown" => Some(&[(Adult, Unknown), (Child, Unknown)]),
            "refused" => Some(&[(Adult, Refused), (Child, Refused)]),
            _ => None,
        };
        let danger: Option<&[(Fact, Stated)]> = match self.danger.as_str() {
            "" => Some(&[]),
            "yes" => Some(&[(DangerNow, Yes)]),
            "no" => Some(&[(DangerNow, No)]),
            "unknown" => Some(&[(DangerNow, Unknown)]),
            "refused" => Some(&[(DangerNow, Refused)]),
            _ => None,
        };
        for (field, stated) in [("who", who), ("about", about), ("danger", danger)] {
            match stated {
                Some(pairs) => facts.extend(pairs.iter().copied()),
                None => complaints.push(unknown_choice(field)),
            }
        }
    }

    fn ticked(&self, facts: &mut BTreeMap<Fact, Stated>, complaints: &mut Vec<Complaint>) {
        if self.ticks.len() > TICKS_MAX {
            complaints.push(unknown_choice("ticks"));
            return;
        }
        for tick in &self.ticks {
            match Fact::parse(tick).filter(|f| Fact::TICKS.contains(f)) {
                // A tick wins over the choice beside it: a child among adults is a child.
                Some(fact) => drop(facts.insert(fact, Stated::Yes)),
                None => return complaints.push(unknown_choice("ticks")),
            }
        }
    }

    /// Whether nothing was said but, at most, who writes and about whom.
    fn says_nothing(&self, facts: &BTreeMap<Fact, Stated>) -> bool {
        let is_blank = self.text.trim().is_empty()
            && self.short_fields().iter().all(|(_, text)| text.trim().is_empty());
        is_blank && !facts.values().any(|stated| *stated == Stated::Yes)
    }
}

/// Checks a message of the dialogue, from either side.
///
/// Errors: a complaint on the field `text` when it is empty (and no file comes with it) or longer
/// than 20,000 signs.
pub fn check_message(text: &str, has_files: bool) -> Result<String, Vec<Complaint>> {
    let mut complaints = Vec::new();
    check_length("text", text, TEXT_CHARS_MAX, &mut complaints);
    if text.trim().is_empty() && !has_files {
        complaints.push(Complaint::new(0, "text", Phrase::new("hint-error-no-words")));
    }
    if complaints.is_empty() { Ok(tidy(text)) } else { Err(complaints) }
}

fn check_length(field: &str, text: &str, limit: usize, complaints: &mut Vec<Complaint>) {
    let length = text.chars().count();
    if length > limit {
        let phrase = Phrase::new("hint-error-too-long").with("limit", limit).with("length", length);
        complaints.push(Complaint::new(0, field, phrase));
    }
}

fn unknown_choice(field: &str) -> Complaint {
    Complaint::new(0, field, Phrase::new("hint-error-choice"))
}

/// Line ends as one sign, nothing at the ends; all else stays as it was written.
fn tidy(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

fn said(text: &str) -> Option<String> {
    let text = tidy(text);
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{Fact, HintAnswers, HintForm, Stated, check_message};
    use proptest::prelude::*;

    fn form(text: &str) -> HintForm {
        HintForm { text: text.to_owned(), ..HintForm::default() }
    }

    fn fields(form: &HintForm) -> Vec<String> {
        form.check(false).expect_err("must be refused").into_iter().map(|c| c.field).collect()
    }

    // proves: row 2.1
    #[test]
    fn row_2_1_a_few_words_are_enough_and_silence_is_not_no() {
        let answers = form("Help").check(false).unwrap();
        for fact in Fact::ALL {
            assert_eq!(answers.stated(fact), Stated::NotAnswered, "{}", fact.id());
        }
        assert_eq!(answers.contact, None);
    }

    #[test]
    fn what_was_answered_is_kept_apart() {
        let typed = HintForm {
            who: "other".into(),
            about: "unknown".into(),
            danger: "refused".into(),
            ticks: vec!["child".into(), "papers-held".into()],
            ..form("x")
        };
        let answers = typed.check(false).unwrap();
        assert_eq!(answers.stated(Fact::ThirdParty), Stated::Yes);
        assert_eq!(answers.stated(Fact::Adult), Stated::Unknown);
        assert_eq!(answers.stated(Fact::Child), Stated::Yes, "the tick wins");
        assert_eq!(answers.stated(Fact::DangerNow), Stated::Refused);
        assert_eq!(answers.stated(Fact::NotPaid), Stated::NotAnswered);
        let text = serde_json::to_string(&answers).unwrap();
        assert_eq!(serde_json::from_str::<HintAnswers>(&text).unwrap(), answers);
    }

    #[test]
    fn an_error_names_its_field() {
        assert_eq!(fields(&form(" \n ")), ["text"]);
        assert_eq!(fields(&form(&"é".repeat(20_001))), ["text"]);
        assert!(form(&"é".repeat(20_000)).check(false).is_ok());
        let mut wrong = form("x");
        wrong.place = "a".repeat(501);
        wrong.danger = "perhaps".into();
        wrong.ticks = vec!["drop table".into()];
        assert_eq!(fields(&wrong), ["place", "danger", "ticks"]);
        let only_writer = HintForm { who: "self".into(), danger: "no".into(), ..form("") };
        assert_eq!(fields(&only_writer), ["text"]);
        assert!(form("").check(true).is_ok(), "a file alone is a hint");
        let danger = HintForm { danger: "yes".into(), ..form("") };
        assert!(danger.check(false).is_ok(), "one answer alone is a hint");
    }

    #[test]
    fn a_field_that_the_form_does_not_have_is_refused() {
        let read = serde_json::from_str::<HintForm>(r#"{"text":"x","address":"1.2.3.4"}"#);
        assert!(read.is_err());
    }

    #[test]
    fn a_message_needs_words_or_a_file() {
        assert!(check_message(" ", false).is_err());
        assert!(check_message(" ", true).is_ok());
        assert_eq!(check_message("a\r\nb ", false).unwrap(), "a\nb");
    }

    proptest! {
        // proves: P-16
        #[test]
        fn p16_no_text_breaks_the_form(text in any::<String>(), choice in any::<String>()) {
            let typed = HintForm {
                about: choice.clone(), ticks: vec![choice.clone()], place: text.clone(),
                ..form(&text)
            };
            if let Ok(answers) = typed.check(false) {
                let tidy = text.replace("\r\n", "\n").trim().to_owned();
                prop_assert_eq!(answers.text, tidy);
            }
        }
    }
}
