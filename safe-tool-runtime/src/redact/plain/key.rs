//! The name before a colon or an equals sign.

use std::borrow::Cow;

/// The longest name that is read, in bytes.
const MAX_KEY: usize = 64;

/// A name, and what comes before it.
pub(super) struct Key<'t> {
    pub(super) text: &'t str,
    /// Where it begins.
    pub(super) start: usize,
}

impl<'t> Key<'t> {
    /// The name that ends before `at`, spaces left out. None if there is none, or if it is
    /// in quotation marks: those are read elsewhere.
    pub(super) fn before(text: &'t str, at: usize) -> Option<Self> {
        let bytes = text.as_bytes();
        let before = bytes.get(..at)?;
        let spaces = before.iter().rev().take(MAX_KEY);
        let end = at
            - spaces
                .take_while(|byte| matches!(byte, b' ' | b'\t'))
                .count();
        let name = bytes.get(..end)?.iter().rev().take(MAX_KEY);
        let start = end - name.take_while(|byte| is_part(**byte)).count();
        // A name that was cut in the middle of a character is too long in any case.
        let text = text.get(start..end).filter(|text| !text.is_empty())?;
        Some(Self { text, start })
    }

    /// Whether its value is a secret.
    pub(super) fn is_sensitive(&self) -> bool {
        let name = decoded(self.text);
        super::super::memo::role(&name) == super::super::memo::Role::Secret
    }

    /// Whether it is the name of a parameter of a URL.
    pub(super) fn is_parameter(&self, text: &str) -> bool {
        let before = text.as_bytes().get(..self.start).and_then(<[u8]>::last);
        matches!(before, Some(b'?' | b'&'))
    }
}

/// Letters of any script, since look-alikes are folded; and what joins words.
fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'%' | b'$') || byte >= 0x80
}

/// The name with `%5F` and its like read.
fn decoded(name: &str) -> Cow<'_, str> {
    if !name.contains('%') {
        return Cow::Borrowed(name);
    }
    let mut bytes = Vec::with_capacity(name.len());
    let mut pieces = name.split('%');
    bytes.extend(pieces.next().unwrap_or_default().bytes());
    for piece in pieces {
        let code = piece
            .get(..2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(code.unwrap_or(b'%'));
        let rest = if code.is_some() {
            piece.get(2..)
        } else {
            Some(piece)
        };
        bytes.extend(rest.unwrap_or_default().bytes());
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}
