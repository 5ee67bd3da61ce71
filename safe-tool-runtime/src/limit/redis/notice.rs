//! What operators are told, and how often.

use std::array;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use super::fault::{Failure, Fault};

/// Between two events of one kind of fault.
const PAUSE: Duration = Duration::from_secs(10);

/// Events about failures: one for each kind in [`PAUSE`], which counts those between.
pub(super) struct Notices {
    origin: Instant,
    kinds: [Kind; Fault::ALL],
}

#[derive(Default)]
struct Kind {
    /// When the next event may be, in ms since the origin.
    next: AtomicU64,
    untold: AtomicU64,
}

impl Notices {
    pub(super) fn new() -> Self {
        Self {
            origin: Instant::now(),
            kinds: array::from_fn(|_| Kind::default()),
        }
    }

    /// A check, or an attempt to connect, failed.
    pub(super) fn failed(&self, failure: &Failure) {
        let kind = &self.kinds[failure.fault as usize];
        let now = millis(self.origin.elapsed());
        let next = kind.next.load(Relaxed);
        let free = now >= next
            && kind
                .next
                .compare_exchange(next, now + millis(PAUSE), Relaxed, Relaxed)
                .is_ok();
        if !free {
            kind.untold.fetch_add(1, Relaxed);
            return;
        }
        tracing::error!(
            not_reported = kind.untold.swap(0, Relaxed),
            "rate limits: {failure}; {}",
            failure.fault.advice()
        );
    }

    /// All checks are left to the policy from now on.
    pub(super) fn down(&self) {
        tracing::error!("rate limits: Redis is out of use until it answers again");
    }

    pub(super) fn recovered(&self, after: Duration) {
        tracing::info!(?after, "rate limits: Redis answers again");
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
