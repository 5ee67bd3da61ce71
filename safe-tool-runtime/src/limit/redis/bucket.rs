//! The token bucket: GCRA (ITU-T I.371), with Redis' clock.

use std::sync::LazyLock;
use std::time::Duration;

use super::charge::{Charge, Verdict};
use super::script::Script;
use crate::limit::{Decision, Quota};

/// The longest time, in µs, that may be added to the moment and still be counted
/// exactly by Lua, whose numbers are doubles: 142 years.
const LONGEST: u64 = 1 << 52;

/// In what a bucket's time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tick {
    /// The bucket is the time to live of its key.
    Milli,
    /// The bucket is the value of its key.
    Micro,
}

impl Tick {
    /// Whole milliseconds where they are exact, since that is the faster script, and
    /// where microseconds would be too many to count: there they are exact to 0.1 %.
    fn of(quota: &Quota) -> Self {
        let interval = quota.interval().get();
        let micros = interval
            .div_ceil(1_000)
            .saturating_mul(quota.burst().into());
        if interval.is_multiple_of(1_000_000) || micros > LONGEST {
            Self::Milli
        } else {
            Self::Micro
        }
    }

    const fn nanos(self) -> u64 {
        match self {
            Self::Milli => 1_000_000,
            Self::Micro => 1_000,
        }
    }
}

/// A charge to a token bucket. Times are in ticks.
#[derive(Debug)]
pub(super) struct Bucket {
    tick: Tick,
    interval: u64,
    burst: u32,
    cost: u32,
    /// Tokens to take at once if there are enough; below 2 for none but the cost.
    lease: u32,
}

impl Bucket {
    /// `cost` is at most the quota's burst.
    pub(super) fn new(quota: &Quota, cost: u32, lease: u32) -> Self {
        let tick = Tick::of(quota);
        Self {
            tick,
            // Rounded up, so that no quota becomes looser.
            interval: quota.interval().get().div_ceil(tick.nanos()),
            burst: quota.burst(),
            cost,
            lease,
        }
    }

    fn time(&self, tokens: u32) -> u64 {
        self.interval.saturating_mul(tokens.into())
    }

    fn duration(&self, ticks: u64) -> Duration {
        Duration::from_nanos(ticks.saturating_mul(self.tick.nanos()))
    }

    /// Whole tokens in `time`.
    fn tokens(&self, time: u64) -> u32 {
        u32::try_from(time / self.interval).unwrap_or(u32::MAX)
    }

    /// What gives `tokens` back, for [`Script::run`].
    ///
    /// The bucket is then as if they had never been taken: it cannot be more than
    /// full, and what refilled meanwhile went to it with their price still owed.
    pub(super) fn give_back(&self, tokens: u32) -> (&'static Script, [i64; 3]) {
        let signed = |ticks: u64| i64::try_from(ticks).unwrap_or(i64::MAX);
        let full = signed(self.time(self.burst));
        (self.script(), [-signed(self.time(tokens)), full, full])
    }
}

impl Charge for Bucket {
    fn kind(&self) -> &'static str {
        match self.tick {
            Tick::Milli => "m",
            Tick::Micro => "u",
        }
    }

    fn script(&self) -> &'static Script {
        static MILLI: LazyLock<Script> =
            LazyLock::new(|| Script::new(include_str!("scripts/bucket_ms.lua")));
        static MICRO: LazyLock<Script> =
            LazyLock::new(|| Script::new(include_str!("scripts/bucket_us.lua")));
        match self.tick {
            Tick::Milli => &MILLI,
            Tick::Micro => &MICRO,
        }
    }

    fn arguments(&self) -> Vec<i64> {
        let signed = |ticks: u64| i64::try_from(ticks).unwrap_or(i64::MAX);
        let price = self.time(self.cost);
        let full = self.time(self.burst);
        let mut arguments = vec![
            signed(price),
            signed(full.saturating_sub(price)),
            signed(full),
        ];
        if self.lease > 1 {
            arguments.extend([signed(self.interval), self.lease.into()]);
        }
        arguments
    }

    /// The answer is what was spent before the charge, from which all else follows.
    fn verdict(&self, answer: i64) -> Option<Verdict> {
        let spent = u64::try_from(answer).ok()?;
        let full = self.time(self.burst);
        let left = full.checked_sub(spent)?;
        let price = self.time(self.cost);
        let Some(after) = left.checked_sub(price) else {
            let retry_after = self.duration(price - left);
            let decision = Decision::Denied { retry_after };
            return Some(Verdict {
                decision,
                leased: 0,
            });
        };
        let half = self.tokens(left) / 2;
        let leased = match self.cost {
            0 => 0,
            cost => self.lease.min(half).saturating_sub(cost),
        };
        let remaining = self.tokens(after);
        let decision = Decision::Allowed { remaining };
        Some(Verdict { decision, leased })
    }
}
