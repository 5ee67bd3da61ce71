//! The limiter of one process: a table whose size never changes.
//!
//! A map with one entry for each caller can be made to grow by inventing
//! callers, and one that forgets the oldest entry can be made to forget what
//! was spent. So this is a set-associative table, like a processor's cache: a
//! key hashes to one set of four slots and can only be in one of those. A slot
//! whose bucket is full again is free, since it says no more than no slot at
//! all. A slot whose bucket is not is never given away. When all four are
//! taken, further keys of the set share a fifth bucket, the overflow. Nothing
//! is allocated or swept after construction.

use ahash::RandomState;
use parking_lot::Mutex;
use std::array;
use std::fmt;

use super::clock::nanos;
use super::{CheckFuture, Clock, Decision, MonotonicClock, Quota, RateKey, RateLimiter, gcra};

const DEFAULT_BUCKETS: usize = 65_536;
const MAX_BUCKETS: usize = 1 << 24;
/// Locks, so that threads seldom wait for each other.
const SHARDS: usize = 64;
/// Slots in a set.
const WAYS: usize = 4;

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
    shards: Box<[Mutex<Shard>; SHARDS]>,
    clock: C,
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
        let sets = buckets.clamp(1, MAX_BUCKETS).div_ceil(SHARDS * WAYS);
        let shard = || Shard {
            latest: 0,
            sets: vec![Set::default(); sets].into_boxed_slice(),
        };
        Self {
            secret: RandomState::new(),
            shards: Box::new(array::from_fn(|_| Mutex::new(shard()))),
            clock,
        }
    }

    fn decide(&self, key: RateKey<'_>, quota: &Quota, cost: u32) -> Decision {
        let fingerprint = self.secret.hash_one(key);
        let now = nanos(self.clock.now());
        // Different bits choose the shard and the set. Casts may cut bits off:
        // any will do.
        let shard = &self.shards[fingerprint as usize % SHARDS];
        let choice = (fingerprint >> 32) as usize;

        shard.lock().charge(choice, fingerprint, now, quota, cost)
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

struct Shard {
    /// The latest time seen. A slot may have been given away because its bucket
    /// was full at that time, so time must not be seen to go back behind it, as
    /// it would when threads take the lock in another order than the time.
    latest: u64,
    /// At least one.
    sets: Box<[Set]>,
}

impl Shard {
    fn charge(
        &mut self,
        choice: usize,
        fingerprint: u64,
        now: u64,
        quota: &Quota,
        cost: u32,
    ) -> Decision {
        self.latest = self.latest.max(now);
        let index = choice % self.sets.len();
        self.sets[index].charge(fingerprint, self.latest, quota, cost)
    }
}

/// Times are theoretical arrival times (see [`gcra`]); 0 is a full bucket.
#[derive(Clone, Copy, Default)]
struct Set {
    slots: [Slot; WAYS],
    /// What the keys that found no slot have spent together.
    overflow: u64,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    /// The keyed hash of the key, instead of the key. Two keys of one set with
    /// the same 64 bits would share a bucket, and be denied sooner.
    fingerprint: u64,
    tat: u64,
}

impl Set {
    fn charge(&mut self, fingerprint: u64, now: u64, quota: &Quota, cost: u32) -> Decision {
        let mut slots = self.slots.iter_mut();
        if let Some(own) = slots.find(|slot| slot.fingerprint == fingerprint) {
            let (tat, decision) = gcra::charge(own.tat, now, quota, cost);
            own.tat = tat;
            return decision;
        }

        // A newcomer may be one of those who spent from the overflow when there
        // was no slot, so it starts with what the overflow owes. Otherwise it
        // would have its burst a second time.
        let (tat, decision) = gcra::charge(self.overflow, now, quota, cost);
        if !decision.is_allowed() {
            return decision;
        }
        // The slot that has been free for longest: its key is least likely to
        // come back and want it.
        match self.slots.iter_mut().min_by_key(|slot| slot.tat) {
            Some(free) if free.tat <= now => *free = Slot { fingerprint, tat },
            _ => self.overflow = tat,
        }
        decision
    }
}
