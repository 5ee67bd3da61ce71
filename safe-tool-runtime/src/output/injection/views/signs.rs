//! What the characters of a text look like, seen in one pass.
//!
//! Ordinary text is read for many disguises and has none of them. So that this costs one
//! pass and not one for each, and no branch for each word, 64 bytes at a time become
//! masks of what they are, and bit arithmetic finds the stretches that a reading is to
//! look at more closely.

use std::ops::Range;

use super::super::masks::{BLOCK, Blocks};

/// Where a text may be in which disguises.
#[derive(Debug, Default)]
pub(super) struct Signs {
    /// Stretches without three letters in a row: letters that stand alone or between
    /// signs, rows of numbers, Morse.
    pub(super) sparse: Vec<Range<usize>>,
    /// Rows of base64 digits as long as what an order comes to when it is encoded.
    pub(super) encoded: Vec<Range<usize>>,
    /// Where digits stand beside letters.
    pub(super) figures: Vec<usize>,
}

/// Five letters, one by one.
const SPARSE: usize = 9;
/// Characters in it that are no spaces.
const SPARSE_SEEN: usize = 5;
/// The shortest encoded order.
pub(super) const ENCODED: usize = 16;

impl Signs {
    pub(super) fn of(text: &str) -> Self {
        let mut signs = Self::default();
        // Whether a run of three letters goes on into the next block, as its first bits.
        let mut carried = 0;
        // Whether the block before ends in a letter, as the first bit.
        let mut last_letter = 0;
        let mut before = Block::default();
        let mut blocks = Blocks::of(text.as_bytes());
        let mut here = blocks.next();
        while let Some(masks) = here {
            let next = blocks.next();
            let following = next.unwrap_or_default();
            let letters = pair(masks.letters, following.letters);
            let threes = letters & letters >> 1 & letters >> 2 & u128::from(u64::MAX);
            let words = threes | threes << 1 | threes << 2 | carried;
            carried = words >> BLOCK;
            let block = Block {
                at: masks.at,
                sparse: !(words as u64),
                digits: masks.digits_of_base64,
            };
            before.finish(&block, &mut signs);
            before = block;
            let beside = (letters >> 1 | letters << 1) as u64 | last_letter;
            last_letter = masks.letters >> (BLOCK - 1);
            let mut figures = masks.figures & beside;
            while figures != 0 {
                signs
                    .figures
                    .push(masks.at + figures.trailing_zeros() as usize);
                figures &= figures - 1;
            }
            here = next;
        }
        let end = Block {
            at: text.len(),
            ..Block::default()
        };
        before.finish(&end, &mut signs);
        // The last block goes on in spaces past the end.
        if let Some(last) = signs.sparse.last_mut() {
            last.end = last.end.min(text.len());
        }
        let seen = |place: &Range<usize>| {
            let bytes = text.as_bytes().get(place.clone()).unwrap_or_default();
            bytes
                .iter()
                .filter(|b| !b.is_ascii_whitespace())
                .nth(SPARSE_SEEN - 1)
                .is_some()
        };
        signs.sparse.retain(seen);
        signs
    }
}

/// A block of which the next is awaited.
#[derive(Default)]
struct Block {
    at: usize,
    /// What is not in a run of three letters.
    sparse: u64,
    digits: u64,
}

impl Block {
    fn finish(&self, next: &Self, signs: &mut Signs) {
        let sparse = runs::<SPARSE>(pair(self.sparse, next.sparse));
        let digits = runs::<ENCODED>(pair(self.digits, next.digits));
        add(&mut signs.sparse, self.at, sparse, SPARSE);
        add(&mut signs.encoded, self.at, digits, ENCODED);
    }
}

fn pair(low: u64, high: u64) -> u128 {
    u128::from(low) | u128::from(high) << BLOCK
}

/// Where, in the lower half, `LEN` ones in a row begin.
fn runs<const LEN: usize>(mut ones: u128) -> u64 {
    let mut have = 1;
    while have < LEN {
        let more = have.min(LEN - have);
        ones &= ones >> more;
        have += more;
    }
    ones as u64
}

/// Adds the runs of `len` that begin where `starts` says, one behind the other as one.
fn add(places: &mut Vec<Range<usize>>, at: usize, mut starts: u64, len: usize) {
    while starts != 0 {
        let first = starts.trailing_zeros();
        let count = (starts >> first).trailing_ones();
        let from = at + first as usize;
        let to = from + count as usize - 1 + len;
        match places.last_mut() {
            Some(last) if from <= last.end => last.end = to,
            _ => places.push(from..to),
        }
        starts &= u64::MAX.checked_shl(first + count).unwrap_or(0);
    }
}
