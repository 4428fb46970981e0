//! A small country: one desk of each kind that matters here, one officer at each.

use guard::members::{Cost, DeskWrap, NewDesk, Unlocked, make_desk, make_member, wrap_desk};
use guard::receipts::NodePepper;
use guard::{DeskKind, Gate, Officer, Role};
use lexicon::chance::{FixedClock, SeededDice};
use lexicon::ids::{DeskId, HintId, OfficerId, OrganisationId};
use lexicon::{Day, Dice, Language};
use protection::hint::{Channel, HintForm};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::testing::Database;
use store::{DeskRow, MemberWrapRow, OfficerRow, OrganisationRow, Store};
use workflow::hashing::Hashing;
use workflow::list_hints::{Line, Wanted, list_hints};
use workflow::receive_hint::{Received, SentHint, receive_hint};
use workflow::{Node, NodeKeys, Sessions, Signed};

/// Desks of the country and the role of the officer at each.
const DESKS: [(&str, DeskKind, Role); 8] = [
    ("triage", DeskKind::Coordination, Role::Triage),
    ("children", DeskKind::ChildProtection, Role::Caseworker),
    ("police", DeskKind::Police, Role::Investigator),
    ("shelter", DeskKind::Shelter, Role::Caseworker),
    ("border", DeskKind::Protection, Role::ProtectionOfficer),
    ("immigration", DeskKind::ImmigrationEnforcement, Role::EnforcementOfficer),
    ("oversight", DeskKind::Oversight, Role::Oversight),
    ("office", DeskKind::Coordination, Role::Administrator),
];

pub struct World {
    pub node: Arc<Node>,
    pub clock: Arc<FixedClock>,
    pub desks: BTreeMap<&'static str, DeskId>,
    officers: BTreeMap<&'static str, Signed>,
}

impl World {
    pub async fn on(database: &Database) -> Self {
        let clock = Arc::new(FixedClock::at(Day::parse("2026-11-24").unwrap()));
        let dice = Arc::new(SeededDice::new(20_261_124));
        let store = database.open().await;
        let mut world = Self {
            node: Arc::new(node(store, Arc::clone(&clock), Arc::clone(&dice))),
            clock,
            desks: BTreeMap::new(),
            officers: BTreeMap::new(),
        };
        for (name, kind, role) in DESKS {
            world.settle(name, kind, role, dice.as_ref()).await;
        }
        let triage = world.desks["triage"].to_string();
        let mut tx = world.node.store.begin("test").await.unwrap();
        tx.put_setting(workflow::receive_hint::INTAKE_DESK, &triage).await.unwrap();
        tx.commit().await.unwrap();
        world
    }

    async fn settle(&mut self, name: &'static str, kind: DeskKind, role: Role, dice: &dyn Dice) {
        let organisation = OrganisationId::random(dice);
        let desk = DeskId::random(dice);
        let new = make_desk(dice);
        let (row, signed) = officer(name, (organisation, desk, kind, role), &new, dice);
        let mut tx = self.node.store.begin("test").await.unwrap();
        tx.insert_organisation(&OrganisationRow {
            id: organisation,
            name: format!("Service {name}"),
            kind: kind.id().to_owned(),
        })
        .await
        .unwrap();
        tx.insert_desk(&DeskRow {
            id: desk,
            organisation_id: organisation,
            kind: kind.id().to_owned(),
            sphere: kind.sphere(),
            name: format!("Desk {name}"),
            public_key: new.public.bytes().to_vec(),
            key_version: 1,
            state: "active".to_owned(),
        })
        .await
        .unwrap();
        tx.insert_officer(&row).await.unwrap();
        // Persons are entered only where a second officer holds the key too.
        let second = format!("{name} colleague");
        let (second, _) = officer(&second, (organisation, desk, kind, role), &new, dice);
        tx.insert_officer(&second).await.unwrap();
        for officer_id in [row.id, second.id] {
            let wrap = vec![0; 81];
            let wrap = MemberWrapRow { desk_id: desk, key_version: 1, officer_id, wrap };
            tx.insert_member_wrap(&wrap).await.unwrap();
        }
        tx.commit().await.unwrap();
        self.desks.insert(name, desk);
        self.officers.insert(name, signed);
    }

    pub fn signed(&self, name: &str) -> &Signed {
        &self.officers[name]
    }

    /// What a stranger sends, and the code in digits.
    pub async fn report(&self, form: HintForm) -> (Received, String) {
        let received = receive_hint(&self.node, sent(form)).await.expect("a hint is taken");
        let code = received.receipt.digits().to_string();
        (received, code)
    }

    pub async fn queue(&self, name: &str) -> Vec<Line> {
        list_hints(&self.node, self.signed(name), &Wanted::default()).await.unwrap().lines
    }

    /// The only hint in a queue.
    pub async fn only(&self, name: &str) -> HintId {
        let lines = self.queue(name).await;
        assert_eq!(lines.len(), 1, "one hint waits at {name}");
        lines[0].id
    }
}

pub fn sent(form: HintForm) -> SentHint {
    SentHint {
        form,
        files: Vec::new(),
        language: Language::find("pt").unwrap(),
        channel: Channel::Web,
        once: String::new(),
    }
}

pub fn form(text: &str, ticks: &[&str]) -> HintForm {
    HintForm {
        text: text.to_owned(),
        ticks: ticks.iter().map(|t| (*t).to_owned()).collect(),
        ..HintForm::default()
    }
}

fn node(store: Store, clock: Arc<FixedClock>, dice: Arc<SeededDice>) -> Node {
    Node {
        store,
        gate: Gate::new().unwrap(),
        clock,
        dice,
        sessions: Sessions::default(),
        keys: NodeKeys {
            pepper: NodePepper { salt: [1; 32], pepper: [2; 32] },
            signing_seed: zeroize::Zeroizing::new([3; 32]),
        },
        member_cost: Cost::CHEAP,
        receipt_cost: Cost::CHEAP,
        member_hashing: Hashing::new(2, 1_000),
        receipt_hashing: Hashing::new(2, 1_000),
        second_place: Default::default(),
        // A country whose legal basis is signed; one test takes it away.
        is_demo: true,
    }
}

fn officer(
    name: &str,
    (organisation, desk, kind, role): (OrganisationId, DeskId, DeskKind, Role),
    new: &NewDesk,
    dice: &dyn Dice,
) -> (OfficerRow, Signed) {
    let id = OfficerId::random(dice);
    let member = make_member(&id, ("Mangrove", name), "a pass phrase", Cost::CHEAP, dice).unwrap();
    let wrap = wrap_desk(&desk, new, (&id, &member.public), dice).unwrap();
    let row = OfficerRow {
        id,
        organisation_id: organisation,
        desk_id: desk,
        staff_id: name.to_owned(),
        sign_in_name: name.to_owned(),
        shown_name: name.to_owned(),
        role: role.id().to_owned(),
        public_key: member.public.bytes().to_vec(),
        locked_secret: member.locked_secret.clone(),
        totp_sealed: member.totp_sealed.clone(),
        totp_last_step: 0,
        language: "en".to_owned(),
        theme: "device".to_owned(),
        density: "comfortable".to_owned(),
        is_trained_screener: true,
        state: "active".to_owned(),
    };
    let wraps = [DeskWrap { desk, key_version: 1, wrap: wrap.into_bytes() }];
    let unlocked = Unlocked::open(id, member.secret, &wraps).unwrap();
    let signed = Signed {
        officer: Officer { id, desk, desk_kind: kind, role, is_trained: true },
        organisation,
        shown_name: name.to_owned(),
        desk_name: name.to_owned(),
        organisation_name: name.to_owned(),
        language: Language::find("en").unwrap(),
        theme: "device".to_owned(),
        density: "comfortable".to_owned(),
        form_token: "0123456789abcdef".to_owned(),
        is_shared: false,
        unlocked: Arc::new(unlocked),
        shelf: Arc::default(),
        signed_in_s: 0,
        proved_s: 0,
    };
    (row, signed)
}
