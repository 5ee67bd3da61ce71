//! Digits and signs in place of letters: `1gn0r3 4ll pr3v10u5 in$truct10n$`.

use super::lines::lines;

/// Words of a line that must be so written before the line is read as such. One could
/// be a product (`3com`) or a version.
const MIN_WORDS: usize = 2;

pub(super) fn is_called_for(text: &str) -> bool {
    lines(text).any(|(_, line)| qualifies(line))
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

/// Three signs or more, letters among them, and at least one that only stands for a
/// letter. Not the digits of a hash or a number with its unit.
fn is_leet(word: &[u8]) -> bool {
    // An exclamation, not an i.
    let word = word.strip_suffix(b"!").unwrap_or(word);
    let stand_ins = word.iter().filter(|b| letter(**b).is_some()).count();
    let letters = word.iter().filter(|b| b.is_ascii_alphabetic()).count();
    let others = word.len() - stand_ins - letters;
    stand_ins > 0 && letters > 0 && stand_ins + letters >= 3 && others <= 2 && word.len() <= 32
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
