//! A place where an anchor stands, as a verifier sees it.

use std::ops::Range;

/// Characters that a secret is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// `A-Z a-z 0-9`
    Alnum,
    /// And `_ -`: base64 for URLs.
    Word,
    /// `A-Z a-z 0-9 + / =`: base64.
    Base64,
    /// And `. ~ _ -`: what a bearer token may be (RFC 6750).
    Bearer,
}

/// How many classes there are.
const CLASSES: usize = 4;

impl Class {
    pub(super) fn has(self, byte: u8) -> bool {
        byte.is_ascii_alphanumeric()
            || match self {
                Self::Alnum => false,
                Self::Word => matches!(byte, b'_' | b'-'),
                Self::Base64 => matches!(byte, b'+' | b'/' | b'='),
                Self::Bearer => matches!(byte, b'_' | b'-' | b'+' | b'/' | b'=' | b'.' | b'~'),
            }
    }
}

/// The run of each class that was walked last. Another anchor in the same run would walk
/// it again, and a text of anchors would take quadratic time.
#[derive(Debug, Default)]
pub(super) struct Runs([Range<usize>; CLASSES]);

impl Runs {
    /// The end of the run of `class` that `at` lies in.
    fn end(&mut self, text: &str, at: usize, class: Class) -> usize {
        let known = &mut self.0[class as usize];
        if !known.contains(&at) {
            let rest = text.as_bytes().get(at..).unwrap_or_default();
            let length = rest.iter().take_while(|byte| class.has(**byte)).count();
            *known = at..at + length;
        }
        known.end
    }
}

/// The place.
#[derive(Debug)]
pub(super) struct Hit<'t> {
    pub(super) text: &'t str,
    /// Where the anchor begins.
    pub(super) at: usize,
    /// Where it ends.
    pub(super) after: usize,
    pub(super) anchor: &'static str,
    runs: &'t mut Runs,
}

impl<'t> Hit<'t> {
    pub(super) fn new(text: &'t str, at: usize, anchor: &'static str, runs: &'t mut Runs) -> Self {
        Self {
            text,
            at,
            after: at + anchor.len(),
            anchor,
            runs,
        }
    }

    /// Whether the anchor begins a word. `KEY_ghp_…` does; in the middle of base64 any
    /// anchor turns up by chance.
    pub(super) fn begins_a_word(&self) -> bool {
        let before = self.at.checked_sub(1).map(|at| self.text.as_bytes()[at]);
        !before.is_some_and(|byte| byte.is_ascii_alphanumeric())
    }

    /// The end of the run of `class` at `from`.
    pub(super) fn run_end(&mut self, from: usize, class: Class) -> usize {
        self.runs.end(self.text, from, class)
    }

    /// The run of `class` after the anchor.
    pub(super) fn body(&mut self, class: Class) -> &'t str {
        let end = self.run_end(self.after, class);
        self.text.get(self.after..end).unwrap_or_default()
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// Where the word begins that the anchor lies in, at most `most` bytes back.
    pub(super) fn word_start(&self, most: usize) -> usize {
        let before = self.text.as_bytes().get(..self.at).unwrap_or_default();
        let back = before.iter().rev().take(most);
        self.at - back.take_while(|byte| Class::Word.has(**byte)).count()
    }

    /// From the anchor to `end`.
    pub(super) fn until(&self, end: usize) -> Option<Range<usize>> {
        Some(self.at..end)
    }
}
