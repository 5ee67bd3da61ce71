//! One check, as a script's arguments, and what the script's answer means.

use crate::limit::Decision;

use super::script::Script;

/// What an algorithm is to the rest: which script, on which key, with what, and how
/// to read its answer.
pub(super) trait Charge: Send + Sync {
    /// What keeps this algorithm's keys apart from those of others, whose values
    /// mean something else. It is part of the key's name.
    fn kind(&self) -> &'static str;

    fn script(&self) -> &'static Script;

    fn arguments(&self) -> Vec<i64>;

    /// `None` if that cannot be an answer of the script.
    fn verdict(&self, answer: i64) -> Option<Verdict>;
}

/// What came of a charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) decision: Decision,
    /// Tokens that were taken beyond the cost, to be spent without asking.
    pub(super) leased: u32,
}
