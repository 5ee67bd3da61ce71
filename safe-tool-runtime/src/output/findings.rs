//! What the detector found in a response, and what it comes to.

use super::injection::{Evidence, Level, Verdict};

/// What was found in all texts of a response. Never the text itself, so that it can be
/// logged and shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings {
    level: Level,
    score: u32,
    evidence: Vec<Evidence>,
}

/// The rule named when no boundary could be drawn and the content is withheld.
const NO_NONCE: &str = "no-nonce";

impl Findings {
    /// The verdict on one text, and the level that it is treated as.
    pub(super) fn new(verdict: &Verdict, level: Level) -> Self {
        Self {
            level,
            score: verdict.score(),
            evidence: verdict.evidence().to_vec(),
        }
    }

    /// What stands for the findings where there is no boundary to show content in.
    pub(super) fn no_nonce() -> Self {
        Self {
            level: Level::Blocked,
            score: 0,
            evidence: vec![Evidence {
                rule: NO_NONCE,
                points: 0,
                offset: 0,
                quoted: false,
            }],
        }
    }

    /// Takes over what another text, or the same text read in another way, holds: the
    /// worse level and score, and every rule once.
    pub(crate) fn merge(&mut self, other: Self) {
        // The rules of the worse of the two first: the first is the one that is named.
        let (worse, better) = if (other.level, other.score) > (self.level, self.score) {
            let own = std::mem::replace(self, other);
            (self, own)
        } else {
            (self, other)
        };
        for found in better.evidence {
            if worse.evidence.iter().all(|known| known.rule != found.rule) {
                worse.evidence.push(found);
            }
        }
    }

    /// How sure it is, as the tool's policy has it: under `injection = "flag"` never
    /// [`Level::Blocked`].
    pub fn level(&self) -> Level {
        self.level
    }

    /// The highest score of a text. 50 flags and 100 blocks, unless the tool says otherwise.
    pub fn score(&self) -> u32 {
        self.score
    }

    /// What was found, the strongest of the worst text first; of each rule one. Offsets
    /// are in bytes into the text that was scanned: the texts of one response are scanned
    /// joined together.
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// The names of the rules, in the same order.
    pub fn rules(&self) -> impl Iterator<Item = &'static str> {
        self.evidence.iter().map(|found| found.rule)
    }

    /// The rule to name where there is room for one.
    pub fn rule(&self) -> &'static str {
        self.rules().next().unwrap_or("score")
    }

    /// The names of the rules in one line, if they are to be told.
    pub(crate) fn flagged_rules(&self) -> Option<String> {
        (self.level >= Level::Flagged).then(|| self.listed_rules())
    }

    /// The names of the rules in one line.
    pub(crate) fn listed_rules(&self) -> String {
        self.rules().collect::<Vec<_>>().join(", ")
    }
}
