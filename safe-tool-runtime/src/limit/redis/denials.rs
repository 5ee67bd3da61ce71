//! Denials that need not be asked for again.
//!
//! A bucket can only be emptier than it was. So who was denied until some moment will
//! be denied until then, for the same cost or more, and Redis need not say it again:
//! a flood costs it no more than the rate that it allows.

use std::time::{Duration, Instant};

use super::table::Table;
use crate::limit::clock::nanos;

/// Keys whose denials are remembered: 2.6 MiB. More keys than that are asked for again.
const KEYS: usize = 65_536;

/// For how long at most. An operator who deletes a key, or mends the server's clock,
/// is heard after that; until then a caller costs one trip in so much time.
const LONGEST: Duration = Duration::from_secs(60);

pub(super) struct Denials {
    table: Table<Denial>,
    /// What moments are counted from, in ns.
    origin: Instant,
}

#[derive(Clone, Copy)]
struct Denial {
    /// From when the call would be allowed.
    until: u64,
    /// When this is forgotten.
    forget: u64,
    cost: u32,
}

impl Denials {
    pub(super) fn new() -> Self {
        Self {
            table: Table::new(KEYS),
            origin: Instant::now(),
        }
    }

    /// How long a call of `cost` must wait, if that is known. Each token above the cost
    /// that was denied takes another `interval`.
    pub(super) fn wait(&self, key: u64, cost: u32, interval: Duration) -> Option<Duration> {
        let denial = self.table.with(key, |slots| {
            let mut known = slots.iter().flatten();
            known
                .find(|(own, _)| *own == key)
                .map(|(_, denial)| *denial)
        })?;
        let more = cost.checked_sub(denial.cost)?;
        let now = self.moment(Instant::now());
        if now >= denial.forget {
            return None;
        }
        let wait = Duration::from_nanos(denial.until.saturating_sub(now));
        Some(wait.saturating_add(interval.saturating_mul(more)))
    }

    /// Remembers a denial. `asked` is before Redis was: had it been asked later, the
    /// wait would have been shorter, and nobody must be denied for too long.
    pub(super) fn remember(&self, key: u64, cost: u32, asked: Instant, wait: Duration) {
        let asked = self.moment(asked);
        let denial = Denial {
            until: asked.saturating_add(nanos(wait)),
            forget: asked.saturating_add(nanos(wait.min(LONGEST))),
            cost,
        };
        self.table.with(key, |slots| {
            let own = slots
                .iter()
                .position(|slot| matches!(slot, Some((k, _)) if *k == key));
            // Otherwise in place of the one that is over first: an empty one, if any.
            let (soonest, _) = slots
                .iter()
                .enumerate()
                .min_by_key(|(_, slot)| slot.as_ref().map(|(_, denial)| denial.forget))
                .unwrap_or((0, &None));
            if let Some(slot) = slots.get_mut(own.unwrap_or(soonest)) {
                *slot = Some((key, denial));
            }
        });
    }

    fn moment(&self, time: Instant) -> u64 {
        nanos(time.saturating_duration_since(self.origin))
    }
}
