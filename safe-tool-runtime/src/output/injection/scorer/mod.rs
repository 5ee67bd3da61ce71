//! A small trained scorer: how much a stretch of text reads like an order to its reader.
//!
//! It is linear: each word adds the weights of the features at it (see [`features`]) to
//! a running score, every word costs a toll, what came before is slowly forgotten, and
//! the score never falls below zero. So it stays at zero over ordinary text and climbs
//! where orders begin, wherever that is and however long they are; what counts is how
//! high it climbs. That is the cumulative-sum test for a change (E. S. Page, "Continuous
//! inspection schemes", Biometrika 41, 1954) with a leak. No window has to be cut, no
//! sentence end found: the state is one number, and the time one step for each word.
//!
//! The weights are embedded, 8 bits each, and trained by the package in `training/`,
//! which names its sources beside them in `NOTICE.md`.

mod classes;
pub mod features;
mod lexicon;
mod script;
mod weights;
mod words;

use std::sync::Arc;

use features::each_features;
use weights::{EMPTY, Table, boxed, parse, sum};
pub use weights::{Header, WeightsError};
pub use words::{Word, each_word};

/// Points from which text is worth a flag.
pub const FLAG: i32 = 50;
/// Points from which text is worth blocking.
pub const BLOCK: i32 = 100;

/// No text is worth more points.
const MOST_POINTS: i32 = 1000;
/// Bits of a weight's unit in a raw score, so that little is forgotten at a time.
const FRACTION: u32 = 8;

static EMBEDDED: &[u8] = include_bytes!("weights.bin");

/// The scorer: a table of weights and two marks. Cheap to clone.
#[derive(Clone)]
pub struct Scorer {
    header: Header,
    table: Held,
}

#[derive(Clone)]
enum Held {
    Embedded(&'static Table),
    Own(Arc<Table>),
}

impl std::fmt::Debug for Scorer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Scorer")
            .field("header", &self.header)
            .finish_non_exhaustive()
    }
}

/// A stretch of text and its score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scored {
    /// Points: [`FLAG`] and [`BLOCK`] are the marks they were calibrated to. From 0
    /// to 1000.
    pub score: i32,
    /// Where the stretch begins, in bytes into the text.
    pub offset: usize,
    /// Where its score is highest, in bytes into the text: the end of a word.
    pub end: usize,
}

impl Default for Scorer {
    fn default() -> Self {
        Self::embedded()
    }
}

impl Scorer {
    /// With the weights this crate comes with.
    #[must_use]
    pub fn embedded() -> Self {
        // They are tested; were they unsound after all, the scorer would find nothing,
        // and the rules beside it go on.
        let (header, table) = parse(EMBEDDED).unwrap_or((NOTHING, &EMPTY));
        Self {
            header,
            table: Held::Embedded(table),
        }
    }

    /// With weights of one's own, as `training/` writes them.
    ///
    /// # Errors
    ///
    /// If the bytes are not weights of this version.
    pub fn from_weights(bytes: &[u8]) -> Result<Self, WeightsError> {
        let (header, table) = parse(bytes)?;
        Ok(Self {
            header,
            // By way of a slice: half a megabyte does not go through the stack.
            table: Held::Own(boxed(table)?.into()),
        })
    }

    /// The worst stretch of `text`; zero and empty if none is worth a point.
    #[must_use]
    pub fn score(&self, text: &str) -> Scored {
        let mut worst = Raw::default();
        self.each_rise(text, |found| {
            if found.score > worst.score {
                worst = found;
            }
        });
        self.points(worst)
    }

    /// Calls `each` with every stretch of `text` worth `at_least` points or more, in
    /// order; two stretches have at least one word between them or share an edge.
    pub fn stretches(&self, text: &str, at_least: i32, mut each: impl FnMut(Scored)) {
        self.each_rise(text, |found| {
            let scored = self.points(found);
            if scored.score >= at_least.max(1) {
                each(scored);
            }
        });
    }

    /// Calls `each` with the highest point of every rise that is worth anything: from
    /// where the running score leaves zero to where it has lost half its height.
    #[inline(always)]
    fn each_rise(&self, text: &str, mut each: impl FnMut(Raw)) {
        let table: &Table = match &self.table {
            Held::Embedded(table) => table,
            Held::Own(table) => table,
        };
        let toll = self.header.toll << FRACTION;
        let most = self.header.most;
        // Below a point a rise is not worth a call.
        let least = (self.header.flag / FLAG).max(1);
        let memory = self.header.memory as u32;
        let mut running = 0_i32;
        let mut offset = 0;
        let mut peak = Raw::default();
        each_features(text, |word, features| {
            // No one phrase is evidence enough: what a word adds is bounded.
            let gain = (sum(table, features).min(most) << FRACTION) - toll;
            if running == 0 {
                offset = word.start;
            }
            running = (running - (running >> memory) + gain).max(0);
            if running > peak.score {
                peak = Raw {
                    score: running,
                    offset,
                    end: word.end,
                };
            } else if running < peak.score / 2 {
                if peak.score >= least {
                    each(peak);
                }
                peak = Raw::default();
                offset = word.start;
            }
        });
        if peak.score >= least {
            each(peak);
        }
    }

    /// A raw score in points: straight lines from 0 to the flag and from there on
    /// through the block.
    fn points(&self, raw: Raw) -> Scored {
        let (flag, block) = (i64::from(self.header.flag), i64::from(self.header.block));
        let score = i64::from(raw.score);
        let points = if score < flag {
            score * i64::from(FLAG) / flag
        } else {
            i64::from(FLAG) + (score - flag) * i64::from(BLOCK - FLAG) / (block - flag)
        };
        Scored {
            score: i32::try_from(points)
                .unwrap_or(MOST_POINTS)
                .min(MOST_POINTS),
            offset: raw.offset,
            end: raw.end,
        }
    }
}

/// A stretch and its raw score.
#[derive(Clone, Copy, Default)]
struct Raw {
    score: i32,
    offset: usize,
    end: usize,
}

const NOTHING: Header = Header {
    toll: 127,
    memory: 1,
    most: 0,
    flag: 1 << 20,
    block: 1 << 21,
};
