//! The organisations, desks and officers of the demonstration, made as an administrator makes
//! them: a set-up code, a first run, desks one after the other, and colleagues let in.

use super::content::{Content, Desk, Officer, Organisation};
use guard::{DeskKind, Role};
use lexicon::chance::SeededDice;
use lexicon::ids::DeskId;
use lexicon::{Language, language::ENGLISH};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use workflow::add_officer::{NewOfficer, Sheet, add_desk, add_officer, list_desks};
use workflow::change_rules::propose_rules;
use workflow::let_in::let_in;
use workflow::see_recovery::see_recovery;
use workflow::set_up_node::{FirstRun, offer_set_up, set_up_node};
use workflow::set_up_recovery::{agree_recovery, name_custodians};
use workflow::sign_in::{Proof, sign_in};
use workflow::sign_set_up::{NewGround, record_grounds, sign_set_up, view_set_up};
use workflow::{Node, Refusal, Signed};
use zeroize::Zeroizing;

/// Words of a passphrase; a real one has six.
const PASSPHRASE_WORDS: usize = 3;

/// What is printed for an officer. Only a demonstration keeps it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Login {
    pub desk: String,
    pub desk_kind: String,
    pub role: String,
    pub name: String,
    pub sign_in: String,
    pub passphrase: String,
    /// Base 32, for an authenticator app.
    pub totp_secret: String,
}

/// An officer at work.
pub struct Seat {
    pub signed: Signed,
    pub login: Login,
}

impl Seat {
    pub fn desk(&self) -> DeskId {
        self.signed.officer.desk
    }

    pub fn role(&self) -> Role {
        self.signed.officer.role
    }

    pub fn kind(&self) -> DeskKind {
        self.signed.officer.desk_kind
    }
}

/// Makes them all and signs everybody in.
///
/// # Errors
/// A verb's refusal: the content does not fit the house.
pub async fn make(node: &Node, content: &Content, seed: u64) -> Result<Vec<Seat>, Refusal> {
    let maker = Maker { node, seed };
    let mut seats = maker.first_run(content).await?;
    let administrator = one(&seats, Role::Administrator)?.signed.clone();
    let coordinator = one(&seats, Role::Coordinator)?.signed.clone();
    for organisation in &content.organisations {
        for desk in &organisation.desk {
            match organisation.kind.as_str() {
                "coordination" => {
                    let rest = desk.officer.iter().filter(|o| {
                        ![Role::Administrator, Role::Coordinator].iter().any(|r| r.id() == o.role)
                    });
                    seats.extend(maker.join(&administrator, &coordinator, rest).await?);
                }
                "oversight" => {}
                _ => seats.extend(maker.desk(&administrator, organisation, desk).await?),
            }
        }
    }
    maker.grounds(content, &administrator).await?;
    let hash = view_set_up(node, &administrator).await?.hash;
    sign_set_up(node, &administrator, &hash).await?;
    sign_set_up(node, &coordinator, &hash).await?;
    recovery(node, &seats).await?;
    Ok(seats)
}

/// The first shelter has custodians in three services, and its second member agreed to them.
async fn recovery(node: &Node, seats: &[Seat]) -> Result<(), Refusal> {
    let shelter = seats.iter().filter(|seat| seat.kind() == DeskKind::Shelter);
    let mut shelter = shelter.map(|seat| fresh(node, seat));
    let first = shelter.next().ok_or_else(|| missing("shelter"))?;
    let second = shelter.next().filter(|seat| seat.officer.desk == first.officer.desk);
    let second = second.ok_or_else(|| missing("colleague"))?;
    let kinds = [DeskKind::Coordination, DeskKind::ChildProtection, DeskKind::Hospital];
    let custodian = |kind: &DeskKind| {
        let mut all = seats.iter().filter(|seat| seat.kind() == *kind);
        all.find(|seat| seat.role() != Role::Administrator).map(|seat| seat.signed.officer.id)
    };
    let custodians: Vec<_> = kinds.iter().filter_map(custodian).collect();
    name_custodians(node, &first, 2, &custodians).await?;
    let made = see_recovery(node, &second).await?.ways;
    for way in made.iter().filter(|way| !way.is_active) {
        agree_recovery(node, &second, way.id, true).await?;
    }
    Ok(())
}

fn fresh(node: &Node, seat: &Seat) -> Signed {
    Signed { proved_s: node.clock.now_s(), ..seat.signed.clone() }
}

/// The coordinator hands in a rule of the country, so that the oversight body has one to decide.
///
/// # Errors
/// The verb's refusal: the text does not fit the catalogue.
pub async fn hand_in_rules(node: &Node, seats: &[Seat]) -> Result<(), Refusal> {
    let coordinator = one(seats, Role::Coordinator)?;
    propose_rules(node, &coordinator.signed, include_str!("rules.toml")).await.map(drop)
}

/// The officer of a role that only one officer has.
fn one(seats: &[Seat], role: Role) -> Result<&Seat, Refusal> {
    seats.iter().find(|seat| seat.role() == role).ok_or_else(|| missing(role.id()))
}

fn missing(what: &str) -> Refusal {
    Refusal::fault(format!("the content of the demonstration lacks: {what}"))
}

struct Maker<'a> {
    node: &'a Node,
    seed: u64,
}

impl Maker<'_> {
    async fn first_run(&self, content: &Content) -> Result<Vec<Seat>, Refusal> {
        let office = organisation(content, "coordination")?;
        let body = organisation(content, "oversight")?;
        let officer = |organisation: &Organisation, role: Role| {
            let mut all = organisation.desk.iter().flat_map(|desk| desk.officer.iter());
            let found = all.find(|o| o.role == role.id()).map(|o| self.new_officer(o));
            found.ok_or_else(|| missing(role.id()))?
        };
        let first = FirstRun {
            // not shown: for the operator
            code: offer_set_up(self.node).await?.ok_or_else(|| missing("an empty node"))?,
            office: office.name.clone(),
            coordinator: officer(office, Role::Coordinator)?,
            administrator: officer(office, Role::Administrator)?,
            oversight_body: body.name.clone(),
            overseer: officer(body, Role::Oversight)?,
        };
        let mut seats = Vec::new();
        for sheet in set_up_node(self.node, first).await? {
            seats.push(self.seat(sheet).await?);
        }
        Ok(seats)
    }

    /// A desk, its first officer, and the others whom the first lets in.
    async fn desk(
        &self,
        administrator: &Signed,
        organisation: &Organisation,
        desk: &Desk,
    ) -> Result<Vec<Seat>, Refusal> {
        let kind = DeskKind::parse(&desk.kind).ok_or_else(|| missing(&desk.kind))?;
        let (first, rest) = desk.officer.split_first().ok_or_else(|| missing(&desk.name))?;
        let named = (organisation.name.as_str(), kind, desk.name.as_str());
        let sheet = add_desk(self.node, administrator, named, self.new_officer(first)?).await?;
        let first = self.seat(sheet).await?;
        let signed = first.signed.clone();
        let mut seats = vec![first];
        seats.extend(self.join(administrator, &signed, rest.iter()).await?);
        Ok(seats)
    }

    /// Officers who join the desk of a colleague, who lets them in unless they are to wait.
    async fn join(
        &self,
        administrator: &Signed,
        colleague: &Signed,
        officers: impl Iterator<Item = &Officer>,
    ) -> Result<Vec<Seat>, Refusal> {
        let mut seats = Vec::new();
        for officer in officers {
            let new = self.new_officer(officer)?;
            let desk = colleague.officer.desk;
            let sheet = add_officer(self.node, administrator, desk, new).await?;
            if officer.role != Role::Administrator.id() && !officer.waits {
                let_in(self.node, colleague, sheet.officer).await?;
            }
            seats.push(self.seat(sheet).await?);
        }
        Ok(seats)
    }

    fn new_officer(&self, officer: &Officer) -> Result<NewOfficer, Refusal> {
        Ok(NewOfficer {
            staff_id: officer.sign_in.to_uppercase(),
            sign_in_name: officer.sign_in.clone(),
            shown_name: officer.shown.clone(),
            role: Role::parse(&officer.role).ok_or_else(|| missing(&officer.role))?,
            is_trained: officer.trained,
            language: Language::find(&officer.language).unwrap_or(ENGLISH),
            passphrase: Some(self.passphrase(&officer.sign_in)),
        })
    }

    /// Drawn from the seed and the name, so that a colleague more changes nobody's.
    fn passphrase(&self, sign_in: &str) -> String {
        let hash = Sha256::digest(sign_in.as_bytes());
        let own = hash.iter().take(8).fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
        let words = guard::members::make_passphrase(&SeededDice::new(self.seed ^ own));
        words.split('-').take(PASSPHRASE_WORDS).collect::<Vec<_>>().join("-")
    }

    async fn seat(&self, sheet: Sheet) -> Result<Seat, Refusal> {
        let proof = Proof {
            sign_in_name: sheet.sign_in_name.clone(),
            passphrase: sheet.passphrase.clone(),
            code: String::new(),
        };
        let signed_in = sign_in(self.node, proof).await?;
        let hash: [u8; 32] = Sha256::digest(signed_in.token.as_bytes()).into();
        let signed = self.node.sessions.find(&hash, self.node.clock.now_s());
        let signed = signed.ok_or_else(Refusal::not_signed_in)?;
        let login = Login {
            desk: signed.desk_name.clone(),
            desk_kind: signed.officer.desk_kind.id().to_owned(),
            role: signed.officer.role.id().to_owned(),
            name: sheet.shown_name.clone(),
            sign_in: sheet.sign_in_name.clone(),
            passphrase: Zeroizing::clone(&sheet.passphrase).to_string(),
            totp_secret: sheet.totp_secret.to_string(),
        };
        Ok(Seat { signed, login })
    }

    /// Legal basis and retention of every desk, for hints and for cases.
    async fn grounds(&self, content: &Content, administrator: &Signed) -> Result<(), Refusal> {
        let desks = list_desks(self.node, administrator).await?;
        let mut new = Vec::new();
        for ground in view_set_up(self.node, administrator).await?.grounds {
            let line = desks.iter().find(|line| line.id == ground.desk);
            let line = line.ok_or_else(|| missing(&ground.desk_name))?;
            let mut all = content.organisations.iter().flat_map(|o| o.desk.iter());
            let known = all.find(|desk| desk.name == line.name || desk.kind == line.kind.id());
            let known = known.ok_or_else(|| missing(&line.name))?;
            new.push(NewGround {
                desk: ground.desk,
                purpose: ground.purpose,
                source: known.legal_basis.clone(),
                special: known.sensitive_basis().to_owned(),
                recipients: known.recipients().to_owned(),
                retention_days: known.retention_days,
            });
        }
        record_grounds(self.node, administrator, &new).await
    }
}

fn organisation<'a>(content: &'a Content, kind: &str) -> Result<&'a Organisation, Refusal> {
    content.organisations.iter().find(|o| o.kind == kind).ok_or_else(|| missing(kind))
}
