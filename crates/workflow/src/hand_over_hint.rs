//! A hint goes to another desk: both keys are wrapped to it, and the desk that hands over holds
//! none any more.

use crate::open_hint::{find_head, thing_of};
use crate::receive_hint::{happened, wrap};
use crate::sealing::{data_key, desk_key};
use crate::sign_set_up::covered;
use crate::{Node, Refusal, Signed};
use guard::{Action, Kind};
use lexicon::Phrase;
use lexicon::ids::{DeskId, HintId};
use protection::routing::DESK_KINDS;
use store::DeskRow;

/// On what ground a hint leaves the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The person agreed.
    Agreed,
    /// The law asks for it, as for a child.
    Law,
    /// A life is in danger.
    LifeAtRisk,
}

impl Ground {
    pub const ALL: [Self; 3] = [Self::Agreed, Self::Law, Self::LifeAtRisk];

    pub fn id(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Law => "law",
            Self::LifeAtRisk => "life-at-risk",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|g| g.id() == id)
    }
}

/// # Errors
/// A complaint on the field `desk` for a desk that may not receive hints; changed when another
/// officer was faster than `version`; not allowed as the gate decides.
pub async fn hand_over_hint(
    node: &Node,
    signed: &Signed,
    (hint, version): (HintId, i64),
    (to, ground): (DeskId, Ground),
) -> Result<(), Refusal> {
    let mut tx = node.begin("hand_over_hint").await?;
    let mut head = find_head(node, &mut tx, signed, hint).await?;
    let warrant = node.warrant(signed, Action::HintHandOver, &thing_of(&head, signed))?;
    let desk = tx.find_desk(to).await?.filter(|desk| may_receive(desk, &head));
    let desk = desk.ok_or_else(|| Refusal::field("desk", Phrase::new("hint-hand-over-error")))?;
    // A desk keeps nothing that nobody signed for.
    covered(node, &mut tx).await?.need(to)?;
    let content = data_key(&mut tx, signed, (Kind::Hint, hint.bytes(), "content")).await?;
    let dialogue = data_key(&mut tx, signed, (Kind::Hint, hint.bytes(), "dialogue")).await?;
    if !warrant.spend(Action::HintHandOver, hint.bytes(), node.clock.as_ref()) {
        return Err(Refusal::not_allowed());
    }
    let key = desk_key(&mut tx, to).await?;
    tx.delete_wraps(Kind::Hint.id(), hint.bytes(), head.desk_id).await?;
    for (data_key, purpose) in [(&content, "content"), (&dialogue, "dialogue")] {
        tx.insert_wrap(&wrap(data_key, hint, purpose, &key, node.dice.as_ref())?).await?;
    }
    head.desk_id = to;
    head.sphere = desk.sphere;
    head.state = "handed-over".to_owned();
    head.assigned_officer = None;
    head.version = version;
    if !tx.update_hint(&head).await? {
        return Err(Refusal::changed());
    }
    let (officer, detail) = (Some(signed.officer.id), format!("{} {}", desk.kind, ground.id()));
    happened(&mut tx, hint.bytes(), node.today(), ("handed-over", &detail), officer).await?;
    tx.commit().await?;
    Ok(())
}

/// The kinds of desks that routing knows, and a crossing of the firewall that exists.
fn may_receive(desk: &DeskRow, head: &store::HintHead) -> bool {
    desk.id != head.desk_id
        && desk.state == "active"
        && DESK_KINDS.contains(&desk.kind.as_str())
        && guard::consent::may_reach(head.sphere, desk.sphere)
}
