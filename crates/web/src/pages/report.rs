//! A stranger tells what happens: the first page, the form, the code. No account, no cookie, no
//! script; no address of the network is read.

use crate::shell::page_with;
use crate::upload::{UPLOAD_BYTES_MAX, Upload};
use crate::{Failure, PublicShell, Route, Texts, Visitor, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use lexicon::{Complaint, Phrase};
use protection::hint::{Channel, Fact, HintForm};
use serde::Deserialize;
use std::sync::Arc;
use workflow::receive_hint::{Received, SentHint, receive_hint};
use workflow::sent_once::draw_number;
use workflow::sign_set_up::takes_hints;
use workflow::{Node, Refusal, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::open_get("/report", || get(start)).public(),
    Route::open_get("/report/form", || get(form)).public(),
    Route::open_post("/report/form", || axum::routing::post(send))
        .public()
        .bytes_max(UPLOAD_BYTES_MAX),
    Route::open_get("/report/hide", || get(hide)).public(),
];

#[derive(Template)]
#[template(path = "report.html")]
struct StartPage {
    t: Texts,
    shell: PublicShell,
}

#[derive(Template)]
#[template(path = "report_form.html")]
struct FormPage {
    t: Texts,
    shell: PublicShell,
    form: HintForm,
    /// The number of this form, so that pressed twice it is one hint.
    once: String,
    /// Field and sentence of everything that must be changed.
    errors: Vec<(String, String)>,
    /// Why the node could not take it: [`trouble`].
    trouble: &'static str,
}

#[derive(Template)]
#[template(path = "report_receipt.html")]
struct ReceiptPage {
    t: Texts,
    shell: PublicShell,
    groups: Vec<String>,
    words: String,
    urgency: &'static str,
    is_child: bool,
}

#[derive(Template)]
#[template(path = "report_hide.html")]
struct HidePage {
    t: Texts,
    shell: PublicShell,
}

/// Who the form is for, as a figure that tells nobody anything.
#[derive(Deserialize)]
struct Asked {
    w: Option<String>,
}

#[derive(Template)]
#[template(path = "report_closed.html")]
struct ClosedPage {
    t: Texts,
    shell: PublicShell,
}

/// Said before anybody writes a word that could not be kept.
fn closed(visitor: &Visitor) -> Result<Response, Failure> {
    let page = ClosedPage { t: visitor.t(), shell: visitor.shell() };
    page_with(StatusCode::SERVICE_UNAVAILABLE, &page)
}

async fn start(State(node): State<Arc<Node>>, visitor: Visitor) -> Result<Response, Failure> {
    if !takes_hints(&node).await? {
        return closed(&visitor);
    }
    page(&StartPage { t: visitor.t(), shell: visitor.shell() })
}

async fn hide(visitor: Visitor) -> Result<Response, Failure> {
    page(&HidePage { t: visitor.t(), shell: visitor.shell() })
}

async fn form(
    State(node): State<Arc<Node>>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    if !takes_hints(&node).await? {
        return closed(&visitor);
    }
    let who = match asked.w.as_deref() {
        Some("1") => "self",
        Some("2") => "other",
        _ => "",
    };
    let form = HintForm { who: who.to_owned(), ..HintForm::default() };
    let (shell, once) = (visitor.shell(), draw_number(node.dice.as_ref()));
    page(&FormPage { t: visitor.t(), shell, form, once, errors: Vec::new(), trouble: "" })
}

async fn send(
    State(node): State<Arc<Node>>,
    visitor: Visitor,
    upload: Upload,
) -> Result<Response, Failure> {
    let (form, once) = (typed(&upload), upload.get("once").to_owned());
    if upload.is_cut {
        let cut = Complaint::new(0, "files", Phrase::new("report-limit-kept"));
        return again(&visitor, (form, once), vec![cut]);
    }
    let sent = SentHint {
        form: form.clone(),
        files: upload.files,
        language: visitor.language,
        channel: Channel::Web,
        once: once.clone(),
    };
    match receive_hint(&node, sent).await {
        Ok(received) => receipt(&visitor, &received),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            again(&visitor, (form, once), refusal.fields)
        }
        Err(refusal) if !trouble(&refusal).is_empty() => {
            not_taken(&visitor, (form, once), &refusal)
        }
        Err(Refusal { kind: RefusalKind::NotSetUp { .. }, .. }) => closed(&visitor),
        Err(refusal) => Err(refusal.into()),
    }
}

/// What was typed, from a form with or without files.
pub fn typed(upload: &Upload) -> HintForm {
    let field = |name| upload.get(name).to_owned();
    HintForm {
        text: field("text"),
        place: field("place"),
        contact: field("contact"),
        contact_when: field("contact_when"),
        languages: field("languages"),
        who: field("who"),
        about: field("about"),
        danger: field("danger"),
        ticks: upload.all("ticks"),
    }
}

/// The form again, with everything that was typed.
fn again(
    visitor: &Visitor,
    (form, once): (HintForm, String),
    complaints: Vec<Complaint>,
) -> Result<Response, Failure> {
    let t = visitor.t();
    let errors = complaints.iter().map(|c| (c.field.clone(), t.phrase(&c.phrase))).collect();
    let shell = visitor.shell().without_languages();
    let page = FormPage { t, shell, form, once, errors, trouble: "" };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Begins the keys of what is said when nothing is wrong with the form and yet it was not taken:
/// too many at once, or a node that cannot keep anything now. Empty for any other refusal.
pub fn trouble(refusal: &Refusal) -> &'static str {
    match refusal.kind {
        RefusalKind::Busy => "report-wait",
        RefusalKind::ReadOnly | RefusalKind::Fault => "report-broken",
        _ => "",
    }
}

/// The operator's line of a refusal that is answered with the form again.
pub fn tell_operator(refusal: &Refusal) {
    if refusal.kind != RefusalKind::Busy {
        tracing::warn!(known = %refusal.known, "a hint or message could not be kept");
    }
}

/// Nothing was kept, and the words are still there.
fn not_taken(
    visitor: &Visitor,
    (form, once): (HintForm, String),
    refusal: &Refusal,
) -> Result<Response, Failure> {
    tell_operator(refusal);
    let trouble = trouble(refusal);
    let shell = visitor.shell().without_languages();
    let page = FormPage { t: visitor.t(), shell, form, once, errors: Vec::new(), trouble };
    page_with(StatusCode::SERVICE_UNAVAILABLE, &page)
}

fn receipt(visitor: &Visitor, received: &Received) -> Result<Response, Failure> {
    page(&ReceiptPage {
        t: visitor.t(),
        shell: visitor.shell().without_languages().with_class("receipt-page"),
        groups: received.receipt.digits().split(' ').map(str::to_owned).collect(),
        words: received.receipt.words().to_string(),
        urgency: received.urgency.id(),
        is_child: received.is_child,
    })
}

impl FormPage {
    /// The boxes to tick: id, drawing, ticked.
    fn ticks(&self) -> Vec<(&'static str, &'static str, bool)> {
        let drawing = |fact| match fact {
            Fact::Restraint => "door",
            Fact::PapersHeld => "papers",
            Fact::NotPaid => "pay",
            Fact::Hurt => "hurt",
            Fact::Child => "child",
            Fact::TravelSoon => "route",
            Fact::JourneyDanger => "sea",
            _ => "note",
        };
        let tick =
            |fact: Fact| (fact.id(), drawing(fact), self.form.ticks.iter().any(|t| t == fact.id()));
        Fact::TICKS.into_iter().map(tick).collect()
    }

    /// The answers to "who needs help": value and key of the text.
    fn abouts(&self) -> [(&'static str, &'static str); 3] {
        if self.form.who == "self" {
            [
                ("adult", "report-about-me-adult"),
                ("child", "report-about-me-child"),
                ("refused", "report-refused"),
            ]
        } else {
            [
                ("adult", "report-about-adult"),
                ("child", "report-about-child"),
                ("unknown", "report-about-unknown"),
            ]
        }
    }

    /// The sentence for a field that must be changed; empty when it is fine.
    fn error(&self, field: &str) -> String {
        let found = self.errors.iter().find(|(name, _)| name == field);
        found.map(|(_, sentence)| sentence.clone()).unwrap_or_default()
    }

    /// Whether the part about reaching the person stands open.
    fn has_contact(&self) -> bool {
        let is_typed = !self.form.contact.is_empty() || !self.form.contact_when.is_empty();
        is_typed || !self.error("contact").is_empty() || !self.error("contact_when").is_empty()
    }
}
