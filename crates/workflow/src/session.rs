//! Who is signed in. Sessions and the keys they unlocked live in the memory of this one process:
//! a restart means signing in again, and nothing of it is ever written.

use crate::shelf::{Shelf, Shelves};
use guard::{Officer, Unlocked};
use lexicon::Language;
use lexicon::ids::{DeskId, OfficerId, OrganisationId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A session ends after this long without a request, in seconds.
pub const IDLE_S_MAX: i64 = 15 * 60;
/// The same on a device that others use too.
pub const SHARED_IDLE_S_MAX: i64 = 2 * 60;
/// A session ends this long after it began, in seconds.
pub const SESSION_S_MAX: i64 = 12 * 3600;
/// Opening an identity asks for a proof of who the officer is that is no older, in seconds.
pub const FRESH_S_MAX: i64 = 15 * 60;
/// Sessions of one node at once.
pub const SESSIONS_MAX: usize = 2_000;

/// The signed-in officer: what the gate reads, what the bar shows, and the unlocked keys.
/// Cheap to clone; the keys are shared and wiped when the last clone goes.
#[derive(Clone)]
pub struct Signed {
    pub officer: Officer,
    pub organisation: OrganisationId,
    pub shown_name: String,
    pub desk_name: String,
    pub organisation_name: String,
    pub language: Language,
    /// `device`, `light` or `dark`.
    pub theme: String,
    /// `comfortable` or `compact`.
    pub density: String,
    /// What every form that changes something must send back.
    pub form_token: String,
    /// Others use the device too: it locks soon, and nothing is left on it.
    pub is_shared: bool,
    pub unlocked: Arc<Unlocked>,
    /// The index of the desk's persons, which the sessions of a desk share.
    pub shelf: Arc<Shelf>,
    pub signed_in_s: i64,
    /// When the officer last proved who they are.
    pub proved_s: i64,
}

impl Signed {
    /// Whether the officer's role works on cases, not only with their list.
    pub fn works_cases(&self) -> bool {
        matches!(self.officer.role, guard::Role::Caseworker | guard::Role::Investigator)
    }

    /// Seconds without a request after which the session ends.
    pub fn idle_s_max(&self) -> i64 {
        if self.is_shared { SHARED_IDLE_S_MAX } else { IDLE_S_MAX }
    }

    /// Whether the last proof is recent enough for what needs one.
    pub fn is_fresh(&self, now_s: i64) -> bool {
        (0..=FRESH_S_MAX).contains(&(now_s - self.proved_s))
    }
}

struct Session {
    signed: Signed,
    seen_s: i64,
}

/// All sessions, by the SHA-256 of the token in the officer's cookie.
#[derive(Default)]
pub struct Sessions {
    live: Mutex<HashMap<[u8; 32], Session>>,
    /// How many wait to be let in, by desk.
    waiting: Mutex<HashMap<DeskId, usize>>,
    /// Opened indexes of persons, each as long as somebody of its desk is signed in.
    pub shelves: Shelves,
    /// Attempts to sign in, and the set-up code of an empty node.
    pub(crate) door: crate::sign_in::Door,
    /// Challenges of passkeys, made when the first is asked for.
    pub(crate) challenges: std::sync::OnceLock<guard::members::Challenges>,
    /// Hints just taken, so that a second press of the button is answered like the first.
    pub(crate) recent: crate::sent_once::Recent,
    /// Openings that wait a moment before they are given.
    pub(crate) waits: crate::way_to_open::Waits,
    /// Emergency openings under way, and until when.
    pub(crate) emergencies: crate::break_glass::Emergencies,
}

impl Sessions {
    /// Begins a session. `false` when there are too many; then nobody else is signed out.
    pub fn begin(&self, token_hash: [u8; 32], signed: Signed, now_s: i64) -> bool {
        let mut all = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, session| is_live(session, now_s));
        if all.len() >= SESSIONS_MAX {
            return false;
        }
        all.insert(token_hash, Session { signed, seen_s: now_s });
        true
    }

    /// The officer of a token, if the session is live; the idle clock starts again.
    pub fn find(&self, token_hash: &[u8; 32], now_s: i64) -> Option<Signed> {
        let mut all = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        let session = all.get_mut(token_hash)?;
        if !is_live(session, now_s) {
            all.remove(token_hash);
            return None;
        }
        session.seen_s = now_s;
        Some(session.signed.clone())
    }

    /// Whether the session is one of a shared device. Asking does not keep it awake.
    pub fn is_shared(&self, token_hash: &[u8; 32]) -> bool {
        let all = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(token_hash).is_some_and(|session| session.signed.is_shared)
    }

    /// Changes what a session holds (language, theme, a fresh proof).
    pub fn change(&self, token_hash: &[u8; 32], change: impl FnOnce(&mut Signed)) {
        let mut all = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(session) = all.get_mut(token_hash) {
            change(&mut session.signed);
        }
    }

    pub fn end(&self, token_hash: &[u8; 32]) {
        self.live.lock().unwrap_or_else(PoisonError::into_inner).remove(token_hash);
    }

    /// Ends every session of officers for whom `is_ended` says so (left, suspended, new role).
    pub fn end_where(&self, is_ended: impl Fn(&Officer) -> bool) {
        let mut all = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, session| !is_ended(&session.signed.officer));
    }

    /// Ends every session; returns how many there were.
    pub fn end_all(&self) -> usize {
        let ended = std::mem::take(&mut *self.live.lock().unwrap_or_else(PoisonError::into_inner));
        ended.len()
    }

    /// Ends the sessions whose time is over, so that their keys are wiped without anybody coming.
    /// Returns when somebody was last seen, in seconds; `None` when nobody is signed in.
    pub fn end_idle(&self, now_s: i64) -> Option<i64> {
        let mut all = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, session| is_live(session, now_s));
        all.values().map(|session| session.seen_s).max()
    }

    /// Ends every session of an officer but one.
    pub(crate) fn end_others(&self, officer: OfficerId, but: &[u8; 32]) {
        let mut all = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|hash, session| hash == but || session.signed.officer.id != officer);
    }

    /// How many wait to be let in at a desk, as far as anybody of it has signed in.
    pub fn waiting_at(&self, desk: DeskId) -> usize {
        let all = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(&desk).copied().unwrap_or(0)
    }

    pub(crate) fn set_waiting(&self, desk: DeskId, count: usize) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(desk, count);
    }

    pub fn count(&self) -> usize {
        self.live.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

fn is_live(session: &Session, now_s: i64) -> bool {
    // A clock that was set back ends the session: its age can no longer be told.
    (0..=session.signed.idle_s_max()).contains(&(now_s - session.seen_s))
        && (0..=SESSION_S_MAX).contains(&(now_s - session.signed.signed_in_s))
}
