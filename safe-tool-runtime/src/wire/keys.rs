//! The keys of the objects that are open, to find one that stands twice.

use ahash::RandomState;

/// So many keys are compared each with each.
const FEW: usize = 8;

/// Eight bytes for each key of an open object: its hash under random keys of this process,
/// so that nobody can choose two keys with one hash. Two of 20,000 keys have the same by
/// chance once in 10^11 messages, which are then refused.
pub(super) struct Keys {
    hasher: RandomState,
    hashes: Vec<u64>,
    /// Where in `hashes` each open object begins.
    starts: Vec<usize>,
}

impl Keys {
    pub(super) fn new() -> Self {
        Self {
            hasher: RandomState::new(),
            hashes: Vec::with_capacity(32),
            starts: Vec::with_capacity(8),
        }
    }

    #[inline]
    pub(super) fn open(&mut self) {
        self.starts.push(self.hashes.len());
    }

    /// Adds a key, unescaped.
    #[inline]
    pub(super) fn add(&mut self, key: &[u8]) {
        self.hashes.push(self.hasher.hash_one(key));
    }

    /// Closes the innermost object; whether a key stands in it twice. Many keys are sorted
    /// first, and cost no more than their number by its logarithm.
    #[inline]
    pub(super) fn close(&mut self) -> bool {
        let start = self.starts.pop().unwrap_or(0);
        let Some(keys) = self.hashes.get_mut(start..) else {
            return false;
        };
        let is_twice = if keys.len() <= FEW {
            let mut rest = keys.iter();
            std::iter::from_fn(|| rest.next().map(|key| rest.as_slice().contains(key)))
                .any(|is_twice| is_twice)
        } else {
            keys.sort_unstable();
            keys.windows(2).any(|two| two.first() == two.last())
        };
        self.hashes.truncate(start);
        is_twice
    }

    /// Gives the memory back: of a message that is refused already, no keys are compared.
    pub(super) fn forget(&mut self) {
        self.hashes = Vec::new();
        self.starts = Vec::new();
    }
}
