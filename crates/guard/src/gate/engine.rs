//! The gate itself: Cedar with our schema and policies, and a cache of its answers.

use super::warrant::{Circumstances, Warrant};
use super::{Action, Kind, Officer, Thing};
use cedar_policy as cedar;
use lexicon::ids::DeskId;
use lexicon::{Clock, Phrase, Sphere};
use std::collections::{HashMap, HashSet};
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};

const SCHEMA: &str = include_str!("../../../../policies/mangrove.cedarschema");
const POLICIES: [&str; 2] = [
    include_str!("../../../../policies/firewall.cedar"),
    include_str!("../../../../policies/desks.cedar"),
];

/// Most answers kept; the cache is emptied when it is full.
const ANSWERS_MAX: usize = 65_536;

/// The policies do not stand: a build fault, found when the node starts.
#[derive(Debug, thiserror::Error)]
#[error("policies: {0}")]
pub struct GateError(String);

impl GateError {
    fn new(what: impl std::fmt::Display) -> Self {
        Self(what.to_string())
    }
}

/// The gate's no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denial {
    pub action: Action,
    /// `@id` of the rule that forbids; `None` when nothing permits.
    pub policy: Option<String>,
}

impl Denial {
    /// What the officer is told; it names the rule and never the thing.
    pub fn phrase(&self) -> Phrase {
        match &self.policy {
            Some(policy) => Phrase::new(format!("guard-denied-{policy}")),
            None => Phrase::new("guard-denied"),
        }
    }
}

impl std::fmt::Display for Denial {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let by = self.policy.as_deref().unwrap_or("no permit");
        write!(f, "{} refused by {by}", self.action.id())
    }
}

impl std::error::Error for Denial {}

/// One combination of columns that a list may show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permitted {
    pub desk: DeskId,
    pub sphere: Sphere,
    pub state: &'static str,
    pub is_assigned: bool,
}

/// Decides. Made once at start; shared between threads.
pub struct Gate {
    policies: cedar::PolicySet,
    schema: cedar::Schema,
    authorizer: cedar::Authorizer,
    answers: Mutex<HashMap<Question, Answer>>,
}

type Answer = Result<(), Option<String>>;

/// Everything a policy can read, so that equal questions have equal answers.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Question {
    desk_kind: &'static str,
    role: &'static str,
    is_trained: bool,
    action: Action,
    is_own_desk: bool,
    sphere: Sphere,
    state: String,
    is_assigned: bool,
    circumstances: Circumstances,
}

impl Gate {
    /// The policies of this release.
    ///
    /// # Errors
    /// [`GateError`] when they do not pass strict validation against the schema.
    pub fn new() -> Result<Self, GateError> {
        Self::with_policies(&POLICIES.concat())
    }

    /// The policies of this release and further ones: used by tests to show that no permit lifts
    /// a `forbid`.
    ///
    /// # Errors
    /// [`GateError`] as for [`Gate::new`].
    pub fn with_further_policies(further: &str) -> Result<Self, GateError> {
        Self::with_policies(&format!("{}\n{further}", POLICIES.concat()))
    }

    fn with_policies(text: &str) -> Result<Self, GateError> {
        let (schema, _) = cedar::Schema::from_cedarschema_str(SCHEMA).map_err(GateError::new)?;
        let parsed = cedar::PolicySet::from_str(text).map_err(GateError::new)?;
        let mut policies = cedar::PolicySet::new();
        for policy in parsed.policies() {
            let id = policy
                .annotation("id")
                .ok_or_else(|| GateError::new("a policy has no @id"))?
                .to_owned();
            policies.add(policy.new_id(cedar::PolicyId::new(id))).map_err(GateError::new)?;
        }
        let checked = cedar::Validator::new(schema.clone())
            .validate(&policies, cedar::ValidationMode::Strict);
        if let Some(fault) = checked.validation_errors().next() {
            return Err(GateError::new(fault));
        }
        Ok(Self {
            policies,
            schema,
            authorizer: cedar::Authorizer::new(),
            answers: Mutex::new(HashMap::new()),
        })
    }

    /// SHA-256 over schema and policies, for the ledger and the footer.
    pub fn policy_hash() -> [u8; 32] {
        use sha2::{Digest, Sha256};
        Sha256::digest([SCHEMA, &POLICIES.concat()].concat()).into()
    }

    /// Decides in ordinary circumstances and mints the warrant.
    ///
    /// # Errors
    /// [`Denial`] with the rule that refused.
    pub fn decide(
        &self,
        officer: &Officer,
        action: Action,
        thing: &Thing,
        clock: &dyn Clock,
    ) -> Result<Warrant, Denial> {
        self.decide_in(officer, action, thing, Circumstances::ORDINARY, clock)
    }

    /// Decides where a reason or a fresh proof matters (opening an identity).
    ///
    /// # Errors
    /// [`Denial`] with the rule that refused.
    pub fn decide_in(
        &self,
        officer: &Officer,
        action: Action,
        thing: &Thing,
        circumstances: Circumstances,
        clock: &dyn Clock,
    ) -> Result<Warrant, Denial> {
        if action.kind() != thing.kind {
            return Err(Denial { action, policy: None });
        }
        self.answer(officer, action, thing, circumstances)
            .map(|()| Warrant::mint(officer, action, thing, clock))
            .map_err(|policy| Denial { action, policy })
    }

    /// Whether it would be permitted in ordinary circumstances: to show or leave out a button,
    /// never to open.
    pub fn allows(&self, officer: &Officer, action: Action, thing: &Thing) -> bool {
        action.kind() == thing.kind
            && self.answer(officer, action, thing, Circumstances::ORDINARY).is_ok()
    }

    /// The combinations of columns of `action`'s kind that the officer may see, of things held by
    /// `desks` (each with its sphere). A list turns them into its WHERE; an empty answer is an
    /// empty list.
    pub fn permitted(
        &self,
        officer: &Officer,
        action: Action,
        desks: &[(DeskId, Sphere)],
    ) -> Vec<Permitted> {
        let kind = action.kind();
        let mut found = Vec::new();
        for (desk, sphere) in desks {
            for state in kind.states() {
                for is_assigned in [false, true] {
                    let thing = Thing {
                        kind,
                        id: [0; 16],
                        desk: *desk,
                        sphere: *sphere,
                        state: (*state).to_owned(),
                        is_assigned,
                    };
                    if self.allows(officer, action, &thing) {
                        found.push(Permitted { desk: *desk, sphere: *sphere, state, is_assigned });
                    }
                }
            }
        }
        found
    }

    fn answer(
        &self,
        officer: &Officer,
        action: Action,
        thing: &Thing,
        circumstances: Circumstances,
    ) -> Answer {
        let question = Question {
            desk_kind: officer.desk_kind.id(),
            role: officer.role.id(),
            is_trained: officer.is_trained,
            action,
            is_own_desk: officer.desk == thing.desk,
            sphere: thing.sphere,
            state: thing.state.clone(),
            is_assigned: thing.is_assigned,
            circumstances,
        };
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = answers.get(&question) {
            return known.clone();
        }
        // A question Cedar cannot even be asked is refused, like everything else not permitted.
        let answer = self.ask(&question, thing.kind).unwrap_or(Err(None));
        if answers.len() >= ANSWERS_MAX {
            answers.clear();
        }
        answers.insert(question, answer.clone());
        answer
    }

    fn ask(&self, question: &Question, kind: Kind) -> Result<Answer, GateError> {
        let principal = uid("Officer", "asks")?;
        let resource = uid(kind.entity(), "asked")?;
        let own_desk = "own";
        let officer = cedar::Entity::new(
            principal.clone(),
            HashMap::from([
                ("desk".to_owned(), text(own_desk)),
                ("desk_kind".to_owned(), text(question.desk_kind)),
                ("sphere".to_owned(), text(sphere_of(question.desk_kind))),
                ("role".to_owned(), text(question.role)),
                ("is_trained".to_owned(), truth(question.is_trained)),
            ]),
            HashSet::new(),
        )
        .map_err(GateError::new)?;
        let thing = cedar::Entity::new(
            resource.clone(),
            HashMap::from([
                ("desk".to_owned(), text(if question.is_own_desk { own_desk } else { "other" })),
                ("sphere".to_owned(), text(question.sphere.id())),
                ("state".to_owned(), text(&question.state)),
                ("is_assigned".to_owned(), truth(question.is_assigned)),
            ]),
            HashSet::new(),
        )
        .map_err(GateError::new)?;
        let context = cedar::Context::from_pairs([
            ("has_reason".to_owned(), truth(question.circumstances.has_reason)),
            ("is_fresh".to_owned(), truth(question.circumstances.is_fresh)),
        ])
        .map_err(GateError::new)?;
        let action = uid("Action", question.action.id())?;
        let request = cedar::Request::new(principal, action, resource, context, Some(&self.schema))
            .map_err(GateError::new)?;
        let entities = cedar::Entities::from_entities([officer, thing], Some(&self.schema))
            .map_err(GateError::new)?;
        let response = self.authorizer.is_authorized(&request, &self.policies, &entities);
        // A rule that cannot be evaluated might be a `forbid`: no.
        if response.diagnostics().errors().next().is_some() {
            return Ok(Err(None));
        }
        Ok(match response.decision() {
            cedar::Decision::Allow => Ok(()),
            cedar::Decision::Deny => {
                let mut by: Vec<_> =
                    response.diagnostics().reason().map(ToString::to_string).collect();
                by.sort();
                Err(by.into_iter().next())
            }
        })
    }
}

fn sphere_of(desk_kind: &str) -> &'static str {
    super::DeskKind::parse(desk_kind).map_or("", |kind| kind.sphere().id())
}

fn uid(kind: &str, id: &str) -> Result<cedar::EntityUid, GateError> {
    let name = cedar::EntityTypeName::from_str(kind).map_err(GateError::new)?;
    Ok(cedar::EntityUid::from_type_name_and_id(name, cedar::EntityId::new(id)))
}

fn text(value: &str) -> cedar::RestrictedExpression {
    cedar::RestrictedExpression::new_string(value.to_owned())
}

fn truth(value: bool) -> cedar::RestrictedExpression {
    cedar::RestrictedExpression::new_bool(value)
}
