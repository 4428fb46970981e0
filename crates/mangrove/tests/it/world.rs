//! A small country with one officer of each kind, full of words that stand nowhere else, so that
//! wherever one turns up it is known whose it was.

use crate::{html, log};
use axum::Router;
use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{HeaderMap, Request, StatusCode, header};
use guard::{DeskKind, Role};
use lexicon::chance::{FixedClock, SeededDice};
use lexicon::ids::{
    AttachmentId, CaseId, DeskId, HintId, ImportId, OfficerId, PersonId, ScreeningId,
};
use lexicon::{Clock, Day, language};
use mangrove::folder::{Folder, Purpose};
use mangrove::wiring::{Plan, open_node};
use protection::hint::{Channel, HintForm};
use protection::person::{FactCodes, Identity};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use store::testing::{Database, databases};
use store::{Address, LegalBasisRow};
use tower::ServiceExt;
use workflow::add_officer::{NewDesk, NewOfficer, insert_desk, insert_organisation};
use workflow::receive_hint::{SentFile, SentHint, receive_hint};
use workflow::sign_in::{Proof, sign_in};
use workflow::{Node, Signed};

/// Everybody who comes to the doors, with desk and hat. A stranger is nobody of these.
pub const PERSONAS: [(&str, DeskKind, Role); 14] = [
    ("nurse", DeskKind::Hospital, Role::Responder),
    ("caseworker", DeskKind::Ngo, Role::Caseworker),
    ("corrupt", DeskKind::Shelter, Role::Caseworker),
    ("triage", DeskKind::Coordination, Role::Triage),
    ("coordinator", DeskKind::Coordination, Role::Coordinator),
    ("administrator", DeskKind::Coordination, Role::Administrator),
    ("child-protection", DeskKind::ChildProtection, Role::Caseworker),
    ("police", DeskKind::Police, Role::Responder),
    ("investigator", DeskKind::Inquiry, Role::Investigator),
    ("labour", DeskKind::LabourInspectorate, Role::Caseworker),
    ("analyst", DeskKind::Fiu, Role::Analyst),
    ("enforcement", DeskKind::ImmigrationEnforcement, Role::EnforcementOfficer),
    ("protection", DeskKind::Protection, Role::ProtectionOfficer),
    ("oversight", DeskKind::Oversight, Role::Oversight),
];

/// Desks of those for whom [`World::fill`] enters persons.
const ENTERS_PERSONS: [DeskKind; 4] =
    [DeskKind::Ngo, DeskKind::LabourInspectorate, DeskKind::Inquiry, DeskKind::ChildProtection];

pub const STRANGER: &str = "stranger";
pub const PASSPHRASE: &str = "harbour lamp canoe seven";

/// A published set with one row that is refused and one column that nobody knows.
pub const SET: &str = "yearOfRegistration,gender,ageBroad,citizenship,CountryOfExploitation,\
traffickMonths,meansDebtBondageEarnings,isForcedLabour,isSexualExploit,isOtherExploit,remark\n\
2019,Woman,9--17,NGA,ITA,,1,1,1,,=1+1\n\
2019,Man,48+,NGA,ITA,,,1,,,@x\n\
2019,Woman,18--20,NGA,NGA,,,,1,,-2\n\
2020,,,,ITA,,,-99,0,,plain\n\
2020,Man,30--38,MLI,,,,1,,1,+3\n\
1066,Man,30--38,MLI,,,,1,,1,none\n";

/// A word that stands in one sealed cell and nowhere else.
#[derive(Clone, Debug)]
pub struct Mark {
    pub word: String,
    pub kind: &'static str,
    pub thing: [u8; 16],
    /// Sent to the giver of the hint, who reads it with the code.
    pub is_for_giver: bool,
}

pub struct World {
    pub node: Arc<Node>,
    pub kind: &'static str,
    pub clock: Arc<FixedClock>,
    pub staff: Router,
    pub public: Router,
    pub marks: Vec<Mark>,
    pub hints: Vec<HintId>,
    /// Receipt codes of the hints, in the same order.
    pub codes: Vec<String>,
    pub cases: Vec<CaseId>,
    pub persons: Vec<PersonId>,
    pub screenings: Vec<ScreeningId>,
    pub files: Vec<AttachmentId>,
    pub sets: Vec<ImportId>,
    pub officers: HashMap<&'static str, OfficerId>,
    pub desks: HashMap<DeskKind, DeskId>,
    sessions: std::sync::Mutex<HashMap<String, (String, String)>>,
    pub database: Database,
}

/// An answer of the house.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }
}

/// A world on each database, filled.
pub async fn worlds() -> Vec<World> {
    let mut all = Vec::new();
    for database in databases().await {
        let mut world = empty(database).await;
        world.fill().await;
        all.push(world);
    }
    all
}

/// One world on SQLite, for what does not depend on the database.
pub async fn world() -> World {
    let mut world = empty(store::testing::sqlite()).await;
    world.fill().await;
    world
}

/// Desks and officers, and nothing that anybody has said.
pub async fn empty(database: Database) -> World {
    made(database, |_| {}).await
}

/// As [`empty`], with a node that was changed first.
pub async fn made(database: Database, change: impl FnOnce(&mut Node)) -> World {
    log::keep();
    let clock = Arc::new(FixedClock::at(Day::parse("2026-11-20").unwrap()));
    let url = match &database.address {
        Address::Postgres(url) => Some(url.clone()),
        Address::Sqlite(_) => None,
    };
    let plan = Plan {
        folder: Folder::open(&data_folder(&database), Purpose::Demo).expect("a folder"),
        database: url,
        clock: clock.clone(),
        dice: Arc::new(SeededDice::new(20)),
        is_demo: true,
    };
    let opened = open_node(plan).await.map_err(|p| p.say(language::ENGLISH));
    let mut node = opened.expect("a node");
    change(&mut node);
    let node = Arc::new(node);
    let mut world = World {
        staff: web::staff(node.clone()),
        public: web::public(node.clone()),
        node,
        kind: database.kind,
        clock,
        marks: Vec::new(),
        hints: Vec::new(),
        codes: Vec::new(),
        cases: Vec::new(),
        persons: Vec::new(),
        screenings: Vec::new(),
        files: Vec::new(),
        sets: Vec::new(),
        officers: HashMap::new(),
        desks: HashMap::new(),
        sessions: std::sync::Mutex::default(),
        database,
    };
    world.people().await;
    world
}

fn data_folder(database: &Database) -> PathBuf {
    database.folder.path().join("data")
}

impl World {
    pub fn data_folder(&self) -> PathBuf {
        data_folder(&self.database)
    }

    async fn people(&mut self) {
        let mut tx = self.node.begin("people").await.expect("the place");
        for kind in DeskKind::ALL.iter().copied() {
            let name = format!("Desk {}", kind.id());
            let organisation =
                insert_organisation(&self.node, &mut tx, &name, kind).await.expect("organisation");
            let mut officers: Vec<_> = PERSONAS
                .iter()
                .filter(|(_, k, _)| *k == kind)
                .map(|(n, _, r)| new(n, *r))
                .collect();
            // Persons are entered only where a second officer holds the key too.
            if ENTERS_PERSONS.contains(&kind) {
                officers.push(new(&format!("second-{}", kind.id()), officers[0].role));
            }
            let desk = NewDesk { organisation, kind, name };
            let made = insert_desk(&self.node, &mut tx, &desk, &officers).await;
            let (id, sheets) = made.expect("a desk");
            self.desks.insert(kind, id);
            for sheet in sheets {
                if let Some(known) = PERSONAS.iter().find(|(n, ..)| *n == sheet.sign_in_name) {
                    self.officers.insert(known.0, sheet.officer);
                }
            }
        }
        for purpose in workflow::sign_set_up::PURPOSES {
            tx.put_legal_basis(&LegalBasisRow {
                id: purpose.to_owned(),
                purpose: purpose.to_owned(),
                source: "Law 1, article 2".to_owned(),
                special: "Law 1, article 3".to_owned(),
                recipients: "nobody".to_owned(),
                retention_days: 365,
                recorded_on: self.node.today(),
            })
            .await
            .expect("a basis");
        }
        tx.commit().await.expect("kept");
    }

    fn mark(&mut self, kind: &'static str, thing: &[u8; 16]) -> String {
        let word = format!("Zqx{}{}", self.kind, self.marks.len() + 100);
        self.marks.push(Mark { word: word.clone(), kind, thing: *thing, is_for_giver: false });
        word
    }

    /// Hints, a dialogue, screenings, cases and persons; then a day passes, so that no opening of
    /// the filling counts for what the tests look at.
    pub async fn fill(&mut self) {
        for n in 0..3 {
            self.fill_hint(n).await;
        }
        self.fill_dialogue().await;
        for who in ["caseworker", "labour", "investigator", "child-protection"] {
            self.fill_case(who).await;
        }
        for who in ["nurse", "caseworker"] {
            self.fill_screening(who).await;
        }
        self.fill_sets().await;
        self.clock.advance_s(86_400);
        self.sessions.lock().unwrap().clear();
    }

    async fn fill_hint(&mut self, n: usize) {
        let from = self.marks.len();
        let words: Vec<String> = (0..5).map(|_| self.mark("hint", &[0; 16])).collect();
        let form = HintForm {
            text: format!("She is held: {}", words[0]),
            place: words[1].clone(),
            contact: words[2].clone(),
            contact_when: words[3].clone(),
            about: if n == 1 { "child" } else { "adult" }.to_owned(),
            who: "other".to_owned(),
            danger: if n == 2 { "yes" } else { "no" }.to_owned(),
            ..HintForm::default()
        };
        let pdf = SentFile { name: format!("{}.pdf", words[4]), bytes: pdf(&words[4]) };
        let sent = SentHint {
            form,
            files: vec![pdf],
            language: language::ENGLISH,
            channel: Channel::Web,
            once: String::new(),
        };
        let received = receive_hint(&self.node, sent).await.expect("received");
        let code = received.receipt.digits().to_string();
        let mut tx = self.node.read("find").await.expect("a reader");
        let rows = tx.rows("SELECT id FROM hints", &[]).await.expect("rows");
        let ids: Vec<HintId> = rows.iter().map(|r| r.id("id").unwrap()).collect();
        let id = ids.into_iter().find(|id| !self.hints.contains(id)).expect("the new one");
        for mark in &mut self.marks[from..] {
            mark.thing = *id.bytes();
        }
        let files = tx.list_attachments(id).await.expect("files");
        self.files.extend(files.iter().map(|f| f.id));
        self.hints.push(id);
        self.codes.push(code);
    }

    async fn fill_dialogue(&mut self) {
        let (hint, code) = (self.hints[0], self.codes[0].clone());
        let triage = self.signed("triage").await;
        let answer = self.mark("hint", hint.bytes());
        self.marks.last_mut().unwrap().is_for_giver = true;
        workflow::answer_reporter::answer_reporter(&self.node, &triage, hint, &answer)
            .await
            .expect("answered");
        let again = self.mark("hint", hint.bytes());
        workflow::write_again::write_again(&self.node, &code, &again, Vec::new())
            .await
            .expect("wrote again");
    }

    async fn fill_case(&mut self, who: &'static str) {
        let signed = self.signed(who).await;
        let from = self.marks.len();
        let story = self.mark("slice", &[0; 16]);
        let new = workflow::open_case::NewCase { hint: None, story };
        let case = workflow::open_case::open_case(&self.node, &signed, new).await.expect(who);
        let mut tx = self.node.read("find").await.expect("a reader");
        let row = tx
            .row("SELECT id FROM slices WHERE case_id = $1", &[case.into()])
            .await
            .expect("row")
            .expect("a slice");
        self.marks[from].thing = row.array("id").expect("an id");
        drop(tx);
        let words: Vec<String> = (0..3).map(|_| self.mark("person", &[0; 16])).collect();
        let identity = Identity {
            name: words[0].clone(),
            phone: words[1].clone(),
            safe_contact: words[2].clone(),
            ..Identity::default()
        };
        let codes = FactCodes { sex: "female", citizenship: "NG", ..FactCodes::default() };
        let person =
            workflow::add_person::add_person(&self.node, &signed, case, (&identity, &codes))
                .await
                .expect(who);
        for mark in &mut self.marks[from + 1..] {
            mark.thing = *person.bytes();
        }
        self.cases.push(case);
        self.persons.push(person);
    }

    /// One published set of a few people.
    async fn fill_sets(&mut self) {
        let format = workflow::import::format("ctdc").expect("a format");
        let file = std::io::Cursor::new(SET);
        let (clock, dice) = (self.clock.as_ref(), self.node.dice.as_ref());
        let made =
            workflow::import::import_set(&self.node.store, clock, dice, format, "set.csv", file);
        self.sets.extend(made.await.expect("a set").set);
    }

    async fn fill_screening(&mut self, who: &'static str) {
        use protection::screening::Age;
        let signed = self.signed(who).await;
        let new = workflow::screen_person::NewScreening {
            age: Age::Adult,
            believed_child: false,
            profession: None,
            hint: None,
            case: None,
        };
        let id =
            workflow::screen_person::start_screening(&self.node, &signed, new).await.expect(who);
        let note = self.mark("screening", id.bytes());
        let change = protection::screening::Change::Observations {
            observed: Vec::new(),
            intended: false,
            benefit_ruled_out: false,
            note,
        };
        workflow::screen_person::note_in_screening(&self.node, &signed, id, &change)
            .await
            .expect("noted");
        self.screenings.push(id);
    }

    /// The session of an officer, begun when there is none.
    pub async fn signed(&self, who: &str) -> Signed {
        let (cookie, _) = self.session(who).await;
        let token = cookie.split('=').nth(1).unwrap();
        let hash: [u8; 32] = Sha256::digest(token.as_bytes()).into();
        self.node.sessions.find(&hash, self.clock.now_s()).expect("signed in")
    }

    /// Cookie and form token of an officer.
    pub async fn session(&self, who: &str) -> (String, String) {
        let kept = self.sessions.lock().unwrap().get(who).cloned();
        if let Some((cookie, token)) = kept {
            let plain = cookie.split('=').nth(1).unwrap();
            let hash: [u8; 32] = Sha256::digest(plain.as_bytes()).into();
            if self.node.sessions.find(&hash, self.clock.now_s()).is_some() {
                return (cookie, token);
            }
        }
        self.sign_in_anew(who).await
    }

    /// Signs an officer in once more: cookie and form token.
    pub async fn sign_in_anew(&self, who: &str) -> (String, String) {
        let proof = Proof {
            sign_in_name: who.to_owned(),
            passphrase: zeroize::Zeroizing::new(PASSPHRASE.to_owned()),
            code: String::new(),
        };
        let begun = sign_in(&self.node, proof).await.expect(who);
        let hash: [u8; 32] = Sha256::digest(begun.token.as_bytes()).into();
        let signed = self.node.sessions.find(&hash, self.clock.now_s()).expect("a session");
        let session = (format!("mangrove={}", begun.token.as_str()), signed.form_token);
        self.sessions.lock().unwrap().insert(who.to_owned(), session.clone());
        session
    }

    /// GET on the staff listener as somebody.
    pub async fn get(&self, who: &str, path: &str) -> Answer {
        let mut request = Request::get(path).header(header::HOST, "localhost");
        if who != STRANGER {
            request = request.header(header::COOKIE, self.session(who).await.0);
        }
        ask(&self.staff, request.body(Body::empty()).unwrap()).await
    }

    /// GET on the staff listener with a cookie as it was once given.
    pub async fn get_with(&self, cookie: &str, path: &str) -> Answer {
        let request = Request::get(path)
            .header(header::HOST, "localhost")
            .header(header::COOKIE, cookie)
            .body(Body::empty());
        ask(&self.staff, request.unwrap()).await
    }

    /// Everybody signs in anew the next time.
    pub fn forget_sessions(&self) {
        self.sessions.lock().unwrap().clear();
    }

    /// A form on the staff listener as somebody, with the right token first.
    pub async fn post(&self, who: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let (request, body) = self.filled(who, path, fields, false).await;
        ask(&self.staff, request.body(Body::from(body)).unwrap()).await
    }

    /// A form with one file on the staff listener, the token first.
    pub async fn post_file(
        &self,
        who: &str,
        path: &str,
        (field, name, bytes): (&str, &str, &[u8]),
    ) -> Answer {
        let (cookie, token) = self.session(who).await;
        let head = format!(
            "--{b}\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{token}\r\n--{b}\r\n\
             Content-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n",
            b = html::BOUNDARY
        );
        let mut body = head.into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(format!("\r\n--{}--\r\n", html::BOUNDARY).as_bytes());
        let request = Request::post(path)
            .header(header::HOST, "localhost")
            .header(header::CONTENT_TYPE, multipart())
            .header(header::COOKIE, cookie);
        ask(&self.staff, request.body(Body::from(body)).unwrap()).await
    }

    /// A form as a page offered it, sent untouched.
    pub async fn send_form(&self, who: &str, form: &html::Form) -> Answer {
        let fields = form.untouched();
        let (request, body) = self.filled(who, &form.action, &fields, form.is_multipart).await;
        ask(&self.staff, request.body(Body::from(body)).unwrap()).await
    }

    async fn filled(
        &self,
        who: &str,
        path: &str,
        fields: &[(&str, &str)],
        is_multipart: bool,
    ) -> (Builder, String) {
        let kind = if is_multipart { multipart() } else { URL_ENCODED.to_owned() };
        let mut request = Request::post(path)
            .header(header::HOST, "localhost")
            .header(header::CONTENT_TYPE, kind);
        let mut all = Vec::new();
        let mut kept = String::new();
        if who != STRANGER {
            let (cookie, token) = self.session(who).await;
            request = request.header(header::COOKIE, cookie);
            kept = token;
        }
        all.push(("csrf", kept.as_str()));
        all.extend_from_slice(fields);
        let body = if is_multipart { html::parts(&all) } else { html::encode(&all) };
        (request, body)
    }

    /// GET on the public listener.
    pub async fn visit(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::HOST, "localhost");
        ask(&self.public, request.body(Body::empty()).unwrap()).await
    }

    /// A body of the JSON interface.
    pub async fn api(&self, path: &str, body: &str) -> Answer {
        let request = Request::post(path)
            .header(header::HOST, "localhost")
            .header(header::CONTENT_TYPE, "application/json");
        ask(&self.public, request.body(Body::from(body.to_owned())).unwrap()).await
    }

    /// A form on the public listener, in parts as its pages send it, with further headers.
    pub async fn send(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        headers: &[(&'static str, &str)],
    ) -> Answer {
        let mut request = Request::post(path)
            .header(header::HOST, "localhost")
            .header(header::CONTENT_TYPE, multipart());
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        ask(&self.public, request.body(Body::from(html::parts(fields))).unwrap()).await
    }

    /// Whether the officer has opened the thing today, by the openings that go with leaves.
    pub async fn has_opened(&self, who: &str, kind: &str, thing: &[u8; 16]) -> bool {
        let Some(officer) = self.officers.get(who) else { return false };
        let mut tx = self.node.read("openings").await.expect("a reader");
        let sql = "SELECT l.id FROM openings o JOIN leaves l ON l.id = o.leaf_id
                   WHERE o.officer_id = $1 AND o.thing_kind = $2 AND o.thing_id = $3
                     AND o.on_day = $4";
        let cells = [(*officer).into(), kind.into(), thing.into(), self.node.today().into()];
        tx.row(sql, &cells).await.expect("row").is_some()
    }

    /// The ids that a query finds.
    pub async fn ids(&self, sql: &'static str) -> Vec<Vec<u8>> {
        let mut tx = self.node.read("ids").await.expect("a reader");
        let rows = tx.rows(sql, &[]).await;
        rows.expect("rows").iter().map(|row| row.bytes("id").expect("an id")).collect()
    }

    /// Aliases of everything that has one: what even a list may not show to some.
    pub async fn aliases(&self) -> Vec<String> {
        let mut tx = self.node.read("aliases").await.expect("a reader");
        let sql = "SELECT alias FROM hints UNION SELECT alias FROM cases UNION
                   SELECT alias FROM persons UNION SELECT alias FROM screenings";
        let rows = tx.rows(sql, &[]).await.expect("rows");
        rows.iter().map(|r| r.text("alias").unwrap()).collect()
    }
}

fn new(name: &str, role: Role) -> NewOfficer {
    NewOfficer {
        staff_id: format!("staff-{name}"),
        sign_in_name: name.to_owned(),
        shown_name: format!("Officer {name}"),
        role,
        is_trained: true,
        language: language::ENGLISH,
        passphrase: Some(PASSPHRASE.to_owned()),
    }
}

const URL_ENCODED: &str = "application/x-www-form-urlencoded";

fn multipart() -> String {
    format!("multipart/form-data; boundary={}", html::BOUNDARY)
}

pub async fn ask(router: &Router, request: Request<Body>) -> Answer {
    let response = router.clone().oneshot(request).await.expect("an answer");
    let (parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, 64 << 20).await.expect("a body").to_vec();
    Answer { status: parts.status, headers: parts.headers, body }
}

fn pdf(word: &str) -> Vec<u8> {
    format!("%PDF-1.4\n% {word}\ntrailer\n<<>>\n%%EOF\n").into_bytes()
}
