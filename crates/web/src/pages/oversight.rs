//! The first page of the oversight body: alarms, emergencies to review, months and patterns.

use super::cases::said;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::{AlarmId, BreakGlassId, DeskId};
use protection::person::Identity;
use std::sync::Arc;
use workflow::answer_alarm::{AlarmLine, Answer, answer_alarm, open_alarms};
use workflow::event_mode::{EventLine, all_events};
use workflow::make_canary::{CanaryDesk, NewCanary, canary_desks, make_canary};
use workflow::oversee::{Month, Overview, overview, set_budget};
use workflow::review_break_glass::{Review, review_break_glass, waiting_reviews};
use workflow::{Node, Refusal, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/oversight", Action::LedgerReview, || get(show)),
    Route::post("/oversight/alarms", Action::LedgerReview, || post(answer)),
    Route::post("/oversight/reviews", Action::LedgerReview, || post(review)),
    Route::post("/oversight/budget", Action::LedgerReview, || post(budget)),
    Route::post("/oversight/canaries", Action::LedgerReview, || post(canary)),
];

/// Height of the chart's area and width of a month, in units.
const HEIGHT: i64 = 90;
const STEP: i64 = 28;
/// The share that fills the area, in thousandths; higher ones are cut there and told in the table.
const TOP_PER_MILLE: i64 = 60;

/// One month on the chart.
struct Bar {
    x: i64,
    y: i64,
    height: i64,
    class: &'static str,
    label: String,
}

#[derive(Template)]
#[template(path = "oversight.html")]
struct OversightPage {
    t: Texts,
    shell: StaffShell,
    alarms: Vec<AlarmLine>,
    reviews: Vec<Review>,
    overview: Overview,
    events: Vec<EventLine>,
    canaries: Vec<CanaryDesk>,
    typed: Typed,
    errors: Vec<(String, String)>,
}

/// What was typed into a form that is shown again.
#[derive(Default)]
struct Typed {
    desk: String,
    name: String,
    story: String,
}

impl OversightPage {
    async fn new(
        node: &Node,
        officer: &Officer,
        errors: Vec<(String, String)>,
    ) -> Result<Self, Failure> {
        let signed = &officer.signed;
        Ok(Self {
            alarms: open_alarms(node, signed).await?,
            reviews: waiting_reviews(node, signed).await?,
            overview: overview(node, signed).await?,
            events: all_events(node, signed).await?,
            canaries: canary_desks(node, signed).await?,
            t: officer.t(),
            shell: officer.shell(),
            typed: Typed::default(),
            errors,
        })
    }

    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(f, _)| f == field).map_or("", |(_, said)| said)
    }

    fn desks(&self) -> Vec<(String, String)> {
        let label = |desk: &CanaryDesk| {
            let values = (("desk", desk.name.as_str()), ("count", desk.canaries));
            self.t.with2("oversight-canary-of", values.0, values.1)
        };
        self.canaries.iter().map(|desk| (desk.desk.to_string(), label(desk))).collect()
    }

    /// Emergencies in a hundred openings, with one decimal.
    fn share(&self, month: &Month) -> String {
        let (whole, tenth) = (month.per_mille() / 10, month.per_mille() % 10);
        let mark = if self.t.tag() == "en" { '.' } else { ',' };
        format!("{whole}{mark}{tenth}")
    }

    fn month(&self, month: &Month) -> String {
        let name = self.t.say(format!("month-{}", month.first.month()));
        format!("{name} {}", month.first.year())
    }

    fn bars(&self) -> Vec<Bar> {
        let bar = |(at, month): (usize, &Month)| {
            let height = month.per_mille().min(TOP_PER_MILLE) * HEIGHT / TOP_PER_MILLE;
            Bar {
                x: i64::try_from(at).unwrap_or(0) * STEP + 4,
                y: HEIGHT - height,
                height,
                class: if month.is_incident() { "c2" } else { "c1" },
                label: month.first.month().to_string(),
            }
        };
        self.overview.months.iter().enumerate().map(bar).collect()
    }

    /// Where more is an incident.
    fn limit(&self) -> i64 {
        HEIGHT - workflow::oversee::EMERGENCIES_PER_MILLE_MAX * HEIGHT / TOP_PER_MILLE
    }
}

async fn show(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    page(&OversightPage::new(&node, &officer, Vec::new()).await?)
}

/// Back to the page after a form, or the page again with what is wrong.
async fn after(
    node: &Node,
    officer: &Officer,
    (done, typed): (Result<(), Refusal>, Typed),
) -> Result<Response, Failure> {
    match done {
        Ok(()) => go("/oversight"),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let errors = said(&officer.t(), &refusal.fields);
            let again = OversightPage::new(node, officer, errors).await?;
            page_again(&OversightPage { typed, ..again })
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn answer(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = AlarmId::parse(fields.get("alarm")).ok_or_else(Failure::not_found)?;
    let answer = Answer::parse(fields.get("answer")).ok_or_else(Failure::bad_input)?;
    let done = answer_alarm(&node, &officer.signed, (id, answer, fields.get("note"))).await;
    after(&node, &officer, (done, Typed::default())).await
}

async fn review(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = BreakGlassId::parse(fields.get("emergency")).ok_or_else(Failure::not_found)?;
    let asked = (id, fields.get("verdict"), fields.get("note"));
    let done = review_break_glass(&node, &officer.signed, asked).await;
    after(&node, &officer, (done, Typed::default())).await
}

async fn budget(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let most = fields.number("budget").unwrap_or(-1);
    let done = set_budget(&node, &officer.signed, most).await;
    after(&node, &officer, (done, Typed::default())).await
}

async fn canary(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let text = |name| fields.get(name).to_owned();
    let typed = Typed { desk: text("desk"), name: text("name"), story: text("story") };
    let desk = DeskId::parse(&typed.desk).ok_or_else(Failure::not_found)?;
    let identity = Identity { name: text("name"), ..Identity::default() };
    let new = NewCanary { desk, identity, story: text("story") };
    let done = make_canary(&node, &officer.signed, &new).await.map(drop);
    after(&node, &officer, (done, typed)).await
}
