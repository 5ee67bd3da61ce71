//! What the words of a text look like, seen in one pass.
//!
//! Ordinary text is read for many disguises and has none of them. So that this costs one
//! pass and not one for each, words are told apart here by what they are made of, and a
//! reading looks closer only where there is a word for it.

/// Which disguises the words of a text may be in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs {
    /// Letters that stand alone, or are parted by as many other signs.
    pub(super) spaced: bool,
    /// Characters that stand alone, or as many other signs as characters.
    pub(super) interleaved: bool,
    /// Words of letters and of signs that stand for letters.
    pub(super) leet: bool,
    /// Words as long as what an order comes to when it is encoded.
    pub(super) encoded: bool,
    /// Rows of numbers, or of dots and dashes.
    pub(super) codes: bool,
}

/// Letters that must stand alone in a row.
const SINGLES: u32 = 5;
/// Characters in a row, half of which must be other signs.
const SPARSE: u32 = 16;
/// Words in a row that must be numbers.
const NUMBERS: u32 = 6;
/// The shortest word that may be an encoded order.
pub(super) const ENCODED: u32 = 16;

impl Signs {
    pub(super) fn of(text: &str) -> Self {
        let mut signs = Self::default();
        let mut rows = Rows::default();
        let mut word = Word::default();
        for b in text.bytes() {
            let class = CLASSES[usize::from(b)];
            if class == SPACE {
                signs.add(word, &mut rows);
                word = Word::default();
            } else {
                word.0 = word.0.wrapping_add(class);
            }
        }
        signs.add(word, &mut rows);
        signs
    }

    #[inline]
    fn add(&mut self, word: Word, rows: &mut Rows) {
        // Most words are letters with at most a sign or two beside them.
        let (letters, figures, others) = (word.letters(), word.figures(), word.others());
        if letters >= 3 && figures == 0 && letters + others < ENCODED && others + 1 < SINGLES {
            *rows = Rows {
                leet: rows.leet,
                ..Rows::default()
            };
            return;
        }
        let len = letters + figures + others;
        let bare = letters + figures;
        if len == 0 {
            return;
        }
        rows.leet += u32::from(letters > 0 && figures > 0 && bare >= 3);
        self.leet |= rows.leet >= 2 || (figures >= 4 && letters >= 10);
        match bare {
            // Signs between letters.
            0 => {}
            1 => rows.singles += 1,
            _ => rows.singles = 0,
        }
        self.spaced |= rows.singles >= SINGLES || (bare >= SINGLES && others + 1 >= bare);
        rows.sparse = if others + 1 >= bare {
            rows.sparse + len
        } else {
            0
        };
        self.interleaved |= rows.sparse >= SPARSE;
        let number = (bare == 2 && others <= 1) || (figures >= 2 && letters <= 1 && others <= 2);
        rows.numbers = if number { rows.numbers + 1 } else { 0 };
        rows.marks = if bare == 0 { rows.marks + 1 } else { 0 };
        let listed = figures >= 2 * NUMBERS && others + 1 >= NUMBERS;
        self.codes |= rows.numbers >= NUMBERS || rows.marks >= NUMBERS || listed;
        self.encoded |= len >= ENCODED;
    }
}

/// How many words in a row look alike.
#[derive(Default, Clone, Copy)]
struct Rows {
    singles: u32,
    numbers: u32,
    marks: u32,
    /// In characters.
    sparse: u32,
    /// Not in a row: in all.
    leet: u32,
}

/// How many letters, figures and other signs a word has, 20 bits for each. A word of a
/// megabyte runs over into its neighbour, which is long and wrong all the same.
#[derive(Default, Clone, Copy)]
struct Word(u64);

const LETTER: u64 = 1;
const FIGURE: u64 = 1 << 20;
const OTHER: u64 = 1 << 40;
const SPACE: u64 = 0;

impl Word {
    fn letters(self) -> u32 {
        (self.0 & 0xf_ffff) as u32
    }

    fn figures(self) -> u32 {
        (self.0 >> 20 & 0xf_ffff) as u32
    }

    fn others(self) -> u32 {
        (self.0 >> 40 & 0xf_ffff) as u32
    }
}

/// The class of each byte. Figures are digits and the signs that stand for letters.
const CLASSES: [u64; 256] = {
    let mut classes = [OTHER; 256];
    let mut b = 0;
    while b < 256 {
        let byte = b as u8;
        if byte.is_ascii_whitespace() || byte == 0x0b {
            classes[b] = SPACE;
        } else if byte.is_ascii_alphabetic() {
            classes[b] = LETTER;
        } else if byte.is_ascii_digit() || matches!(byte, b'@' | b'$' | b'!' | b'|' | b'+') {
            classes[b] = FIGURE;
        }
        b += 1;
    }
    classes
};
