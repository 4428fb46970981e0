//! A node for real work, from the code on the terminal to the first hint that is read, through its
//! pages alone.

use crate::html;
use crate::world::{Answer, ask};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use lexicon::chance::{FixedClock, SeededDice};
use lexicon::{Clock, Day, language};
use mangrove::folder::{Folder, Purpose};
use mangrove::wiring::{Plan, open_node};
use std::sync::Arc;
use store::Address;
use store::testing::{Database, databases};
use workflow::Node;
use workflow::set_up_node::offer_set_up;

/// A node that holds nobody yet, as `mangrove serve` makes it.
struct Country {
    node: Arc<Node>,
    clock: Arc<FixedClock>,
    staff: Router,
    public: Router,
    _database: Database,
}

/// Who signed in: the cookie, and what must stand in a form.
struct Session {
    cookie: String,
    token: String,
}

/// What stands on a printed sheet.
#[derive(Clone, Debug)]
struct Sheet {
    name: String,
    passphrase: String,
    secret: String,
}

impl Country {
    async fn new(database: Database) -> Self {
        crate::log::keep();
        let clock = Arc::new(FixedClock::at(Day::parse("2026-11-25").unwrap()));
        let url = match &database.address {
            Address::Postgres(url) => Some(url.clone()),
            Address::Sqlite(_) => None,
        };
        let plan = Plan {
            folder: Folder::open(&database.folder.path().join("data"), Purpose::Real).unwrap(),
            database: url,
            clock: clock.clone(),
            dice: Arc::new(SeededDice::new(25)),
            is_demo: false,
        };
        let opened = open_node(plan).await.map_err(|p| p.say(language::ENGLISH));
        let mut node = opened.expect("a node");
        // The slow hashes are measured elsewhere.
        node.member_cost = guard::members::Cost::CHEAP;
        node.receipt_cost = guard::members::Cost::CHEAP;
        let node = Arc::new(node);
        let (staff, public) = (web::staff(node.clone()), web::public(node.clone()));
        Self { node, clock, staff, public, _database: database }
    }

    async fn get(&self, session: Option<&Session>, path: &str) -> Answer {
        let mut request = Request::get(path).header(header::HOST, "localhost");
        if let Some(session) = session {
            request = request.header(header::COOKIE, &session.cookie);
        }
        ask(&self.staff, request.body(Body::empty()).unwrap()).await
    }

    async fn post(&self, session: &Session, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("csrf", session.token.as_str())];
        all.extend_from_slice(fields);
        let request = Request::post(path)
            .header(header::HOST, "localhost")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, &session.cookie);
        ask(&self.staff, request.body(Body::from(html::encode(&all))).unwrap()).await
    }

    /// Sends a form of a page with some fields filled in, as a browser would.
    async fn fill(
        &self,
        session: &Session,
        (page, action): (&str, &str),
        filled: &[(&str, &str)],
    ) -> Answer {
        let page = self.get(Some(session), page).await.text();
        let form = html::forms(&page).into_iter().find(|form| form.action == action);
        let form = form.unwrap_or_else(|| panic!("no form {action} on {page}"));
        let mut fields = form.untouched();
        for (name, value) in filled {
            fields.retain(|(known, _)| known != name);
            fields.push((*name, *value));
        }
        self.post(session, action, &fields).await
    }

    /// The token of a page that nobody needs to sign in for.
    async fn before_sign_in(&self, path: &str) -> Session {
        let page = self.get(None, path).await.text();
        Session { cookie: String::new(), token: token_of(&page) }
    }

    async fn sign_in(&self, sheet: &Sheet) -> Session {
        // No code is taken twice.
        self.clock.advance_s(30);
        let door = self.before_sign_in("/sign-in").await;
        let code = one_time(&sheet.secret, self.clock.now_s());
        let fields =
            [("name", sheet.name.as_str()), ("passphrase", &sheet.passphrase), ("code", &code)];
        let answer = self.post(&door, "/sign-in", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}: {}", sheet.name, answer.text());
        let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
        let session = Session { cookie, token: String::new() };
        let page = self.get(Some(&session), "/settings").await.text();
        Session { token: token_of(&page), ..session }
    }

    async fn visit(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::HOST, "localhost");
        ask(&self.public, request.body(Body::empty()).unwrap()).await
    }

    /// A hint through the public form.
    async fn report(&self, text: &str) -> Answer {
        let kind = format!("multipart/form-data; boundary={}", html::BOUNDARY);
        let request = Request::post("/report/form")
            .header(header::HOST, "localhost")
            .header(header::CONTENT_TYPE, kind);
        let body = html::parts(&[("who", "self"), ("text", text), ("danger", "no")]);
        ask(&self.public, request.body(Body::from(body)).unwrap()).await
    }

    async fn report_as_json(&self, text: &str) -> Answer {
        let request = Request::post("/api/v1/hints")
            .header(header::HOST, "localhost")
            .header(header::CONTENT_TYPE, "application/json");
        let body = format!("{{\"text\":\"{text}\"}}");
        ask(&self.public, request.body(Body::from(body)).unwrap()).await
    }

    /// The code of the terminal makes three officers; their sheets, in the order of the form.
    async fn first_run(&self) -> [Sheet; 3] {
        let code = offer_set_up(&self.node).await.unwrap().expect("an empty node has a code");
        let door = self.before_sign_in("/first-run").await;
        let mut fields = vec![("office", "Coordination office"), ("oversight-body", "Commission")];
        fields.extend(FIRST);
        let mut wrong = fields.clone();
        wrong.push(("code", "not-the-code"));
        let refused = self.post(&door, "/first-run", &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("Ana Coordinator"), "what was typed is kept");
        fields.push(("code", code.as_str()));
        let made = self.post(&door, "/first-run", &fields).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.text());
        let sheets = sheets_of(&made.text());
        sheets.try_into().expect("three sheets")
    }

    /// The law for everything, through the form of the page.
    async fn record(&self, administrator: &Session) {
        let all = [
            ("source-all-screenings", "Victim assistance act, article 14"),
            ("retention-all-screenings", "1825"),
            ("source-all-figures", "Statistics act, article 3"),
            ("retention-all-figures", "3650"),
            ("special-all-hints", "Data act, article 9"),
            ("special-all-screenings", "Data act, article 9"),
            ("special-all-cases", "Data act, article 9"),
            ("special-all-figures", "Data act, article 9"),
            ("recipients-all-hints", "nobody"),
            ("recipients-all-screenings", "nobody"),
            ("recipients-all-cases", "nobody"),
            ("recipients-all-figures", "nobody"),
            ("source-all-hints", "Victim assistance act, article 14"),
            ("retention-all-hints", "180"),
            ("source-all-cases", "Victim assistance act, article 15"),
            ("retention-all-cases", "1825"),
        ];
        let answer = self.post(administrator, "/set-up/grounds", &all).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    }

    async fn sign(&self, session: &Session) -> Answer {
        self.fill(session, ("/set-up", "/set-up/sign"), &[]).await
    }
}

const FIRST: [(&str, &str); 9] = [
    ("0-staff-id", "K-1"),
    ("0-sign-in-name", "ana"),
    ("0-shown-name", "Ana Coordinator"),
    ("1-staff-id", "K-2"),
    ("1-sign-in-name", "ben"),
    ("1-shown-name", "Ben Administrator"),
    ("2-staff-id", "O-1"),
    ("2-sign-in-name", "cleo"),
    ("2-shown-name", "Cleo Overseer"),
];

fn token_of(page: &str) -> String {
    let after = page.split("name=\"csrf\" value=\"").nth(1).expect("a form with its token");
    after.split('"').next().unwrap().to_owned()
}

/// The values of one label on the printed sheets.
fn printed(page: &str, label: &str) -> Vec<String> {
    let value = |part: &str| {
        let after = part.split_once("<dd").unwrap().1.split_once('>').unwrap().1;
        html::unescape(after.split('<').next().unwrap())
    };
    page.split(&format!("<dt>{label}</dt>")).skip(1).map(value).collect()
}

fn sheets_of(page: &str) -> Vec<Sheet> {
    let names = printed(page, "Officer name").into_iter();
    let passphrases = printed(page, "Passphrase").into_iter();
    let secrets = printed(page, "Secret for the app");
    let all = names.zip(passphrases).zip(secrets);
    all.map(|((name, passphrase), secret)| Sheet { name, passphrase, secret }).collect()
}

/// What the officer's app shows now.
fn one_time(secret: &str, now_s: i64) -> String {
    let address = format!("otpauth://totp/Mangrove:x?secret={secret}&issuer=Mangrove");
    let totp = totp_rs::Totp::from_url_unchecked(&address).unwrap();
    totp.generate(u64::try_from(now_s).unwrap()).to_string()
}

// proves: row 8.3
#[tokio::test]
async fn row_8_3_from_the_code_on_the_terminal_to_the_first_hint_that_is_read() {
    for database in databases().await {
        let country = Country::new(database).await;
        let lost = country.get(None, "/sign-in").await;
        assert_eq!(lost.header("location"), "/first-run", "an empty node leads to its first run");
        let [coordinator, administrator, overseer] = country.first_run().await;
        assert_eq!(country.get(None, "/first-run").await.header("location"), "/sign-in");
        let coordinator = country.sign_in(&coordinator).await;
        let administrator = country.sign_in(&administrator).await;
        let overseer = country.sign_in(&overseer).await;
        nothing_real_is_taken(&country, &coordinator).await;
        let caseworker = a_shelter(&country, &administrator).await;

        let early = country.get(Some(&coordinator), "/set-up").await.text();
        assert!(early.contains("administrator writes the law"), "{early}");
        assert!(!early.contains("/set-up/grounds"), "only the administrator writes");
        let no = country.post(&coordinator, "/set-up/grounds", &[]).await;
        assert_eq!(no.status, StatusCode::FORBIDDEN);
        half_written_is_refused(&country, &administrator).await;
        country.record(&administrator).await;

        assert_eq!(country.sign(&administrator).await.status, StatusCode::SEE_OTHER);
        nothing_real_is_taken(&country, &coordinator).await;
        let hash = hash_on(&country, &coordinator).await;
        let stale = country.post(&coordinator, "/set-up/sign", &[("hash", "0")]).await;
        assert_eq!(stale.status, StatusCode::CONFLICT, "what is signed is what was seen");
        assert_eq!(country.sign(&coordinator).await.status, StatusCode::SEE_OTHER);
        let signed = html::visible(&country.get(Some(&coordinator), "/set-up").await.text());
        for part in ["Signed and in force", "Ana Coordinator", "Ben Administrator", &hash] {
            assert!(signed.contains(part), "{part}: {signed}");
        }
        assert!(signed.contains("25 November 2026") && signed.contains("article 14"));
        in_the_ledger(&country, &overseer, &hash).await;
        first_hint(&country, &coordinator).await;
        let case = [("hint", ""), ("story", "A first case")];
        let opened = country.post(&caseworker, "/cases/new", &case).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());
    }
}

/// A shelter with its desk and two officers: the first holds the key, the second signs in, waits,
/// and is let in by the first. Gives the session of the second.
async fn a_shelter(country: &Country, administrator: &Session) -> Session {
    let desk = [("kind", "shelter"), ("organisation", "Casa Mara"), ("desk", "Safe house")];
    let eva = [("shown-name", "Eva Caseworker"), ("sign-in-name", "eva"), ("staff-id", "M-1")];
    let work = [("role", "caseworker"), ("trained", "yes"), ("language", "en")];
    let made = country.post(administrator, "/desks/new", &[&desk[..], &eva, &work].concat()).await;
    let first = sheets_of(&made.text()).remove(0);
    let list = country.get(Some(administrator), "/desks").await.text();
    let desks = html::addresses(&list).into_iter().filter(|a| a.starts_with("/desks/"));
    let mut shelter = String::new();
    for address in desks.filter(|a| a.len() > 40) {
        let page = country.get(Some(administrator), &address).await.text();
        if page.contains("Eva Caseworker") {
            shelter = address;
        }
    }
    let ida = [("shown-name", "Ida Caseworker"), ("sign-in-name", "ida"), ("staff-id", "M-2")];
    let address = format!("{shelter}/new");
    let made = country.post(administrator, &address, &[&ida[..], &work].concat()).await;
    let second = sheets_of(&made.text()).remove(0);
    let waiting = country.sign_in(&second).await;
    let own = country.get(Some(&waiting), "/desk").await.text();
    assert!(
        own.contains("You wait") || own.contains("let you in") || own.contains("wait"),
        "{own}"
    );
    let eva = country.sign_in(&first).await;
    let let_in = country.fill(&eva, ("/desk", "/desk"), &[]).await;
    assert_eq!(let_in.status, StatusCode::SEE_OTHER, "{}", let_in.text());
    country.sign_in(&second).await
}

/// Before two have signed: the public page says so before anybody writes, no form of the officers
/// opens, and nothing is kept.
async fn nothing_real_is_taken(country: &Country, coordinator: &Session) {
    for path in ["/report", "/report/form"] {
        let page = country.visit(path).await;
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert!(page.text().contains("takes no messages yet"), "{path}: {}", page.text());
        assert!(page.text().contains("tel:112") && !page.text().contains("<textarea"));
    }
    assert_eq!(country.report("Help").await.status, StatusCode::SERVICE_UNAVAILABLE);
    let json = country.report_as_json("Help").await;
    assert_eq!(json.status, StatusCode::SERVICE_UNAVAILABLE, "{}", json.text());
    let form = country.get(Some(coordinator), "/hints/new").await;
    assert_eq!(form.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(form.text().contains("href=\"/set-up\""), "it leads to the set-up: {}", form.text());
    let screening = country.get(Some(coordinator), "/screenings/new").await;
    assert_eq!(screening.status, StatusCode::SERVICE_UNAVAILABLE);
    let banner = country.get(Some(coordinator), "/settings").await.text();
    assert!(banner.contains("The set-up is not finished"), "{banner}");
    let mut tx = country.node.read("count").await.unwrap();
    let row = tx.row("SELECT COUNT(*) AS n FROM hints", &[]).await.unwrap().unwrap();
    assert_eq!(row.int("n"), Ok(0));
}

async fn half_written_is_refused(country: &Country, administrator: &Session) {
    let page = country.get(Some(administrator), "/set-up").await.text();
    let form = html::forms(&page).into_iter().find(|f| f.action == "/set-up/grounds").unwrap();
    let is_of_desk = |name: &&str| name.starts_with("source-") && !name.contains("-all-");
    let mut names = form.fields.iter().rev().map(|(name, _)| name.as_str());
    let source = names.find(is_of_desk).expect("a ground of a desk");
    let half =
        country.post(administrator, "/set-up/grounds", &[(source, "Some law, article 99")]).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = half.text();
    assert!(page.contains("Some law, article 99"), "what was typed is kept");
    assert!(page.contains(&format!("href=\"#{}\"", source.replace("source-", "retention-"))));
    let sign = country.post(administrator, "/set-up/sign", &[("hash", "")]).await;
    assert_eq!(sign.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is signed half written");
}

async fn hash_on(country: &Country, session: &Session) -> String {
    let page = country.get(Some(session), "/set-up").await.text();
    let form = html::forms(&page).into_iter().find(|f| f.action == "/set-up/sign").unwrap();
    let hash = form.fields.iter().find(|(name, _)| name == "hash").unwrap();
    assert_eq!(hash.1.len(), 64);
    hash.1.clone()
}

async fn in_the_ledger(country: &Country, overseer: &Session, hash: &str) {
    let mut sequencer = workflow::sequence::Sequencer::start(&country.node).await.unwrap();
    sequencer.step(&country.node).await.unwrap();
    let page = html::visible(&country.get(Some(overseer), "/openings").await.text());
    assert_eq!(page.matches(hash).count(), 2, "one leaf for each signature: {page}");
}

async fn first_hint(country: &Country, coordinator: &Session) {
    let receipt = country.report("They keep my papers").await;
    assert_eq!(receipt.status, StatusCode::OK, "{}", receipt.text());
    assert!(receipt.text().contains("class=\"digits\""));
    let queue = country.get(Some(coordinator), "/hints").await.text();
    let hint = html::addresses(&queue)
        .into_iter()
        .find(|a| a.starts_with("/hints/") && a.len() > 20)
        .unwrap_or_else(|| panic!("no hint in {queue}"));
    let opened = country.get(Some(coordinator), &hint).await;
    assert_eq!(opened.status, StatusCode::OK);
    assert!(opened.text().contains("They keep my papers"), "{}", opened.text());
    assert_eq!(country.get(Some(coordinator), "/hints/new").await.status, StatusCode::OK);
}
