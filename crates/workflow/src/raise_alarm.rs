//! An alarm: raised inside the transaction of any verb, sealed to the oversight body and to the
//! desk that owns the thing, and kept with it or not at all.

use crate::sealing::ledger_keys;
use crate::{Node, Refusal};
use guard::ledger::{LEDGER, LedgerKeys};
use guard::{Event, Kind, Leaf};
use lexicon::ids::{AlarmId, DeskId, OfficerId};
use store::Tx;
use store::alarms::AlarmRow;

/// What the leaf of an alarm says was done; its reason is the code.
pub const RAISED: &str = "alarm.raised";

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $id:literal, $tells:literal;)*) => {
        /// Everything the node warns of. The text of each is `alarm-<id>` in `alarm.ftl`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum AlarmCode { $($(#[$doc])* $code,)* }

        impl AlarmCode {
            pub const ALL: &'static [Self] = &[$(Self::$code,)*];

            pub fn id(self) -> &'static str {
                match self { $(Self::$code => $id,)* }
            }

            /// The owning desk is told as well as the oversight body; never who caused it.
            pub fn tells_desk(self) -> bool {
                match self { $(Self::$code => $tells,)* }
            }
        }
    };
}

codes!(
    /// The person has the officer's family name, and place, phone or kin fits too.
    OwnName = "own-name", false;
    /// A phone or an address of the person is one of the officer's own.
    OwnContact = "own-contact", false;
    /// More identities in a day than the budget, without being assigned.
    OverBudget = "over-budget", false;
    /// Two officers keep saying yes to each other.
    FriendsApprove = "friends-approve", false;
    /// A person who does not exist was opened.
    Canary = "canary", false;
    /// Many opened without any later work.
    NoLaterWork = "no-later-work", false;
    BreakGlass = "break-glass", true;
    ReviewLate = "review-late", false;
    /// Two officers opened the event mode of their desk.
    EventMode = "event-mode", true;
    /// A root written down earlier is not the node's.
    RootDiffers = "root-differs", false;
    PaperKey = "paper-key", true;
    Recovery = "recovery", true;
    Freeze = "freeze", true;
    ManySearches = "many-searches", false;
    SearchedOwnName = "searched-own-name", false;
);

/// An alarm as a verb raises it.
#[derive(Clone, Copy, Debug)]
pub struct Alarm<'a> {
    pub code: AlarmCode,
    /// The desk that owns the thing; `None` when it is about the node itself.
    pub desk: Option<DeskId>,
    /// Who caused it; `None` when the node found it by itself.
    pub officer: Option<OfficerId>,
    pub thing: Option<(Kind, [u8; 16])>,
    /// Who answers for the thing, as the officer it is assigned to.
    pub told: Option<OfficerId>,
    /// Free words: they stand sealed in the leaf and nowhere else.
    pub note: &'a str,
}

/// Writes the leaf and the row of an alarm into the verb's own transaction. Needs no key: it works
/// while nobody is signed in.
///
/// # Errors
/// The store's refusal; a fault when the note is too long.
pub async fn raise_alarm(node: &Node, tx: &mut Tx, alarm: &Alarm<'_>) -> Result<AlarmId, Refusal> {
    let keys = keys(tx, alarm.desk).await?;
    let hyphened = |id: &[u8; 16]| AlarmId::from_bytes(*id).to_string();
    let event = Event {
        day: node.today(),
        action: RAISED.to_owned(),
        officer: alarm.officer,
        desk: alarm.desk,
        thing_kind: alarm.thing.map_or("", |(kind, _)| kind.id()).to_owned(),
        thing: alarm.thing.map(|(_, id)| hyphened(&id)).unwrap_or_default(),
        reason: alarm.code.id().to_owned(),
        note: alarm.note.to_owned(),
    };
    let leaf = Leaf::seal(&event, &keys, node.dice.as_ref())?;
    let id = AlarmId::random(node.dice.as_ref());
    tx.insert_alarm(&AlarmRow {
        id,
        on_day: event.day,
        code: event.reason.clone(),
        leaf_id: leaf.stored.id,
        thing_kind: event.thing_kind.clone(),
        thing_id: alarm.thing.map(|(_, id)| id),
        desk_id: alarm.desk,
        officer_id: alarm.officer,
        tells_desk: alarm.code.tells_desk() && alarm.desk.is_some(),
        told_officer: alarm.told.filter(|told| Some(*told) != alarm.officer),
        is_told: false,
        state: "new".to_owned(),
        reviewed_by: None,
    })
    .await?;
    guard::Book::append(tx, leaf);
    Ok(id)
}

async fn keys(tx: &mut Tx, desk: Option<DeskId>) -> Result<LedgerKeys, Refusal> {
    if let Some(desk) = desk {
        return ledger_keys(tx, desk).await;
    }
    let oversight = tx.list_desks_of_kind(guard::DeskKind::Oversight.id()).await?;
    let oversight = oversight
        .first()
        .ok_or_else(|| Refusal::fault("the node has no oversight desk; finish the first run"))?;
    Ok(LedgerKeys { owner: None, ..ledger_keys(tx, oversight.id).await? })
}

/// The thing of an alarm about the ledger itself.
pub const OF_LEDGER: (Kind, [u8; 16]) = (Kind::Ledger, LEDGER);

#[cfg(test)]
mod tests {
    use super::AlarmCode;
    use std::collections::BTreeSet;

    #[test]
    fn every_alarm_has_a_code_of_its_own_and_its_texts_in_every_language() {
        let ids: BTreeSet<_> = AlarmCode::ALL.iter().map(|code| code.id()).collect();
        assert_eq!(ids.len(), AlarmCode::ALL.len());
        for language in lexicon::language::LANGUAGES {
            for id in &ids {
                for key in [format!("alarm-{id}"), format!("alarm-help-{id}")] {
                    assert!(lexicon::phrase::has(language, &key), "{} lacks {key}", language.tag);
                }
            }
        }
    }
}
