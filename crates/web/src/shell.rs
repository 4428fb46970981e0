//! What stands around every page: the bars, the way out, the languages, the foot.

use crate::assets;
use crate::errors::{Failure, IsDressed};
use crate::headers::HasScript;
use crate::language::{self, Choice};
use crate::officer::Officer;
use crate::text::Texts;
use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use lexicon::Language;
use std::convert::Infallible;

/// An ordinary site to which the way out leads, until the country chooses another.
pub const EXIT: &str = "https://www.wikipedia.org/";

/// The number to call in danger, until the country chooses another.
pub const DANGER_NUMBER: &str = "112";

/// Someone on a public page: nobody knows who. Handlers take it as an argument.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub language: Language,
    /// The address without its language.
    address: String,
    /// The language was chosen by hand, so links keep it.
    has_chosen: bool,
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self {
            language: language::of(&parts.uri, &parts.headers),
            address: language::address_without(&parts.uri),
            has_chosen: language::chosen(&parts.uri).is_some(),
        })
    }
}

impl Visitor {
    pub fn t(&self) -> Texts {
        Texts::new(self.language)
    }

    pub fn shell(&self) -> PublicShell {
        PublicShell {
            languages: language::menu(&self.address, self.language),
            has_chosen: self.has_chosen,
            ..PublicShell::bare(self.language, false)
        }
    }
}

/// The frame of a public page: no mark, no name of the house, a way out.
pub struct PublicShell {
    pub language: Language,
    /// Empty where another language would lose what stands on the page.
    pub languages: Vec<Choice>,
    pub exit: &'static str,
    pub danger_number: &'static str,
    /// The body's class: `receipt-page` prints the receipt alone.
    pub class: &'static str,
    /// An error page of the staff side needs no way out.
    pub is_staff: bool,
    has_chosen: bool,
}

impl PublicShell {
    /// A frame without a language menu, for answers to a sent form.
    pub fn bare(language: Language, is_staff: bool) -> Self {
        let (exit, danger_number) = (EXIT, DANGER_NUMBER);
        Self {
            language,
            languages: Vec::new(),
            exit,
            danger_number,
            class: "",
            is_staff,
            has_chosen: true,
        }
    }

    #[must_use]
    pub fn without_languages(mut self) -> Self {
        self.languages = Vec::new();
        self
    }

    #[must_use]
    pub fn with_class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// An address of the public side that keeps the chosen language.
    pub fn link(&self, path: &str) -> String {
        let mark = if path.contains('?') { '&' } else { '?' };
        if self.has_chosen {
            format!("{path}{mark}lang={}", self.language.tag)
        } else {
            path.into()
        }
    }

    pub fn style(&self) -> String {
        assets::style()
    }

    pub fn icon(&self) -> String {
        assets::address("icon.svg")
    }
}

/// A state of the whole page, said above it: one at a time, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Banner {
    ReadOnly,
    Locked,
    /// The officer is not let in at the own desk yet.
    Waiting,
    Unwitnessed,
    /// Nothing of a real person can be kept yet.
    NotSetUp {
        /// Who looks can finish it.
        is_yours: bool,
    },
    Demo,
}

impl Banner {
    pub fn class(self) -> &'static str {
        match self {
            Self::ReadOnly => "banner-alarm",
            Self::Locked | Self::Waiting => "banner-seal",
            Self::Unwitnessed | Self::NotSetUp { .. } => "banner-due",
            Self::Demo => "banner-note",
        }
    }

    pub fn drawing(self) -> &'static str {
        match self {
            Self::ReadOnly => "alarm",
            Self::Locked | Self::Waiting => "lock",
            Self::Unwitnessed | Self::NotSetUp { .. } | Self::Demo => "note",
        }
    }

    pub fn key(self) -> &'static str {
        match self {
            Self::ReadOnly => "banner-read-only",
            Self::Locked => "banner-locked",
            Self::Waiting => "banner-waiting",
            Self::Unwitnessed => "banner-unwitnessed",
            Self::NotSetUp { .. } => "banner-set-up",
            Self::Demo => "banner-demo",
        }
    }
}

/// One destination of the dark bar.
#[derive(Clone, Debug)]
pub struct Destination {
    pub key: &'static str,
    pub path: &'static str,
    /// What waits there; nothing is shown for 0.
    pub count: usize,
    pub is_current: bool,
}

/// The frame of a staff page.
pub struct StaffShell {
    pub language: Language,
    /// Stands in every form as the field `csrf`.
    pub csrf: String,
    pub desk: String,
    pub organisation: String,
    pub officer: String,
    pub nav: Vec<Destination>,
    pub banner: Option<Banner>,
    /// Warnings that wait to be read, and where.
    pub alarms: usize,
    pub alarms_at: &'static str,
    /// Colleagues who ask for a yes.
    pub questions: usize,
    /// `light`, `dark` or empty for what the device says.
    pub theme: &'static str,
    pub is_dense: bool,
    /// Advice has no printed form.
    pub is_advice: bool,
    /// Only the sheets of new officers print, one a page.
    pub is_sheets: bool,
    /// The page carries the script of officers; then its answer must say so ([`with_script`]).
    pub has_script: bool,
    /// Seconds until the page of a shared device locks itself; 0 on any other.
    pub idle_s: i64,
    /// Nobody is signed in: the bar shows no desk and no way to lock.
    pub is_signed_in: bool,
}

impl StaffShell {
    /// The frame for an officer, with the destinations of the role.
    pub fn of(officer: &Officer) -> Self {
        Self {
            language: officer.language,
            csrf: officer.signed.form_token.clone(),
            desk: officer.signed.desk_name.clone(),
            organisation: officer.signed.organisation_name.clone(),
            officer: officer.signed.shown_name.clone(),
            nav: crate::nav::destinations(officer),
            banner: officer.banner,
            alarms: officer.alarms,
            alarms_at: crate::nav::alarms_at(officer),
            questions: officer.questions,
            theme: officer.theme(),
            is_dense: officer.signed.density == "compact",
            is_advice: false,
            is_sheets: false,
            has_script: officer.signed.is_shared,
            idle_s: if officer.signed.is_shared { officer.signed.idle_s_max() } else { 0 },
            is_signed_in: true,
        }
    }

    /// The frame of sign-in and first run, before anybody is known.
    pub fn before_sign_in(language: Language, csrf: &str) -> Self {
        Self {
            language,
            csrf: csrf.to_owned(),
            desk: String::new(),
            organisation: String::new(),
            officer: String::new(),
            nav: Vec::new(),
            banner: None,
            alarms: 0,
            alarms_at: "",
            questions: 0,
            theme: "",
            is_dense: false,
            is_advice: false,
            is_sheets: false,
            has_script: false,
            idle_s: 0,
            is_signed_in: false,
        }
    }

    #[must_use]
    pub fn as_advice(mut self) -> Self {
        self.is_advice = true;
        self
    }

    /// The page offers a passkey.
    #[must_use]
    pub fn scripted(mut self) -> Self {
        self.has_script = true;
        self
    }

    #[must_use]
    pub fn as_sheets(mut self) -> Self {
        self.is_sheets = true;
        self
    }

    pub fn body_class(&self) -> String {
        let all =
            [("dense", self.is_dense), ("advice", self.is_advice), ("sheets", self.is_sheets)];
        all.iter().filter(|(_, is)| *is).map(|(class, _)| *class).collect::<Vec<_>>().join(" ")
    }

    /// The banner leads to the set-up, for who can finish it.
    pub fn leads_to_set_up(&self) -> bool {
        self.banner == Some(Banner::NotSetUp { is_yours: true })
    }

    pub fn theme_key(&self) -> String {
        format!("theme-{}", if self.theme.is_empty() { "device" } else { self.theme })
    }

    pub fn density_key(&self) -> &'static str {
        if self.is_dense { "density-compact" } else { "density-comfortable" }
    }

    pub fn style(&self) -> String {
        assets::style()
    }

    pub fn icon(&self) -> String {
        assets::address("icon.svg")
    }

    pub fn script(&self) -> String {
        assets::address("officers.js")
    }
}

/// The same answer, allowed to load the script of officers.
pub fn with_script(mut response: Response) -> Response {
    response.extensions_mut().insert(HasScript);
    response
}

/// A page with status 200.
///
/// # Errors
/// When the template fails to render.
pub fn page(template: &impl Template) -> Result<Response, Failure> {
    Ok(Html(template.render()?).into_response())
}

/// A form shown again with its complaints: status 422, what was typed is kept.
///
/// # Errors
/// When the template fails to render.
pub fn page_again(template: &impl Template) -> Result<Response, Failure> {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// A page with a status of its own.
///
/// # Errors
/// When the template fails to render.
pub fn page_with(status: StatusCode, template: &impl Template) -> Result<Response, Failure> {
    let mut response = (status, Html(template.render()?)).into_response();
    response.extensions_mut().insert(IsDressed);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        let wait = HeaderValue::from_static(crate::errors::RETRY_AFTER_S);
        response.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    Ok(response)
}

/// After a form is accepted: go there by GET.
///
/// # Errors
/// When the address cannot stand in a header.
pub fn go(address: &str) -> Result<Response, Failure> {
    Ok(axum::response::Redirect::to(address).into_response())
}
