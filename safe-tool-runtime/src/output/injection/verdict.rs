//! What the detector says of a text.

use std::cmp::Reverse;

/// What the scorer's evidence is called.
pub(super) const LEARNED: &str = "learned";

/// How sure a verdict is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing, or too little to speak of.
    Clean,
    /// It may be an injection, or speak of one: pass it on with a word of warning.
    Flagged,
    /// It reads as an injection: withhold it.
    Blocked,
}

impl Level {
    /// In one word: `clean`, `flagged` or `blocked`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Flagged => "flagged",
            Self::Blocked => "blocked",
        }
    }
}

/// The scores at which a text is flagged and blocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// Flagged at this score or above.
    pub flag: u32,
    /// Blocked at this score or above.
    pub block: u32,
}

impl Thresholds {
    /// 50 and 100, what the points of the rules and the scorer are measured in.
    pub const DEFAULT: Self = Self {
        flag: 50,
        block: 100,
    };
}

impl Default for Thresholds {
    /// [`Thresholds::DEFAULT`].
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// One thing found in a text. Never the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// The name of the rule, such as `instruction-override`; `learned` for the scorer.
    pub rule: &'static str,
    /// How sure the rule is, in points.
    pub points: u32,
    /// Where it begins, in bytes into the scanned text. Of a disguised phrase, where the
    /// disguise begins.
    pub offset: usize,
    /// The text quotes it in order to speak of it, so it flags at most.
    pub quoted: bool,
}

/// The evidence in a text, and what it comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    score: u32,
    evidence: Vec<Evidence>,
    bytes_read: usize,
}

/// The highest score of a text whose evidence is all quoted.
const QUOTED_AT_MOST: u32 = 99;

impl Verdict {
    /// The points of the different rules added up. What is quoted in order to be spoken
    /// of comes to 99 at most, however much there is.
    pub(super) fn of(mut evidence: Vec<Evidence>, bytes_read: usize) -> Self {
        // A rule says more than the scorer does.
        evidence.sort_by_key(|e| (e.quoted, Reverse(e.points), e.rule == LEARNED, e.offset));
        let mut seen: Vec<&'static str> = Vec::new();
        evidence.retain(|e| {
            let new = !seen.contains(&e.rule);
            seen.push(e.rule);
            new
        });
        let sum = |quoted: bool| -> u32 {
            evidence
                .iter()
                .filter(|e| e.quoted == quoted)
                .map(|e| e.points)
                .sum()
        };
        let open = sum(false);
        let score = open.max((open + sum(true)).min(QUOTED_AT_MOST));
        Self {
            score,
            evidence,
            bytes_read,
        }
    }

    /// What the evidence comes to. No more than a measure: it has no upper bound.
    #[must_use]
    pub fn score(&self) -> u32 {
        self.score
    }

    /// What the scan cost, in bytes: each view as often as it was read, and what rules read
    /// of it. Bounded by a multiple of the text's length, whatever the text.
    #[must_use]
    pub fn bytes_read(&self) -> usize {
        self.bytes_read
    }

    /// The evidence, the strongest first; of each rule the strongest.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// The strongest piece of evidence.
    #[must_use]
    pub fn first(&self) -> Option<&Evidence> {
        self.evidence.first()
    }

    /// The score by these thresholds.
    #[must_use]
    pub fn level(&self, thresholds: Thresholds) -> Level {
        if self.score >= thresholds.block {
            Level::Blocked
        } else if self.score >= thresholds.flag {
            Level::Flagged
        } else {
            Level::Clean
        }
    }
}
