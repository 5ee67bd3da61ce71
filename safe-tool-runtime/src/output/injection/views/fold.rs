//! How a text reads once what cannot be seen is dropped and what is only dressed up is
//! undressed.
//!
//! Compatibility decomposition (NFKD, Unicode Annex 15) with accents dropped, which for
//! matching equals NFKC without its accents and can be done one character at a time.

use std::sync::LazyLock;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::lookalikes::{drawn_as_latin, latin_lookalike};
use crate::unicode::is_invisible;

/// Whether the text reads as it stands: printable ASCII and whitespace.
pub(crate) fn is_plain(text: &str) -> bool {
    // Without a branch for each byte, so that many are looked at at a time.
    text.is_ascii() && !text.bytes().fold(false, |any, b| any | is_control(b))
}

/// Whether letters of another script may stand for Latin ones: beside a Latin letter,
/// single among single ones, or where no language writes them often. Russian alone is
/// Russian.
pub(super) fn may_be_lookalikes(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let mixed = |a, b| {
        matches!(
            (a, b),
            (Letter::Latin, Letter::Lookalike) | (Letter::Lookalike, Letter::Latin)
        )
    };
    let (mut before, mut last_single, mut length) = (Letter::Other, Letter::Other, 0);
    text.chars().any(|c| {
        let here = Letter::of(c);
        let mut found = here == Letter::Rare || mixed(before, here);
        if here != Letter::Other {
            length += 1;
        } else if length > 0 {
            let single = if length == 1 { before } else { Letter::Other };
            found |= mixed(last_single, single);
            (last_single, length) = (single, 0);
        }
        before = here;
        found
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Letter {
    Latin,
    Lookalike,
    Rare,
    Other,
}

impl Letter {
    fn of(c: char) -> Self {
        match c {
            'a'..='z' | 'A'..='Z' => Self::Latin,
            '\0'..='\u{36f}' => Self::Other,
            _ if latin_lookalike(c) == c => Self::Other,
            // Russian, Ukrainian, Greek.
            'а'..='я' | 'А'..='Я' | 'і' | 'І' | 'є' | 'α'..='ω' | 'Α'..='Ω' => {
                Self::Lookalike
            }
            '\u{531}'..='\u{58f}' => Self::Lookalike,
            _ => Self::Rare,
        }
    }
}

/// Whether there are tag characters, other than the few that end the flag of a region.
pub(super) fn has_tags(text: &str) -> bool {
    // Each begins with the same byte.
    let first = memchr::memchr(0xf3, text.as_bytes());
    let rest = first.and_then(|at| text.get(at..)).unwrap_or_default();
    rest.chars().any(|c| tag_ascii(c).is_some())
}

/// Calls `emit` with the ASCII that each tag character stands for.
pub(super) fn tags(text: &str, mut emit: impl FnMut(usize, char)) {
    for (at, c) in text.char_indices() {
        if let Some(ascii) = tag_ascii(c) {
            emit(at, ascii);
        }
    }
}

/// As [`each_folded`], with runs of whitespace collapsed to one space or line end. With
/// `latin`, letters of other scripts become the Latin ones that they look like.
pub(super) fn fold(text: &str, latin: bool, mut emit: impl FnMut(usize, char)) {
    let mut gap: Option<Gap> = None;
    each(text, latin, |from, c| {
        if c.is_whitespace() {
            gap.get_or_insert_with(|| Gap::at(from)).add(c);
            return;
        }
        if let Some(gap) = gap.take() {
            gap.fold(&mut emit);
        }
        emit(from, c);
    });
    if let Some(gap) = gap {
        gap.fold(&mut emit);
    }
}

/// A run of whitespace and pictures.
struct Gap {
    from: usize,
    pictures: bool,
    spaces: bool,
    line_end: bool,
}

impl Gap {
    fn at(from: usize) -> Self {
        Self {
            from,
            pictures: false,
            spaces: false,
            line_end: false,
        }
    }

    fn add(&mut self, c: char) {
        self.pictures |= c == PICTURE;
        self.spaces |= c != PICTURE;
        self.line_end |= is_line_end(c);
    }

    /// One space or line end, but two spaces where pictures part letters and a space parts
    /// words.
    fn fold(self, emit: &mut impl FnMut(usize, char)) {
        emit(self.from, if self.line_end { '\n' } else { ' ' });
        if self.pictures && self.spaces && !self.line_end {
            emit(self.from, ' ');
        }
    }
}

/// Calls `emit` with each character of `text` that can be seen, folded to the Latin
/// letter it looks like, and with the byte offset of the character it came from. Keeps
/// case.
pub(crate) fn each_folded(text: &str, emit: impl FnMut(usize, char)) {
    each(text, true, emit);
}

/// Calls `emit` with each character of `text` as [`fold`] leaves it without `latin`, its
/// whitespace as it stands.
pub(crate) fn each_native(text: &str, mut emit: impl FnMut(char)) {
    each(text, false, |_, c| emit(c));
}

fn each(text: &str, latin: bool, mut emit: impl FnMut(usize, char)) {
    let table: &[u16] = if latin { &LATIN } else { &NATIVE };
    for (from, c) in text.char_indices() {
        if c.is_ascii() {
            if !is_control_char(c) {
                emit(from, c);
            }
            continue;
        }
        match table.get(c as usize).copied().unwrap_or(SLOW) {
            DROPPED => {}
            SLOW => fold_char(c, latin, |part| emit(from, part)),
            code => emit(from, char::from_u32(u32::from(code)).unwrap_or(c)),
        }
    }
}

const DROPPED: u16 = 0;
/// Becomes more than one character. (A control character, which nothing folds to.)
const SLOW: u16 = 1;

/// What each character of the Basic Multilingual Plane folds to. Decomposing takes tens
/// of nanoseconds a character; whole pages of another language are read from these.
static LATIN: LazyLock<Box<[u16]>> = LazyLock::new(|| table(true));
static NATIVE: LazyLock<Box<[u16]>> = LazyLock::new(|| table(false));

fn table(latin: bool) -> Box<[u16]> {
    let folded = (0..=u32::from(u16::MAX)).map(|code| {
        let Some(c) = char::from_u32(code) else {
            return DROPPED;
        };
        let (mut parts, mut last) = (0, '\0');
        fold_char(c, latin, |part| (parts, last) = (parts + 1, part));
        match (parts, u16::try_from(last)) {
            (0, _) => DROPPED,
            (1, Ok(code)) => code,
            _ => SLOW,
        }
    });
    folded.collect()
}

/// Characters that one may become. Some become whole phrases (U+FDFA eighteen), which are
/// not what an order is spelt with.
const MOST_PARTS: u32 = 4;

fn fold_char(c: char, latin: bool, mut emit: impl FnMut(char)) {
    if !latin && is_letter_mark(c) {
        return emit(c);
    }
    let mut parts = 0;
    let mut part = |part: char| {
        if parts == MOST_PARTS || is_hidden(part) || is_combining_mark(part) {
            return;
        }
        parts += 1;
        // What word processors make of two or three dashes.
        if matches!(part, '\u{2014}' | '\u{2015}' | '\u{2e3a}' | '\u{2e3b}') {
            emit('-');
        }
        let drawn = drawn_as_latin(part);
        // Pictures part words as spaces do.
        emit(finish(
            if is_picture(drawn) { PICTURE } else { drawn },
            latin,
        ));
    };
    match c {
        // A syllable and a voiced kana are letters, whatever they decompose to.
        '\u{3041}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}' => part(c),
        _ => decompose_compatible(c, part),
    }
}

fn finish(c: char, latin: bool) -> char {
    lower(if latin { latin_lookalike(c) } else { c })
}

/// A letter of another script in lower case, as the rules are written; Latin letters keep
/// theirs, which may be digits of base64.
fn lower(c: char) -> char {
    // From Hebrew to Myanmar there is no case, nor to look it up.
    if c.is_ascii() || matches!(c, '\u{590}'..='\u{109f}') {
        return c;
    }
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// Stands for a picture: a space that no other character folds to.
const PICTURE: char = '\u{2003}';

/// Arrows, signs, emoji, and the empty cell of Braille.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{23ff}' | '\u{25a0}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// Marks that are part of the spelling: vowels of Indic scripts, Thai and their like.
fn is_letter_mark(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{17d3}') && is_combining_mark(c)
}

/// Whether `c` shows nothing: invisible characters, and the controls that are not
/// whitespace.
pub(crate) fn is_hidden(c: char) -> bool {
    is_invisible(c) || (c.is_control() && !c.is_whitespace())
}

fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn is_control(b: u8) -> bool {
    (b < b' ') & !matches!(b, b'\t'..=b'\r') | (b == 0x7f)
}

fn is_control_char(c: char) -> bool {
    u8::try_from(c).is_ok_and(is_control)
}

fn tag_ascii(c: char) -> Option<char> {
    match c {
        '\u{e0020}'..='\u{e007e}' => char::from_u32(u32::from(c) - 0xe0000),
        _ => None,
    }
}
