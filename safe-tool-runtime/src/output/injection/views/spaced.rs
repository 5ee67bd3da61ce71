//! Letters set apart: `i g n o r e   a l l`, `i.g.n.o.r.e`, `(i)(g)`, one letter a line.

/// Letters in a row that must stand alone, parted by the same signs. Four are an
/// enumeration (`a, b, c, d`).
const MIN_LETTERS: usize = 5;
/// The most that may part two of them: `"  +  "`, its own signs set apart as well.
const MAX_GAP: usize = 10;

pub(super) fn is_called_for(text: &str) -> bool {
    next_run(text, 0).is_some()
}

/// The whole text, its runs closed up: what parts the letters of a run is dropped, and
/// anything else between two letters is the space between words. Where spaces part the
/// letters, two are the space between words, and signs close up as letters do, for they
/// may be another disguise's.
pub(super) fn read(text: &str, mut emit: impl FnMut(usize, char)) {
    let bytes = text.as_bytes();
    let mut run = next_run(text, 0);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if run.as_ref().is_some_and(|run| at >= run.end) {
            run = next_run(text, at);
        }
        let inside = run
            .as_ref()
            .filter(|run| (run.start..run.end).contains(&at));
        let Some(run) = inside.filter(|_| is_separator(bytes.get(at).copied())) else {
            emit(at, c);
            continue;
        };
        let mut end = at + c.len_utf8();
        while let Some((next, c)) =
            chars.next_if(|(next, _)| *next < run.end && is_separator(bytes.get(*next).copied()))
        {
            end = next + c.len_utf8();
        }
        close(text.get(at..end).unwrap_or_default(), run.gap, |c| {
            emit(at, c);
        });
    }
}

/// What stands between two letters of a run, closed up. `gap` is what parts most of them.
fn close(mut between: &str, gap: &str, mut emit: impl FnMut(char)) {
    let is_of_spaces = gap.trim_ascii().is_empty();
    if between != gap && !(is_of_spaces && between.contains(gap)) {
        return emit(' ');
    }
    while let Some(c) = between.chars().next() {
        let after = between.strip_prefix(gap);
        match after.map(|after| (after, after.strip_prefix(gap))) {
            Some((_, Some(after))) => {
                emit(' ');
                between = after;
            }
            Some((after, None)) => between = after,
            None => {
                emit(c);
                between = between.get(c.len_utf8()..).unwrap_or_default();
            }
        }
    }
}

struct Run<'a> {
    start: usize,
    end: usize,
    /// What parts its letters.
    gap: &'a str,
}

/// The first run of letters set apart that begins at `from` or later.
fn next_run(text: &str, from: usize) -> Option<Run<'_>> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some((letter, gap)) = next_single(bytes, at) {
        let mut end = letter + 1;
        let mut letters = 1;
        // A gap of another shape is the space between words, if letters go on after it.
        let mut others = 0;
        while let Some(next) = bytes
            .get(end..)
            .map(gap_len)
            .filter(|len| (1..=MAX_GAP).contains(len))
        {
            if !is_single(bytes, end + next) {
                break;
            }
            if bytes.get(end..end + next) != Some(gap) {
                others += 1;
            }
            end += next + 1;
            letters += 1;
        }
        if letters >= MIN_LETTERS && others * 2 < letters {
            return Some(Run {
                start: letter,
                end,
                gap: text.get(letter + 1..letter + 1 + gap.len())?,
            });
        }
        at = end;
    }
    None
}

/// The next letter that stands alone and is followed by another such letter, and what
/// parts them.
fn next_single(bytes: &[u8], from: usize) -> Option<(usize, &[u8])> {
    let mut at = from;
    loop {
        let letter = at + bytes.get(at..)?.iter().position(|b| is_letter(Some(*b)))?;
        let word = bytes
            .get(letter..)?
            .iter()
            .take_while(|b| is_letter(Some(**b)))
            .count();
        let gap = bytes.get(letter + word..).map_or(0, gap_len);
        if word == 1 && (1..=MAX_GAP).contains(&gap) && is_single(bytes, letter + 1 + gap) {
            return Some((letter, bytes.get(letter + 1..letter + 1 + gap)?));
        }
        at = letter + word;
    }
}

fn is_single(bytes: &[u8], at: usize) -> bool {
    is_letter(bytes.get(at).copied()) && !is_letter(bytes.get(at + 1).copied())
}

fn gap_len(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .take(MAX_GAP + 1)
        .take_while(|b| is_separator(Some(**b)))
        .count()
}

/// Letters, and what stands for them.
fn is_letter(b: Option<u8>) -> bool {
    b.is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'@' | b'$' | b'!'))
}

fn is_separator(b: Option<u8>) -> bool {
    b.is_some_and(|b| b.is_ascii() && !is_letter(Some(b)))
}
