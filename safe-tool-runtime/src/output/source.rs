//! The label that says where content came from.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use super::injection::{self, Level, Thresholds, views::fold};

/// The longest label, in characters.
const MAX_CHARS: usize = 120;

/// How much of the given text is read, in characters: enough for a label after
/// cleaning, and a bound on the work that a long one can cause.
const MAX_READ: usize = 4 * MAX_CHARS;

/// The label of a text with nothing legible in it.
const UNNAMED: &str = "tool";

/// The label of a text that tries to instruct.
const DISTRUSTED: &str = "external data";

/// Punctuation that names, paths and addresses need. What could close or imitate a
/// frame, a warning or a code block is left out: brackets of all kinds, quotes,
/// backticks, pipes.
const PUNCTUATION: &[char] = &[
    '.', ',', ':', ';', '/', '_', '-', '@', '#', '+', '=', '%', '&', '?', '!', '~', '\'',
];

/// A label for where content came from, safe to print inside a frame or a warning.
///
/// One line of at most 120 characters, holding letters, digits, spaces and plain
/// punctuation, with no two dashes in a row. A text that the detector blocks becomes `external data`, an empty one `tool`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Source(String);

impl Source {
    /// Cleans `text` into a label. Only its first 480 characters are read.
    pub fn new(text: &str) -> Self {
        let text = super::cap(text, MAX_READ).kept;
        let label = clean(text);
        // The label is scanned too: dropping a bracket may have joined a phrase.
        let label = if instructs(text) || instructs(&label) {
            DISTRUSTED.to_owned()
        } else if label.is_empty() {
            UNNAMED.to_owned()
        } else {
            label
        };
        Self(label)
    }

    /// The label.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn instructs(text: &str) -> bool {
    let verdict = injection::standard().scan(text);
    verdict.level(Thresholds::default()) == Level::Blocked
}

fn clean(text: &str) -> String {
    let mut label = String::new();
    let legible = text.nfkc().filter(|c| !fold::is_hidden(*c));
    for c in legible {
        let c = if c.is_alphanumeric() || PUNCTUATION.contains(&c) {
            c
        } else {
            ' '
        };
        let repeated = matches!(c, ' ' | '-') && label.ends_with(c);
        let leading = c == ' ' && label.is_empty();
        if !repeated && !leading {
            label.push(c);
        }
    }
    super::cap(&label, MAX_CHARS).kept.trim_end().to_owned()
}
