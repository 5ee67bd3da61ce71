//! The cap: how much of a text is passed on.
//!
//! What it costs grows with the budget, not with the text.

use std::{fmt, ops::Add};

use unicode_segmentation::UnicodeSegmentation as _;

use crate::unicode::{ceil_boundary, floor_boundary};

/// How far back a cut is moved so that it does not part a letter from its accent, in
/// bytes. A character with more marks than that is parted: nobody writes it to be read.
const LOOK_BACK: usize = 128;

/// How far past a cut decides whether it parts a character, in bytes.
const LOOK_AHEAD: usize = 16;

/// The longest rest whose characters are counted, in bytes. Of a longer one only its bytes
/// are known.
const COUNTED_BYTES: usize = 64 * 1024;

/// How much text may pass: both bounds hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Unicode code points.
    pub max_chars: usize,
    /// Bytes of UTF-8.
    pub max_bytes: usize,
}

/// The part of a text within its budget, and how much lay beyond it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capped<'a> {
    /// The beginning of the text, at most the budget long.
    pub kept: &'a str,
    /// How much was cut off its end.
    pub omitted: Omitted,
}

/// How much was cut off a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Omitted {
    /// Bytes of UTF-8.
    pub bytes: usize,
    /// Unicode code points; `None` where they were too many to count (64 KiB of text).
    pub chars: Option<usize>,
}

impl Omitted {
    /// Nothing was cut.
    pub const NOTHING: Self = Self {
        bytes: 0,
        chars: Some(0),
    };

    fn of(cut: &str) -> Self {
        Self {
            bytes: cut.len(),
            chars: (cut.len() <= COUNTED_BYTES).then(|| cut.chars().count()),
        }
    }
}

impl Add for Omitted {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            bytes: self.bytes.saturating_add(other.bytes),
            chars: self
                .chars
                .zip(other.chars)
                .map(|(one, other)| one.saturating_add(other)),
        }
    }
}

impl<'a> Capped<'a> {
    /// A text of which nothing was cut.
    pub fn whole(text: &'a str) -> Self {
        Self {
            kept: text,
            omitted: Omitted::NOTHING,
        }
    }
}

/// Keeps the first `max_chars` characters (Unicode code points) of `text`, as
/// [`Budget::cap`] does.
pub fn cap(text: &str, max_chars: usize) -> Capped<'_> {
    Budget::of_chars(max_chars).cap(text)
}

impl Budget {
    /// A budget of characters (Unicode code points) alone.
    pub const fn of_chars(max_chars: usize) -> Self {
        Self {
            max_chars,
            max_bytes: usize::MAX,
        }
    }

    /// Keeps as much of the beginning of `text` as this budget allows.
    ///
    /// The cut falls between two characters as a reader sees them (grapheme clusters),
    /// unless that would leave nothing, or the character is longer than 128 bytes: then
    /// between two code points.
    pub fn cap(self, text: &str) -> Capped<'_> {
        let (kept, cut) = text.split_at(self.end(text));
        Capped {
            kept,
            omitted: Omitted::of(cut),
        }
    }

    fn end(self, text: &str) -> usize {
        let end = floor_boundary(text, self.max_bytes);
        let affordable = text.get(..end).unwrap_or_default();
        let end = chars_end(affordable, self.max_chars).unwrap_or(end);
        if end == text.len() {
            return end;
        }
        whole_character(text, end)
    }

    /// Caps each text to what the ones before it left. What a text lacks already is added
    /// to what is cut here.
    pub(crate) fn share<'a>(mut self, texts: impl Iterator<Item = Capped<'a>>) -> Vec<Capped<'a>> {
        let capped = texts.map(|text| {
            let Capped { kept, omitted } = self.cap(text.kept);
            self.max_chars = self.max_chars.saturating_sub(kept.chars().count());
            self.max_bytes = self.max_bytes.saturating_sub(kept.len());
            Capped {
                kept,
                omitted: omitted + text.omitted,
            }
        });
        capped.collect()
    }

    /// A budget that reaches this many characters further.
    pub(crate) fn plus(self, chars: usize) -> Self {
        Self {
            max_chars: self.max_chars.saturating_add(chars),
            max_bytes: self.max_bytes.saturating_add(chars.saturating_mul(4)),
        }
    }

    /// The most bytes that may be spent where characters are not counted.
    pub(crate) fn strict(self) -> usize {
        self.max_bytes.min(self.max_chars)
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            max_chars,
            max_bytes,
        } = *self;
        match (max_chars, max_bytes) {
            (chars, usize::MAX) => write!(f, "{chars} characters"),
            (usize::MAX, bytes) => write!(f, "{bytes} bytes"),
            (chars, bytes) => write!(f, "{chars} characters and {bytes} bytes"),
        }
    }
}

/// Where the first `count` characters end; `None` if there are no more than that. Free
/// where the text cannot be too long: a character is at least one byte.
fn chars_end(text: &str, count: usize) -> Option<usize> {
    if text.len() <= count {
        return None;
    }
    let mut rest = text.chars();
    // `Chars` skips many at a time; `CharIndices` does not.
    if let Some(last) = count.checked_sub(1) {
        rest.nth(last)?;
    }
    Some(text.len() - rest.as_str().len())
}

/// The last place at or before `end` that does not part a character.
fn whole_character(text: &str, end: usize) -> usize {
    let around = text.as_bytes().get(end.saturating_sub(1)..=end);
    if let Some([before, after]) = around
        && before.is_ascii()
        && after.is_ascii()
        && (*before, *after) != (b'\r', b'\n')
    {
        return end;
    }
    let from = floor_boundary(text, end.saturating_sub(LOOK_BACK));
    let to = ceil_boundary(text, end.saturating_add(LOOK_AHEAD));
    let window = text.get(from..to).unwrap_or_default();
    let begins = window.grapheme_indices(true).map(|(at, _)| from + at);
    // The window's own beginning may lie within a character, or keep nothing.
    begins
        .take_while(|at| *at <= end)
        .last()
        .filter(|at| *at > from)
        .unwrap_or(end)
}
