//! Which characters a string may hold.
//!
//! Refused unless the field says otherwise: control characters (C0, DEL, C1 and the
//! line separators U+2028 and U+2029), and characters that take part in no visible
//! text but can hide some: zero-width characters, bidirectional embeddings and
//! overrides, Unicode tags, invisible fillers. The joiners U+200C and U+200D are legal
//! where emoji sequences and scripts need them, variation selectors where they choose a
//! form.
//!
//! Sources: Unicode general categories Cc and Cf and the property
//! Default_Ignorable_Code_Point (UCD 16), UTS #51 (emoji ZWJ sequences), RFC 5892
//! appendix A (contextual joiners), UTR #36 (bidi).

use crate::unicode::is_invisible;

/// What a field lifts.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Allowed {
    /// Tab, line feed and carriage return.
    pub(super) multiline: bool,
    /// Every control character.
    pub(super) control: bool,
    /// Every format character.
    pub(super) format: bool,
}

impl Allowed {
    /// The character rule in words, for the schema; none if there is no rule.
    pub(super) fn remark(self) -> Option<&'static str> {
        Some(match (self.control, self.multiline, self.format) {
            (true, _, true) => return None,
            (true, _, false) => "No invisible characters.",
            (false, true, true) => "No control characters other than tab and line breaks.",
            (false, true, false) => {
                "No control characters other than tab and line breaks, no invisible characters."
            }
            (false, false, true) => "A single line without control characters.",
            (false, false, false) => "A single line without control or invisible characters.",
        })
    }
}

/// The class of a character that is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Forbidden {
    Control,
    Format,
}

const ZERO_WIDTH_NON_JOINER: char = '\u{200C}';
const ZERO_WIDTH_JOINER: char = '\u{200D}';

/// Bytes looked at together. The loops over a block have no branch, so the compiler
/// makes vector instructions of them; 32 is two registers wherever it runs.
const BLOCK: usize = 32;

/// The class of the first character of `text` that is not allowed, if there is one.
///
/// Nearly every text is clean, so its bytes are asked three questions, each dearer and
/// sharper than the one before, and only what fails all of them is decoded.
pub(super) fn first_forbidden(text: &str, allowed: Allowed) -> Option<Forbidden> {
    let bytes = text.as_bytes();
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    for (index, block) in blocks.iter().enumerate() {
        let start = index * BLOCK;
        if !any(block, not_plain) || !any(block, may_begin_forbidden) {
            continue;
        }
        let ahead = bytes[start..].first_chunk();
        if ahead.is_some_and(|ahead| !any_in_three(ahead)) {
            continue;
        }
        let forbidden = first_forbidden_in(text, start, BLOCK, allowed);
        if forbidden.is_some() {
            return forbidden;
        }
    }
    if !any(rest, not_plain) {
        return None;
    }
    // Made a block as well: a loop over these bytes would cost as much as all the rest.
    let mut block = [b' '; BLOCK + 2];
    block[..rest.len()].copy_from_slice(rest);
    if !any(&block[..BLOCK], may_begin_forbidden) || !any_in_three(&block) {
        return None;
    }
    first_forbidden_in(text, bytes.len() - rest.len(), rest.len(), allowed)
}

/// Whether a character that may be forbidden begins in the first [`BLOCK`] bytes.
fn any_in_three(bytes: &[u8; BLOCK + 2]) -> bool {
    let at = |i| may_be_forbidden([bytes[i], bytes[i + 1], bytes[i + 2]]);
    (0..BLOCK).fold(false, |found, i| found | at(i))
}

/// Whether one of `bytes` is `wanted`. No early exit: see [`BLOCK`].
#[inline]
fn any(bytes: &[u8], wanted: impl Fn(u8) -> bool) -> bool {
    bytes
        .iter()
        .fold(false, |found, &byte| found | wanted(byte))
}

/// Anything but printable ASCII.
fn not_plain(byte: u8) -> bool {
    byte.wrapping_sub(b' ') > b'~' - b' '
}

/// Whether the UTF-8 of a character that may be forbidden can begin with `byte`. More
/// begin with it that are not; a test holds that none is left out. `|`, not `||` or
/// `matches!`, which would branch; so too below.
fn may_begin_forbidden(byte: u8) -> bool {
    (byte < b' ')
        | (byte == 0x7F)
        | (byte == 0xC2)
        | (byte == 0xCD)
        | (byte == 0xD8)
        | (byte.wrapping_sub(0xE1) <= 2)
        | (byte >= 0xEF)
}

/// As [`may_begin_forbidden`], by the first three bytes: without it, the scripts that
/// share a first byte with an invisible character would be decoded throughout.
fn may_be_forbidden([a, b, c]: [u8; 3]) -> bool {
    (a < b' ')
        | (a == 0x7F)
        | ((a == 0xC2) & ((b < 0xA0) | (b == 0xAD))) // C1, soft hyphen
        | ((a == 0xCD) & (b == 0x8F)) // U+034F
        | ((a == 0xD8) & (b == 0x9C)) // U+061C
        | ((a == 0xE1) & ((b == 0x85) | (b == 0x9E) | (b == 0xA0))) // Hangul, Khmer, Mongolian
        // U+200B to U+200F, U+2028 and beyond: between them lie the quotation marks
        | ((a == 0xE2) & (b == 0x80) & ((c >= 0xA8) | (c.wrapping_sub(0x8B) <= 4)))
        | ((a == 0xE2) & (b == 0x81)) // U+2060 to U+206F
        | ((a == 0xE3) & (b == 0x85)) // U+3164
        | ((a == 0xEF) & (b >= 0xB8)) // U+FE00 and beyond
        | ((a >= 0xF0) & (b != 0x9F)) // all but the emoji
}

/// [`first_forbidden`] of the characters that begin in the `len` bytes at `start`.
fn first_forbidden_in(text: &str, start: usize, len: usize, allowed: Allowed) -> Option<Forbidden> {
    let bytes = text.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
    (start..start + len)
        .filter(|&at| may_be_forbidden([byte(at), byte(at + 1), byte(at + 2)]))
        .filter_map(|at| class_at(text, at, allowed))
        .find(|class| match class {
            Forbidden::Control => !allowed.control,
            Forbidden::Format => !allowed.format,
        })
}

/// The class of the character of `text` that begins at byte `at`.
fn class_at(text: &str, at: usize, allowed: Allowed) -> Option<Forbidden> {
    let (before, rest) = text.split_at_checked(at)?;
    let mut rest = rest.chars();
    let previous = || before.chars().next_back();
    match rest.next()? {
        '\t' | '\n' | '\r' if allowed.multiline => None,
        '\u{00}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Some(Forbidden::Control),
        '\u{2028}' | '\u{2029}' if !allowed.multiline => Some(Forbidden::Control),
        c @ (ZERO_WIDTH_NON_JOINER | ZERO_WIDTH_JOINER) if joins(previous(), c, rest.next()) => {
            None
        }
        '\u{FE0E}' | '\u{FE0F}' if previous().is_some_and(takes_emoji_style) => None,
        '\u{FE00}'..='\u{FE0D}' if previous().is_some_and(takes_standard_variation) => None,
        '\u{E0100}'..='\u{E01EF}' if previous().is_some_and(is_ideograph) => None,
        c if is_invisible(c) => Some(Forbidden::Format),
        _ => None,
    }
}

/// Whether a joiner between these two characters shapes visible text.
fn joins(previous: Option<char>, joiner: char, next: Option<char>) -> bool {
    let Some(previous) = previous else {
        return false;
    };
    let emoji =
        joiner == ZERO_WIDTH_JOINER && is_emoji_part(previous) && next.is_some_and(is_emoji_base);
    // Indic half forms may end a word; in the Arabic family a joiner stands between
    // two letters.
    let script =
        is_indic(previous) || (is_joining_script(previous) && next.is_some_and(is_joining_script));
    emoji || script
}

/// Superset of Extended_Pictographic (emoji-data.txt), by block.
fn is_emoji_base(c: char) -> bool {
    matches!(c,
        '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2194}'..='\u{21AA}' | '\u{231A}'..='\u{23FF}' | '\u{24C2}'
        | '\u{25AA}'..='\u{27BF}' | '\u{2934}'..='\u{2935}' | '\u{2B05}'..='\u{2B55}'
        | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

/// An emoji, its skin tone (inside the range above) or its presentation selector.
fn is_emoji_part(c: char) -> bool {
    is_emoji_base(c) || c == '\u{FE0F}'
}

/// Cursive scripts of the Arabic family, and Mongolian.
fn is_joining_script(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{8FF}' | '\u{1800}'..='\u{18AF}' | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}' | '\u{10A80}'..='\u{10AFF}' | '\u{10D00}'..='\u{10D3F}'
        | '\u{1E900}'..='\u{1E95F}')
        && !is_invisible(c)
}

/// Brahmic scripts: Devanagari to Sinhala, Tibetan, Myanmar, Khmer, and the rest of
/// the family in the supplementary plane.
fn is_indic(c: char) -> bool {
    matches!(c,
        '\u{900}'..='\u{DFF}' | '\u{F00}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{1900}'..='\u{1CFF}' | '\u{A800}'..='\u{AAFF}' | '\u{ABC0}'..='\u{ABFF}'
        | '\u{11000}'..='\u{11FFF}')
        && !is_invisible(c)
}

/// What has a text form and an emoji form (emoji-variation-sequences.txt), by block.
/// Behind any other character a selector chooses nothing, and can only carry hidden bits.
fn takes_emoji_style(c: char) -> bool {
    is_emoji_base(c) || c.is_ascii_digit() || matches!(c, '#' | '*')
}

/// The blocks of StandardizedVariants.txt: the slashed zero, Myanmar, mathematical
/// operators, CJK and full-width punctuation, Phags-pa, CJK compatibility ideographs.
fn takes_standard_variation(c: char) -> bool {
    is_ideograph(c)
        || matches!(c,
            '0' | '\u{1000}'..='\u{109F}' | '\u{2200}'..='\u{22FF}' | '\u{2A00}'..='\u{2AFF}'
            | '\u{3000}'..='\u{303F}' | '\u{A840}'..='\u{A87F}' | '\u{AA60}'..='\u{AA7F}'
            | '\u{FF00}'..='\u{FF60}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// One character of each class, with the rule that refuses it, if one does.
pub(super) fn probes(allowed: Allowed) -> [(char, Option<&'static str>); 5] {
    let control = |is_break| {
        let legal = allowed.control || (is_break && allowed.multiline);
        (!legal).then_some("control_chars")
    };
    let format = (!allowed.format).then_some("format_chars");
    [
        ('\u{7}', control(false)),
        ('\n', control(true)),
        ('\u{2028}', control(true)),
        ('\u{200B}', format),
        ('\u{202E}', format),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The byte scan passes over no character that the decoded check would refuse.
    #[test]
    fn every_forbidden_character_is_decoded() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            if class_at(&text, 0, Allowed::default()).is_some() {
                let mut bytes = [0; 4];
                c.encode_utf8(&mut bytes);
                let [a, b, c, _] = bytes;
                assert!(
                    may_begin_forbidden(a) && may_be_forbidden([a, b, c]),
                    "{text:?}"
                );
            }
        }
    }

    /// Wherever it stands among the blocks, and whatever stands around it.
    #[test]
    fn a_forbidden_character_is_found_at_every_offset() {
        for around in ["a", "é", "字", "ا", "’", "🙂"] {
            for offset in 0..3 * BLOCK {
                for c in [
                    '\u{7}',
                    '\u{9F}',
                    '\u{AD}',
                    '\u{2028}',
                    '\u{202E}',
                    '\u{E0041}',
                ] {
                    let text = format!("{}{c}{}", around.repeat(offset), around.repeat(BLOCK));
                    let found = first_forbidden(&text, Allowed::default());
                    assert!(found.is_some(), "{c:?} after {offset} of {around}");
                }
                let clean = around.repeat(offset);
                assert_eq!(first_forbidden(&clean, Allowed::default()), None);
            }
        }
    }
}
