//! The value after a name, and where it ends.

use std::ops::Range;

use crate::redact::REDACTED;

/// What stands where a secret would in a manual, a type declaration or a template.
const NOTHING: &[&str] = &[
    "null",
    "none",
    "nil",
    "undefined",
    "true",
    "false",
    "string",
    "str",
    "&str",
    "number",
    "boolean",
    "bool",
    "bytes",
    "text",
    "required",
    "optional",
    "bearer",
    "basic",
    "digest",
    "yes",
    "no",
    "|",
    ">",
    "-",
    "*",
];

/// Authorization schemes (IANA's registry) that stay before the secret.
const SCHEMES: &[&str] = &[
    "bearer ",
    "basic ",
    "digest ",
    "token ",
    "negotiate ",
    "apikey ",
];

/// What a name may have before it at the beginning of a line: indentation, list marks,
/// quotation marks of mail and shell.
const BEFORE_A_LINE: &[u8] = b" \t-*>#+\"'`|$";

/// How far back a line's beginning is looked for.
const MAX_INDENT: usize = 64;

/// How much of a value is looked at to tell what it is.
const LOOKED_AT: usize = 64;

/// The ends of the line and the word that were walked last: many names in a row would
/// walk them once each.
#[derive(Debug, Default)]
pub(super) struct Ends {
    line: Range<usize>,
    word: Range<usize>,
}

impl Ends {
    fn line(&mut self, text: &str, at: usize) -> usize {
        if !self.line.contains(&at) {
            let rest = text.as_bytes().get(at..).unwrap_or_default();
            let length = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
            self.line = at..at + length;
        }
        self.line.end
    }

    /// Up to white space, or what parts values from each other.
    fn word(&mut self, text: &str, at: usize) -> usize {
        if !self.word.contains(&at) {
            let rest = text.as_bytes().get(at..).unwrap_or_default();
            let length = rest.iter().position(ends_word).unwrap_or(rest.len());
            self.word = at..at + length;
        }
        self.word.end
    }
}

fn ends_word(byte: &u8) -> bool {
    byte.is_ascii_whitespace()
        || matches!(
            byte,
            b'&' | b',' | b';' | b'"' | b'\'' | b'`' | b'<' | b'>' | b')' | b']' | b'}' | b'\\'
        )
}

/// The beginning of a value, by which it is judged.
fn head(value: &str) -> &str {
    match value.char_indices().nth(LOOKED_AT) {
        Some((end, _)) => value.get(..end).unwrap_or_default(),
        None => value,
    }
}

/// Whether `value` hides nothing: it is empty, redacted already, or stands for a secret
/// that is elsewhere.
pub(super) fn is_nothing(value: &str) -> bool {
    let masked = |c: char| matches!(c, '*' | '.' | 'x' | 'X' | '•' | '…' | '_' | '-');
    value.is_empty()
        // A word ends before the bracket that closes.
        || value.starts_with(REDACTED.trim_end_matches(']'))
        || value.starts_with("%5BREDACTED")
        || value.starts_with(['$', '<', '{', '%'])
        || NOTHING.iter().any(|word| value.eq_ignore_ascii_case(word))
        || value.len() <= LOOKED_AT && value.chars().all(masked)
}

/// What is assigned at `from`: a quoted string or a word. With spaces around the sign it
/// may be code, and a word then has to look like a value.
pub(super) fn assigned(
    text: &str,
    from: usize,
    spaced: bool,
    ends: &mut Ends,
) -> Option<Range<usize>> {
    if let Some(quoted) = quoted(text, from) {
        return quoted;
    }
    let start = skip_spaces(text, from);
    if start > from && !spaced {
        return None;
    }
    let end = ends.word(text, start);
    let value = text.get(start..end)?;
    let head = head(value);
    let is_code = head.contains(['(', '[', '{'])
        || spaced && (head.contains('.') || !head.contains(|c: char| c.is_ascii_digit()));
    (!is_code && !is_nothing(value)).then_some(start..end)
}

/// What is in the quotation marks at `from`. `Some(None)`: nothing that hides.
#[allow(clippy::option_option, reason = "quoted or not, secret or not")]
pub(super) fn quoted(text: &str, from: usize) -> Option<Option<Range<usize>>> {
    let start = skip_spaces(text, from);
    let bytes = text.as_bytes();
    let mark = bytes
        .get(start)
        .filter(|byte| matches!(byte, b'"' | b'\'' | b'`'))?;
    let start = start + 1;
    let mut end = start;
    while let Some(byte) = bytes.get(end) {
        match byte {
            b'\\' => end += 1,
            byte if byte == mark || *byte == b'\n' => break,
            _ => {}
        }
        end += 1;
    }
    // A backslash may have been the last byte, or stood before part of a character.
    let mut end = end.min(bytes.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    let value = text.get(start..end).unwrap_or_default();
    Some((!is_nothing(value)).then_some(start..end))
}

/// Whether what begins at `at` is the first thing on its line.
pub(super) fn begins_line(text: &str, at: usize) -> bool {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    let mut before = before.iter().rev();
    for byte in before.by_ref().take(MAX_INDENT) {
        match byte {
            b'\n' | b'\r' => return true,
            byte if BEFORE_A_LINE.contains(byte) => {}
            _ => return false,
        }
    }
    before.next().is_none()
}

/// All of the line, of a header that stands alone on it; its scheme stays.
pub(super) fn rest_of_line(text: &str, from: usize, ends: &mut Ends) -> Option<Range<usize>> {
    let end = ends.line(text, from);
    let bare = skip_spaces(text, from);
    let start = after_scheme(text, bare);
    let line = text.get(start.min(end)..end)?;
    // `curl -H "Authorization: …" https://…`
    let line = line
        .split(['"', '\'', '`', '\\'])
        .next()
        .unwrap_or(line)
        .trim_end();
    // Without a scheme, several words are credentials only if they are pairs.
    let is_value = start > bare || !line.contains(' ') || line.contains('=');
    (is_value && !is_nothing(line)).then(|| start..start + line.len())
}

/// A header within a line: its scheme stays, and the value is one word. Without a scheme
/// it may be prose, and then has to look like a value.
pub(super) fn header(text: &str, from: usize, ends: &mut Ends) -> Option<Range<usize>> {
    let end = ends.line(text, from);
    let bare = skip_spaces(text, from);
    let start = after_scheme(text, bare);
    let word = ends.word(text, start).min(end);
    let value = text.get(start.min(word)..word)?;
    let is_value = start > bare || head(value).contains(|c: char| c.is_ascii_digit() || c == '=');
    (is_value && !is_nothing(value)).then_some(start..word)
}

/// The one word of the line; a sentence is prose. A comment may follow it.
pub(super) fn word_of_line(text: &str, from: usize, ends: &mut Ends) -> Option<Range<usize>> {
    let end = ends.line(text, from);
    let start = skip_spaces(text, from);
    let line = text.get(start.min(end)..end)?;
    let value = line.split([' ', '\t']).next().unwrap_or_default();
    let rest = line.get(value.len()..)?.trim_start();
    let alone = rest.is_empty() || rest.starts_with('#') || rest.starts_with("//");
    let value = value.trim_end_matches([',', ';', '"', '\'', '`']);
    (alone && !is_nothing(value)).then(|| start..start + value.len())
}

fn after_scheme(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let named = |scheme: &&&str| {
        let head = rest.get(..scheme.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    };
    let scheme = SCHEMES.iter().find(named).map_or(0, |scheme| scheme.len());
    skip_spaces(text, start + scheme)
}

fn skip_spaces(text: &str, from: usize) -> usize {
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    from + rest
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count()
}
