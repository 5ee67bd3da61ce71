//! Sets the two marks.

use safe_tool_runtime::output::injection::scorer::{Header, Scorer};

use crate::data::{Class, Text};
use crate::evaluate::worst;

/// Of ordinary benign documents, how many in ten thousand may be flagged and blocked.
const FLAGGED: usize = 100;
const BLOCKED: usize = 5;
/// Of prompts with trigger words, in ten thousand.
const TRIGGERED: usize = 150;

/// The raw score of a point while marks are looked for: two units of a weight.
const FINE: i32 = 512;

/// The header with marks chosen on the calibrating half of what is not trained on.
pub fn calibrate(weights: &[(usize, i8)], header: Header, texts: &[Text]) -> Header {
    let fine = Header {
        flag: 50 * FINE,
        block: 100 * FINE,
        ..header
    };
    let Ok(scorer) = Scorer::from_weights(&fine.with_weights(weights.iter().copied())) else {
        return header;
    };
    let heights = |class: Class| {
        let chosen = texts
            .iter()
            .filter(|text| text.class() == class && text.calibrates() && text.family().is_none());
        let mut heights: Vec<i32> = chosen.map(|text| worst(&scorer, &text.text)).collect();
        heights.sort_unstable_by(|a, b| b.cmp(a));
        heights
    };
    let ordinary = heights(Class::Ordinary);
    let trigger = heights(Class::Trigger);
    let above = |heights: &[i32], of: usize| {
        heights
            .get(heights.len() * of / 10_000)
            .map_or(1, |height| height + 1)
    };
    let flag = above(&ordinary, FLAGGED).max(2) * FINE;
    let block = above(&ordinary, BLOCKED).max(above(&trigger, TRIGGERED)) * FINE;
    Header {
        flag,
        block: block.max(flag + FINE),
        ..header
    }
}
