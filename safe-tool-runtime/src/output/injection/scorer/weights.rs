//! The trained weights, and how they are stored.
//!
//! Little-endian: eight bytes of name and version, five `i32` (see [`Header`]), and a
//! hash table of slots. A feature's number is its slot and, in the low eight bits, a tag;
//! a slot holds one weight and the tag of the feature it is for. So the table, half
//! a megabyte, is small enough for a core's second cache, and yet of 256 features that
//! share a slot only one is taken for another.

use super::features::{FEATURE_BITS, Features};

const TAG_BITS: u32 = 8;
/// How many slots there are.
const SLOTS: usize = 1 << (FEATURE_BITS - TAG_BITS);
const NAME: [u8; 8] = *b"STscore1";
const HEADER: usize = 28;

/// Of each slot, the weight (an `i8`) and the tag.
pub(super) type Table = [[u8; 2]; SLOTS];

/// A table of no weights.
pub(super) static EMPTY: Table = [[0; 2]; SLOTS];

/// The sum of the weights of `features`.
#[inline(always)]
pub(super) fn sum(table: &Table, features: Features) -> i32 {
    let weights = features.map(|number| {
        // Within the table, by the length of a feature's number; the mask says so.
        let [weight, tag] = table[(number >> TAG_BITS) & (SLOTS - 1)];
        let found = i32::from(tag == number as u8);
        found * i32::from(weight as i8)
    });
    weights.iter().sum()
}

/// The weights cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WeightsError {
    /// They are of another version, or no weights at all.
    #[error("not weights of this version of the scorer")]
    Name,
    /// They were cut short, or something was added.
    #[error("weights of {found} bytes where {expected} are needed")]
    Length {
        /// The bytes there should be.
        expected: usize,
        /// The bytes there are.
        found: usize,
    },
    /// No score could be computed with them.
    #[error("the weights' header holds a number out of its range")]
    Header,
}

/// What stands before the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// What every word costs, in the units of a weight.
    pub toll: i32,
    /// How slowly a word is forgotten: with every word after it, one part in 2^`memory`.
    pub memory: i32,
    /// The most that a word adds, before the toll.
    pub most: i32,
    /// The raw score that is worth 50 points.
    pub flag: i32,
    /// The raw score that is worth 100 points.
    pub block: i32,
}

impl Header {
    /// The bytes of the weights with this header, as [`Scorer::from_weights`] takes
    /// them. Where two features have one slot, the weight farther from zero stays; at
    /// equal distance, the first.
    ///
    /// [`Scorer::from_weights`]: super::Scorer::from_weights
    #[must_use]
    pub fn with_weights(self, weights: impl IntoIterator<Item = (usize, i8)>) -> Vec<u8> {
        let mut table = vec![[0; 2]; SLOTS];
        for (number, weight) in weights {
            if let Some(slot) = table.get_mut(number >> TAG_BITS) {
                let [held, _] = *slot;
                if weight.unsigned_abs() > (held as i8).unsigned_abs() {
                    *slot = [weight as u8, number as u8];
                }
            }
        }
        let mut bytes = NAME.to_vec();
        for number in [self.toll, self.memory, self.most, self.flag, self.block] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(table.into_iter().flatten());
        bytes
    }

    fn is_sound(self) -> bool {
        (0..=127).contains(&self.toll)
            && (1..=16).contains(&self.memory)
            && (0..=1024).contains(&self.most)
            && 0 < self.flag
            && self.flag < self.block
            && self.block < 1 << 28
    }
}

/// Reads the header, and leaves the table.
pub(super) fn parse(bytes: &[u8]) -> Result<(Header, &Table), WeightsError> {
    let (name, rest) = bytes.split_first_chunk().ok_or(WeightsError::Name)?;
    if *name != NAME {
        return Err(WeightsError::Name);
    }
    let length = WeightsError::Length {
        expected: HEADER + 2 * SLOTS,
        found: bytes.len(),
    };
    let (numbers, table) = rest.split_first_chunk::<20>().ok_or(length)?;
    let (numbers, _) = numbers.as_chunks::<4>();
    let [toll, memory, most, flag, block] = *numbers else {
        return Err(length);
    };
    let header = Header {
        toll: i32::from_le_bytes(toll),
        memory: i32::from_le_bytes(memory),
        most: i32::from_le_bytes(most),
        flag: i32::from_le_bytes(flag),
        block: i32::from_le_bytes(block),
    };
    let (slots, rest) = table.as_chunks::<2>();
    let table = slots.try_into().map_err(|_| length)?;
    if !rest.is_empty() {
        return Err(length);
    }
    if !header.is_sound() {
        return Err(WeightsError::Header);
    }
    Ok((header, table))
}

/// A copy of the table.
pub(super) fn boxed(table: &Table) -> Result<Box<Table>, WeightsError> {
    Box::<[[u8; 2]]>::from(table.as_slice())
        .try_into()
        .map_err(|_| WeightsError::Header)
}
