//! Where the buckets of one process are: a table whose size never changes.
//!
//! A map with one entry for each caller can be made to grow by inventing
//! callers, and one that forgets the oldest entry can be made to forget what
//! was spent. So this is a set-associative table, like a processor's cache: a
//! key hashes to one set of four slots and can only be in one of those. A slot
//! whose bucket is full again is free, since it says no more than no slot at
//! all. A slot whose bucket is not is never given away. When all four are
//! taken, further keys of the set share a fifth bucket, the overflow. Nothing
//! is allocated or swept after construction.
//!
//! A key that has its slot is charged without a lock: a denial only reads, and
//! an allowance is one compare-and-exchange of the bucket's time, as in the
//! crate governor. A lock is taken to give a slot to a key that has none, and to
//! spend from the overflow.
//!
//! # Why nobody is charged to another's slot
//!
//! A slot is two words, and its key may change between the reading of one and
//! the writing of the other. Three rules make that harmless:
//!
//! 1. A slot's time only rises: whatever is written is later than what was there.
//! 2. To give a slot away, its fingerprint is cleared, then its time raised by
//!    compare-and-exchange, then the new fingerprint written; all under the lock.
//! 3. Who charges a slot reads the time first and the fingerprint after it.
//!
//! Say that a thread read the time `t`, then its own key's fingerprint. By 2 and
//! 3 the slot was still its key's when `t` was current, or became so later. If
//! `t` was of another key, or the slot has been given away since, then the time
//! was raised in between, by 1 it is not `t` again, and the exchange fails: the
//! thread looks again. And who gives a slot away while its key is charged finds
//! its own exchange failing, and puts the fingerprint back. A denial needs no
//! exchange: what `t` denies, a later time denies as well.

use std::sync::PoisonError;

use super::sync::{AtomicU64, Mutex, Ordering};
use super::{Decision, Quota, gcra};

/// Slots in a set.
const WAYS: usize = 4;
/// The fingerprint of a slot that is nobody's.
const NOBODY: u64 = 0;

pub(super) struct Table {
    /// As many for each shard: set `i` belongs to shard `i % shards.len()`.
    sets: Box<[Set]>,
    shards: Box<[Mutex<Shard>]>,
}

/// What is changed only under the lock, besides the fingerprints.
struct Shard {
    /// The latest time at which a slot may have been given away, because its bucket was
    /// full by then. Its key must not come back earlier than that, as it would when
    /// threads take the lock in another order than the time.
    latest: u64,
    /// For each set, what the keys that found no slot have spent together.
    overflows: Box<[u64]>,
}

/// One cache line.
#[repr(align(64))]
#[derive(Default)]
struct Set {
    slots: [Slot; WAYS],
}

#[derive(Default)]
struct Slot {
    /// The keyed hash of the key, instead of the key. Two keys of one set with
    /// the same 64 bits would share a bucket, and be denied sooner.
    fingerprint: AtomicU64,
    /// The bucket (see [`gcra`]); 0 is a full one.
    tat: AtomicU64,
}

impl Table {
    /// With `shards` locks, and with room for `buckets` keys, rounded up to a multiple of
    /// four times the locks.
    pub(super) fn new(shards: usize, buckets: usize) -> Self {
        let each = buckets.div_ceil(shards * WAYS);
        let shard = || Shard {
            latest: 0,
            overflows: vec![0; each].into_boxed_slice(),
        };
        Self {
            sets: (0..shards * each).map(|_| Set::default()).collect(),
            shards: (0..shards).map(|_| Mutex::new(shard())).collect(),
        }
    }

    /// Charges the bucket of the key with that hash. An earlier `now` than another's only
    /// finds the bucket emptier.
    pub(super) fn charge(&self, hash: u64, now: u64, quota: &Quota, cost: u32) -> Decision {
        let fingerprint = hash.max(NOBODY + 1);
        // A number below the length, without a division: Lemire, "Fast random integer
        // generation in an interval", 2019.
        let index = ((u128::from(hash) * self.sets.len() as u128) >> u64::BITS) as usize;
        let own = self.sets[index].charge_own(fingerprint, now, quota, cost);
        own.unwrap_or_else(|| self.charge_newcomer(index, fingerprint, now, quota, cost))
    }

    fn charge_newcomer(
        &self,
        index: usize,
        fingerprint: u64,
        now: u64,
        quota: &Quota,
        cost: u32,
    ) -> Decision {
        let set = &self.sets[index];
        // Nothing panics under the lock.
        let shard = self.shards[index % self.shards.len()].lock();
        let shard = &mut *shard.unwrap_or_else(PoisonError::into_inner);

        // Another thread may have found a slot for the same key meanwhile.
        if let Some(decision) = set.charge_own(fingerprint, now, quota, cost) {
            return decision;
        }
        shard.latest = shard.latest.max(now);
        // A newcomer may be one of those who spent from the overflow when there
        // was no slot, so it starts with what the overflow owes. Otherwise it
        // would have its burst a second time.
        let overflow = &mut shard.overflows[index / self.shards.len()];
        let (tat, decision) = gcra::charge(*overflow, shard.latest, quota, cost);
        // What costs nothing leaves nothing to remember.
        let spends = cost > 0 && decision.is_allowed();
        if spends && !set.give_slot(fingerprint, tat, shard.latest) {
            *overflow = tat;
        }
        decision
    }
}

impl Set {
    /// Charges the slot of that key, if it has one. Without the lock it may also have one
    /// and not be seen to.
    fn charge_own(&self, fingerprint: u64, now: u64, quota: &Quota, cost: u32) -> Option<Decision> {
        loop {
            let (slot, tat) = self.slots.iter().find_map(|slot| {
                // The time first: rule 3. Acquire keeps the order.
                let tat = slot.tat.load(Ordering::Acquire);
                (slot.fingerprint.load(Ordering::Relaxed) == fingerprint).then_some((slot, tat))
            })?;
            let (charged, decision) = gcra::charge(tat, now, quota, cost);
            if !decision.is_allowed() || slot.exchange(tat, charged) {
                return Some(decision);
            }
        }
    }

    /// Gives a free slot to a newcomer whose bucket is full again at `tat`, which is after
    /// `now`. Only under the lock.
    fn give_slot(&self, fingerprint: u64, tat: u64, now: u64) -> bool {
        // The slot that has been free for longest: its key is least likely to
        // come back and want it.
        let free = || {
            let slots = self.slots.iter();
            let slots = slots.map(|slot| (slot, slot.tat.load(Ordering::Acquire)));
            slots
                .min_by_key(|(_, tat)| *tat)
                .filter(|(_, tat)| *tat <= now)
        };
        while let Some((slot, free_since)) = free() {
            // Rule 2; the exchange keeps the order.
            let before = slot.fingerprint.load(Ordering::Relaxed);
            slot.fingerprint.store(NOBODY, Ordering::Relaxed);
            if slot.exchange(free_since, tat) {
                slot.fingerprint.store(fingerprint, Ordering::Relaxed);
                return true;
            }
            // Its key has come back meanwhile, and may be about to do so again.
            slot.fingerprint.store(before, Ordering::Relaxed);
        }
        false
    }
}

impl Slot {
    /// Whether the time was still `tat`, and now is `later`.
    fn exchange(&self, tat: u64, later: u64) -> bool {
        self.tat
            .compare_exchange(tat, later, Ordering::Release, Ordering::Relaxed)
            .is_ok()
    }
}
