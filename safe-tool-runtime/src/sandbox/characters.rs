//! Which characters a path may not contain, whatever their place.

use super::refusal::PathRefusal;

/// Refuses the characters that no path needs and that hide what it means.
pub(super) fn check(text: &str) -> Result<(), PathRefusal> {
    let mut before = '/';
    for character in text.chars() {
        let refusal = match character {
            '\\' => Some(PathRefusal::Backslash),
            ':' => Some(PathRefusal::Colon),
            _ if breaks_the_line(character) => Some(PathRefusal::Control),
            _ if is_style_selector(character) && takes_style(before) => None,
            _ if is_invisible(character) => Some(PathRefusal::Invisible),
            _ if is_look_alike(character) => Some(PathRefusal::LookAlike),
            _ => None,
        };
        if let Some(refusal) = refusal {
            return Err(refusal);
        }
        before = character;
    }
    Ok(())
}

/// The control characters, and the two separators that break a line as they do.
fn breaks_the_line(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

/// The selectors that choose between the text and the emoji form of a character.
fn is_style_selector(character: char) -> bool {
    matches!(character, '\u{FE0E}' | '\u{FE0F}')
}

/// Whether a style selector may follow: emoji are written with one (`❤️`, `1️⃣`).
/// Never two in a row, which could spell out hidden bits, and never after an
/// ASCII dot, which would make a `..` that does not look different.
fn takes_style(before: char) -> bool {
    if before.is_ascii() {
        before.is_ascii_digit() || matches!(before, '#' | '*')
    } else {
        !is_style_selector(before)
    }
}

/// Characters that show nothing: Unicode's default-ignorable ones, its bidi
/// controls and tags, and those that are merely drawn blank.
///
/// The zero-width joiner is among them, so emoji made of several (a family) are
/// refused: some file systems ignore it when they compare names.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}'                  // soft hyphen
        | '\u{034F}'                // combining grapheme joiner
        | '\u{061C}'                // Arabic letter mark
        | '\u{115F}'..='\u{1160}'   // Hangul fillers
        | '\u{17B4}'..='\u{17B5}'   // Khmer inherent vowels
        | '\u{180B}'..='\u{180F}'   // Mongolian selectors and separator
        | '\u{200B}'..='\u{200F}'   // zero width, direction marks
        | '\u{202A}'..='\u{202E}'   // bidi embeddings and overrides
        | '\u{2060}'..='\u{206F}'   // word joiner, invisible operators, isolates
        | '\u{2800}'                // blank Braille pattern
        | '\u{3164}'                // Hangul filler
        | '\u{FE00}'..='\u{FE0F}'   // variation selectors
        | '\u{FEFF}'                // byte order mark
        | '\u{FFA0}'                // half-width Hangul filler
        | '\u{FFF0}'..='\u{FFFB}'   // interlinear annotation
        | '\u{1BCA0}'..='\u{1BCA3}' // shorthand format controls
        | '\u{1D173}'..='\u{1D17A}' // musical format controls
        | '\u{E0000}'..='\u{E0FFF}' // tags, variation selectors
    )
}

/// Characters that become `.`, `/`, `\`, `:` or `~` under NFKC, in whole or in
/// part, and those that are drawn like a separator. A later step that
/// normalises, or a person who reads the name, would see a different path.
fn is_look_alike(character: char) -> bool {
    matches!(
        character,
        // NFKC has a dot.
        '\u{2024}'..='\u{2026}'     // one to three dot leaders, ellipsis
        | '\u{2488}'..='\u{249B}'   // digits with a full stop
        | '\u{33C2}' | '\u{33C7}' | '\u{33D8}' // a.m., Co., p.m.
        | '\u{FE19}' | '\u{FE30}'   // vertical ellipsis and two dots
        | '\u{FE52}' | '\u{FF0E}' | '\u{1F100}'
        // NFKC has a slash.
        | '\u{2100}'..='\u{2101}' | '\u{2105}'..='\u{2106}' // a/c, a/s, c/o, c/u
        | '\u{FF0F}'
        // NFKC has a backslash.
        | '\u{FE68}' | '\u{FF3C}'
        // NFKC has a colon.
        | '\u{2A74}' | '\u{FE13}' | '\u{FE55}' | '\u{FF1A}'
        // NFKC has a tilde.
        | '\u{FF5E}'
        // Drawn like a slash: fraction, division, big solidus.
        | '\u{2044}' | '\u{2215}' | '\u{29F8}'
        // Drawn like a backslash: set minus, reverse solidus operators.
        | '\u{2216}' | '\u{29F5}' | '\u{29F9}'
        // Drawn like a colon: ratio, modifier letter colon.
        | '\u{2236}' | '\u{A789}'
    )
}
