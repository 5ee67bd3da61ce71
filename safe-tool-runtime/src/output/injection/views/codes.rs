//! Characters as rows of numbers (`01101001 01100111`, `105 103 110`, `0x69 0x67`) and
//! as Morse.

/// Numbers in a row that make a word.
const MIN_CODES: usize = 6;
/// The longest code: eight binary digits.
const LONGEST: usize = 8;

/// Whether so many words in a row look like codes: all digits, two hexadecimal ones with
/// or without an `x` before them, or Morse.
pub(super) fn is_called_for(text: &str) -> bool {
    // Each is a sign at least, and parted from the next.
    if text.len() < 2 * MIN_CODES - 1 {
        return false;
    }
    let (mut rows, mut word) = ([0; 3], Looks::default());
    text.bytes().chain([b' ']).any(|b| {
        if !is_gap(char::from(b)) {
            word.add(b);
        } else if word.len > 0 {
            for (row, goes_on) in rows.iter_mut().zip(word.is_code()) {
                *row = if goes_on { *row + 1 } else { 0 };
            }
            word = Looks::default();
        }
        rows.contains(&MIN_CODES)
    })
}

/// Of a word's bytes, how many are what.
#[derive(Default)]
struct Looks {
    len: usize,
    decimal: usize,
    hexadecimal: usize,
    marks: usize,
}

impl Looks {
    fn add(&mut self, b: u8) {
        self.len += 1;
        self.decimal += usize::from(b.is_ascii_digit());
        self.hexadecimal += usize::from(b.is_ascii_hexdigit());
        self.marks += usize::from(matches!(b, b'.' | b'-' | b'/' | b'|'));
    }

    /// Whether it may be a number, two hexadecimal digits, a letter in Morse.
    fn is_code(&self) -> [bool; 3] {
        let all = |count: usize| count == self.len && self.len <= LONGEST;
        let hexadecimal = self.hexadecimal == 2 && self.len <= 4;
        [
            all(self.decimal),
            hexadecimal || self.hexadecimal == 3 && self.len == 4,
            all(self.marks),
        ]
    }
}

/// What the rows come to, each on a line of its own.
pub(super) fn read(text: &str, mut emit: impl FnMut(usize, char)) {
    for radix in [2, 16, 10] {
        rows(words(text), |word| number(word, radix), &mut emit);
    }
    rows(words(text), morse, &mut emit);
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let words = text.split_inclusive(is_gap).map(move |word| {
        let at = start;
        start += word.len();
        (at, word.trim_end_matches(is_gap))
    });
    words.filter(|(_, word)| !word.is_empty())
}

fn is_gap(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, ',' | ';' | '&' | '#' | '[' | ']' | '\\')
}

/// Emits the text in each row of words that are codes.
fn rows<'a>(
    words: impl Iterator<Item = (usize, &'a str)>,
    code: impl Fn(&str) -> Option<u8>,
    emit: &mut impl FnMut(usize, char),
) {
    let mut row = Vec::new();
    let mut start = 0;
    for (at, word) in words {
        match code(word) {
            Some(byte) => {
                if row.is_empty() {
                    start = at;
                }
                row.push(byte);
            }
            None => finish(&mut row, start, emit),
        }
    }
    finish(&mut row, start, emit);
}

/// Emits a row that is text: at least half of it to be seen.
fn finish(row: &mut Vec<u8>, start: usize, emit: &mut impl FnMut(usize, char)) {
    if row.len() >= MIN_CODES {
        let text = String::from_utf8_lossy(row);
        let seen = |c: &char| (!c.is_control() || *c == '\n') && *c != char::REPLACEMENT_CHARACTER;
        let all = text.chars().count();
        if text.chars().filter(seen).count() * 2 >= all {
            text.chars().for_each(|c| emit(start, c));
            emit(start, '\n');
        }
    }
    row.clear();
}

/// Seven or eight binary digits, two hexadecimal ones, or a decimal number: a byte.
fn number(word: &str, radix: u32) -> Option<u8> {
    let digits = match radix {
        16 => word
            .strip_prefix("0x")
            .or_else(|| word.strip_prefix('x'))
            .unwrap_or(word),
        _ => word,
    };
    let lengths = match radix {
        2 => 7..=8,
        16 => 2..=2,
        _ => 1..=3,
    };
    lengths
        .contains(&digits.len())
        .then(|| u8::from_str_radix(digits, radix).ok())?
}

/// ITU-R M.1677-1: the letters, the slash between words, and a dot for a figure or sign.
fn morse(code: &str) -> Option<u8> {
    const LETTERS: [&str; 26] = [
        ".-", "-...", "-.-.", "-..", ".", "..-.", "--.", "....", "..", ".---", "-.-", ".-..", "--",
        "-.", "---", ".--.", "--.-", ".-.", "...", "-", "..-", "...-", ".--", "-..-", "-.--",
        "--..",
    ];
    if matches!(code, "/" | "|") {
        return Some(b' ');
    }
    let letter = LETTERS
        .iter()
        .zip(b'a'..=b'z')
        .find(|(letter, _)| **letter == code);
    let sign = (5..=6).contains(&code.len()) && code.bytes().all(|b| matches!(b, b'.' | b'-'));
    letter
        .map(|(_, letter)| letter)
        .or_else(|| sign.then_some(b'.'))
}
