//! Cuts a text into words, and each word to a key of its first eight letters.
//!
//! ASCII is read 64 bytes at a time: a mask of which bytes are letters gives the ends of
//! words by bit arithmetic, so that the length of a word, which nothing can foretell,
//! costs no mispredicted branch. Everything else is read a character at a time, and the
//! two readings give the same words whatever lies where.

use super::super::masks::{BLOCK, ascii_letters};
use super::script::{Kind, fold_case, kind};

/// A word of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it begins, in bytes into the text.
    pub start: usize,
    /// Where it ends, in bytes into the text.
    pub end: usize,
    /// Its first eight letters in lower case; for ASCII, as they lie in memory.
    pub key: u64,
    /// Its first five letters in lower case.
    pub stem: u64,
    /// Whether it opens a sentence, an item, a quotation.
    pub opens: bool,
}

/// Letters kept of a word: `instruction` and `instructions` are one word.
const LETTERS: usize = 8;
/// Letters kept of a stem, which many languages share: `ignor`, `instr`, `previ`.
const STEM: u64 = 0xff_ffff_ffff;

const CASE_BITS: u64 = 0x2020_2020_2020_2020;

/// Keeps the first `n` bytes of a little-endian word.
const FIRST: [u64; LETTERS + 1] = [
    0,
    0xff,
    0xffff,
    0xff_ffff,
    0xffff_ffff,
    0xff_ffff_ffff,
    0xffff_ffff_ffff,
    0xff_ffff_ffff_ffff,
    u64::MAX,
];

/// Bit 0: after such a byte, and one more, a sentence begins. Bit 1: so it does right
/// after such a byte, if one more stands before it.
const PUNCTUATION: [u8; 256] = punctuation();

const fn punctuation() -> [u8; 256] {
    let mut table = [0; 256];
    let after = b".!?:;\n";
    let mut i = 0;
    while i < after.len() {
        table[after[i] as usize] |= 1;
        i += 1;
    }
    let before = b"\n\"'`*#>|-[({/\\";
    let mut i = 0;
    while i < before.len() {
        table[before[i] as usize] |= 2;
        i += 1;
    }
    table
}

/// Calls `each` with every word of `text`, in order.
///
/// A word is a run of letters; in scripts written without spaces, each character is one.
/// Digits and all else part words.
#[inline(always)]
pub fn each_word(text: &str, each: impl FnMut(Word)) {
    Words {
        text,
        each,
        after: None,
    }
    .run();
}

struct Words<'a, F> {
    text: &'a str,
    each: F,
    /// The end of the last word.
    after: Option<usize>,
}

impl<F: FnMut(Word)> Words<'_, F> {
    #[inline(always)]
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        // Where a word began that the blocks before have not ended.
        let mut open = None;
        while at < bytes.len() {
            let block = match bytes.get(at..).and_then(<[u8]>::first_chunk) {
                Some(block) => *block,
                None => last_block(bytes, at),
            };
            let Some(letters) = ascii_letters(&block) else {
                at = self.slowly(at, open.take());
                continue;
            };
            let before = letters << 1 | u64::from(open.is_some());
            let mut starts = letters & !before;
            let mut ends = before & !letters;
            while ends != 0 {
                let start = open.take().unwrap_or_else(|| at + pop(&mut starts));
                let end = at + pop(&mut ends);
                self.ascii_word(start, end);
            }
            if starts != 0 {
                open = Some(at + pop(&mut starts));
            }
            at += BLOCK;
        }
        if let Some(start) = open {
            self.ascii_word(start, bytes.len());
        }
    }

    #[inline(always)]
    fn ascii_word(&mut self, start: usize, end: usize) {
        let bytes = self.text.as_bytes();
        let letters = match bytes.get(start..).and_then(<[u8]>::first_chunk) {
            Some(eight) => u64::from_le_bytes(*eight),
            None => last_letters(bytes, start),
        };
        let kept = FIRST[(end - start).min(LETTERS)];
        let key = (letters | CASE_BITS) & kept;
        let opens = self.opens(start);
        self.emit(Word {
            start,
            end,
            key,
            stem: key & STEM,
            opens,
        });
    }

    #[inline(always)]
    fn emit(&mut self, word: Word) {
        self.after = Some(word.end);
        (self.each)(word);
    }

    /// Whether a sentence begins at `start`, as far as ASCII tells: at the start of the
    /// text, and after at least two characters with punctuation among the outer two. A
    /// single character (a space, a dot in a name, the newline of a wrapped line) joins.
    #[inline(always)]
    fn opens(&self, start: usize) -> bool {
        let Some(after) = self.after else { return true };
        let bytes = self.text.as_bytes();
        let class = |at: usize| {
            bytes
                .get(at)
                .map_or(0, |&byte| PUNCTUATION[usize::from(byte)])
        };
        let stop = class(after) & 1 | class(start.wrapping_sub(1)) & 2;
        (start - after >= 2) & (stop != 0)
    }

    /// Reads on from `at` by characters, in a word that began at `open`, until the block
    /// and the word it ends in are over. Returns how far it came.
    #[inline(never)]
    fn slowly(&mut self, at: usize, open: Option<usize>) -> usize {
        let mut spelt = open.map(|start| {
            let mut spelt = Spelt::new(start, self.opens(start));
            // The letters past those kept change nothing.
            for &byte in self
                .text
                .as_bytes()
                .iter()
                .take(at)
                .skip(start)
                .take(LETTERS)
            {
                spelt.push(byte.to_ascii_lowercase().into());
            }
            spelt
        });
        // What only non-ASCII punctuation says.
        let mut stopped = false;
        for (offset, c) in self.text.get(at..).unwrap_or_default().char_indices() {
            let here = at + offset;
            let kind = kind(c);
            if kind == Kind::Letter {
                let opens = stopped || (spelt.is_none() && self.opens(here));
                let spelt = spelt.get_or_insert_with(|| Spelt::new(here, opens));
                spelt.push(fold_case(c).into());
                stopped = false;
                continue;
            }
            if let Some(word) = spelt.take() {
                self.emit(word.end(here));
            }
            match kind {
                Kind::Sign => {
                    let mut sign = Spelt::new(here, stopped || self.opens(here));
                    sign.push(c.into());
                    self.emit(sign.end(here + c.len_utf8()));
                    stopped = false;
                }
                Kind::Stop => stopped = true,
                Kind::Letter | Kind::Gap => {}
            }
            if here >= at + BLOCK && c.is_ascii() && !stopped {
                return here;
            }
        }
        if let Some(word) = spelt {
            self.emit(word.end(self.text.len()));
        }
        self.text.len()
    }
}

/// A word read by characters.
struct Spelt {
    start: usize,
    opens: bool,
    letters: usize,
    key: u64,
    stem: u64,
}

impl Spelt {
    fn new(start: usize, opens: bool) -> Self {
        Self {
            start,
            opens,
            letters: 0,
            key: 0,
            stem: 0,
        }
    }

    /// An ASCII letter goes where it would lie in memory, any other is spread over the
    /// whole key.
    fn push(&mut self, letter: u32) {
        if self.letters >= LETTERS {
            return;
        }
        let shift = 8 * self.letters as u32;
        let bits = if letter < 0x80 {
            u64::from(letter) << shift
        } else {
            (u64::from(letter).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1).rotate_left(shift)
        };
        self.key = self.key.wrapping_add(bits);
        self.letters += 1;
        if self.letters <= 5 {
            self.stem = self.key;
        }
    }

    fn end(self, end: usize) -> Word {
        Word {
            start: self.start,
            end,
            key: self.key,
            stem: self.stem,
            opens: self.opens,
        }
    }
}

/// What is left of the text, and spaces after it.
#[cold]
fn last_block(bytes: &[u8], at: usize) -> [u8; BLOCK] {
    let mut block = [b' '; BLOCK];
    for (to, from) in block.iter_mut().zip(bytes.iter().skip(at)) {
        *to = *from;
    }
    block
}

#[cold]
fn last_letters(bytes: &[u8], start: usize) -> u64 {
    let mut eight = [0; LETTERS];
    for (to, from) in eight.iter_mut().zip(bytes.iter().skip(start)) {
        *to = *from;
    }
    u64::from_le_bytes(eight)
}

/// Takes the lowest bit set, and says which it was.
#[inline(always)]
fn pop(bits: &mut u64) -> usize {
    let lowest = bits.trailing_zeros() as usize;
    *bits &= bits.wrapping_sub(1);
    lowest
}
