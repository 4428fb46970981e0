//! A node from its first run on, made through the verbs that a country uses.

use guard::members::Cost;
use guard::receipts::NodePepper;
use guard::{DeskKind, Gate, Role};
use lexicon::chance::{FixedClock, SeededDice};
use lexicon::ids::PersonId;
use lexicon::{Day, Language};
use protection::person::{FactCodes, Identity};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use store::testing::Database;
use workflow::add_officer::{NewOfficer, Sheet, add_desk, add_officer};
use workflow::add_person::{add_person, need_own_openers};
use workflow::hashing::Hashing;
use workflow::let_in::let_in;
use workflow::open_case::{NewCase, open_case};
use workflow::set_up_node::{FirstRun, offer_set_up, set_up_node};
use workflow::sign_in::{Proof, SignedIn, sign_in};
use workflow::sign_set_up::{
    NewGround, SetUp, need_own_set_up, record_grounds, sign_set_up, view_set_up,
};
use workflow::{Node, NodeKeys, Refusal, Sessions, Signed};
use zeroize::Zeroizing;

pub const SEED: [u8; 32] = [3; 32];

pub struct World {
    pub node: Arc<Node>,
    pub clock: Arc<FixedClock>,
    pub coordinator: Sheet,
    pub administrator: Sheet,
    pub overseer: Sheet,
}

pub async fn empty_node(database: &Database) -> (Arc<Node>, Arc<FixedClock>) {
    let clock = Arc::new(FixedClock::at(Day::parse("2026-11-24").unwrap()));
    let node = Node {
        store: database.open().await,
        gate: Gate::new().unwrap(),
        clock: clock.clone(),
        dice: Arc::new(SeededDice::new(20_261_124)),
        sessions: Sessions::default(),
        keys: NodeKeys {
            pepper: NodePepper { salt: [1; 32], pepper: [2; 32] },
            signing_seed: Zeroizing::new(SEED),
        },
        member_cost: Cost::CHEAP,
        receipt_cost: Cost::CHEAP,
        member_hashing: Hashing::new(2, 1_000),
        receipt_hashing: Hashing::new(2, 1_000),
        second_place: Default::default(),
        is_demo: false,
    };
    (Arc::new(node), clock)
}

pub fn officer(name: &str, role: Role) -> NewOfficer {
    NewOfficer {
        staff_id: format!("staff {name}"),
        sign_in_name: name.to_owned(),
        shown_name: format!("{} Example", name.to_uppercase()),
        role,
        is_trained: true,
        language: Language::find("fr").unwrap(),
        passphrase: None,
    }
}

pub fn first_run(code: &str) -> FirstRun {
    FirstRun {
        code: Zeroizing::new(code.to_owned()),
        office: "Coordination office".to_owned(),
        coordinator: officer("coordinator", Role::Coordinator),
        administrator: officer("administrator", Role::Administrator),
        oversight_body: "Data protection commission".to_owned(),
        overseer: officer("overseer", Role::Oversight),
    }
}

impl World {
    pub async fn on(database: &Database) -> Self {
        let (node, clock) = empty_node(database).await;
        let code = offer_set_up(&node).await.unwrap().expect("an empty node has a code");
        let sheets = set_up_node(&node, first_run(&code)).await.unwrap();
        let [coordinator, administrator, overseer] =
            <[Sheet; 3]>::try_from(sheets).ok().expect("three sheets");
        Self { node, clock, coordinator, administrator, overseer }
    }

    /// Makes a desk with its first officer.
    pub async fn desk(&self, kind: DeskKind, name: &str, role: Role) -> Sheet {
        let administrator = self.sign_in(&self.administrator).await;
        let desk = format!("Desk of {name}");
        let service = format!("Service of {name}");
        add_desk(&self.node, &administrator, (&service, kind, &desk), officer(name, role))
            .await
            .unwrap()
    }

    /// Signs in with a code of the next half minute, because none is taken twice.
    pub async fn sign_in(&self, sheet: &Sheet) -> Signed {
        self.clock.advance_s(30);
        let code = code(sheet, &self.clock);
        let begun = self.try_sign_in(&sheet.sign_in_name, &sheet.passphrase, &code).await;
        let begun = begun.expect("the sheet signs in");
        self.session(&begun)
    }

    /// As [`World::sign_in`], with the hash under which the session is found.
    pub async fn begin(&self, sheet: &Sheet) -> ([u8; 32], Signed) {
        self.clock.advance_s(30);
        let code = code(sheet, &self.clock);
        let begun = self.try_sign_in(&sheet.sign_in_name, &sheet.passphrase, &code).await;
        let begun = begun.expect("the sheet signs in");
        (Sha256::digest(begun.token.as_bytes()).into(), self.session(&begun))
    }

    pub async fn try_sign_in(
        &self,
        name: &str,
        passphrase: &str,
        code: &str,
    ) -> Result<SignedIn, Refusal> {
        let proof = Proof {
            sign_in_name: name.to_owned(),
            passphrase: Zeroizing::new(passphrase.to_owned()),
            code: code.to_owned(),
        };
        sign_in(&self.node, proof).await
    }

    pub fn session(&self, begun: &SignedIn) -> Signed {
        use lexicon::Clock;
        let hash: [u8; 32] = Sha256::digest(begun.token.as_bytes()).into();
        self.node.sessions.find(&hash, self.clock.now_s()).expect("a session")
    }

    /// A second officer of the member's desk, let in by the member.
    pub async fn colleague(&self, member: &Signed, name: &str, role: Role) -> Sheet {
        let administrator = self.sign_in(&self.administrator).await;
        let new = officer(name, role);
        let desk = member.officer.desk;
        let sheet = workflow::add_officer::add_officer(&self.node, &administrator, desk, new);
        let sheet = sheet.await.unwrap();
        workflow::let_in::let_in(&self.node, member, sheet.officer).await.unwrap();
        sheet
    }

    /// A person in a case of its own.
    pub async fn known(&self, signed: &Signed, identity: &Identity) -> PersonId {
        self.finish_set_up(signed).await;
        let new = NewCase { hint: None, story: "a story".to_owned() };
        let case = open_case(&self.node, signed, new).await.unwrap();
        add_person(&self.node, signed, case, (identity, &FactCodes::default())).await.unwrap()
    }

    /// A case with one person of that name, at the officer's desk.
    pub async fn person(&self, signed: &Signed, name: &str) -> PersonId {
        self.finish_set_up(signed).await;
        self.second_opener(signed).await;
        let new = NewCase { hint: None, story: "a story".to_owned() };
        let case = open_case(&self.node, signed, new).await.unwrap();
        let identity = Identity { name: name.to_owned(), ..Identity::default() };
        add_person(&self.node, signed, case, (&identity, &FactCodes::default())).await.unwrap()
    }

    /// A colleague who holds the key of the officer's desk too; the sheet, if one was made.
    pub async fn second_opener(&self, signed: &Signed) -> Option<Sheet> {
        if need_own_openers(&self.node, signed).await.is_ok() {
            return None;
        }
        let administrator = self.sign_in(&self.administrator).await;
        let name = format!("second {}", signed.officer.id);
        let new = officer(&name, signed.officer.role);
        let sheet = add_officer(&self.node, &administrator, signed.officer.desk, new).await;
        let sheet = sheet.unwrap();
        let_in(&self.node, signed, sheet.officer).await.unwrap();
        Some(sheet)
    }

    /// Records the law of every desk and has both sign, unless that is done for this officer's.
    pub async fn finish_set_up(&self, signed: &Signed) {
        let node = &self.node;
        if need_own_set_up(node, signed).await.is_ok() {
            return;
        }
        let administrator = self.sign_in(&self.administrator).await;
        let law = ("Victim assistance act, article 14", 1_825);
        let new = lawful(&view_set_up(node, &administrator).await.unwrap(), law);
        record_grounds(node, &administrator, &new).await.unwrap();
        let hash = view_set_up(node, &administrator).await.unwrap().hash;
        sign_set_up(node, &administrator, &hash).await.unwrap();
        let coordinator = self.sign_in(&self.coordinator).await;
        sign_set_up(node, &coordinator, &hash).await.unwrap();
    }
}

/// The same law for everything.
pub fn lawful(set_up: &SetUp, (source, retention_days): (&str, i64)) -> Vec<NewGround> {
    let ground = |ground: &workflow::sign_set_up::Ground| NewGround {
        desk: ground.desk,
        purpose: ground.purpose,
        source: source.to_owned(),
        special: source.to_owned(),
        recipients: "nobody".to_owned(),
        retention_days,
    };
    set_up.grounds.iter().map(ground).collect()
}

/// What the officer's app shows now.
pub fn code(sheet: &Sheet, clock: &FixedClock) -> String {
    use lexicon::Clock;
    let totp = totp_rs::Totp::from_url_unchecked(sheet.totp_address.as_str()).unwrap();
    totp.generate(u64::try_from(clock.now_s()).unwrap()).to_string()
}
