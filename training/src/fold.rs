//! Text as the detector's views show it to the scorer.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Compatibility-decomposed, accents stripped. ASCII stays as it is.
pub fn fold(text: &str) -> String {
    text.nfkd().filter(|&c| !is_combining_mark(c)).collect()
}
