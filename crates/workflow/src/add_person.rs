//! A person is entered into a case: an identity that is sealed at once, and coded facts that are
//! counted apart under an id that only the sealed record knows.

use crate::desk_keys::need_two_openers;
use crate::open_case::case_event;
use crate::sealing::new_key;
use crate::see_case::{find_own, thing};
use crate::shelf::keep_findable;
use crate::sign_set_up::need_set_up;
use crate::{Node, Refusal, Signed};
use guard::seal::Place;
use guard::{Action, Kind};
use lexicon::Phrase;
use lexicon::ids::{CaseId, PersonId};
use protection::alias;
use protection::person::{CodeLists, CodedFacts, FactCodes, Identity};
use protection::search::{Findable, padded};
use serde::{Deserialize, Serialize};
use store::persons::PersonRow;
use store::{CountingRow, Tx};

/// Sealed texts have a multiple of so many bytes.
const IDENTITY_STEP_BYTES: usize = 1_024;
const FACTS_STEP_BYTES: usize = 512;

/// What is sealed beside an identity.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CountedFacts {
    pub facts: CodedFacts,
    /// Id of the row in the counting copy.
    pub counting_row: [u8; 16],
}

/// Seals a person into a case. No real person can be entered before a legal basis is recorded.
///
/// # Errors
/// A complaint on the field that is too long or whose code is on no list; not allowed as the gate
/// decides, while the node has no legal basis, or while a single officer holds the desk's key.
pub async fn add_person(
    node: &Node,
    signed: &Signed,
    case: CaseId,
    (identity, codes): (&Identity, &FactCodes<'_>),
) -> Result<PersonId, Refusal> {
    if let Some(field) = identity.too_long() {
        return Err(Refusal::field(field, Phrase::new("person-fault-too-long")));
    }
    let mut tx = node.begin("add_person").await?;
    need_set_up(node, &mut tx, signed.officer.desk).await?;
    need_two_openers(&mut tx, signed.officer.desk).await?;
    let facts = coded(node, &mut tx, codes).await?;
    let (row, own, _) = find_own(&mut tx, signed, case).await?;
    let id = PersonId::random(node.dice.as_ref());
    let thing = thing(signed, Kind::Person, *id.bytes(), &own);
    let warrant = node.warrant(signed, Action::PersonCreate, &thing)?;
    if !warrant.spend(Action::PersonCreate, id.bytes(), node.clock.as_ref()) {
        return Err(Refusal::not_allowed());
    }
    let counting = counting_row(node, &facts, &row.state);
    let age_group = codes.age_group;
    let person =
        seal_person(node, &mut tx, (id, case, &own), (identity, facts, counting.id)).await?;
    tx.insert_person(&person).await?;
    let findable = Findable::of(identity, age_group, node.today().year().into());
    keep_findable(node, &mut tx, (person.desk_id, id), &findable).await?;
    tx.put_counting_rows(&[counting]).await?;
    case_event(node, signed, &mut tx, case, ("person-added", "")).await?;
    tx.commit().await?;
    Ok(id)
}

/// Whether the officer's desk has two who hold its key, so that the form is worth filling in.
///
/// # Errors
/// [`RefusalKind::NotAllowed`](crate::RefusalKind::NotAllowed), with what to do.
pub async fn need_own_openers(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    need_two_openers(&mut node.read("need_own_openers").await?, signed.officer.desk).await
}

async fn coded(node: &Node, tx: &mut Tx, codes: &FactCodes<'_>) -> Result<CodedFacts, Refusal> {
    let forms = crate::rules::forms_in_force(node, tx).await?;
    let lists = CodeLists {
        is_country: &|code| lexicon::country::Country::by_alpha2(code).is_some(),
        is_form: &|id| forms.form(id).is_some(),
    };
    CodedFacts::from_codes(codes, &lists)
        .map_err(|field| Refusal::field(field, Phrase::new("person-fault-code")))
}

/// The row of the counting copy: year and quarter, and nothing finer.
fn counting_row(node: &Node, facts: &CodedFacts, status: &str) -> CountingRow {
    let today = node.today();
    let mut id = [0_u8; 16];
    node.dice.fill(&mut id);
    let phenomenon = match &facts.phenomenon {
        protection::person::Known::Is(phenomenon) => phenomenon.id(),
        protection::person::Known::Unknown => "unknown",
        protection::person::Known::NotAsked => "not-asked",
        protection::person::Known::Refused => "refused",
    };
    CountingRow {
        id,
        year: i64::from(today.year()),
        quarter: i64::from((today.month() - 1) / 3 + 1),
        phenomenon: phenomenon.to_owned(),
        form: facts.form.code().to_owned(),
        sex: facts.sex.code().to_owned(),
        age_group: facts.age_group.code().to_owned(),
        citizenship: facts.citizenship.code().to_owned(),
        exploitation_country: facts.exploitation_country.code().to_owned(),
        status: status.to_owned(),
    }
}

/// Seals who a person is, and the coded facts, under a key of the desk alone.
pub(crate) async fn seal_person(
    node: &Node,
    tx: &mut Tx,
    (id, case, own): (PersonId, CaseId, &store::cases::SliceRow),
    (identity, facts, counting_row): (&Identity, CodedFacts, [u8; 16]),
) -> Result<PersonRow, Refusal> {
    let key = new_key(node, tx, (Kind::Person, id.bytes(), "content"), own.desk_id).await?;
    let json = |e: serde_json::Error| Refusal::fault(e.to_string());
    // Of one length for nearly all: how long a name is tells something of it.
    let identity = padded(serde_json::to_vec(identity).map_err(json)?, IDENTITY_STEP_BYTES);
    let counted = serde_json::to_vec(&CountedFacts { facts, counting_row }).map_err(json)?;
    let counted = padded(counted, FACTS_STEP_BYTES);
    let dice = node.dice.as_ref();
    Ok(PersonRow {
        id,
        case_id: case,
        desk_id: own.desk_id,
        sphere: own.sphere,
        alias: alias::draw(dice),
        sealed_identity: key.seal(&identity_place(&id), &identity, dice)?.into_bytes(),
        counting_row_sealed: key.seal(&facts_place(&id), &counted, dice)?.into_bytes(),
        version: 1,
    })
}

pub(crate) fn identity_place(id: &PersonId) -> Place<'static> {
    Place::cell("persons", id.bytes(), "sealed_identity", id.bytes())
}

pub(crate) fn facts_place(id: &PersonId) -> Place<'static> {
    Place::cell("persons", id.bytes(), "counting_row_sealed", id.bytes())
}
