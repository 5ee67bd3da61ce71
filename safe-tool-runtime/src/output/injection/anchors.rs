//! Finds all words that rules call for in one pass (Aho and Corasick, 1975), four parts of a text in step.
//!
//! Each state depends on the one before it, so a processor that reads one text waits for
//! its own memory most of the time. Four readings that know nothing of each other fill
//! the time: 2.5 times as fast.

use aho_corasick::{
    Anchored, MatchKind, PatternID,
    automaton::{Automaton, StateID},
    dfa::DFA,
};

use std::sync::LazyLock;

use super::{quotation, rules, views::mirror};

/// A text shorter than this is read in one go.
const WORTH_PARTING: usize = 192;

static ANCHORS: LazyLock<Anchors> = LazyLock::new(|| {
    let words: [Vec<String>; 5] = [
        rules::words().to_vec(),
        quotation::SPEAKS_OF_ATTACKS.map(str::to_owned).to_vec(),
        quotation::INTRODUCES.map(str::to_owned).to_vec(),
        mirror::rotated_stems(),
        mirror::backward_stems(),
    ];
    let mut end = 0;
    let ends = words.each_ref().map(|words| {
        end += words.len();
        end
    });
    let dfa = build(words.into_iter().flatten());
    Anchors { dfa, ends }
});

/// All words that any part of the detector looks for.
struct Anchors {
    dfa: DFA,
    /// Where the numbers of each kind of word end, in the order of the lists of [`Hits`].
    ends: [usize; 5],
}

#[expect(
    clippy::expect_used,
    reason = "few and short words, and every test builds them"
)]
fn build(words: impl Iterator<Item = String>) -> DFA {
    DFA::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::Standard)
        .build(words)
        .expect("few and short words")
}

/// The words in a text, also those inside others, each list in the order of their ends.
#[derive(Debug, Default)]
pub(super) struct Hits {
    /// Of the rules: anchors, and what rules need beside them.
    pub(super) of_rules: Vec<Hit>,
    /// Words that speak of attacks.
    pub(super) attacks: Vec<Hit>,
    /// Words that introduce an example.
    pub(super) introductions: Vec<Hit>,
    /// Stems thirteen letters on.
    pub(super) rotated: Vec<Hit>,
    /// Stems backwards.
    pub(super) backwards: Vec<Hit>,
}

impl Hits {
    /// Whether there is what an attack may be made of.
    pub(super) fn any(&self) -> bool {
        self.of_rules.iter().any(|hit| rules::is_anchor(hit.word))
            || !self.rotated.is_empty()
            || !self.backwards.is_empty()
    }

    pub(super) fn of(text: &str) -> Self {
        let anchors = &*ANCHORS;
        let mut hits = Self::default();
        let [rules, attacks, introductions, rotated, _] = anchors.ends;
        for hit in anchors.find(text) {
            let list = match hit.word {
                word if word < rules => &mut hits.of_rules,
                word if word < attacks => &mut hits.attacks,
                word if word < introductions => &mut hits.introductions,
                word if word < rotated => &mut hits.rotated,
                _ => &mut hits.backwards,
            };
            list.push(hit);
        }
        hits
    }
}

/// A word in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    /// Its number among those of [`rules::words`].
    pub(super) word: usize,
    /// In bytes, as is `end`.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Anchors {
    fn find(&self, text: &str) -> Vec<Hit> {
        let bytes = text.as_bytes();
        let part = if bytes.len() < WORTH_PARTING {
            bytes.len()
        } else {
            bytes.len().div_ceil(4)
        };
        let mut lanes = [0, 1, 2, 3].map(|lane| self.lane(bytes, part * lane, part * (lane + 1)));
        self.in_step(&mut lanes);
        let [first, others @ ..] = lanes;
        let mut hits = first.hits;
        for lane in others {
            hits.extend(lane.hits);
        }
        hits
    }

    /// A part, read from far enough before it that an anchor over its edge is seen.
    fn lane<'a>(&self, bytes: &'a [u8], from: usize, to: usize) -> Lane<'a> {
        let to = to.min(bytes.len());
        let from = from.min(to);
        let run_up = from.saturating_sub(self.dfa.max_pattern_len());
        Lane {
            bytes: bytes.get(run_up..to).unwrap_or_default(),
            start: run_up,
            from,
            // A DFA that was built for unanchored searches has a state to begin them.
            state: self.dfa.start_state(Anchored::No).unwrap_or_default(),
            hits: Vec::new(),
        }
    }

    fn in_step(&self, lanes: &mut [Lane<'_>; 4]) {
        let common = lanes.iter().map(|lane| lane.bytes.len()).min().unwrap_or(0);
        let [a, b, c, d] = lanes
            .each_ref()
            .map(|lane| lane.bytes.get(..common).unwrap_or_default());
        let [mut s, mut t, mut u, mut v] = lanes.each_ref().map(|lane| lane.state);
        for (at, (((a, b), c), d)) in a.iter().zip(b).zip(c).zip(d).enumerate() {
            s = self.dfa.next_state(Anchored::No, s, *a);
            t = self.dfa.next_state(Anchored::No, t, *b);
            u = self.dfa.next_state(Anchored::No, u, *c);
            v = self.dfa.next_state(Anchored::No, v, *d);
            if [s, t, u, v]
                .into_iter()
                .any(|state| self.dfa.is_special(state))
            {
                for (lane, state) in lanes.iter_mut().zip([s, t, u, v]) {
                    lane.note(&self.dfa, state, at);
                }
            }
        }
        for (lane, mut state) in lanes.iter_mut().zip([s, t, u, v]) {
            for (at, byte) in lane.bytes.iter().enumerate().skip(common) {
                state = self.dfa.next_state(Anchored::No, state, *byte);
                if self.dfa.is_special(state) {
                    lane.note(&self.dfa, state, at);
                }
            }
        }
    }
}

/// One of the parts.
struct Lane<'a> {
    bytes: &'a [u8],
    /// Where `bytes` begin in the text.
    start: usize,
    /// What ends here or before is the part before's.
    from: usize,
    state: StateID,
    hits: Vec<Hit>,
}

impl Lane<'_> {
    #[inline(never)]
    fn note(&mut self, dfa: &DFA, state: StateID, at: usize) {
        let end = self.start + at + 1;
        if end <= self.from || !dfa.is_match(state) {
            return;
        }
        for index in 0..dfa.match_len(state) {
            let word: PatternID = dfa.match_pattern(state, index);
            self.hits.push(Hit {
                word: word.as_usize(),
                start: end - dfa.pattern_len(word),
                end,
            });
        }
    }
}
