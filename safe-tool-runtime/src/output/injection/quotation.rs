//! Whether a text quotes a phrase in order to speak of it.
//!
//! A page on security shows the attacks that it warns of. Quotation marks alone prove
//! nothing, since an attacker can set them too; they count together with words that
//! speak of attacks, in the same place or all over the document. An attacker can write
//! those as well, and is then flagged where he would have been blocked: he has told the
//! model that an attack follows.

use memchr::memmem;

use super::{anchors::Hit, views::View};
use crate::unicode::{ceil_boundary, floor_boundary};

/// Words that speak of attacks rather than make one.
pub(super) const SPEAKS_OF_ATTACKS: [&str; 30] = [
    "prompt injection",
    "prompt-injection",
    "jailbreak",
    "malicious",
    "adversarial",
    "attacker",
    "attack",
    "red team",
    "red-team",
    "guardrail",
    "vulnerab",
    "exploit",
    "payload",
    "threat",
    "untrusted",
    "owasp",
    "mitigat",
    "detect",
    "classifier",
    "false positive",
    "sanitiz",
    "security",
    "inject",
    "phishing",
    "benchmark",
    "dataset",
    "test case",
    "scanner",
    "prompt engineering",
    "hijack",
];
/// Words that say that what comes is an example.
pub(super) const INTRODUCES: [&str; 20] = [
    "example",
    "e.g.",
    "for instance",
    "such as",
    "phrases like",
    "like:",
    "might say",
    "may say",
    "could say",
    "might contain",
    "may contain",
    "patterns",
    "the phrase",
    "the string",
    "the text",
    "words like",
    "input:",
    "prompt:",
    "query",
    "user:",
];

/// How far before a phrase a word must stand to introduce it, in bytes.
const NEAR: usize = 240;
/// How far a document is read for what it speaks of, in bytes to each side.
const FAR: usize = 6000;
/// How often a document that is about attacks speaks of them.
const OFTEN: usize = 3;

/// What a text says of attacks, and where it holds code: found once, asked for each
/// phrase.
pub(super) struct Quotations<'a> {
    text: &'a str,
    /// Where it speaks of attacks, in ascending order.
    attacks: Vec<usize>,
    /// Where it introduces examples.
    introductions: Vec<usize>,
    /// Where blocks of code begin and end.
    fences: Vec<usize>,
}

impl<'a> Quotations<'a> {
    pub(super) fn of(view: &'a View<'_>) -> Self {
        let text = view.text.as_ref();
        Self {
            text,
            attacks: apart(&view.hits.attacks),
            introductions: apart(&view.hits.introductions),
            fences: memmem::find_iter(text.as_bytes(), "\n```").collect(),
        }
    }

    /// Whether the phrase at `start..end` stands in quotation, and the text around it
    /// speaks of attacks.
    pub(super) fn quotes(&self, start: usize, end: usize) -> bool {
        let about = count(&self.attacks, start.saturating_sub(FAR), start)
            + count(&self.attacks, end, end.saturating_add(FAR));
        if about == 0 {
            return false;
        }
        let near = start.saturating_sub(NEAR);
        let introduced =
            count(&self.introductions, near, start) + count(&self.attacks, near, start) > 0;
        // Quoted in a place that speaks of attacks, or anywhere in a document about them;
        // or, in such a document, introduced without quotation marks.
        let often = about >= OFTEN;
        (introduced && often) || ((introduced || often) && self.sets_off(start, end))
    }

    /// Whether the phrase is set off: in a block of code, in quotation marks, in a block
    /// quotation, a table or a list.
    fn sets_off(&self, start: usize, end: usize) -> bool {
        let from = floor_boundary(self.text, start.saturating_sub(NEAR));
        let to = ceil_boundary(self.text, end.saturating_add(NEAR));
        let before = self.text.get(from..start).unwrap_or_default();
        let after = self.text.get(end..to).unwrap_or_default();
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let head = before.get(line..).unwrap_or_default();
        let tail = after.lines().next().unwrap_or_default();

        let in_fence = self.fences.partition_point(|at| *at < start) % 2 == 1;
        let indented = head.starts_with("    ") || head.starts_with('\t');
        let listed = head.trim_start().starts_with(|c: char| {
            matches!(c, '>' | '|' | '-' | '*' | '#' | '+') || c.is_ascii_digit()
        });
        let marked = head.contains(OPENING) && tail.contains(CLOSING);
        in_fence || indented || listed || marked
    }
}

const OPENING: [char; 6] = ['"', '`', '\'', '“', '«', '‘'];
const CLOSING: [char; 6] = ['"', '`', '\'', '”', '»', '’'];

/// Where words begin, without those that lie over one before: an "attacker" speaks of
/// attacks once.
fn apart(hits: &[Hit]) -> Vec<usize> {
    let mut end = 0;
    let apart = hits.iter().filter(|hit| {
        let is_apart = hit.start >= end;
        if is_apart {
            end = hit.end;
        }
        is_apart
    });
    apart.map(|hit| hit.start).collect()
}

/// How many of `places` are in `from..to`.
fn count(places: &[usize], from: usize, to: usize) -> usize {
    places
        .partition_point(|at| *at < to)
        .saturating_sub(places.partition_point(|at| *at < from))
}
