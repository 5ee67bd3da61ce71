//! How often operators are told the same thing.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

use tokio::time::Instant;

/// Between two events about one thing.
const PAUSE: Duration = Duration::from_secs(10);

/// Lets one event through in ten seconds, and counts those between: what fails under a
/// flood must not flood the log.
pub(crate) struct Seldom {
    origin: Instant,
    /// When the next event may be, in ms since the origin.
    next: AtomicU64,
    untold: AtomicU64,
}

impl Seldom {
    pub(crate) fn new() -> Self {
        Self {
            origin: Instant::now(),
            next: AtomicU64::new(0),
            untold: AtomicU64::new(0),
        }
    }

    /// Something happened. `None` if that is not to be told, else how many times it was
    /// not told since it last was.
    pub(crate) fn told(&self) -> Option<u64> {
        let now = millis(self.origin.elapsed());
        let next = self.next.load(Relaxed);
        let free = now >= next
            && self
                .next
                .compare_exchange(next, now + millis(PAUSE), Relaxed, Relaxed)
                .is_ok();
        if free {
            return Some(self.untold.swap(0, Relaxed));
        }
        self.untold.fetch_add(1, Relaxed);
        None
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
