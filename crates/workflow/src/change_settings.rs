//! An officer changes language, theme and density. They are kept with the account.

use crate::{Node, Refusal, RefusalKind, Signed};
use guard::{Action, Kind, Thing};
use lexicon::{Language, Phrase};

/// The themes and densities an officer can choose.
pub const THEMES: [&str; 3] = ["device", "light", "dark"];
pub const DENSITIES: [&str; 2] = ["comfortable", "compact"];

/// Keeps the settings of the officer who is signed in; the session learns them at once.
///
/// # Errors
/// A value that nobody can choose, or a node that takes nothing new.
pub async fn change_settings(
    node: &Node,
    (token_hash, signed): (&[u8; 32], &Signed),
    language: &str,
    theme: &str,
    density: &str,
) -> Result<(), Refusal> {
    let language = Language::find(language).ok_or_else(|| wrong("language"))?;
    if !THEMES.contains(&theme) {
        return Err(wrong("theme"));
    }
    if !DENSITIES.contains(&density) {
        return Err(wrong("density"));
    }
    let officer = &signed.officer;
    let account =
        Thing::standing(Kind::Account, *officer.id.bytes(), officer.desk, officer.sphere());
    let account = Thing { is_assigned: true, ..account };
    let warrant = node.warrant(signed, Action::OwnSettings, &account)?;
    if !warrant.spend(Action::OwnSettings, officer.id.bytes(), node.clock.as_ref()) {
        return Err(Refusal::not_allowed());
    }
    let mut tx = node.begin("change_settings").await?;
    tx.update_officer_preferences(officer.id, language.tag, theme, density).await?;
    tx.commit().await?;
    node.sessions.change(token_hash, |signed| {
        signed.language = language;
        signed.theme = theme.to_owned();
        signed.density = density.to_owned();
    });
    Ok(())
}

fn wrong(field: &str) -> Refusal {
    Refusal {
        kind: RefusalKind::BadInput,
        ..Refusal::field(field, Phrase::new("error-field-choice"))
    }
}
