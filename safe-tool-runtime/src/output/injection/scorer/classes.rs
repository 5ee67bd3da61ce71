//! Finds the class of a word.

use std::sync::LazyLock;

use super::features::mix;
use super::lexicon::CLASSES;
use super::words::each_word;
use crate::output::injection::views::fold;

const BUCKETS: usize = 2048;
/// Words that a bucket holds.
const WIDTH: usize = 4;

/// Of each word of the lexicon, a tag and its class. A word that is in none is taken for
/// one of them once in some six hundred times.
pub(super) struct Classes(Box<[[[u8; 2]; WIDTH]; BUCKETS]>);

/// The class of a word that has none.
pub(super) const NO_CLASS: u8 = 0;

static TABLE: LazyLock<Classes> = LazyLock::new(Classes::build);

impl Classes {
    pub(super) fn table() -> &'static Self {
        &TABLE
    }

    fn build() -> Self {
        let mut table = Self(Box::new([[[0; 2]; WIDTH]; BUCKETS]));
        for (class, words) in (1..).zip(CLASSES) {
            // As they are written, and as the views show them.
            let mut folded = String::new();
            fold::each_native(words, |c| folded.push(c));
            for words in [words, &folded] {
                each_word(words, |word| table.add(mix(word.key), class));
            }
        }
        table
    }

    fn add(&mut self, mixed: u64, class: u8) {
        let (bucket, tag) = place(mixed);
        if self.of(mixed) != NO_CLASS {
            return;
        }
        let free = self
            .0
            .get_mut(bucket)
            .and_then(|bucket| bucket.iter_mut().find(|[_, class]| *class == NO_CLASS));
        if let Some(free) = free {
            *free = [tag, class];
        }
    }

    /// The class of the word of this mixed key.
    #[inline(always)]
    pub(super) fn of(&self, mixed: u64) -> u8 {
        let (bucket, tag) = place(mixed);
        let mut class = NO_CLASS;
        for [held, its] in self.0[bucket & (BUCKETS - 1)] {
            class |= its * u8::from(held == tag);
        }
        class
    }
}

/// The bucket and the tag of a key.
#[inline(always)]
fn place(mixed: u64) -> (usize, u8) {
    let hash = mixed.wrapping_mul(0x6a09_e667_f3bc_c909);
    ((hash >> 53) as usize, (hash >> 37) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_its_class() {
        let mut seen = std::collections::BTreeMap::new();
        for (class, words) in (1..).zip(CLASSES) {
            each_word(words, |word| {
                let class = *seen.entry(word.key).or_insert(class);
                let found = Classes::table().of(mix(word.key));
                assert_eq!(found, class, "{}", &words[word.start..word.end]);
            });
        }
        assert!(seen.len() > 500);
    }
}
