//! The pages, one file each: its handlers, its template and its `ROUTES`. A new page is its file,
//! its template, and its two lines here.

use crate::assets;
use crate::routes::Route;
use axum::routing::get;

pub mod alarms;
pub mod api;
pub mod case;
pub mod cases;
pub mod desks;
pub mod emergency;
pub mod erase;
pub mod event_mode;
pub mod find;
pub mod first_run;
pub mod hint;
pub mod hints;
pub mod home;
pub mod house;
pub mod ledger;
pub mod left_work;
pub mod open_identity;
pub mod openings;
pub mod oversight;
pub mod own_desk;
pub mod papers;
pub mod passkeys;
pub mod passphrase;
pub mod person_new;
pub mod picture;
pub mod promises;
pub mod proof;
pub mod prove;
pub mod recovery;
pub mod report;
pub mod report_back;
pub mod rules;
pub mod screening;
pub mod second_yes;
pub mod set_up;
pub mod sets;
pub mod settings;
pub mod shares;
mod sheets;
pub mod sign_in;
pub mod watch_words;
pub mod who_opened;

/// Every page's doors.
pub const ROUTES: &[&[Route]] = &[
    ASSETS,
    home::ROUTES,
    cases::ROUTES,
    case::ROUTES,
    person_new::ROUTES,
    find::ROUTES,
    picture::ROUTES,
    rules::ROUTES,
    screening::ROUTES,
    hint::ROUTES,
    hints::ROUTES,
    api::ROUTES,
    report::ROUTES,
    report_back::ROUTES,
    proof::ROUTES,
    sets::ROUTES,
    set_up::ROUTES,
    papers::ROUTES,
    settings::ROUTES,
    passphrase::ROUTES,
    promises::ROUTES,
    passkeys::ROUTES,
    prove::ROUTES,
    desks::ROUTES,
    erase::ROUTES,
    house::ROUTES,
    own_desk::ROUTES,
    recovery::ROUTES,
    left_work::ROUTES,
    shares::ROUTES,
    open_identity::ROUTES,
    openings::ROUTES,
    oversight::ROUTES,
    ledger::ROUTES,
    alarms::ROUTES,
    who_opened::ROUTES,
    emergency::ROUTES,
    second_yes::ROUTES,
    event_mode::ROUTES,
    watch_words::ROUTES,
    sign_in::ROUTES,
    first_run::ROUTES,
];

const ASSETS: &[Route] = &[Route::open_get("/assets/{name}", || get(assets::serve)).everywhere()];
