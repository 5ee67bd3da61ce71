//! Which characters a path may not contain, whatever their place.

use super::refusal::PathRefusal;
use crate::unicode::is_invisible;

/// Refuses the characters that no path needs and that hide what it means.
pub(super) fn check(text: &str) -> Result<(), PathRefusal> {
    // Most paths, at a tenth of the price.
    if text.bytes().all(is_plain) {
        return Ok(());
    }
    let mut before = '/';
    for character in text.chars() {
        let refusal = match character {
            '\\' => Some(PathRefusal::Backslash),
            ':' => Some(PathRefusal::Colon),
            _ if breaks_the_line(character) => Some(PathRefusal::Control),
            _ if is_style_selector(character) && takes_style(before) => None,
            _ if shows_nothing(character) => Some(PathRefusal::Invisible),
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

/// The ASCII characters that nothing below refuses.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && byte != b'\\' && byte != b':'
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

/// What shows nothing, and the Braille pattern that is drawn blank.
///
/// The zero-width joiner is among them, so emoji made of several (a family) are
/// refused: some file systems ignore it when they compare names.
fn shows_nothing(character: char) -> bool {
    is_invisible(character) || character == '\u{2800}'
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
