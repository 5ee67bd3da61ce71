//! Characters written as numbers, the way programming languages, addresses and mail do:
//! `\u0069`, `\u{69}`, `\x69`, `\151`, `%69`, `=69`.

use std::ops::Range;

/// Where there are escapes that come in company: what hides a word takes several, and one
/// is a date or a rate (`=20`, `%20`) as often as not.
pub(super) fn marks(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut last = None;
    memchr::memchr3_iter(b'\\', b'%', b'=', bytes)
        .filter(move |at| is_mark(bytes, *at))
        .filter_map(move |at| {
            let before = last.replace(at)?;
            (at - before <= COMPANY).then_some(before..at)
        })
}

/// Two escapes this near each other hide something, in bytes.
const COMPANY: usize = 64;

/// Whether an escape begins at `at`. Where a setting may stand as well (`took=45`), one of
/// a letter, or with another right behind it.
fn is_mark(bytes: &[u8], at: usize) -> bool {
    match escape(bytes, at) {
        Some((Unit::Byte(byte), _)) if bytes.get(at) == Some(&b'=') => {
            byte.is_ascii_alphabetic() || !byte.is_ascii() || bytes.get(at + 3) == Some(&b'=')
        }
        escape => escape.is_some(),
    }
}

/// The whole text, since what is escaped may be one letter of each word.
pub(super) fn read(text: &str, mut emit: impl FnMut(usize, char)) {
    let bytes = text.as_bytes();
    let mut chars = text.char_indices();
    // The bytes of a character may each be escaped: `%C3%A9`.
    let mut pending = Utf8::default();
    while let Some((at, c)) = chars.next() {
        let escaped = matches!(c, '\\' | '%' | '=')
            .then(|| escape(bytes, at))
            .flatten();
        let Some((unit, len)) = escaped else {
            pending.finish(&mut emit);
            emit(at, c);
            continue;
        };
        match unit {
            Unit::Byte(byte) => pending.push(at, byte, &mut emit),
            Unit::Code(code) => {
                pending.finish(&mut emit);
                emit(
                    at,
                    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
                );
            }
        }
        // The escape is ASCII, and its first byte was taken already.
        for _ in 1..len {
            chars.next();
        }
    }
    pending.finish(&mut emit);
}

enum Unit {
    /// A byte of UTF-8.
    Byte(u8),
    /// A code point, or half of a pair.
    Code(u32),
}

/// The escape that begins at `at`, and its length in bytes.
fn escape(bytes: &[u8], at: usize) -> Option<(Unit, usize)> {
    let rest = bytes.get(at + 1..)?;
    match bytes.get(at)? {
        b'%' | b'=' => Some((Unit::Byte(byte(hex(rest, 2)?)?), 3)),
        b'\\' => match rest.first()? {
            b'x' => Some((Unit::Byte(byte(hex(rest.get(1..)?, 2)?)?), 4)),
            b'u' if rest.get(1) == Some(&b'{') => {
                let digits = rest.get(2..)?.iter().take(7);
                let len = digits.take_while(|b| b.is_ascii_hexdigit()).count();
                (len > 0 && rest.get(2 + len) == Some(&b'}')).then_some(())?;
                Some((Unit::Code(hex(rest.get(2..)?, len)?), len + 4))
            }
            b'u' => pair(rest),
            b'U' => Some((Unit::Code(hex(rest.get(1..)?, 8)?), 10)),
            b'0'..=b'3' => Some((Unit::Byte(byte(digits(rest, 3, 8)?)?), 4)),
            b'n' | b'r' => Some((Unit::Code(0x0a), 2)),
            b't' => Some((Unit::Code(0x09), 2)),
            _ => None,
        },
        _ => None,
    }
}

/// `uXXXX`, or two of them for a character beyond U+FFFF (JSON's pairs).
fn pair(rest: &[u8]) -> Option<(Unit, usize)> {
    let first = hex(rest.get(1..)?, 4)?;
    let second = rest
        .get(5..)
        .filter(|rest| rest.starts_with(b"\\u"))
        .and_then(|rest| hex(rest.get(2..)?, 4));
    Some(match (first, second) {
        (0xd800..=0xdbff, Some(low @ 0xdc00..=0xdfff)) => {
            let code = 0x10000 + ((first - 0xd800) << 10) + (low - 0xdc00);
            (Unit::Code(code), 12)
        }
        _ => (Unit::Code(first), 6),
    })
}

fn hex(bytes: &[u8], len: usize) -> Option<u32> {
    digits(bytes, len, 16)
}

fn digits(bytes: &[u8], len: usize, radix: u32) -> Option<u32> {
    let digits = bytes.get(..len)?;
    digits.iter().try_fold(0_u32, |value, digit| {
        Some(value.wrapping_mul(radix) + char::from(*digit).to_digit(radix)?)
    })
}

fn byte(value: u32) -> Option<u8> {
    u8::try_from(value).ok()
}

/// Bytes on their way to being a character.
#[derive(Default)]
struct Utf8 {
    bytes: Vec<u8>,
    start: usize,
}

impl Utf8 {
    fn push(&mut self, at: usize, byte: u8, emit: &mut impl FnMut(usize, char)) {
        if byte.is_ascii() || byte >= 0xc0 {
            self.finish(emit);
        }
        if self.bytes.is_empty() {
            self.start = at;
        }
        self.bytes.push(byte);
        if byte.is_ascii() || self.bytes.len() == 4 {
            self.finish(emit);
        }
    }

    fn finish(&mut self, emit: &mut impl FnMut(usize, char)) {
        for c in String::from_utf8_lossy(&self.bytes).chars() {
            emit(self.start, c);
        }
        self.bytes.clear();
    }
}
