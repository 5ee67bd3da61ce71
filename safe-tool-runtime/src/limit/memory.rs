//! The limiter of one process.

use ahash::RandomState;
use std::fmt;

use super::clock::Steady;
use super::table::Table;
use super::{CheckFuture, Clock, Decision, MonotonicClock, Quota, RateKey, RateLimiter};

const DEFAULT_BUCKETS: usize = 65_536;
const MAX_BUCKETS: usize = 1 << 24;
/// Locks, so that threads seldom wait for each other.
const SHARDS: usize = 64;

/// A [`RateLimiter`] for one process, of a size fixed when it is made.
///
/// No key is ever allowed more than its quota, whatever other keys do. When
/// more keys are in use than there is room for, those that come late share a
/// bucket with others, whose quota may be slower, and are denied sooner than
/// their own says; those already counted are not affected. A key is in use
/// until its bucket is full again, so give the table room for the callers,
/// times the tools, that are seen in the time a burst takes to come back.
pub struct MemoryLimiter<C = MonotonicClock> {
    /// Random for each limiter, so that nobody can aim for another's set: a caller may
    /// try many credentials, but sees no hash.
    secret: RandomState,
    table: Table,
    clock: Steady<C>,
}

impl MemoryLimiter {
    /// A limiter with room for 65 536 keys, which takes 1.1 MiB.
    #[must_use]
    pub fn new() -> Self {
        Self::with_capacity(DEFAULT_BUCKETS)
    }

    /// A limiter with room for `buckets` keys, each of 18 bytes. Rounded up to
    /// a multiple of 256, and held to at most 16 777 216 (288 MiB).
    #[must_use]
    pub fn with_capacity(buckets: usize) -> Self {
        Self::with_clock(buckets, MonotonicClock::new())
    }
}

impl Default for MemoryLimiter {
    fn default() -> Self {
        Self::new()
    }
}

impl<C: Clock> MemoryLimiter<C> {
    /// [`with_capacity`](MemoryLimiter::with_capacity), with the time from
    /// `clock`. A clock that goes backwards counts as one that stands still.
    #[must_use]
    pub fn with_clock(buckets: usize, clock: C) -> Self {
        Self {
            secret: RandomState::new(),
            table: Table::new(SHARDS, buckets.clamp(1, MAX_BUCKETS)),
            clock: Steady::new(clock),
        }
    }

    fn decide(&self, key: RateKey<'_>, quota: &Quota, cost: u32) -> Decision {
        let hash = self.secret.hash_one(key);
        self.table.charge(hash, self.clock.now(), quota, cost)
    }
}

impl<C: Clock> RateLimiter for MemoryLimiter<C> {
    fn check<'a>(&'a self, key: RateKey<'a>, quota: &'a Quota, cost: u32) -> CheckFuture<'a> {
        CheckFuture::Ready(Ok(self.decide(key, quota, cost)))
    }
}

impl<C> fmt::Debug for MemoryLimiter<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryLimiter").finish_non_exhaustive()
    }
}
