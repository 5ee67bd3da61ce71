//! The same signs between any two characters: `&-#-1-0-5-;`, `{i}{g}{n}`.
//!
//! Unlike letters set apart, the characters may be signs themselves, since what is
//! parted may be an encoding.

/// Times in a row that the same signs must come.
const MIN_TIMES: usize = 8;
/// The most signs between two characters.
const MAX_GAP: usize = 4;

pub(super) fn is_called_for(text: &str) -> bool {
    (0..text.len()).any(|at| run(text.as_bytes(), at).is_some())
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
    (1..=MAX_GAP).find_map(|len| {
        let gap = bytes.get(at + 1..at + 1 + len)?;
        let signs = gap
            .iter()
            .all(|b| b.is_ascii() && !b.is_ascii_alphanumeric());
        let repeated = |time: &usize| {
            let from = at + time * (len + 1);
            bytes.get(from).is_some_and(u8::is_ascii)
                && bytes.get(from + 1..from + 1 + len) == Some(gap)
        };
        // A rule of dashes is the same sign, between none.
        let parted = bytes.get(at) != gap.first() || bytes.get(at + len + 1) != gap.first();
        let times = if signs && parted {
            (0..).take_while(repeated).count()
        } else {
            0
        };
        (times >= MIN_TIMES).then_some((len, times))
    })
}
