//! Runs of base64, base32 and hexadecimal digits, decoded.
//!
//! A run says nothing by its looks: hashes, identifiers and pictures have them too. It
//! is read if what it decodes to is text.

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// The shortest run that could hold an order: twelve letters.
const MIN_RUN: usize = super::signs::ENCODED;
/// A line of a run may be shorter, its last.
pub(super) const NEAR: usize = 80;

/// Padding is often lost, and its last bits with it.
const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_allow_trailing_bits(true)
    .with_decode_padding_mode(DecodePaddingMode::Indifferent);
const BASE64: GeneralPurpose = GeneralPurpose::new(&STANDARD, LENIENT);
const BASE64_URL: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, LENIENT);

pub(super) fn is_called_for(text: &str) -> bool {
    runs(text).any(|(_, run)| decode(&run).is_some())
}

/// What each run decodes to, on a line of its own.
pub(super) fn read(text: &str, mut emit: impl FnMut(usize, char)) {
    for (start, run) in runs(text) {
        if let Some(decoded) = decode(&run) {
            decoded.chars().for_each(|c| emit(start, c));
            emit(start, '\n');
        }
    }
}

/// The runs of digits of any of the alphabets, with the line breaks that mail and PEM
/// put into them taken out.
fn runs(text: &str) -> impl Iterator<Item = (usize, Vec<u8>)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = bytes.get(at..)?;
            let start = at + rest.iter().position(|b| is_digit(*b))?;
            let mut run = Vec::new();
            let first = rest.get(start - at..)?.iter().position(|b| !is_digit(*b));
            let mut end = start;
            while end > start || first.is_none_or(|len| len >= MIN_RUN) {
                let line = bytes.get(end..)?;
                let len = line
                    .iter()
                    .position(|b| !is_digit(*b))
                    .unwrap_or(line.len());
                // Only a long line is one that was broken, not the last word of prose.
                run.extend_from_slice(line.get(..len)?);
                end += len;
                let broken = len >= MIN_RUN;
                let gap = bytes
                    .get(end..)?
                    .iter()
                    .take(4)
                    .take_while(|b| b.is_ascii_whitespace() && **b != b' ')
                    .count();
                let next = bytes.get(end + gap..)?;
                let next_len = next
                    .iter()
                    .take(MIN_RUN)
                    .take_while(|b| is_digit(**b))
                    .count();
                let padded = next_len >= 4
                    && next
                        .get(next_len)
                        .is_none_or(|b| !b.is_ascii_alphanumeric());
                if !(broken && gap > 0 && (next_len == MIN_RUN || padded)) {
                    break;
                }
                end += gap;
            }
            at = end.max(start + first.unwrap_or(0)).max(start + 1);
            if run.len() >= MIN_RUN {
                return Some((start, run));
            }
        }
    })
}

fn is_digit(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'-' | b'_' | b'=')
}

/// The text in a run. Hexadecimal and base32 digits are also digits of base64, so the
/// narrow alphabets are tried first.
fn decode(run: &[u8]) -> Option<String> {
    let run = run.trim_ascii();
    hex(run)
        .or_else(|| base32(run))
        .or_else(|| text(BASE64.decode(run).ok()?))
        .or_else(|| text(BASE64_URL.decode(run).ok()?))
}

fn hex(run: &[u8]) -> Option<String> {
    let run = run.strip_prefix(b"0x").unwrap_or(run);
    let (pairs, []) = run.as_chunks::<2>() else {
        return None;
    };
    let bytes = pairs.iter().map(|[high, low]| {
        let digit = |b: u8| char::from(b).to_digit(16);
        u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()
    });
    text(bytes.collect::<Option<_>>()?)
}

/// RFC 4648, section 6; what is left of an incomplete last group is dropped.
fn base32(run: &[u8]) -> Option<String> {
    let mut bytes = Vec::with_capacity(run.len() * 5 / 8);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for b in run.iter().take_while(|b| **b != b'=') {
        let value = match b {
            b'A'..=b'Z' => b - b'A',
            b'a'..=b'z' => b - b'a',
            b'2'..=b'7' => b - b'2' + 26,
            _ => return None,
        };
        bits = (bits << 5 | u32::from(value)) & 0xfff;
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xff).ok()?);
        }
    }
    text(bytes)
}

/// Bytes without the zeroes of UTF-16, in which Windows encodes commands.
fn narrow(bytes: Vec<u8>) -> Vec<u8> {
    let wide = bytes.len() >= 8 && bytes.iter().skip(1).step_by(2).all(|b| *b == 0);
    if wide {
        bytes.into_iter().step_by(2).collect()
    } else {
        bytes
    }
}

/// Text, as bytes picked at random hardly ever are: valid UTF-8, at least half of it to
/// be seen.
fn text(bytes: Vec<u8>) -> Option<String> {
    let text = String::from_utf8(narrow(bytes)).ok()?;
    let total = text.chars().count();
    let seen = text
        .chars()
        .filter(|c| !c.is_control() || *c == '\n')
        .count();
    (total >= 8 && seen * 2 >= total).then_some(text)
}
