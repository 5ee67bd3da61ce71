//! A glance at a text: most hold nothing that any of the searches begins with, and a
//! glance costs a tenth of a search.

/// The shortest word that holds a secret known by its shape.
const LONG_WORD: usize = 16;

/// The fewest digits that a card number has.
const DIGITS: usize = 14;

/// Below this length, one look at each byte beats the vector searches, which have to be
/// set up.
const SHORT: usize = 32;

/// What a byte begins, as bits.
const JSON: u8 = 1;
const NAMES: u8 = 2;
const DIGIT: u8 = 4;

static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    loop {
        classes[byte as usize] = match byte {
            b'"' | b'\'' | b'[' | b'{' => JSON,
            b':' | b'=' => NAMES,
            b'0'..=b'9' => DIGIT,
            _ => 0,
        };
        if byte == u8::MAX {
            break classes;
        }
        byte += 1;
    }
};

/// What a text may hold.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Glance {
    /// Quotation marks or brackets: JSON, whole or broken.
    pub(super) json: bool,
    /// A colon or an equals sign, which names come before.
    pub(super) names: bool,
    /// A word as long as a token.
    pub(super) tokens: bool,
    /// As many digits as a card has.
    pub(super) cards: bool,
}

impl Glance {
    #[inline]
    pub(super) fn at(text: &str) -> Self {
        let bytes = text.as_bytes();
        if bytes.len() < SHORT {
            let (mut seen, mut digits) = (0, 0);
            for byte in bytes {
                let class = CLASSES[usize::from(*byte)];
                seen |= class;
                digits += usize::from(class / DIGIT);
            }
            return Self {
                json: seen & JSON != 0,
                names: seen & NAMES != 0,
                tokens: has_long_word(bytes),
                cards: digits >= DIGITS,
            };
        }
        Self {
            json: memchr::memchr3(b'"', b'\'', b'{', bytes).is_some()
                || memchr::memchr(b'[', bytes).is_some(),
            names: memchr::memchr2(b':', b'=', bytes).is_some(),
            tokens: has_long_word(bytes),
            cards: digits(bytes) >= DIGITS,
        }
    }

    pub(super) fn is_clear(self) -> bool {
        !(self.json || self.names || self.tokens || self.cards)
    }
}

/// How many digits there are, eight bytes at a time.
fn digits(bytes: &[u8]) -> usize {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (words, rest) = bytes.as_chunks::<8>();
    let whole = words.iter().map(|word| {
        // A digit is now 0 to 9; what is more has its highest bit set, or gets it.
        let word = u64::from_le_bytes(*word) ^ 0x3030_3030_3030_3030;
        let others = ((word & !HIGH) + 0x7676_7676_7676_7676) | word;
        (!others & HIGH).count_ones() as usize
    });
    whole.sum::<usize>() + rest.iter().filter(|byte| byte.is_ascii_digit()).count()
}

/// Whether so many bytes stand together without a space. From where a word as long would
/// end, back to the last space: of most words only the last letters are looked at.
#[inline]
fn has_long_word(bytes: &[u8]) -> bool {
    let mut start = 0;
    while let Some(word) = bytes.get(start..start + LONG_WORD) {
        match word.iter().rposition(|byte| *byte <= b' ') {
            None => return true,
            Some(space) => start += space + 1,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_counted() {
        for byte in 0..=u8::MAX {
            let text = [&[byte; 9], &b"x1y22z/:;"[..]].concat();
            let expected = 3 + 9 * usize::from(byte.is_ascii_digit());
            assert_eq!(digits(&text), expected, "{byte}");
        }
    }

    #[test]
    fn a_long_word_is_seen_wherever_it_stands() {
        for before in 0..40 {
            for length in 0..40 {
                let text = format!("{}{} b c", "a ".repeat(before), "x".repeat(length));
                assert_eq!(
                    has_long_word(text.as_bytes()),
                    length >= LONG_WORD,
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn what_a_search_begins_with_is_seen() {
        assert!(Glance::at("An ordinary title, no more.").is_clear());
        assert!(Glance::at("").is_clear());
        for at in 0..40 {
            let around = " ".repeat(at);
            for c in ['"', '\'', '[', '{'] {
                assert!(Glance::at(&format!("{around}{c}{around}")).json);
            }
            for c in [':', '='] {
                assert!(Glance::at(&format!("{around}{c}{around}")).names);
            }
            assert!(Glance::at(&format!("{around}4242 4242 4242 4242{around}")).cards);
        }
    }
}
