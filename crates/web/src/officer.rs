//! The officer of a staff request. A handler that takes [`Officer`] as an argument cannot run
//! unless somebody is signed in.

use crate::errors::Failure;
use crate::language;
use crate::nav::{self, Place};
use crate::shell::{Banner, StaffShell};
use crate::text::Texts;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use lexicon::Language;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use workflow::answer_alarm::waiting_alarms;
use workflow::say_second_yes::waiting_questions;
use workflow::sign_set_up::{may_sign_set_up, takes_hints};
use workflow::{Node, Signed};

/// The cookie that carries the session's token, on the staff listener only.
pub const COOKIE: &str = "mangrove";

/// Whoever is signed in, and what the frame of a page needs to know.
#[derive(Clone)]
pub struct Officer {
    pub signed: Signed,
    /// The officer's language; an address with `?lang=` tries another for one page.
    pub language: Language,
    /// Hash of the cookie's token, by which the session is found.
    pub token_hash: [u8; 32],
    pub path: String,
    pub banner: Option<Banner>,
    /// Warnings that wait for this officer to read them.
    pub alarms: usize,
    /// Colleagues who ask for a yes.
    pub questions: usize,
    /// Where the officer may go by the bar.
    pub places: Vec<Place>,
    /// What waits at an address of the bar: filled by the page that knows.
    pub waiting: Vec<(&'static str, usize)>,
}

impl Officer {
    pub fn t(&self) -> Texts {
        Texts::new(self.language)
    }

    /// The frame of a page for this officer.
    pub fn shell(&self) -> StaffShell {
        StaffShell::of(self)
    }

    /// `light`, `dark`, or empty for what the device says.
    pub fn theme(&self) -> &'static str {
        match self.signed.theme.as_str() {
            "light" => "light",
            "dark" => "dark",
            _ => "",
        }
    }
}

/// The hash of the session token in the request's cookie.
pub fn token_hash(headers: &HeaderMap) -> Option<[u8; 32]> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let token = cookies.flat_map(|cookies| cookies.split(';')).find_map(|cookie| {
        cookie.trim().strip_prefix(COOKIE)?.strip_prefix('=').filter(|t| t.len() <= 128)
    })?;
    Some(Sha256::digest(token.as_bytes()).into())
}

/// The officer of a request, if one is signed in.
pub fn signed(node: &Node, headers: &HeaderMap) -> Option<([u8; 32], Signed)> {
    let hash = token_hash(headers)?;
    Some((hash, node.sessions.find(&hash, node.clock.now_s())?))
}

impl FromRequestParts<Arc<Node>> for Officer {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, node: &Arc<Node>) -> Result<Self, Failure> {
        let (token_hash, signed) =
            signed(node, &parts.headers).ok_or_else(Failure::not_signed_in)?;
        let banner = match banner(node) {
            Some(Banner::ReadOnly) => Some(Banner::ReadOnly),
            _ if signed.is_waiting() => Some(Banner::Waiting),
            None if !takes_hints(node).await? => {
                Some(Banner::NotSetUp { is_yours: may_sign_set_up(node, &signed) })
            }
            other => other,
        };
        let language = language::chosen(&parts.uri).unwrap_or(signed.language);
        let path = parts.uri.path().to_owned();
        let at_desk = node.sessions.waiting_at(signed.officer.desk);
        let waiting = if signed.is_waiting() { Vec::new() } else { vec![("/desk", at_desk)] };
        let places = nav::open_to(node, &signed);
        let alarms = waiting_alarms(node, &signed).await?;
        let questions = waiting_questions(node, &signed).await?;
        Ok(Self { signed, language, token_hash, path, banner, alarms, questions, places, waiting })
    }
}

/// The worst state of the node, said above every page.
pub fn banner(node: &Node) -> Option<Banner> {
    if node.store.is_read_only() {
        return Some(Banner::ReadOnly);
    }
    node.is_demo.then_some(Banner::Demo)
}

/// Sets the session cookie. `is_secure` is false only on `http://localhost`.
pub fn cookie(token: &str, is_secure: bool) -> String {
    let secure = if is_secure { "; Secure" } else { "" };
    format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Strict{secure}")
}

/// Takes the session cookie away.
pub fn no_cookie() -> String {
    format!("{COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0")
}

#[cfg(test)]
mod tests {
    use super::token_hash;
    use axum::http::{HeaderMap, HeaderValue, header};

    #[test]
    fn the_token_is_found_among_other_cookies() {
        let check = |cookie: &'static str, is_found: bool| {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, HeaderValue::from_static(cookie));
            assert_eq!(token_hash(&headers).is_some(), is_found, "{cookie}");
        };
        check("a=b; mangrove=abc", true);
        check("mangrove=abc; c=d", true);
        check("mangroves=abc", false);
        check("xmangrove=abc", false);
    }
}
