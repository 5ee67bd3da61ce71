//! What a terminal would show: colours dropped, letters struck out by a backspace gone.

const ESCAPE: char = '\u{1b}';
const BACKSPACE: char = '\u{8}';

pub(super) fn is_called_for(text: &str) -> bool {
    memchr::memchr2(0x1b, 0x08, text.as_bytes()).is_some()
}

pub(super) fn read(text: &str, mut emit: impl FnMut(usize, char)) {
    // A letter waits until it is known that nothing strikes it out.
    let mut waiting = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            BACKSPACE => waiting = None,
            // ECMA-48: `ESC [`, parameters, and a final letter.
            ESCAPE => {
                if chars.next_if(|(_, c)| *c == '[').is_some() {
                    while chars.next_if(|(_, c)| matches!(c, ' '..='?')).is_some() {}
                    chars.next_if(|(_, c)| matches!(c, '@'..='~'));
                }
            }
            _ => {
                if let Some((at, c)) = waiting.replace((at, c)) {
                    emit(at, c);
                }
            }
        }
    }
    if let Some((at, c)) = waiting {
        emit(at, c);
    }
}
