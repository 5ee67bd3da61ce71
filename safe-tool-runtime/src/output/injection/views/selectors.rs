//! Bytes smuggled in variation selectors.
//!
//! There are 256 of them, invisible, and any number may follow a character: a text of
//! its own behind one letter or emoji.

/// Selectors that nothing is written with. Emoji are, but only with the last two of the
/// first sixteen.
const MIN: usize = 4;

pub(super) fn is_called_for(text: &str) -> bool {
    // The first sixteen begin with one byte, the others with another.
    let marks = memchr::memchr2_iter(0xef, 0xf3, text.as_bytes());
    let selectors = marks.filter_map(|at| text.get(at..)?.chars().next());
    let odd = |c: &char| byte(*c).is_some() && !matches!(c, '\u{fe0e}' | '\u{fe0f}');
    selectors.filter(odd).nth(MIN - 1).is_some()
}

pub(super) fn read(text: &str, mut emit: impl FnMut(usize, char)) {
    let mut smuggled = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if let Some(byte) = byte(c) {
            if smuggled.is_empty() {
                start = at;
            }
            smuggled.push(byte);
        }
    }
    for c in String::from_utf8_lossy(&smuggled).chars() {
        emit(start, c);
    }
}

/// VS1 to VS16 are the bytes 0 to 15, VS17 to VS256 the rest (P. Butler, "Smuggling
/// arbitrary data through an emoji", 2025).
fn byte(c: char) -> Option<u8> {
    let code = match c {
        '\u{fe00}'..='\u{fe0f}' => u32::from(c) - 0xfe00,
        '\u{e0100}'..='\u{e01ef}' => u32::from(c) - 0xe0100 + 16,
        _ => return None,
    };
    u8::try_from(code).ok()
}
