//! Counts what is flagged and blocked.

use std::collections::BTreeMap;

use safe_tool_runtime::output::injection::scorer::{BLOCK, FLAG, Scorer};

use crate::data::{Class, Text};
use crate::fold::fold;

/// Points of a text as the scorer alone sees it, in the views that it is given.
pub fn worst(scorer: &Scorer, text: &str) -> i32 {
    let plain = scorer.score(text).score;
    if text.is_ascii() {
        return plain;
    }
    plain.max(scorer.score(&fold(text)).score)
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Count {
    pub n: usize,
    pub flagged: usize,
    pub blocked: usize,
}

impl Count {
    pub fn add(&mut self, points: i32) {
        self.n += 1;
        self.flagged += usize::from(points >= FLAG);
        self.blocked += usize::from(points >= BLOCK);
    }
}

/// What texts are counted by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    pub class: Class,
    pub source: String,
    pub kind: String,
    pub lang: String,
}

/// Counts by row.
#[derive(Default)]
pub struct Counts(pub BTreeMap<Row, Count>);

impl Counts {
    pub fn add(&mut self, text: &Text, points: i32) {
        // Kinds are many in places; what stands before `:` or `|` will do, but for the
        // kinds that decide the class.
        let kind = match text.source.as_str() {
            "neuralchemy" | "ben_neuralchemy" => text.kind.split('|').next_back(),
            "cse_en" | "cse_multi" => text.kind.split(':').next(),
            "bipia" => text.kind.split(':').next(),
            _ => None,
        };
        let row = Row {
            class: text.class(),
            source: text.source.clone(),
            kind: kind.unwrap_or(&text.kind).to_owned(),
            lang: text.lang.clone(),
        };
        self.0.entry(row).or_default().add(points);
    }

    /// The sums of the rows that `by` gives one key.
    pub fn sums<K: Ord>(&self, by: impl Fn(&Row) -> K) -> BTreeMap<K, Count> {
        let mut sums: BTreeMap<K, Count> = BTreeMap::new();
        for (row, count) in &self.0 {
            let sum = sums.entry(by(row)).or_default();
            sum.n += count.n;
            sum.flagged += count.flagged;
            sum.blocked += count.blocked;
        }
        sums
    }
}
