//! HTML and Markdown as they are shown: `ig<b>no</b>re`, `&#105;gnore`, `ig**no**re`.
//!
//! What is not shown is read as well, since a model reads the source: comments, and the
//! text of elements that are hidden by their style. Words are put together again that
//! were broken at the end of a line or over the strings of a program.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memchr2, memchr2_iter, memchr3_iter, memmem};

/// The longest entity name looked for, with its `&` and `;`.
const MAX_ENTITY: usize = 12;

/// Where there is markup.
pub(super) fn marks(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let marks = memchr3_iter(b'<', b'&', b'*', bytes).chain(memchr2_iter(b'`', b'~', bytes));
    let marked = marks.filter(|at| match bytes.get(*at) {
        Some(b'<') => tag_len(bytes, *at).is_some(),
        Some(b'&') => entity(bytes, *at).is_some(),
        _ => parts_letters(bytes, *at),
    });
    // Quotes and hyphens are everywhere; what they stand beside in a broken word is not.
    let broken = memmem::find_iter(bytes, "-\n").filter(|at| joint(bytes, *at).is_some());
    let parted = memchr_iter(b'+', bytes)
        .filter(|at| (at.saturating_sub(4)..*at).any(|at| joint(bytes, at).is_some()));
    let mut marks: Vec<usize> = marked.chain(broken).chain(parted).collect();
    marks.sort_unstable();
    marks.into_iter().map(|at| at..at + 1).collect()
}

/// Where there are comments, closed or not.
pub(super) fn comments(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + memmem::find(text.as_bytes().get(at..)?, OPENING.as_bytes())?;
        let rest = text.as_bytes().get(start..)?;
        let len =
            memmem::find(rest, CLOSING.as_bytes()).map_or(rest.len(), |len| len + CLOSING.len());
        at = start + len;
        Some(start..at)
    })
}

const OPENING: &str = "<!--";
const CLOSING: &str = "-->";

/// The text with its comments dropped, which may stand in the middle of words.
pub(super) fn without_comments(text: &str, mut emit: impl FnMut(usize, char)) {
    let mut start = 0;
    while let Some(rest) = text.get(start..) {
        let (shown, comment) = rest.split_once(OPENING).unwrap_or((rest, ""));
        shown.char_indices().for_each(|(at, c)| emit(start + at, c));
        let Some((inside, _)) = comment.split_once(CLOSING) else {
            return;
        };
        start += shown.len() + inside.len() + OPENING.len() + CLOSING.len();
    }
}

pub(super) fn read(text: &str, mut emit: impl FnMut(usize, char)) {
    let bytes = text.as_bytes();
    let mut skip_to = 0;
    for (at, c) in text.char_indices() {
        if at < skip_to {
            continue;
        }
        match c {
            '<' => match tag_len(bytes, at) {
                Some(len) => {
                    if is_block(bytes, at) {
                        emit(at, '\n');
                    }
                    skip_to = at + len;
                }
                None => emit(at, c),
            },
            // The end of a comment whose beginning was dropped.
            '-' if bytes.get(at..at + 3) == Some(b"-->") => {
                emit(at, '\n');
                skip_to = at + 3;
            }
            '&' => match entity(bytes, at) {
                Some((decoded, len)) => {
                    emit(at, decoded);
                    skip_to = at + len;
                }
                None => emit(at, c),
            },
            '*' | '`' | '~' if parts_letters(bytes, at) => {}
            '"' | '\'' | '-' => match joint(bytes, at) {
                Some(len) => skip_to = at + len,
                None => emit(at, c),
            },
            _ => emit(at, c),
        }
    }
}

/// The length of the tag at `at`, or of the beginning of a comment, whose text stays.
fn tag_len(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at + 1..)?;
    match rest.first()? {
        b'!' if rest.starts_with(b"!--") => Some(4),
        b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!' => {
            // Far enough for any tag with a style; a `<` that nothing closes is a sign.
            let head = rest.get(..rest.len().min(600))?;
            match memchr2(b'>', b'<', head) {
                Some(end) if head.get(end) == Some(&b'>') => Some(end + 2),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether a tag parts lines, as against letters of one word.
fn is_block(bytes: &[u8], at: usize) -> bool {
    const INLINE: [&[u8]; 16] = [
        b"b", b"i", b"u", b"s", b"em", b"strong", b"span", b"font", b"mark", b"small", b"sub",
        b"sup", b"wbr", b"a", b"code", b"tt",
    ];
    let name = bytes.get(at + 1..).unwrap_or_default();
    let name = name.strip_prefix(b"/").unwrap_or(name);
    let len = name
        .iter()
        .take(8)
        .take_while(|b| b.is_ascii_alphabetic())
        .count();
    let name = name.get(..len).unwrap_or_default();
    // A comment in the middle of a word parts nothing: `ig<!-- -->nore`.
    !INLINE
        .iter()
        .any(|inline| name.eq_ignore_ascii_case(inline))
}

/// Whether the sign at `at`, or the run of it, has a letter on both sides.
fn parts_letters(bytes: &[u8], at: usize) -> bool {
    let is_mark = |b: &u8| matches!(b, b'*' | b'`' | b'~' | b'_');
    let before = bytes
        .get(..at)
        .and_then(|head| head.iter().rev().take(4).find(|b| !is_mark(b)));
    let after = bytes
        .get(at..)
        .and_then(|rest| rest.iter().take(4).find(|b| !is_mark(b)));
    let is_letter = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphabetic() || !b.is_ascii());
    is_letter(before) && is_letter(after)
}

/// The length of what only breaks a word at `at`: a hyphen at the end of a line, or the
/// signs between two strings that a program puts together (`"ig" + "nore"`).
fn joint(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?.iter().take(12);
    let is_letter = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphabetic);
    let len = match bytes.get(at)? {
        b'-' => 1 + rest.skip(1).take_while(|b| b.is_ascii_whitespace()).count(),
        quote => {
            let inner = rest
                .skip(1)
                .take_while(|b| b.is_ascii_whitespace() || matches!(b, b'+' | b'.' | b'&'))
                .count();
            (inner > 0 && bytes.get(at + 1 + inner) == Some(quote)).then_some(inner + 2)?
        }
    };
    let broken = bytes.get(at) != Some(&b'-') || bytes.get(at..at + len)?.contains(&b'\n');
    (broken && is_letter(bytes.get(at.checked_sub(1)?)) && is_letter(bytes.get(at + len)))
        .then_some(len)
}

/// The character that the entity at `at` stands for, and the entity's length: a number,
/// or one of the names that letters and tags are hidden behind.
fn entity(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let rest = bytes.get(at + 1..(at + MAX_ENTITY).min(bytes.len()))?;
    if let Some(number) = rest.strip_prefix(b"#") {
        let (digits, radix, before) = match number.first()? {
            b'x' | b'X' => (number.get(1..)?, 16, 3),
            _ => (number, 10, 2),
        };
        let len = digits
            .iter()
            .take_while(|b| char::from(**b).is_digit(radix))
            .count();
        let code = std::str::from_utf8(digits.get(..len)?).ok()?;
        let c = char::from_u32(u32::from_str_radix(code, radix).ok()?)?;
        // The semicolon may be missing: browsers read on.
        let closed = usize::from(digits.get(len) == Some(&b';'));
        return Some((c, before + len + closed));
    }
    let end = memchr(b';', rest)?;
    let c = match rest.get(..end)? {
        b"amp" => '&',
        b"lt" => '<',
        b"gt" => '>',
        b"quot" => '"',
        b"apos" | b"rsquo" | b"lsquo" => '\'',
        b"nbsp" | b"ensp" | b"emsp" | b"thinsp" | b"NewLine" | b"Tab" => ' ',
        b"shy" | b"ZeroWidthSpace" | b"zwnj" | b"zwj" => '\u{200b}',
        b"lbrack" | b"lsqb" => '[',
        b"rbrack" | b"rsqb" => ']',
        b"vert" | b"verbar" => '|',
        b"colon" => ':',
        b"ndash" | b"mdash" | b"hyphen" => '-',
        _ => return None,
    };
    Some((c, end + 2))
}
