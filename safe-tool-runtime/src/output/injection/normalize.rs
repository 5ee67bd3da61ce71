//! How a text reads once its disguise is dropped.
//!
//! A view is for matching only and is never shown. It is compatibility-decomposed
//! (NFKD), which for matching equals NFKC with its accents stripped, and can be done one
//! character at a time, so that every place in a view leads back to a place in the text.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::unicode::is_invisible;

/// What to do with tag characters, the invisible copy of ASCII at U+E0000.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tags {
    /// Read past them, as a person would.
    Dropped,
    /// Read them as the ASCII that a model may take them for.
    Decoded,
}

/// A text with its disguise dropped, and runs of whitespace collapsed to one space.
pub(crate) struct View<'a> {
    source: &'a str,
    tags: Tags,
    text: String,
}

impl<'a> View<'a> {
    pub(crate) fn new(source: &'a str, tags: Tags) -> Self {
        let mut text = String::with_capacity(source.len());
        each_visible(source, tags, |_, c| text.push(c));
        Self { source, tags, text }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Where in the source the character at byte `at` of the view came from. Walks the
    /// source again: only a finding asks, and the view need not carry a table for it.
    pub(crate) fn offset_in_source(&self, at: usize) -> usize {
        let (mut seen, mut offset) = (0, 0);
        each_visible(self.source, self.tags, |from, c| {
            if seen <= at {
                offset = from;
            }
            seen += c.len_utf8();
        });
        offset
    }
}

/// As [`each_folded`], with runs of whitespace collapsed.
fn each_visible(text: &str, tags: Tags, mut emit: impl FnMut(usize, char)) {
    let mut after_space = false;
    each_folded(text, tags, |from, c| {
        let space = c.is_whitespace();
        if !(space && after_space) {
            emit(from, if space { ' ' } else { c });
        }
        after_space = space;
    });
}

/// Calls `emit` with each character of `text` that can be seen, folded to the Latin
/// letter it looks like, and with the byte offset of the character it came from. Keeps
/// case.
pub(crate) fn each_folded(text: &str, tags: Tags, mut emit: impl FnMut(usize, char)) {
    for (from, c) in text.char_indices() {
        if c.is_ascii() {
            if is_plain_char(c) {
                emit(from, c);
            }
            continue;
        }
        if let Some(ascii) = tag_ascii(c) {
            if tags == Tags::Decoded {
                emit(from, ascii);
            }
            continue;
        }
        decompose_compatible(c, |part| {
            if is_combining_mark(part) || is_hidden(part) {
                return;
            }
            // What word processors make of two or three dashes.
            if matches!(part, '\u{2014}' | '\u{2015}' | '\u{2e3a}' | '\u{2e3b}') {
                emit(from, '-');
            }
            emit(from, latin_lookalike(part));
        });
    }
}

/// Whether the text reads as it stands: printable ASCII and whitespace, so that a view
/// would add nothing.
pub(crate) fn is_plain(text: &str) -> bool {
    text.is_ascii() && text.chars().all(is_plain_char)
}

/// Whether `c` is a tag character that stands for a printable ASCII character.
pub(crate) fn is_tag(c: char) -> bool {
    tag_ascii(c).is_some()
}

/// Whether `c` shows nothing: invisible characters, and the controls that are not
/// whitespace.
pub(crate) fn is_hidden(c: char) -> bool {
    is_invisible(c) || (c.is_control() && !c.is_whitespace())
}

fn is_plain_char(c: char) -> bool {
    !c.is_ascii_control() || c.is_ascii_whitespace() || c == '\u{b}'
}

fn tag_ascii(c: char) -> Option<char> {
    match c {
        '\u{e0020}'..='\u{e007e}' => char::from_u32(u32::from(c) - 0xe0000),
        _ => None,
    }
}

/// The ASCII character that `c` is drawn like, else `c`. Common Cyrillic, Greek and
/// Armenian look-alikes after Unicode's confusables.txt, and what NFKD leaves alone:
/// letters on badges, dashes, angle brackets, quotes.
fn latin_lookalike(c: char) -> char {
    match c {
        'а' | 'α' | 'ɑ' => 'a',
        'в' | 'ь' => 'b',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' | 'є' => 'e',
        'ɡ' | 'ց' => 'g',
        'һ' | 'н' | 'հ' => 'h',
        'і' | 'ι' | 'ı' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'ӏ' => 'l',
        'м' => 'm',
        'п' | 'η' | 'ո' => 'n',
        'о' | 'ο' | 'σ' | 'օ' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'г' => 'r',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'υ' | 'ս' => 'u',
        'ν' | 'ѵ' => 'v',
        'ԝ' | 'ω' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' | 'ү' => 'y',
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' | 'Ϲ' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' | 'Ӏ' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' | 'Օ' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ԛ' => 'Q',
        'Ѕ' | 'Տ' => 'S',
        'Т' | 'Τ' => 'T',
        'Ս' => 'U',
        'Ѵ' => 'V',
        'Ԝ' => 'W',
        'Х' | 'Χ' => 'X',
        'У' | 'Υ' | 'Ү' => 'Y',
        'Ζ' => 'Z',
        '\u{1f150}'..='\u{1f169}' => badge_letter(c, 0x1f150),
        '\u{1f170}'..='\u{1f189}' => badge_letter(c, 0x1f170),
        '\u{1f1e6}'..='\u{1f1ff}' => badge_letter(c, 0x1f1e6),
        '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{2500}'..='\u{2501}'
        | '\u{2e3a}'..='\u{2e3b}'
        | '\u{30fc}' => '-',
        '\u{2039}' | '\u{27e8}' | '\u{3008}' => '<',
        '\u{203a}' | '\u{27e9}' | '\u{3009}' => '>',
        '\u{2018}'..='\u{2019}' => '\'',
        _ => c,
    }
}

fn badge_letter(c: char, first: u32) -> char {
    char::from_u32(u32::from('A') + (u32::from(c) - first)).unwrap_or(c)
}
