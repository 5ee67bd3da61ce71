//! Which characters a string may hold.
//!
//! Refused unless the field says otherwise: control characters (C0, DEL, C1 and the
//! line separators U+2028 and U+2029), and characters that take part in no visible
//! text but can hide some: zero-width characters, bidirectional embeddings and
//! overrides, Unicode tags, invisible fillers. The joiners U+200C and U+200D are legal
//! where emoji sequences and scripts need them, variation selectors after a visible
//! character.
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

/// The class of a character that is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Forbidden {
    Control,
    Format,
}

const ZERO_WIDTH_NON_JOINER: char = '\u{200C}';
const ZERO_WIDTH_JOINER: char = '\u{200D}';

/// The class of the first character of `text` that is not allowed, if there is one.
pub(super) fn first_forbidden(text: &str, allowed: Allowed) -> Option<Forbidden> {
    // Nearly every call: printable ASCII, one comparison a byte, no decoding.
    if text.bytes().all(|b| matches!(b, b' '..=b'~')) {
        return None;
    }
    let mut previous = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let forbidden = match c {
            '\t' | '\n' | '\r' if allowed.multiline => None,
            '\u{00}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Some(Forbidden::Control),
            '\u{2028}' | '\u{2029}' if !allowed.multiline => Some(Forbidden::Control),
            ZERO_WIDTH_NON_JOINER | ZERO_WIDTH_JOINER
                if joins(previous, c, rest.clone().next()) =>
            {
                None
            }
            '\u{FE00}'..='\u{FE0F}' if previous.is_some_and(takes_variation_selector) => None,
            '\u{E0100}'..='\u{E01EF}' if previous.is_some_and(is_ideograph) => None,
            c if is_invisible(c) => Some(Forbidden::Format),
            _ => None,
        };
        match forbidden {
            Some(Forbidden::Control) if !allowed.control => return forbidden,
            Some(Forbidden::Format) if !allowed.format => return forbidden,
            _ => previous = Some(c),
        }
    }
    None
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

/// One selector per visible character: a run of them is a channel, not typography.
fn takes_variation_selector(c: char) -> bool {
    !c.is_control() && !c.is_whitespace() && !is_invisible(c)
}

fn is_ideograph(c: char) -> bool {
    matches!(c,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}
