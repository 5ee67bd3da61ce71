//! Text from outside, made safe to hand to a model: cap → scan → frame.
//!
//! The text is cut to a budget of characters, scanned for instructions posing as
//! data, and set inside a boundary that it cannot forge. A finding blocks the whole
//! content; nothing is edited out, because what an edit leaves behind can be made to
//! spell the injection anew.
//!
//! Nothing here knows MCP. [`guard_text`] is the pipeline for one text,
//! [`guard_texts`] for the several texts of one result.

mod cap;
mod frame;
pub mod injection;
mod source;

use std::borrow::Cow;

pub use cap::{Capped, cap};
pub use frame::{NonceError, frame, security_warning};
pub use injection::Finding;
pub use source::Source;

/// How far past the cap the scan looks, in characters, so that a phrase lying across
/// the edge is seen whole. Longer than any phrase a rule describes.
const LOOKAHEAD_CHARS: usize = 512;

/// The rule named when no boundary could be drawn and the content is withheld.
const NO_NONCE: &str = "no-nonce";

/// What became of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "the guarded text is what may be shown; the original is not"]
pub enum Guarded<T = String> {
    /// Nothing was found: the content in its frame.
    Framed(T),
    /// The content is withheld whole.
    Blocked {
        /// What to show in its place. Holds none of the content.
        warning: String,
        /// What was found, and where. Holds none of the content either.
        finding: Finding,
    },
}

/// Caps, scans and frames one text.
///
/// `max_chars` is in Unicode code points. Content is blocked if [`injection::scan`]
/// finds anything in it or in the 512 characters after the cut. If the operating
/// system yields no randomness for the boundary, the content is blocked as well, under
/// the rule `no-nonce`. An offset in the finding is in bytes into `text`.
pub fn guard_text(text: &str, source: &Source, max_chars: usize) -> Guarded {
    let content = cap(text, max_chars);
    let scanned = cap(text, max_chars.saturating_add(LOOKAHEAD_CHARS)).kept;
    if let Some(finding) = injection::scan(scanned) {
        return blocked(source, finding);
    }
    frame(&content, source).map_or_else(|_| unframed(source), Guarded::Framed)
}

/// Caps, scans and frames the several texts of one result.
///
/// `max_chars` is one budget for them all, spent in order. The frames come back in the
/// order of `texts`, one for each, and share one nonce; a text that the budget did not
/// reach is framed empty, with the count of what was cut. The texts are scanned joined
/// together, so that an injection split over two of them is still found, and a finding
/// in any blocks all. Its offset is in bytes into the joined texts.
pub fn guard_texts(texts: &[&str], source: &Source, max_chars: usize) -> Guarded<Vec<String>> {
    let contents = share(texts, max_chars);
    let scanned = share(texts, max_chars.saturating_add(LOOKAHEAD_CHARS));
    // A phrase may be cut inside a word or between two words: read it both ways.
    let joints: &[&str] = if texts.len() < 2 { &[""] } else { &["", "\n"] };
    for joint in joints {
        if let Some(finding) = injection::scan(&join(&scanned, joint)) {
            return blocked(source, finding);
        }
    }
    frame::frame_all(&contents, source).map_or_else(|_| unframed(source), Guarded::Framed)
}

/// Caps each text to what the ones before it left of the budget.
fn share<'a>(texts: &[&'a str], max_chars: usize) -> Vec<Capped<'a>> {
    let mut left = max_chars;
    let capped = texts.iter().map(|text| {
        let content = cap(text, left);
        left = left.saturating_sub(content.kept.chars().count());
        content
    });
    capped.collect()
}

fn join<'a>(contents: &[Capped<'a>], joint: &str) -> Cow<'a, str> {
    match contents {
        [only] => Cow::Borrowed(only.kept),
        _ => {
            let kept: Vec<&str> = contents.iter().map(|content| content.kept).collect();
            Cow::Owned(kept.join(joint))
        }
    }
}

fn blocked<T>(source: &Source, finding: Finding) -> Guarded<T> {
    let warning = security_warning(source, finding.rule);
    Guarded::Blocked { warning, finding }
}

/// Without a nonce a frame could be forged, so nothing is shown.
fn unframed<T>(source: &Source) -> Guarded<T> {
    Guarded::Blocked {
        warning: format!(
            "[SECURITY WARNING: Content from {source} withheld: \
             no random boundary could be drawn. (rule: {NO_NONCE})]"
        ),
        finding: Finding {
            rule: NO_NONCE,
            offset: 0,
        },
    }
}
