//! The detector: instructions posing as data.
//!
//! Its seam is [`scan`]. A finding names a rule and a place and never holds the text,
//! so that it can be logged and shown. Time is linear in the text: the rules are
//! regular expressions without backtracking, each run at most three times.

pub(crate) mod normalize;
mod patterns;

use normalize::{Tags, View};

/// What was found, and where. Never the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// The name of the rule, such as `instruction-override`.
    pub rule: &'static str,
    /// Where the match begins, in bytes into the scanned text.
    pub offset: usize,
}

/// Looks for an injection in `text`; the first rule that matches is reported.
///
/// The rules read the text as it stands and, if it holds anything but plain ASCII, as
/// it reads once its disguise is dropped: invisible characters removed, look-alike
/// letters folded, accents stripped. Where tag characters (an invisible copy of ASCII)
/// occur, a third reading makes them visible.
pub fn scan(text: &str) -> Option<Finding> {
    if let Some((rule, offset)) = patterns::find(text) {
        return Some(Finding { rule, offset });
    }
    if normalize::is_plain(text) {
        return None;
    }
    let tagged = text.chars().any(normalize::is_tag);
    let readings = [Some(Tags::Dropped), tagged.then_some(Tags::Decoded)];
    readings.into_iter().flatten().find_map(|tags| {
        let view = View::new(text, tags);
        let (rule, at) = patterns::find(view.as_str())?;
        let offset = view.offset_in_source(at);
        Some(Finding { rule, offset })
    })
}
