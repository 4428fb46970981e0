//! The first address of both listeners: it only sends on to where the person wants to be.

use crate::{Failure, Officer, Route, Visitor, go, nav};
use axum::response::Response;
use axum::routing::get;

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::open_get("/", || get(to_first_page)),
    Route::open_get("/", || get(to_report)).public(),
];

/// Nobody signed in is sent to sign in; an officer to the first page of the role.
async fn to_first_page(officer: Result<Officer, Failure>) -> Result<Response, Failure> {
    match officer {
        Ok(officer) => go(nav::first_page(&officer)),
        Err(_) => go("/sign-in"),
    }
}

async fn to_report(visitor: Visitor) -> Result<Response, Failure> {
    go(&visitor.shell().link("/report"))
}
