//! The few places in which slow hashes run. Each hash takes tens of megabytes while it runs, so
//! how many run at once, and how many wait, is fixed; whoever finds no place is told to come again.

use crate::{Refusal, RefusalKind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;

/// How long a request waits for its slow hash before it is told to come again.
const WAIT: Duration = Duration::from_secs(15);

/// Places for one kind of slow hash.
pub struct Hashing {
    places: Arc<Semaphore>,
    place_count: usize,
    waiting_max: usize,
    waiting: AtomicUsize,
    counts: Arc<Counts>,
}

#[derive(Default)]
struct Counts {
    asked: AtomicU64,
    running: AtomicUsize,
    most: AtomicUsize,
}

impl Hashing {
    /// `places` hashes at once, and at most `waiting_max` that wait for one.
    pub fn new(places: usize, waiting_max: usize) -> Self {
        Self {
            places: Arc::new(Semaphore::new(places)),
            place_count: places,
            waiting_max,
            waiting: AtomicUsize::new(0),
            counts: Arc::default(),
        }
    }

    /// Runs a slow hash in one of the places. The place is taken until the hash has ended, also
    /// when whoever asked has gone away meanwhile.
    ///
    /// # Errors
    /// Busy when too many wait already, or after an honest wait.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let busy = || Refusal::new(RefusalKind::Busy, "refusal-busy");
        let place = match Arc::clone(&self.places).try_acquire_owned() {
            Ok(place) => place,
            Err(_) => {
                let _waits = self.wait().ok_or_else(busy)?;
                let place = tokio::time::timeout(WAIT, Arc::clone(&self.places).acquire_owned());
                place.await.map_err(|_| busy())?.map_err(|_| busy())?
            }
        };
        self.counts.asked.fetch_add(1, Ordering::SeqCst);
        let counts = Arc::clone(&self.counts);
        let work = move || {
            let _place = place;
            let _runs = Runs::begin(&counts);
            work()
        };
        tokio::task::spawn_blocking(work).await.map_err(|error| Refusal::fault(error.to_string()))
    }

    fn wait(&self) -> Option<Waits<'_>> {
        let waits = Waits(&self.waiting);
        // The guard takes the count back also when it is one too many.
        (self.waiting.fetch_add(1, Ordering::SeqCst) < self.waiting_max).then_some(waits)
    }

    /// Slow hashes that were begun, to show that known and unknown cost the same.
    pub fn asked(&self) -> u64 {
        self.counts.asked.load(Ordering::SeqCst)
    }

    /// The most that ever ran at once.
    pub fn most_at_once(&self) -> usize {
        self.counts.most.load(Ordering::SeqCst)
    }

    /// Whether nothing runs and nothing waits.
    pub fn is_idle(&self) -> bool {
        self.places.available_permits() == self.place_count
            && self.waiting.load(Ordering::SeqCst) == 0
    }

    /// No place is given any more, as when every wait is over.
    pub fn close(&self) {
        self.places.close();
    }
}

/// One that waits; its count is taken back when it stops waiting, however.
struct Waits<'a>(&'a AtomicUsize);

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

struct Runs<'a>(&'a Counts);

impl<'a> Runs<'a> {
    fn begin(counts: &'a Counts) -> Self {
        let running = counts.running.fetch_add(1, Ordering::SeqCst) + 1;
        counts.most.fetch_max(running, Ordering::SeqCst);
        Self(counts)
    }
}

impl Drop for Runs<'_> {
    fn drop(&mut self) {
        self.0.running.fetch_sub(1, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::{Hashing, Ordering};
    use crate::RefusalKind;
    use std::sync::Arc;
    use std::sync::mpsc::{Sender, channel};
    use tokio::task::JoinHandle;

    type Asked = JoinHandle<Result<(), RefusalKind>>;

    /// A hash that ends when it is told to.
    fn ask(hashing: &Arc<Hashing>) -> (Asked, Sender<()>) {
        let (end, ended) = channel();
        let hashing = Arc::clone(hashing);
        let asked = tokio::spawn(async move {
            hashing.run(move || ended.recv().unwrap_or(())).await.map_err(|refusal| refusal.kind)
        });
        (asked, end)
    }

    async fn until(is_so: impl Fn() -> bool) {
        while !is_so() {
            tokio::task::yield_now().await;
        }
    }

    // proves: P-16
    #[tokio::test]
    async fn p16_never_more_hash_at_once_than_there_are_places() {
        let hashing = Arc::new(Hashing::new(3, 100));
        let (asked, ends): (Vec<_>, Vec<_>) = (0..50).map(|_| ask(&hashing)).unzip();
        until(|| hashing.counts.running.load(Ordering::SeqCst) == 3).await;
        until(|| hashing.waiting.load(Ordering::SeqCst) == 47).await;
        drop(ends);
        for one in asked {
            assert_eq!(one.await.unwrap(), Ok(()));
        }
        assert_eq!((hashing.asked(), hashing.most_at_once()), (50, 3));
        assert!(hashing.is_idle());
    }

    // proves: P-16
    #[tokio::test]
    async fn p16_whoever_goes_away_leaves_the_place_taken_until_the_hash_has_ended() {
        let hashing = Arc::new(Hashing::new(1, 100));
        for _ in 0..5 {
            let (asked, end) = ask(&hashing);
            let before = hashing.asked();
            until(|| hashing.asked() == before + 1).await;
            asked.abort();
            assert!(asked.await.unwrap_err().is_cancelled());
            // Nobody waits for it, and yet it runs: no other may begin.
            let (next, next_end) = ask(&hashing);
            for _ in 0..100 {
                tokio::task::yield_now().await;
            }
            assert_eq!(hashing.asked(), before + 1);
            drop((end, next_end));
            assert_eq!(next.await.unwrap(), Ok(()));
        }
        assert_eq!(hashing.most_at_once(), 1);
        until(|| hashing.is_idle()).await;
    }

    // proves: P-15
    #[tokio::test]
    async fn p15_a_full_queue_is_told_at_once_and_counts_nobody_twice() {
        let hashing = Arc::new(Hashing::new(1, 2));
        let (first, first_end) = ask(&hashing);
        until(|| hashing.asked() == 1).await;
        let (second, second_end) = ask(&hashing);
        let (third, third_end) = ask(&hashing);
        let waiting = || hashing.waiting.load(Ordering::SeqCst);
        until(|| waiting() == 2).await;
        for _ in 0..10 {
            assert_eq!(ask(&hashing).0.await.unwrap(), Err(RefusalKind::Busy));
        }
        assert_eq!(waiting(), 2);
        // One that waits and goes away leaves its room to another.
        third.abort();
        until(|| waiting() == 1).await;
        let (fourth, fourth_end) = ask(&hashing);
        until(|| waiting() == 2).await;
        drop((first_end, second_end, third_end, fourth_end));
        for one in [first, second, fourth] {
            assert_eq!(one.await.unwrap(), Ok(()));
        }
        assert!(hashing.is_idle());
    }
}
