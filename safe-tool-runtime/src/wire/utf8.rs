//! UTF-8 over pieces: a character may be cut in two by the end of one.

/// The longest character, in bytes.
const LONGEST: usize = 4;

/// What is left of a character that the last piece began.
#[derive(Default)]
pub(super) struct Utf8 {
    held: [u8; LONGEST],
    len: usize,
}

/// How much of a piece may be scanned.
pub(super) struct Checked {
    /// Bytes that are whole characters.
    pub(super) valid: usize,
    /// Whether what follows them can be no character; else it is the beginning of one.
    pub(super) is_broken: bool,
}

/// Checks a piece that begins with a whole character.
pub(super) fn check(piece: &[u8]) -> Checked {
    // Fast, and does not say where.
    if simdutf8::basic::from_utf8(piece).is_ok() {
        return Checked {
            valid: piece.len(),
            is_broken: false,
        };
    }
    match std::str::from_utf8(piece) {
        Ok(_) => Checked {
            valid: piece.len(),
            is_broken: false,
        },
        Err(error) => Checked {
            valid: error.valid_up_to(),
            is_broken: error.error_len().is_some(),
        },
    }
}

impl Utf8 {
    /// Whether a character is begun.
    pub(super) fn is_open(&self) -> bool {
        self.len > 0
    }

    /// Keeps the beginning of a character.
    pub(super) fn hold(&mut self, beginning: &[u8]) {
        for &byte in beginning {
            self.push(byte);
        }
    }

    /// Adds the next byte.
    pub(super) fn push(&mut self, byte: u8) {
        if let Some(place) = self.held.get_mut(self.len) {
            *place = byte;
            self.len += 1;
        }
    }

    /// What is held, and whether that is a character now, or can become none any more.
    pub(super) fn look(&self) -> ([u8; LONGEST], usize, Checked) {
        let checked = check(self.held.get(..self.len).unwrap_or_default());
        (self.held, self.len, checked)
    }

    pub(super) fn clear(&mut self) {
        self.len = 0;
    }
}
