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
    // A character that the end cuts in two is looked at for itself, and not a reason to go
    // through all of the piece again.
    let (whole, cut) = piece.split_at(piece.len() - cut_len(piece));
    // Fast, and does not say where.
    let is_whole = simdutf8::basic::from_utf8(whole).is_ok();
    let (before, looked_at) = if is_whole {
        (whole.len(), cut)
    } else {
        (0, piece)
    };
    match std::str::from_utf8(looked_at) {
        Ok(_) => Checked {
            valid: piece.len(),
            is_broken: false,
        },
        Err(error) => Checked {
            valid: before + error.valid_up_to(),
            is_broken: error.error_len().is_some(),
        },
    }
}

/// How many bytes at the end begin a character and do not end it.
fn cut_len(piece: &[u8]) -> usize {
    for (behind, byte) in piece.iter().rev().take(LONGEST - 1).enumerate() {
        let len = match byte {
            0x80..=0xbf => continue,
            0xf0.. => 4,
            0xe0.. => 3,
            0xc0.. => 2,
            _ => 1,
        };
        return if len > behind + 1 { behind + 1 } else { 0 };
    }
    0
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
