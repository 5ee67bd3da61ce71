//! What the scorer sees at a word: the word, and how it follows those before it.

use super::classes::{Classes, NO_CLASS};
use super::words::{Word, each_word};

/// Features at each word.
pub const FEATURES: usize = 8;
/// Bits of a feature's number.
pub const FEATURE_BITS: u32 = 26;

/// The numbers of the features at one word, each below 2^[`FEATURE_BITS`]: the word,
/// the pair and the triple that it ends, the pair with one word left out, the pair and the
/// triple of classes or stems, and, at a word of a class, its class with the last one and
/// the last two before it. Equal numbers for unequal words are possible and rare.
///
/// What is repeated is not counted again, or every table and list of imports would add
/// up to something: a word seen a moment ago yields [`NOTHING`] for itself, a pair seen a
/// moment ago yields it throughout. Whoever repeats an order to hide it has given it once.
pub type Features = [usize; FEATURES];

/// The number of no feature: its weight is zero.
pub const NOTHING: usize = 0;

/// Odd multipliers, one for each place in a group of words: the fractional parts of
/// square roots of primes, as SHA-512 takes them.
const HERE: u64 = 0x6a09_e667_f3bc_c909;
const BEFORE: u64 = 0xbb67_ae85_84ca_a73b;
const TWO_BEFORE: u64 = 0x3c6e_f372_fe94_f82b;
const SKIPPED: u64 = 0xa54f_f53a_5f1d_36f1;
const STEM_PAIR: u64 = 0x510e_527f_ade6_82d1;
const STEM_TRIPLE: u64 = 0x9b05_688c_2b3e_6c1f;
const CLASS_PAIR: u64 = 0x5be0_cd19_137e_2179;
const CLASS_TRIPLE: u64 = 0xcbbb_9d5d_c105_9ed9;

/// Stands before the first word of a sentence, as if it were a word.
const OPENING: u64 = 0x1f83_d9ab_fb41_bd6b;

/// Words after which a class is forgotten.
const REACH: u32 = 8;

/// Calls `each` with every word of `text`, in order, and the features at it.
#[inline(always)]
pub fn each_features(text: &str, mut each: impl FnMut(Word, Features)) {
    let classes = Classes::table();
    let mut last = Spread::of(OPENING, OPENING);
    let mut second_last = last;
    let mut words = Recent::default();
    let mut pairs = Recent::default();
    let mut chain = Chain::default();
    each_word(text, |word| {
        if word.opens {
            // Both, so that a text's first sentence is no different from any other.
            second_last = Spread::of(OPENING, OPENING);
            last = Spread::of(OPENING, OPENING);
        }
        let key = mix(word.key);
        let class = classes.of(key);
        let stem = if class == NO_CLASS {
            mix(word.stem)
        } else {
            mix(class.into())
        };
        let here = Spread::of(key, stem);
        let [pair, triple] = chain.next(class);
        let mut features = here.after(last, second_last, pair, triple);
        let new_pair = !pairs.saw(here.word.wrapping_mul(HERE).wrapping_add(last.word));
        let new_word = !words.saw(here.word);
        if !new_pair {
            features = [NOTHING; FEATURES];
        }
        features[0] *= usize::from(new_word);
        second_last = last;
        last = here;
        each(word, features);
    });
}

/// The last classes met.
#[derive(Default)]
struct Chain {
    last: u8,
    second_last: u8,
    /// Words since.
    since: u32,
}

impl Chain {
    /// What the class of the next word makes with the one and the two before it: zero if
    /// there is none.
    #[inline(always)]
    fn next(&mut self, class: u8) -> [usize; 2] {
        self.since += 1;
        if class == NO_CLASS {
            return [NOTHING; 2];
        }
        if self.since > REACH {
            self.last = NO_CLASS;
            self.second_last = NO_CLASS;
        }
        let last = u64::from(class) << 8 | u64::from(self.last);
        let both = last << 8 | u64::from(self.second_last);
        let fresh = class != self.last;
        let found = [
            number(last.wrapping_mul(CLASS_PAIR)) * usize::from(self.last != NO_CLASS && fresh),
            number(both.wrapping_mul(CLASS_TRIPLE))
                * usize::from(self.second_last != NO_CLASS && fresh),
        ];
        if fresh {
            self.second_last = self.last;
            self.last = class;
        }
        self.since = 0;
        found
    }
}

/// A word's hash as it counts in each place of a group.
#[derive(Clone, Copy)]
struct Spread {
    word: u64,
    stem: u64,
}

impl Spread {
    #[inline(always)]
    fn of(word: u64, stem: u64) -> Self {
        Self { word, stem }
    }

    #[inline(always)]
    fn after(
        self,
        last: Self,
        second_last: Self,
        class_pair: usize,
        class_triple: usize,
    ) -> Features {
        let word = self.word.wrapping_mul(HERE);
        let pair = word.wrapping_add(last.word.wrapping_mul(BEFORE));
        let triple = pair.wrapping_add(second_last.word.wrapping_mul(TWO_BEFORE));
        let skipping = word.wrapping_add(second_last.word.wrapping_mul(SKIPPED));
        let stem = self.stem.wrapping_mul(STEM_PAIR);
        let stem_pair = stem.wrapping_add(last.stem.wrapping_mul(BEFORE));
        let stem_triple = stem_pair.wrapping_add(second_last.stem.wrapping_mul(STEM_TRIPLE));
        [
            number(word),
            number(pair),
            number(triple),
            number(skipping),
            number(stem_pair),
            number(stem_triple),
            class_pair,
            class_triple,
        ]
    }
}

/// The hashes last seen, one to a slot, so that each is forgotten some 64 hashes later.
struct Recent([u64; SLOTS]);

const SLOTS: usize = 64;

impl Default for Recent {
    fn default() -> Self {
        Self([0; SLOTS])
    }
}

impl Recent {
    /// Whether `hash` was among them; now it is.
    #[inline(always)]
    fn saw(&mut self, hash: u64) -> bool {
        let slot = (hash.wrapping_mul(HERE) >> (u64::BITS - SLOTS.ilog2())) as usize;
        let Some(held) = self.0.get_mut(slot) else {
            return false;
        };
        std::mem::replace(held, hash) == hash
    }
}

/// The high bits, which every bit of a product's factors reaches.
#[inline(always)]
fn number(hash: u64) -> usize {
    (hash >> (u64::BITS - FEATURE_BITS)) as usize
}

/// Lets the first letters count as much as the last.
#[inline(always)]
pub(super) fn mix(key: u64) -> u64 {
    let product = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    product ^ (product >> 32)
}
