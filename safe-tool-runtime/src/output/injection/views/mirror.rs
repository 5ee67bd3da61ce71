//! Alphabets moved along, and texts turned round.

use super::lines::lines;

/// A text this short is read every way; a longer one where it holds a part of a word
/// that few orders do without, written that way.
const SHORT: usize = 2048;

const STEMS: [&str; 8] = [
    "ignore",
    "disregard",
    "forget",
    "instruct",
    "system",
    "prompt",
    "override",
    "assistant",
];

/// The stems thirteen letters on.
pub(in super::super) fn rotated_stems() -> Vec<String> {
    let rotated = |stem: &&str| {
        let mut rotated = String::new();
        rotate(0, stem, 13, &mut |_, c| rotated.push(c));
        rotated
    };
    STEMS.iter().map(rotated).collect()
}

/// The stems from their ends.
pub(in super::super) fn backward_stems() -> Vec<String> {
    STEMS
        .iter()
        .map(|stem| stem.chars().rev().collect())
        .collect()
}

pub(super) fn is_short(text: &str) -> bool {
    text.len() <= SHORT
}

/// Each sentence thirteen letters on, and as far as its letters say that it was moved.
pub(super) fn rot13(text: &str, mut emit: impl FnMut(usize, char)) {
    for (start, sentence) in sentences(text) {
        rotate(start, sentence, 13, &mut emit);
    }
    if text.len() > SHORT {
        return;
    }
    for (start, sentence) in sentences(text) {
        match likely_alphabet(sentence) {
            Alphabet::Moved(0 | 13) => {}
            Alphabet::Moved(by) => rotate(start, sentence, by, &mut emit),
            Alphabet::Mirrored => sentence
                .char_indices()
                .for_each(|(at, c)| emit(start + at, mirrored(c))),
        }
    }
}

fn sentences(text: &str) -> impl Iterator<Item = (usize, &str)> {
    lines(text).flat_map(|(start, line)| {
        let mut at = start;
        line.split_inclusive(['.', '!', '?', ':'])
            .map(move |sentence| {
                let from = at;
                at += sentence.len();
                (from, sentence)
            })
    })
}

fn rotate(start: usize, text: &str, by: u8, emit: &mut impl FnMut(usize, char)) {
    for (at, c) in text.char_indices() {
        let moved = match u8::try_from(c) {
            Ok(b @ b'a'..=b'z') => char::from((b - b'a' + by) % 26 + b'a'),
            Ok(b @ b'A'..=b'Z') => char::from((b - b'A' + by) % 26 + b'A'),
            _ => c,
        };
        emit(start + at, moved);
    }
}

enum Alphabet {
    /// Moved on by as many letters.
    Moved(u8),
    /// A for Z (Atbash).
    Mirrored,
}

fn mirrored(c: char) -> char {
    match u8::try_from(c) {
        Ok(b @ b'a'..=b'z') => char::from(b'z' - (b - b'a')),
        Ok(b @ b'A'..=b'Z') => char::from(b'Z' - (b - b'A')),
        _ => c,
    }
}

/// How the alphabet must be written for a sentence's letters to be as frequent as in
/// English; as it stands if the sentence is too short to say.
fn likely_alphabet(sentence: &str) -> Alphabet {
    /// Letters in a thousand, after Lewand, "Cryptological Mathematics" (2000).
    /// Twice, so that any 26 in a row are an alphabet that was moved along.
    const FREQUENCY: [i16; 52] = [
        82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24,
        2, 20, 1, //
        82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24,
        2, 20, 1,
    ];
    const ENOUGH: i16 = 16;
    // Of 16 bits, as many as a short text has letters: eight products are one instruction.
    let mut counts = [0_i16; 26];
    for b in sentence.bytes().filter(u8::is_ascii_alphabetic) {
        if let Some(count) = counts.get_mut(usize::from(b.to_ascii_lowercase() - b'a')) {
            *count += 1;
        }
    }
    if counts.iter().sum::<i16>() < ENOUGH {
        return Alphabet::Moved(0);
    }
    let (by, likeness) = (0..26)
        .zip(FREQUENCY.windows(26))
        .map(|(by, moved)| (by, likeness(&counts, moved)))
        .max_by_key(|(_, likeness)| *likeness)
        .unwrap_or_default();
    counts.reverse();
    if FREQUENCY
        .first_chunk::<26>()
        .is_some_and(|plain| self::likeness(&counts, plain) > likeness)
    {
        Alphabet::Mirrored
    } else {
        Alphabet::Moved(by)
    }
}

/// How well letters agree with how frequent they should be.
fn likeness(counts: &[i16; 26], frequency: &[i16]) -> i32 {
    let products = counts.iter().zip(frequency);
    products
        .map(|(count, frequency)| i32::from(*count) * i32::from(*frequency))
        .sum()
}

/// The text from its end.
pub(super) fn reversed(text: &str, mut emit: impl FnMut(usize, char)) {
    text.char_indices().rev().for_each(|(at, c)| emit(at, c));
}

/// Each word from its end.
pub(super) fn words_reversed(text: &str, mut emit: impl FnMut(usize, char)) {
    let mut start = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let letters = word.trim_end();
        letters
            .char_indices()
            .rev()
            .for_each(|(at, c)| emit(start + at, c));
        emit(start + letters.len(), ' ');
        start += word.len();
    }
}

/// Whether there are letters that are written for another one upside down.
pub(super) fn may_be_turned(text: &str) -> bool {
    // All but a few of them begin with one of these bytes.
    let marks = memchr::memchr3_iter(0xc7, 0xc9, 0xca, text.as_bytes());
    let letters = marks.filter_map(|at| text.get(at..)?.chars().next());
    letters.filter(|c| upright(*c) != *c).nth(2).is_some()
}

/// From the end, each letter the right way up.
pub(super) fn turned(text: &str, mut emit: impl FnMut(usize, char)) {
    text.char_indices()
        .rev()
        .for_each(|(at, c)| emit(at, upright(c)));
}

fn upright(c: char) -> char {
    match c {
        'ɐ' => 'a',
        'q' => 'b',
        'ɔ' => 'c',
        'p' => 'd',
        'ǝ' => 'e',
        'ɟ' => 'f',
        'ƃ' | 'ᵷ' => 'g',
        'ɥ' => 'h',
        'ᴉ' | 'ı' => 'i',
        'ɾ' | 'ſ' => 'j',
        'ʞ' => 'k',
        'ן' | 'ʅ' => 'l',
        'ɯ' => 'm',
        'u' => 'n',
        'd' => 'p',
        'b' => 'q',
        'ɹ' => 'r',
        'ʇ' => 't',
        'n' => 'u',
        'ʌ' => 'v',
        'ʍ' => 'w',
        'ʎ' => 'y',
        _ => c,
    }
}
