//! Payment card numbers: an issuer's range (ISO/IEC 7812-1; the ranges in use as the
//! networks publish them), its length, and the check digit (Luhn, annex B there).
//!
//! A check digit alone lets every tenth number pass, so lengths and ranges are kept
//! narrow: what is left out (13 and 19 digits, Maestro) looks like article numbers and
//! identifiers.

use std::ops::Range;

use crate::redact::spans::Spans;

/// Bytes looked at together: a loop over them has no branch and is made of vector
/// instructions.
const BLOCK: usize = 16;

/// The fewest digits in two blocks side by side that lie in a card number.
const FEWEST: u8 = 12;

const LENGTHS: std::ops::RangeInclusive<usize> = 14..=16;

/// The longest that is printed, `4242 4242 4242 4242`, and what follows it: so that a row
/// of numbers is not read to its end from each of them.
const MOST_BYTES: usize = 20;

/// Adds every card number.
pub(in crate::redact) fn find(text: &str, spans: &mut Spans) {
    let bytes = text.as_bytes();
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut before = 0;
    let mut done = 0;
    for index in 0..=blocks.len() {
        let here = blocks
            .get(index)
            .map_or_else(|| digits(rest), |block| digits(block));
        if before + here >= FEWEST {
            // Far enough around for a number that began before or ends after.
            let from = (index * BLOCK).saturating_sub(2 * BLOCK).max(done);
            let to = ((index + 2) * BLOCK).min(bytes.len());
            done = find_in(bytes, from, to, spans);
        }
        before = here;
    }
}

fn digits(block: &[u8]) -> u8 {
    let digits = block
        .iter()
        .map(|byte| u8::from(byte.wrapping_sub(b'0') < 10));
    digits.sum()
}

/// Adds the card numbers that begin in `from..to`; returns where to go on.
fn find_in(bytes: &[u8], from: usize, to: usize, spans: &mut Spans) -> usize {
    let mut at = from;
    while at < to {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let number = Number::read(bytes, at);
        let end = number.range.end;
        if number.stands_alone(bytes) && number.is_card() {
            spans.add(number.range);
        } else {
            printed(bytes, number.range, spans);
        }
        // The whole run: no other part of a longer number is a card.
        at = end;
    }
    at
}

/// Adds the card numbers that stand after another number and a space (`2 4242 …`). What
/// is in a row of numbers must be grouped as on a card: by chance alone, many are valid.
fn printed(bytes: &[u8], run: Range<usize>, spans: &mut Spans) {
    let mut at = run.start;
    while let Some(space) = bytes[at..run.end].iter().position(|byte| *byte == b' ') {
        at += space + 1;
        let number = Number::read_within(bytes, at, MOST_BYTES);
        if number.stands_alone(bytes) && number.is_card() && number.is_grouped_as_printed() {
            at = number.range.end;
            spans.add(number.range);
        }
    }
}

/// A run of digits, with single spaces or hyphens between groups of them.
struct Number {
    range: Range<usize>,
    digits: [u8; 16],
    count: usize,
    /// Whether there is anything between them, and whether it is always the same.
    separator: Option<u8>,
    even: bool,
    /// How many digits stand before each separator, as far as cards have groups.
    ends: [usize; 3],
    separators: usize,
}

impl Number {
    fn read(bytes: &[u8], start: usize) -> Self {
        Self::read_within(bytes, start, bytes.len())
    }

    fn read_within(bytes: &[u8], start: usize, most: usize) -> Self {
        let bytes = &bytes[..bytes.len().min(start.saturating_add(most))];
        let mut number = Self {
            range: start..start,
            digits: [0; 16],
            count: 0,
            separator: None,
            even: true,
            ends: [0; 3],
            separators: 0,
        };
        let mut at = start;
        while let Some(byte) = bytes.get(at) {
            if byte.is_ascii_digit() {
                if let Some(digit) = number.digits.get_mut(number.count) {
                    *digit = byte - b'0';
                }
                number.count += 1;
                number.range.end = at + 1;
            } else {
                let joins = matches!(byte, b' ' | b'-')
                    && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
                // Two numbers side by side: the first is whole.
                if !joins || LENGTHS.contains(&number.count) && number.is_card() {
                    break;
                }
                number.even &= number.separator.is_none_or(|before| before == *byte);
                number.separator = Some(*byte);
                if let Some(end) = number.ends.get_mut(number.separators) {
                    *end = number.count;
                }
                number.separators += 1;
            }
            at += 1;
        }
        number
    }

    /// Part of no word, decimal fraction, version or UUID.
    fn stands_alone(&self, bytes: &[u8]) -> bool {
        let Range { start, end } = self.range;
        let before = start.checked_sub(1).map(|at| bytes[at]);
        let part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
        let glued = before.is_some_and(|byte| part(byte) || byte == b'-' || byte >= 0x80);
        let after = bytes.get(end).copied();
        let runs_on = after.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            || matches!(after, Some(b'.' | b'-'))
                && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
        self.even && !glued && !runs_on
    }

    /// In one piece, in fours, or as American Express and Diners Club print theirs.
    fn is_grouped_as_printed(&self) -> bool {
        match self.ends.get(..self.separators) {
            Some([]) | Some([4, 8, 12]) => true,
            Some([4, 10]) => self.count < 16,
            _ => false,
        }
    }

    fn is_card(&self) -> bool {
        let digits = self.digits.get(..self.count).unwrap_or_default();
        let first = |count: usize| {
            let first = digits.iter().take(count);
            first.fold(0_u32, |number, digit| number * 10 + u32::from(*digit))
        };
        let issued = match digits.len() {
            // Visa, Mastercard, Discover, JCB, UnionPay, Mir.
            16 => {
                first(1) == 4
                    || matches!(first(2), 51..=55 | 62 | 65)
                    || matches!(first(4), 2200..=2204 | 2221..=2720 | 3528..=3589 | 6011)
                    || matches!(first(3), 644..=649)
            }
            // American Express.
            15 => matches!(first(2), 34 | 37),
            // Diners Club.
            14 => matches!(first(2), 36 | 38 | 39) || matches!(first(3), 300..=305),
            _ => false,
        };
        issued && luhn(digits)
    }
}

/// The check digit: every second digit from the right counts twice.
fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match (place % 2, u32::from(*digit) * 2) {
            (0, double) => double / 2,
            (_, double) => double % 10 + double / 10,
        })
        .sum();
    sum.is_multiple_of(10)
}
