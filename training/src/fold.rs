//! Text as the detector's views show it to the scorer.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Compatibility-decomposed, accents stripped. ASCII stays as it is, and so do syllables
/// and the vowel signs that a script spells its words with.
pub fn fold(text: &str) -> String {
    let mut folded = String::new();
    for c in text.chars() {
        if is_kept(c) {
            folded.push(c);
        } else {
            folded.extend(std::iter::once(c).nfkd().filter(|&c| !is_combining_mark(c)));
        }
    }
    folded
}

fn is_kept(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{17d3}' | '\u{3041}'..='\u{30ff}'
        | '\u{ac00}'..='\u{d7a3}')
}
