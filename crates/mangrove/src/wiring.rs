//! Opens a node: its database, its key files, its gate.

use crate::folder::{Folder, NodeSecrets};
use crate::negative_file::NegativeFile;
use guard::Gate;
use guard::ledger::SigningKey;
use guard::members::Cost;
use guard::receipts::NodePepper;
use guard::seal::Epochs;
use lexicon::{Clock, Day, Dice, Phrase};
use std::num::NonZeroUsize;
use std::sync::Arc;
use store::{Address, Make, Store, StoreError};
use workflow::hashing::Hashing;
use workflow::renew_epoch::EPOCH_MARK;
use workflow::second_place::SecondPlace;
use workflow::{Node, NodeKeys, Sessions};

/// Names of what the database keeps about the keys beside it; see [`tie_keys`].
pub(crate) const SALT: &str = "receipt-salt";
pub(crate) const PEPPER_MARK: &str = "pepper-mark";
pub(crate) const LEDGER_KEY: &str = "ledger-verifying-key";

/// Name under which the database keeps the last day seen.
pub const HIGHEST_DAY: &str = "highest-day";

/// Passphrases hashed at once, at most; each takes 64 MiB while it runs.
const MEMBER_PLACES_MAX: usize = 2;
/// Receipt codes hashed at once, at most; each takes 19 MiB while it runs.
const RECEIPT_PLACES_MAX: usize = 4;
/// Who may wait for a place. What is above it could not be reached within the wait.
const MEMBERS_WAITING_MAX: usize = 64;
const RECEIPTS_WAITING_MAX: usize = 512;

/// What a node is opened with.
pub struct Plan {
    pub folder: Folder,
    /// PostgreSQL, as `postgres://…`; `None` is SQLite in the folder.
    pub database: Option<String>,
    pub clock: Arc<dyn Clock>,
    pub dice: Arc<dyn Dice>,
    /// A made-up country: its secrets protect nobody, so its hashes may be cheap.
    pub is_demo: bool,
}

impl Plan {
    fn address(&self) -> Address {
        match &self.database {
            Some(url) => Address::Postgres(url.clone()),
            None => Address::Sqlite(self.folder.database()),
        }
    }
}

/// Opens the node, making its database and its keys the first time.
///
/// # Errors
/// The database cannot be opened, a key file is missing, broken or of another database.
pub async fn open_node(plan: Plan) -> Result<Node, Phrase> {
    let store = Store::open(&plan.address(), Make::IfMissing).await.map_err(refuse)?;
    let keys = tie_keys(&store, &plan).await?;
    let second_place = SecondPlace::default();
    let log = NegativeFile::new(plan.folder.negative_events(), keys.signing_seed.clone());
    second_place.set(Arc::new(log));
    let gate = Gate::new()
        .map_err(|why| Phrase::new("command-refuse-node").with("why", why.to_string()))?;
    let cost = |real| if plan.is_demo { Cost::CHEAP } else { real };
    Ok(Node {
        store,
        gate,
        clock: plan.clock,
        dice: plan.dice,
        sessions: Sessions::default(),
        keys,
        member_cost: cost(Cost::MEMBER),
        receipt_cost: cost(Cost::RECEIPT),
        member_hashing: hashing(MEMBER_PLACES_MAX, MEMBERS_WAITING_MAX),
        receipt_hashing: hashing(RECEIPT_PLACES_MAX, RECEIPTS_WAITING_MAX),
        second_place,
        is_demo: plan.is_demo,
    })
}

/// More hashes at once than processors would only take memory.
fn hashing(places_max: usize, waiting_max: usize) -> Hashing {
    let processors = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    Hashing::new(places_max.min(processors), waiting_max)
}

/// Reads the key files and compares them with the marks in the database, or makes both.
async fn tie_keys(store: &Store, plan: &Plan) -> Result<NodeKeys, Phrase> {
    let mut tx = store.begin("tie_keys").await.map_err(refuse)?;
    let salt = tx.find_node_key(SALT).await.map_err(refuse)?;
    let secrets = plan.folder.secrets(salt.is_some(), plan.dice.as_ref())?;
    let is_new = salt.is_none();
    let salt = match salt.as_deref().map(<[u8; 32]>::try_from) {
        Some(Ok(salt)) => salt,
        Some(Err(_)) => return Err(plan.folder.refuse_pepper("command-refuse-key-wrong")),
        None => {
            let mut salt = [0_u8; 32];
            plan.dice.fill(&mut salt);
            salt
        }
    };
    let pepper = NodePepper { salt, pepper: *secrets.pepper };
    let signing = SigningKey::from_seed(&secrets.signing);
    let marks = [
        (SALT, salt, Folder::refuse_pepper as fn(&Folder, &'static str) -> Phrase),
        (PEPPER_MARK, pepper.mark(), Folder::refuse_pepper),
        (LEDGER_KEY, signing.verifying().bytes(), Folder::refuse_signing),
    ];
    for (name, mark, refusal) in marks {
        if is_new {
            tx.put_node_key(name, &mark).await.map_err(refuse)?;
        } else if tx.find_node_key(name).await.map_err(refuse)?.as_deref() != Some(&mark[..]) {
            return Err(refusal(&plan.folder, "command-refuse-key-wrong"));
        }
    }
    let seen = tx.find_node_key(HIGHEST_DAY).await.map_err(refuse)?;
    if let Some(day) = seen.and_then(|day| Day::parse(std::str::from_utf8(&day).ok()?)) {
        plan.clock.remember(day);
    }
    let (clock, dice) = (plan.clock.as_ref(), plan.dice.as_ref());
    let epochs = plan.folder.epochs(!is_new, clock.today(), dice)?;
    let kept = tx.find_node_key(EPOCH_MARK).await.map_err(refuse)?;
    if kept.is_some_and(|mark| !epochs.has_mark(&mark)) {
        return Err(plan.folder.refuse_epochs("command-refuse-key-wrong"));
    }
    tx.put_node_key(EPOCH_MARK, &epochs.mark()).await.map_err(refuse)?;
    tx.commit().await.map_err(refuse)?;
    store.seal_wraps_under(Arc::new(Epochs::new(epochs, Arc::clone(&plan.dice))));
    let NodeSecrets { signing, .. } = secrets;
    Ok(NodeKeys { pepper, signing_seed: signing })
}

fn refuse(why: StoreError) -> Phrase {
    why.phrase()
}
