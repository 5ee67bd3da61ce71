//! The same signs between any two characters: `&-#-1-0-5-;`, `{i}{g}{n}`.
//!
//! Unlike letters set apart, the characters may be signs themselves, since what is
//! parted may be an encoding.

/// Times in a row that the same signs must come.
const MIN_TIMES: usize = 8;
/// So many times tell whether the characters are to be seen.
const ENOUGH: usize = 24;
/// The most signs between two characters.
const MAX_GAP: usize = 4;

pub(super) fn is_called_for(text: &str) -> bool {
    text.len() >= 2 * MIN_TIMES && (0..text.len()).any(|at| run(text.as_bytes(), at).is_some())
}

pub(super) fn read(text: &str, mut emit: impl FnMut(usize, char)) {
    let bytes = text.as_bytes();
    // Where the run that is being read ends, and where its next character stands.
    let (mut end, mut next, mut step) = (0, 0, 1);
    for (at, c) in text.char_indices() {
        if at >= end {
            if let Some((gap, times)) = run(bytes, at) {
                (next, step) = (at, gap + 1);
                end = at + times * step + 1;
            } else {
                emit(at, c);
                continue;
            }
        }
        if at == next {
            emit(at, c);
            next += step;
        }
    }
}

/// The number of signs after each character of the run that begins at `at`, and how
/// often they come.
fn run(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let [here, sign, next] = *bytes.get(at..)?.first_chunk()?;
    // Nearly everywhere it ends here: at letters, and in rows of one sign.
    if sign.is_ascii_alphanumeric() || (here == sign && sign == next) {
        return None;
    }
    (1..=MAX_GAP).find_map(|len| {
        if bytes.get(at + len + 2) != Some(&sign) {
            return None;
        }
        let gap = bytes.get(at + 1..at + 1 + len)?;
        let is_sign = |b: &u8| b.is_ascii() && !b.is_ascii_alphanumeric();
        let parted = |from: usize| bytes.get(from + 1..from + 1 + len) == Some(gap);
        if !parted(at + len + 1) || !gap.iter().all(is_sign) {
            return None;
        }
        let characters = |from: usize| {
            let places = (from..).step_by(len + 1);
            places
                .map_while(move |place| bytes.get(place).filter(|b| b.is_ascii() && parted(place)))
        };
        let (times, seen) = characters(at)
            .take(ENOUGH)
            .fold((0, 0), |(times, seen), b| {
                (
                    times + 1,
                    seen + usize::from(b.is_ascii_graphic() && *b != sign),
                )
            });
        // Indentation and a rule of dashes are signs parted by signs.
        (times >= MIN_TIMES && seen * 3 >= times).then(|| (len, characters(at).count()))
    })
}
