//! What an injection says: phrases and tokens that a document has little cause to hold.
//!
//! A rule is a regular expression that is run only near words it cannot do without, its
//! anchors, which are all found in one pass ([`anchors`](super::anchors)). Each rule then reads the places around its own anchors, merged where they overlap, so
//! that it reads no byte twice: the work is linear in the text, with the number of rules
//! as its constant, whatever the text.
//!
//! In a pattern a space stands for whatever may part two words, which is also nothing: a
//! zero-width space leaves nothing behind once it is removed.

mod abroad;
mod authority;
mod disclosure;
mod languages;
mod markers;
mod orders;
mod reader;
mod roles;
mod switch;

use std::sync::LazyLock;

use regex::bytes::Regex;

use super::{anchors::Hit, views::fold};

/// How far before and after an anchor a rule reads, in bytes. Longer than its phrases.
const BEFORE: usize = 160;
const AFTER: usize = 320;

/// What may part two words of a phrase.
const GAP: &str = r"[\s_*.,:;/+|~-]{0,4}";

/// One rule, as data.
struct Rule {
    /// What a finding says, such as `instruction-override`. Several rules may share it.
    name: &'static str,
    /// How sure it is, where 50 flags and 100 blocks.
    points: u32,
    /// Each match of the pattern has one of these in it, in lower case.
    anchors: &'static [&'static str],
    pattern: &'static str,
}

const GROUPS: [&[Rule]; 9] = [
    orders::RULES,
    switch::RULES,
    authority::RULES,
    reader::RULES,
    roles::RULES,
    disclosure::RULES,
    markers::RULES,
    languages::RULES,
    abroad::RULES,
];

struct Compiled {
    anchors: Vec<String>,
    /// Which rules each anchor calls, by its number.
    called: Vec<Vec<usize>>,
    rules: Vec<(&'static Rule, Regex)>,
}

#[expect(
    clippy::expect_used,
    reason = "the patterns are this folder's literals, and every test compiles them"
)]
static COMPILED: LazyLock<Compiled> = LazyLock::new(|| {
    let mut words: Vec<String> = Vec::new();
    let mut called: Vec<Vec<usize>> = Vec::new();
    let mut rules = Vec::new();
    for rule in GROUPS.into_iter().flatten() {
        for anchor in rule.anchors {
            let anchor = native(anchor);
            let at = words
                .iter()
                .position(|word| *word == anchor)
                .unwrap_or_else(|| {
                    words.push(anchor);
                    called.push(Vec::new());
                    words.len() - 1
                });
            if let Some(called) = called.get_mut(at) {
                called.push(rules.len());
            }
        }
        let pattern = with_gaps(&native(rule.pattern));
        // ASCII alone keeps an automaton small and fast.
        let unicode = if pattern.is_ascii() { "(?-u)" } else { "" };
        let regex = Regex::new(&format!("{unicode}{pattern}")).expect("literal pattern");
        rules.push((rule, regex));
    }
    Compiled {
        anchors: words,
        called,
        rules,
    }
});

/// The words that rules cannot do without, each once.
pub(super) fn anchors() -> &'static [String] {
    &COMPILED.anchors
}

/// A pattern in the letters of a view: with its accents dropped.
fn native(pattern: &str) -> String {
    let mut folded = String::new();
    fold::each_native(pattern, |c| folded.push(c));
    folded
}

/// A pattern with its spaces, other than those in a class, written out.
fn with_gaps(pattern: &str) -> String {
    let mut written = String::new();
    // An underscore parts words as well.
    let pattern = pattern.replace(r"\b", r"(?:\b|_)");
    let (mut in_class, mut escaped) = (false, false);
    for c in pattern.chars() {
        match c {
            ' ' if !in_class => written.push_str(GAP),
            _ => written.push(c),
        }
        in_class = !escaped && c == '[' || in_class && (escaped || c != ']');
        escaped = !escaped && c == '\\';
    }
    written
}

/// A match of a rule in a view, which may begin and end within a character.
pub(super) struct Match {
    pub(super) rule: &'static str,
    pub(super) points: u32,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Calls `found` with the matches of each rule in `text`, whose anchors are `hits`. It
/// stops when it gives back `false`: a rule that has been found in the open need not be
/// looked for again. Gives back how many bytes rules were to read, at most.
pub(super) fn find(text: &str, hits: &[Hit], mut found: impl FnMut(Match) -> bool) -> usize {
    if hits.is_empty() {
        return 0;
    }
    let Compiled { called, rules, .. } = &*COMPILED;
    let mut places: Vec<Vec<(usize, usize)>> = vec![Vec::new(); rules.len()];
    for hit in hits {
        let from = hit.start.saturating_sub(BEFORE);
        let to = hit.end.saturating_add(AFTER).min(text.len());
        for rule in called.get(hit.anchor).into_iter().flatten() {
            let Some(places) = places.get_mut(*rule) else {
                continue;
            };
            // Hits come in the order of their ends, so windows do nearly as well.
            match places.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => places.push((from, to)),
            }
        }
    }
    let mut window = Vec::new();
    for ((rule, regex), places) in rules.iter().zip(&places) {
        'rule: for &(from, to) in places {
            // With the byte before it, which says whether a word or a line begins.
            let start = from.saturating_sub(1);
            window.clear();
            window.extend_from_slice(text.as_bytes().get(start..to).unwrap_or_default());
            // Words in one case are words that a search can begin with; in any case they
            // would be too many.
            window.make_ascii_lowercase();
            let mut at = from - start;
            while let Some(matched) = regex.find_at(&window, at) {
                at = matched.end();
                let Rule { name, points, .. } = *rule;
                if !found(Match {
                    rule: name,
                    points: *points,
                    start: start + matched.start(),
                    end: start + matched.end(),
                }) {
                    break 'rule;
                }
            }
        }
    }
    let read = places.iter().flatten();
    read.map(|(from, to)| to - from).sum()
}
