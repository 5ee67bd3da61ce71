//! The exact sliding window: a log of the moments at which tokens were taken.

use std::sync::LazyLock;
use std::time::Duration;

use super::charge::{Charge, Verdict};
use super::script::Script;
use crate::limit::{Decision, Quota};

/// The longest window, in µs, that Lua can take from the moment without rounding:
/// 142 years.
const LONGEST: u64 = 1 << 52;

/// A charge to a log.
#[derive(Debug)]
pub(super) struct Window {
    limit: u32,
    /// In µs.
    per: u64,
    cost: u32,
}

impl Window {
    /// `cost` is at most the quota's tokens.
    pub(super) fn new(quota: &Quota, cost: u32) -> Self {
        // Rounded up, so that no quota becomes looser.
        let per = quota.per().as_nanos().div_ceil(1_000);
        Self {
            limit: quota.tokens(),
            per: u64::try_from(per).map_or(LONGEST, |per| per.min(LONGEST)),
            cost,
        }
    }
}

impl Charge for Window {
    fn kind(&self) -> &'static str {
        "w"
    }

    fn script(&self) -> &'static Script {
        static WINDOW: LazyLock<Script> =
            LazyLock::new(|| Script::new(include_str!("scripts/window.lua")));
        &WINDOW
    }

    fn arguments(&self) -> Vec<i64> {
        // `per` was held to 2^52.
        vec![self.limit.into(), self.per.cast_signed(), self.cost.into()]
    }

    /// The answer is how many tokens remain, or minus the wait in µs.
    fn verdict(&self, answer: i64) -> Option<Verdict> {
        let decision = if answer < 0 {
            let retry_after = Duration::from_micros(answer.unsigned_abs());
            Decision::Denied { retry_after }
        } else {
            let remaining = u32::try_from(answer).ok()?;
            Decision::Allowed { remaining }
        };
        Some(Verdict {
            decision,
            leased: 0,
        })
    }
}
