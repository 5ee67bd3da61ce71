//! What an instance remembers of keys, in a table whose size never changes.
//!
//! Set-associative, like a processor's cache: a key has a place in one set of a few
//! slots, so that the cost of a look-up and the memory are bounded whoever calls.

use std::array;

use parking_lot::Mutex;

/// Locks, so that threads seldom wait for each other.
const SHARDS: usize = 64;
/// Slots in a set.
const WAYS: usize = 4;

/// A key's keyed hash, and what is remembered of the key.
pub(super) type Slot<T> = Option<(u64, T)>;
type Set<T> = [Slot<T>; WAYS];
/// At least one set.
type Shard<T> = Box<[Set<T>]>;

pub(super) struct Table<T> {
    shards: Box<[Mutex<Shard<T>>; SHARDS]>,
}

impl<T> Table<T> {
    /// Room for `slots` keys, rounded up to a multiple of 256.
    pub(super) fn new(slots: usize) -> Self {
        let sets = slots.div_ceil(SHARDS * WAYS).max(1);
        let shard = || (0..sets).map(|_| array::from_fn(|_| None)).collect();
        Self {
            shards: Box::new(array::from_fn(|_| Mutex::new(shard()))),
        }
    }

    /// Gives the slots where the key of this keyed hash may be.
    pub(super) fn with<R>(&self, fingerprint: u64, f: impl FnOnce(&mut [Slot<T>]) -> R) -> R {
        // Different bits choose the shard and the set. Casts may cut bits off: any
        // will do.
        let mut sets = self.shards[fingerprint as usize % SHARDS].lock();
        let index = (fingerprint >> 32) as usize % sets.len();
        f(&mut sets[index])
    }

    /// Empties every slot.
    pub(super) fn drain(&self) -> Vec<T> {
        let mut all = Vec::new();
        for shard in self.shards.iter() {
            let mut sets = shard.lock();
            let slots = sets.iter_mut().flatten();
            all.extend(slots.filter_map(|slot| slot.take().map(|(_, value)| value)));
        }
        all
    }
}
