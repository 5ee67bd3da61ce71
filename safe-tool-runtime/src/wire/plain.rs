//! How far a string goes on without a quote, a backslash or a control character.

const ONES: u64 = u64::MAX / 255;
const HIGHS: u64 = ONES * 0x80;
const WORD: usize = 8;
/// What the compiler makes a few vector instructions of.
const BLOCK: usize = 64;

/// Whether there is any control character, white space among them.
pub(super) fn has_control(bytes: &[u8]) -> bool {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let is_in = |block: &[u8]| {
        block
            .iter()
            .fold(false, |found, &byte| found | (byte < 0x20))
    };
    blocks.iter().any(|block| is_in(block)) || is_in(rest)
}

/// How many bytes from the beginning need no look. `has_control`: whether there may be
/// control characters among them; else the vectorised search is enough.
#[inline]
pub(super) fn plain_len(bytes: &[u8], has_control: bool) -> usize {
    let mut at = 0;
    // Most strings are short: they end within the first words.
    for _ in 0..2 {
        match word(bytes, at) {
            Some(0) => at += WORD,
            Some(mask) => return at + first(mask),
            None => return at + plain_tail(bytes, at),
        }
    }
    if !has_control {
        let rest = bytes.get(at..).unwrap_or_default();
        return at + memchr::memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
    }
    while let Some(block) = bytes.get(at..).and_then(<[u8]>::first_chunk::<BLOCK>) {
        if has_special(block) {
            break;
        }
        at += BLOCK;
    }
    loop {
        match word(bytes, at) {
            Some(0) => at += WORD,
            Some(mask) => return at + first(mask),
            None => return at + plain_tail(bytes, at),
        }
    }
}

#[inline]
fn is_special(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

#[inline]
fn has_special(block: &[u8; BLOCK]) -> bool {
    // No early exit, so that the bytes are compared many at a time.
    block
        .iter()
        .fold(false, |special, &byte| special | is_special(byte))
}

/// A mask of the special bytes of the word at `at`. Its lowest bit is exact; those above may
/// be wrong, since the subtraction borrows.
#[inline]
fn word(bytes: &[u8], at: usize) -> Option<u64> {
    let word = u64::from_le_bytes(*bytes.get(at..)?.first_chunk::<WORD>()?);
    let zero_in = |word: u64| word.wrapping_sub(ONES) & !word;
    let quotes = zero_in(word ^ (ONES * 0x22));
    let backslashes = zero_in(word ^ (ONES * 0x5c));
    let controls = word.wrapping_sub(ONES * 0x20) & !word;
    Some((quotes | backslashes | controls) & HIGHS)
}

#[inline]
fn first(mask: u64) -> usize {
    mask.trailing_zeros() as usize / WORD
}

#[inline]
fn plain_tail(bytes: &[u8], at: usize) -> usize {
    let tail = bytes.get(at..).unwrap_or_default();
    let special = tail.iter().position(|&byte| is_special(byte));
    special.unwrap_or(tail.len())
}

#[cfg(test)]
mod tests {
    use super::{has_control, plain_len};

    #[test]
    fn each_byte_is_found_at_each_place() {
        for length in [0, 1, 7, 8, 9, 63, 64, 65, 200] {
            for place in 0..length {
                for byte in 0..=255_u8 {
                    let mut bytes = vec![b'a'; length];
                    // What a borrow could take for special stands before and behind.
                    for (at, filler) in bytes.iter_mut().enumerate() {
                        *filler = [b'a', 0x80, 0xff, b'!', b'#', b' ', 0x7f][at % 7];
                    }
                    if let Some(here) = bytes.get_mut(place) {
                        *here = byte;
                    }
                    let plain = bytes
                        .iter()
                        .position(|&byte| byte < 0x20 || byte == b'"' || byte == b'\\');
                    assert_eq!(plain_len(&bytes, true), plain.unwrap_or(length));
                    let is_clean = !has_control(&bytes);
                    assert_eq!(is_clean, bytes.iter().all(|&byte| byte >= 0x20));
                    if is_clean {
                        assert_eq!(plain_len(&bytes, false), plain.unwrap_or(length));
                    }
                }
            }
        }
    }
}
