//! Every door of the house in one list. The routers are built from it, so that no door exists
//! without its entry: its action in the rights table, its listener, whether it changes anything.

use crate::{Face, pages};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::Method;
use axum::routing::MethodRouter;
use guard::Action;
use std::sync::Arc;
use workflow::Node;

/// Bytes of an ordinary form.
pub const FORM_BYTES_MAX: usize = 256 * 1024;

/// A page's handlers, made when the router is built.
pub type Handler = fn() -> MethodRouter<Arc<Node>>;

/// One door. Pages list theirs as `pub const ROUTES: &[Route]`.
pub struct Route {
    pub method: Method,
    pub path: &'static str,
    /// The action the gate decides; none where anybody may come.
    pub action: Option<Action>,
    pub face: Face,
    pub is_state_changing: bool,
    pub body_bytes_max: usize,
    pub handler: Handler,
}

impl Route {
    const fn new(
        is_state_changing: bool,
        path: &'static str,
        action: Option<Action>,
        handler: Handler,
    ) -> Self {
        Self {
            method: if is_state_changing { Method::POST } else { Method::GET },
            path,
            action,
            face: Face::Staff,
            is_state_changing,
            body_bytes_max: FORM_BYTES_MAX,
            handler,
        }
    }

    /// A staff page that is only read.
    pub const fn get(path: &'static str, action: Action, handler: Handler) -> Self {
        Self::new(false, path, Some(action), handler)
    }

    /// A staff form that changes something.
    pub const fn post(path: &'static str, action: Action, handler: Handler) -> Self {
        Self::new(true, path, Some(action), handler)
    }

    /// A page for anybody: of sign-in and first run, or with `.public()` of the public side.
    pub const fn open_get(path: &'static str, handler: Handler) -> Self {
        Self::new(false, path, None, handler)
    }

    /// A form for anybody.
    pub const fn open_post(path: &'static str, handler: Handler) -> Self {
        Self::new(true, path, None, handler)
    }

    /// The same door on the public listener, open to anybody.
    #[must_use]
    pub const fn public(mut self) -> Self {
        self.face = Face::Public;
        self
    }

    /// A door on both listeners, as the stylesheet.
    #[must_use]
    pub const fn everywhere(mut self) -> Self {
        self.face = Face::Both;
        self
    }

    /// A body other than [`FORM_BYTES_MAX`].
    #[must_use]
    pub const fn bytes_max(mut self, bytes: usize) -> Self {
        self.body_bytes_max = bytes;
        self
    }

    /// A door that only reads although it is a POST, as one that takes a receipt code.
    #[must_use]
    pub const fn reads(mut self) -> Self {
        self.is_state_changing = false;
        self
    }
}

/// Every door, page by page.
pub fn all() -> impl Iterator<Item = &'static Route> {
    pages::ROUTES.iter().flat_map(|routes| routes.iter())
}

/// Whether a staff page stands at the address.
pub fn exists(path: &str) -> bool {
    all().any(|route| route.path == path && route.method == Method::GET)
}

/// The most bytes that a form sent to a door may have.
pub fn bytes_max(path: &str) -> usize {
    let doors = all().filter(|route| route.path == path && route.method != Method::GET);
    doors.map(|route| route.body_bytes_max).max().unwrap_or(0)
}

/// The router of one listener: its doors and no other.
pub fn router(face: Face) -> Router<Arc<Node>> {
    let mine = all().filter(|route| route.face == face || route.face == Face::Both);
    mine.fold(Router::new(), |router, route| {
        let limit = DefaultBodyLimit::max(route.body_bytes_max);
        router.route(route.path, (route.handler)().layer(limit))
    })
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::Face;
    use axum::http::Method;
    use std::collections::BTreeSet;

    #[test]
    fn no_door_stands_twice_and_nothing_changes_by_get() {
        let mut seen = BTreeSet::new();
        for route in all() {
            let door = format!("{} {} {:?}", route.method, route.path, route.face);
            assert!(seen.insert(door.clone()), "{door} stands twice");
            assert!(route.method != Method::GET || !route.is_state_changing, "{door}");
            assert!(route.face == Face::Staff || route.action.is_none(), "{door} needs sign-in");
        }
    }
}
