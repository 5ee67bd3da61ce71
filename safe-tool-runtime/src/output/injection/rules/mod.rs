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
mod needs;
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
    /// What is looked for: anchors, and what rules need beside them.
    words: Words,
    rules: Vec<CompiledRule>,
}

struct CompiledRule {
    rule: &'static Rule,
    regex: Regex,
    /// The choices of which a match holds one word each.
    needs: Vec<usize>,
}

/// Words, each once and with a number.
#[derive(Default)]
struct Words {
    words: Vec<String>,
    /// Which rules each word is an anchor of.
    called: Vec<Vec<usize>>,
    /// Which choices each word is one of.
    chosen: Vec<Vec<usize>>,
    choices: Vec<needs::Choice>,
}

impl Words {
    fn number(&mut self, word: &str) -> usize {
        let known = self.words.iter().position(|known| known == word);
        known.unwrap_or_else(|| {
            self.words.push(word.to_owned());
            self.called.push(Vec::new());
            self.chosen.push(Vec::new());
            self.words.len() - 1
        })
    }

    fn anchor(&mut self, word: &str, rule: usize) {
        let number = self.number(word);
        self.called
            .get_mut(number)
            .into_iter()
            .for_each(|called| called.push(rule));
    }

    fn choice(&mut self, choice: needs::Choice) -> usize {
        if let Some(known) = self.choices.iter().position(|known| *known == choice) {
            return known;
        }
        let new = self.choices.len();
        for word in &choice {
            let number = self.number(word);
            self.chosen
                .get_mut(number)
                .into_iter()
                .for_each(|chosen| chosen.push(new));
        }
        self.choices.push(choice);
        new
    }
}

#[expect(
    clippy::expect_used,
    reason = "the patterns are this folder's literals, and every test compiles them"
)]
static COMPILED: LazyLock<Compiled> = LazyLock::new(|| {
    let mut words = Words::default();
    let mut rules = Vec::new();
    for rule in GROUPS.into_iter().flatten() {
        let anchors: Vec<String> = rule.anchors.iter().map(|anchor| native(anchor)).collect();
        for anchor in &anchors {
            words.anchor(anchor, rules.len());
        }
        let pattern = with_gaps(&native(rule.pattern));
        // ASCII alone keeps an automaton small and fast.
        let unicode = if pattern.is_ascii() { "(?-u)" } else { "" };
        let pattern = format!("{unicode}{pattern}");
        let needs = needs::of(&pattern, &anchors).into_iter();
        rules.push(CompiledRule {
            rule,
            regex: Regex::new(&pattern).expect("literal pattern"),
            needs: needs.map(|choice| words.choice(choice)).collect(),
        });
    }
    Compiled { words, rules }
});

/// The words that rules cannot do without, each once.
pub(super) fn words() -> &'static [String] {
    &COMPILED.words.words
}

/// Whether this word calls a rule, and is not only what a rule needs as well.
pub(super) fn is_anchor(word: usize) -> bool {
    let called = COMPILED.words.called.get(word);
    called.is_some_and(|rules| !rules.is_empty())
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

/// Calls `found` with the matches of each rule in `text`, whose words are `hits`. It
/// stops when it gives back `false`: a rule that has been found in the open need not be
/// looked for again. Gives back how many bytes rules were to read, at most.
pub(super) fn find(text: &str, hits: &[Hit], mut found: impl FnMut(Match) -> bool) -> usize {
    if hits.is_empty() {
        return 0;
    }
    let places = places(text, hits);
    let mut window = Vec::new();
    for (CompiledRule { rule, regex, .. }, places) in COMPILED.rules.iter().zip(&places) {
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

/// Where each rule is to be run: around its anchors, if what it needs is there too.
fn places(text: &str, hits: &[Hit]) -> Vec<Vec<(usize, usize)>> {
    let Compiled { words, rules } = &*COMPILED;
    let mut places = vec![Vec::<(usize, usize)>::new(); rules.len()];
    // How many words of each choice are in the window. Hits come in the order of their
    // ends, so it moves on with them.
    let mut held = vec![0_u32; words.choices.len()];
    let count = |held: &mut [u32], hit: &Hit, by: i32| {
        for choice in words.chosen.get(hit.word).into_iter().flatten() {
            if let Some(held) = held.get_mut(*choice) {
                *held = held.wrapping_add_signed(by);
            }
        }
    };
    let (mut leaving, mut entering) = (hits.iter().peekable(), hits.iter().peekable());
    for hit in hits {
        let called = words.called.get(hit.word).map_or(&[][..], Vec::as_slice);
        if called.is_empty() {
            continue;
        }
        let from = hit.start.saturating_sub(BEFORE);
        let to = hit.end.saturating_add(AFTER).min(text.len());
        while let Some(next) = entering.next_if(|next| next.end <= to) {
            count(&mut held, next, 1);
        }
        // An anchor that is longer than the next begins before it: what has left by then
        // was at the edge.
        while let Some(last) = leaving.next_if(|last| last.end <= from) {
            count(&mut held, last, -1);
        }
        for called in called {
            let (Some(rule), Some(places)) = (rules.get(*called), places.get_mut(*called)) else {
                continue;
            };
            let is_held = |choice: &usize| held.get(*choice).is_some_and(|held| *held > 0);
            if !rule.needs.iter().all(is_held) {
                continue;
            }
            // In the order of their ends, windows do nearly as well.
            match places.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => places.push((from, to)),
            }
        }
    }
    places
}
