//! Where a limiter has the time from, so that a test can set it by hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use quanta::Instant;

/// A clock that a limiter reads once for each check.
pub trait Clock: Send + Sync + 'static {
    /// Time since a moment of the clock's choosing, which must stay the same.
    fn now(&self) -> Duration;

    /// Whether it never goes backwards. Of a clock that may, a limiter keeps the latest
    /// time, to which all its threads then write.
    fn is_monotonic(&self) -> bool {
        false
    }
}

/// The time since the clock was made, by the processor's counter where it is steady
/// (the crate quanta), else by the system's monotonic clock. It does not follow the wall
/// clock. Where the system stops it during sleep, buckets do not refill during sleep
/// either; the first clock of a process is calibrated, which takes some milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct MonotonicClock(Instant);

impl MonotonicClock {
    /// A clock that starts at zero now.
    #[must_use]
    pub fn new() -> Self {
        Self(Instant::now())
    }
}

impl Default for MonotonicClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for MonotonicClock {
    fn now(&self) -> Duration {
        self.0.elapsed()
    }

    fn is_monotonic(&self) -> bool {
        true
    }
}

/// A clock that stands still until it is moved, for tests. It starts at zero;
/// its clones show the same time. It holds up to `u64::MAX` ns (584 years) and
/// stops there.
#[derive(Clone, Debug, Default)]
pub struct ManualClock(Arc<AtomicU64>);

impl ManualClock {
    /// A clock at zero.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Shows `time` from now on, which may be earlier than what it showed.
    pub fn set(&self, time: Duration) {
        self.0.store(nanos(time), Ordering::Relaxed);
    }

    /// Moves forward by `step`. Not atomic: only one thread should move it.
    pub fn advance(&self, step: Duration) {
        self.set(self.now().saturating_add(step));
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Duration {
        Duration::from_nanos(self.0.load(Ordering::Relaxed))
    }
}

/// A clock in nanoseconds that stands still where another goes backwards.
pub(super) struct Steady<C> {
    clock: C,
    latest: AtomicU64,
}

impl<C: Clock> Steady<C> {
    pub(super) fn new(clock: C) -> Self {
        let latest = AtomicU64::new(0);
        Self { clock, latest }
    }

    pub(super) fn now(&self) -> u64 {
        let now = nanos(self.clock.now());
        if self.clock.is_monotonic() {
            return now;
        }
        self.latest.fetch_max(now, Ordering::Relaxed).max(now)
    }
}

/// `time` in nanoseconds; `u64::MAX` for what is more.
pub(super) fn nanos(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}
