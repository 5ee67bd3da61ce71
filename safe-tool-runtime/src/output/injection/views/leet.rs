//! Digits and signs in place of letters: `1gn0r3 4ll pr3v10u5 in$truct10n$`.

use std::ops::Range;

use memchr::{memchr2_iter, memchr3_iter};

use super::lines::lines;

/// Words of a line that must be so written before the line is read as such. One could
/// be a product (`3com`) or a version.
const MIN_WORDS: usize = 2;
/// The longest word that is looked at, in bytes.
const LONGEST: usize = 32;

/// Two such words this near each other are no names of products, in bytes.
const COMPANY: usize = 64;

/// Where such words stand in company, or a long one by itself. `figures` are the digits
/// beside letters.
pub(super) fn marks(text: &str, figures: &[usize]) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let signs = memchr3_iter(b'@', b'$', b'!', bytes).chain(memchr2_iter(b'|', b'+', bytes));
    let mut stand_ins: Vec<usize> = signs
        .filter(|at| bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic))
        .chain(figures.iter().copied())
        .collect();
    stand_ins.sort_unstable();
    let mut marks = Vec::new();
    let (mut seen, mut last) = (0, None);
    for at in stand_ins {
        if at < seen {
            continue;
        }
        let word = word_around(bytes, at);
        seen = word.end;
        let letters = bytes.get(word.clone()).unwrap_or_default();
        if is_long(letters) {
            marks.push(word.clone());
        } else if is_leet(letters)
            && let Some(last) = last.replace(word.end)
            && word.start - last <= COMPANY
        {
            marks.push(last..word.end);
        }
    }
    marks
}

/// The word that the byte at `at` is part of, as far as [`LONGEST`] to either side.
fn word_around(bytes: &[u8], at: usize) -> Range<usize> {
    let (before, after) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
    let in_word = |b: &&u8| !b.is_ascii_whitespace();
    let start = at
        - before
            .iter()
            .rev()
            .take(LONGEST)
            .take_while(in_word)
            .count();
    let end = at + after.iter().take(LONGEST).take_while(in_word).count();
    start..end.max(at + 1)
}

/// Each line twice, since a one may stand for an i or an l.
pub(super) fn read(text: &str, mut emit: impl FnMut(usize, char)) {
    for (start, line) in lines(text).filter(|(_, line)| qualifies(line)) {
        for one in ['i', 'l'] {
            for (at, c) in line.char_indices() {
                let plain = u8::try_from(c).ok().and_then(letter);
                let plain = plain.map(|letter| if letter == 'i' { one } else { letter });
                emit(start + at, plain.unwrap_or(c));
            }
            emit(start + line.len().saturating_sub(1), '\n');
        }
    }
}

fn qualifies(line: &str) -> bool {
    let mut words = 0;
    line.split_ascii_whitespace().any(|word| {
        words += usize::from(is_leet(word.as_bytes()));
        words == MIN_WORDS || is_long(word.as_bytes())
    })
}

/// Several words run together.
fn is_long(word: &[u8]) -> bool {
    let stand_ins = word.iter().filter(|b| letter(**b).is_some()).count();
    let letters = word.iter().filter(|b| b.is_ascii_alphabetic()).count();
    letters >= 10 && stand_ins >= 4 && letters + stand_ins == word.len()
}

/// Three signs or more, letters among them, and at least one that stands for a letter
/// where digits do not stand otherwise: before a letter, or last after several. Not the
/// digits of a hash, a number with its unit, `utf8`.
fn is_leet(word: &[u8]) -> bool {
    // An exclamation, not an i.
    let word = word.strip_suffix(b"!").unwrap_or(word);
    let stand_ins = word.iter().filter(|b| letter(**b).is_some()).count();
    let letters = word.iter().filter(|b| b.is_ascii_alphabetic()).count();
    let others = word.len() - stand_ins - letters;
    let before_a_letter = || {
        let next = word.iter().skip(1);
        word.iter()
            .zip(next)
            .any(|(b, next)| letter(*b).is_some() && next.is_ascii_alphabetic())
    };
    let last = || letters >= 4 && stand_ins == 1 && others == 0;
    stand_ins > 0
        && letters > 0
        && stand_ins + letters >= 3
        && others <= 2
        && word.len() <= LONGEST
        && (before_a_letter() || last())
}

/// The letter that a sign stands for.
fn letter(sign: u8) -> Option<char> {
    Some(match sign {
        b'0' => 'o',
        b'1' | b'!' | b'|' => 'i',
        b'3' => 'e',
        b'4' | b'@' => 'a',
        b'5' | b'$' => 's',
        b'6' | b'9' => 'g',
        b'7' | b'+' => 't',
        b'8' => 'b',
        _ => return None,
    })
}
