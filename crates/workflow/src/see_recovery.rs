//! How a desk would come back to its key, as its own members see it, and what is due.

use crate::{Node, Refusal, Signed};
use guard::{Action, Kind, Thing};
use lexicon::Day;
use lexicon::ids::{DeskId, OfficerId, RecoveryId};
use std::collections::HashMap;
use store::recoveries::{RecoveryRow, ShareRow};
use store::{OfficerRow, Store, StoreError, Tx};

/// A drill is due this many days after the last one.
pub const DRILL_DAYS: i64 = 365;

/// A desk's ways back.
#[derive(Clone, Debug)]
pub struct DeskRecovery {
    pub desk: DeskId,
    pub desk_name: String,
    /// Officers at work who hold the key.
    pub holders: usize,
    pub ways: Vec<Way>,
    /// When the key was last given back.
    pub last_used: Option<Day>,
}

/// One recovery that counts, or waits for a second member.
#[derive(Clone, Debug)]
pub struct Way {
    pub id: RecoveryId,
    pub kind: WayKind,
    pub is_active: bool,
    pub needed: usize,
    pub made_on: Day,
    pub made_by: OfficerId,
    pub made_by_name: String,
    pub shares: Vec<ShareLine>,
    /// The last day on which all of it was seen to be there.
    pub checked_on: Option<Day>,
    /// A drill is due.
    pub is_due: bool,
    pub ask: Option<AskLine>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayKind {
    Custodians,
    Paper,
}

impl WayKind {
    pub fn id(self) -> &'static str {
        match self {
            Self::Custodians => "custodians",
            Self::Paper => "paper",
        }
    }
}

impl Way {
    /// Custodians who can still give their share.
    pub fn live(&self) -> usize {
        self.shares.iter().filter(|share| !share.is_lost).count()
    }

    /// Too few are left.
    pub fn is_broken(&self) -> bool {
        self.kind == WayKind::Custodians && self.live() < self.needed
    }

    /// A custodian was lost: name others.
    pub fn is_stale(&self) -> bool {
        self.live() < self.shares.len()
    }
}

/// One custodian of a desk.
#[derive(Clone, Debug)]
pub struct ShareLine {
    pub position: i64,
    pub name: String,
    pub desk_name: String,
    pub organisation: String,
    /// The custodian left, or got a new key and cannot open the share any more.
    pub is_lost: bool,
    pub checked_on: Option<Day>,
}

/// An officer who asks the custodians.
#[derive(Clone, Debug)]
pub struct AskLine {
    pub id: [u8; 16],
    pub officer: OfficerId,
    pub name: String,
    pub asked_on: Day,
    /// Positions of the shares that were released.
    pub released: Vec<i64>,
}

/// Who is where, by id.
pub(crate) struct People {
    officers: HashMap<OfficerId, OfficerRow>,
    desks: HashMap<DeskId, String>,
    organisations: HashMap<lexicon::ids::OrganisationId, String>,
}

impl People {
    pub(crate) async fn read(tx: &mut Tx) -> Result<Self, StoreError> {
        let officers = tx.list_officers().await?;
        let desks = tx.list_desks().await?;
        let organisations = tx.list_organisations().await?;
        Ok(Self {
            officers: officers.into_iter().map(|row| (row.id, row)).collect(),
            desks: desks.into_iter().map(|row| (row.id, row.name)).collect(),
            organisations: organisations.into_iter().map(|row| (row.id, row.name)).collect(),
        })
    }

    pub(crate) fn officer(&self, id: OfficerId) -> Option<&OfficerRow> {
        self.officers.get(&id)
    }

    pub(crate) fn name(&self, id: OfficerId) -> String {
        self.officer(id).map(|row| row.shown_name.clone()).unwrap_or_default()
    }

    pub(crate) fn desk(&self, id: DeskId) -> String {
        self.desks.get(&id).cloned().unwrap_or_default()
    }

    pub(crate) fn organisation_of(&self, row: &OfficerRow) -> String {
        self.organisations.get(&row.organisation_id).cloned().unwrap_or_default()
    }
}

/// The ways back of the officer's own desk.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn see_recovery(node: &Node, signed: &Signed) -> Result<DeskRecovery, Refusal> {
    may_recover(node, signed)?;
    let mut tx = node.read("see_recovery").await?;
    Ok(of_desk(&mut tx, signed.officer.desk, node.today()).await?)
}

/// Every desk at work with its ways back: opens nothing and asks nobody, so that a command can
/// tell it too.
///
/// # Errors
/// The store's refusal.
pub async fn drill_report(store: &Store, today: Day) -> Result<Vec<DeskRecovery>, StoreError> {
    let mut tx = store.read("drill_report").await?;
    let mut all = Vec::new();
    for desk in tx.list_desks().await? {
        if desk.state == "active" {
            all.push(of_desk(&mut tx, desk.id, today).await?);
        }
    }
    Ok(all)
}

async fn of_desk(tx: &mut Tx, desk: DeskId, today: Day) -> Result<DeskRecovery, StoreError> {
    let people = People::read(tx).await?;
    let mut ways = Vec::new();
    for row in tx.list_recoveries(desk).await? {
        ways.push(way(tx, &people, row, today).await?);
    }
    let known = tx.list_key_holders(desk).await?;
    let at_work = tx.list_officers_of_desk(desk).await?;
    Ok(DeskRecovery {
        desk,
        desk_name: people.desk(desk),
        holders: at_work.iter().filter(|officer| known.contains(&officer.id)).count(),
        ways,
        last_used: tx.last_recovery(desk).await?,
    })
}

async fn way(
    tx: &mut Tx,
    people: &People,
    row: RecoveryRow,
    today: Day,
) -> Result<Way, StoreError> {
    let kind = if row.way == "paper" { WayKind::Paper } else { WayKind::Custodians };
    let shares = tx.list_shares(row.id).await?;
    let shares: Vec<ShareLine> = shares.iter().map(|share| line(people, share)).collect();
    let ask = match tx.open_ask(row.id).await? {
        Some(ask) => Some(AskLine {
            id: ask.id,
            officer: ask.officer_id,
            name: people.name(ask.officer_id),
            asked_on: ask.asked_on,
            released: tx.list_releases(ask.id).await?.into_iter().map(|(at, _)| at).collect(),
        }),
        None => None,
    };
    let live = || shares.iter().filter(|share| !share.is_lost);
    let checked_on = match kind {
        WayKind::Paper => row.checked_on,
        // The oldest of the last days; none while one custodian has never shown the share.
        WayKind::Custodians => live().map(|share| share.checked_on).min().flatten(),
    };
    let last = checked_on.unwrap_or(row.made_on);
    Ok(Way {
        id: row.id,
        kind,
        is_active: row.state == "active",
        needed: usize::try_from(row.needed).unwrap_or(0),
        made_on: row.made_on,
        made_by: row.made_by,
        made_by_name: people.name(row.made_by),
        shares,
        checked_on,
        is_due: last.plus_days(DRILL_DAYS) < today,
        ask,
    })
}

fn line(people: &People, share: &ShareRow) -> ShareLine {
    let officer = people.officer(share.custodian_id);
    let is_at_work = officer.is_some_and(|row| row.state == "active");
    ShareLine {
        position: share.position,
        name: people.name(share.custodian_id),
        desk_name: officer.map(|row| people.desk(row.desk_id)).unwrap_or_default(),
        organisation: officer.map(|row| people.organisation_of(row)).unwrap_or_default(),
        is_lost: !is_at_work || share.sealed.is_empty(),
        checked_on: share.checked_on,
    }
}

/// Whether the officer may see to the recovery of the own desk.
pub(crate) fn may_recover(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    let officer = &signed.officer;
    let id = *officer.desk.bytes();
    let desk = Thing::standing(Kind::Desk, id, officer.desk, officer.sphere());
    let warrant = node.warrant(signed, Action::DeskRecover, &desk)?;
    if warrant.spend(Action::DeskRecover, &id, node.clock.as_ref()) {
        Ok(())
    } else {
        Err(Refusal::not_allowed())
    }
}
