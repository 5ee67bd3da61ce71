//! Lengths in Unicode code points, as JSON Schema counts them.

/// Whether `text` has more than `len` code points. One takes one to four bytes, so
/// most texts, and a flood, are told by their size; only the rest is counted.
#[inline]
pub(super) fn is_longer(text: &str, len: usize) -> bool {
    text.len() > len && (text.len() > len.saturating_mul(4) || code_points(text) > len)
}

/// `text.chars().count()`, at half its price: a block's count fits a byte, so the
/// compiler counts sixteen bytes with two instructions.
fn code_points(text: &str) -> usize {
    const BLOCK: usize = 64;
    // Every byte but those that continue a character.
    let begun = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(0_u8, |count, byte| count + u8::from(byte & 0xC0 != 0x80))
    };
    let (blocks, rest) = text.as_bytes().as_chunks::<BLOCK>();
    let blocks: usize = blocks.iter().map(|block| usize::from(begun(block))).sum();
    blocks + usize::from(begun(rest))
}
