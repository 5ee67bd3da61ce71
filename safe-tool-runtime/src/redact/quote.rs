//! Quotation marks that may themselves be escaped, as in JSON quoted in a JSON string.

use std::borrow::Cow;

/// Levels told apart. JSON quoted more often would carry 255 backslashes for a mark.
const LEVELS: usize = 8;

/// A quotation mark, and how many strings around it escape it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quote {
    mark: u8,
    level: u32,
}

impl Quote {
    /// A mark after so many backslashes. Each quoting turns n of them into 2n + 1, so the
    /// level is the number of ones that n ends in; the rest escape each other.
    pub(super) fn new(mark: u8, backslashes: usize) -> Self {
        let level = backslashes.trailing_ones();
        Self { mark, level }
    }

    /// How many of the backslashes before it are its own.
    pub(super) fn escape_len(self) -> usize {
        (1 << self.level) - 1
    }

    /// Whether it can end the string that `opening` began.
    pub(super) fn closes(self, opening: Self) -> bool {
        self.mark == opening.mark && self.level <= opening.level
    }

    /// Whether it ends a string in which `inner` stands escaped.
    pub(super) fn closes_around(self, inner: Self) -> bool {
        self.mark == inner.mark && self.level < inner.level
    }
}

pub(super) fn is_mark(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'')
}

/// Where the latest mark of each kind stands.
///
/// Marks are not paired off from the start of the text: one too many, an apostrophe say,
/// would turn every string after it inside out. Whatever lies between a mark and the one
/// before it may be a key.
#[derive(Debug, Default)]
pub(super) struct LatestMarks([[Option<usize>; LEVELS]; 2]);

impl LatestMarks {
    /// Notes a mark at byte `at`. Returns where the string would begin that it ends.
    pub(super) fn note(&mut self, quote: Quote, at: usize) -> Option<usize> {
        let level = (quote.level as usize).min(LEVELS - 1);
        let [double, single] = &mut self.0;
        let latest = if quote.mark == b'"' { double } else { single };
        let opening = latest.iter().take(level + 1).max().copied().flatten();
        if let Some(latest) = latest.get_mut(level) {
            *latest = Some(at);
        }
        opening.map(|at| at + 1)
    }
}

/// The text of a string literal, however often it is escaped. Approximate: what no key
/// would have in it may be read as spaces.
pub(super) fn unescaped(literal: &str) -> Cow<'_, str> {
    if !literal.contains('\\') {
        return Cow::Borrowed(literal);
    }
    let mut units: Vec<u16> = Vec::with_capacity(literal.len());
    let mut pieces = literal.split('\\');
    units.extend(pieces.next().unwrap_or_default().encode_utf16());
    let mut backslashes = 0;
    for piece in pieces {
        backslashes += 1;
        if piece.is_empty() {
            continue;
        }
        let code = piece.strip_prefix('u').and_then(|hex| hex.get(..4));
        let rest = if let Some(Ok(unit)) = code.map(|hex| u16::from_str_radix(hex, 16)) {
            units.push(unit);
            piece.get(5..).unwrap_or_default()
        } else {
            units.push(u16::from(b' '));
            // An even number of backslashes escape each other, and the letter is one.
            piece
                .strip_prefix(['b', 'f', 'n', 'r', 't'])
                .filter(|_| backslashes % 2 == 1)
                .unwrap_or(piece)
        };
        units.extend(rest.encode_utf16());
        backslashes = 0;
    }
    Cow::Owned(String::from_utf16_lossy(&units))
}
