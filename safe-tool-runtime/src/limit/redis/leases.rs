//! Tokens that were taken from Redis ahead of the calls that spend them.
//!
//! One call at a time asks for more tokens of a key. Those that come meanwhile wait in a
//! line, and whoever asks next asks for them as well: a key that hundreds call at once
//! costs one trip for all of them, and each of them is woken once, with its decision.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::asking::{Asking, Line, Turn};
use super::table::{Slot, Table};
use crate::limit::{Decision, Quota};

/// Keys that may have a lease at a time: 1.8 MiB, and their names. Calls of further keys
/// are charged one by one.
const KEYS: usize = 16_384;

/// Shared with each [`Asking`].
pub(super) struct Leases {
    table: Table<Lease>,
    /// The most tokens in a lease.
    size: u32,
    /// No more are taken.
    closed: AtomicBool,
}

/// The tokens of one key.
pub(super) struct Lease {
    /// The bucket that they are from: its key, and what a token is there.
    pub(super) name: Box<str>,
    pub(super) quota: Quota,
    /// Unspent.
    pub(super) tokens: u32,
    /// What Redis had left besides.
    beyond: u32,
    /// When they would be back in Redis if they had not been taken. Whoever spends so
    /// slowly needs no lease.
    until: Option<Instant>,
    /// Someone is asking for more, and these wait.
    pub(super) line: Option<Line>,
}

/// What there is for a call.
pub(super) enum Found {
    Turn(Turn),
    /// Not enough, but someone is asking for more. Nothing comes if that is too little.
    Wait(oneshot::Receiver<Turn>),
    /// Not enough, and no place for more.
    None,
}

impl Leases {
    pub(super) fn new(size: u32) -> Arc<Self> {
        Arc::new(Self {
            table: Table::new(KEYS),
            size,
            closed: AtomicBool::new(false),
        })
    }

    pub(super) fn size(&self) -> u32 {
        self.size
    }

    /// Spends `cost` tokens of the key's lease, if it has them.
    pub(super) fn spend(&self, key: u64, cost: u32) -> Option<Decision> {
        self.with(key, |lease| lease.spend(cost)).flatten()
    }

    /// [`spend`](Self::spend), or what else to do.
    pub(super) fn find(self: &Arc<Self>, key: u64, cost: u32, quota: &Quota) -> Found {
        self.table.with(key, |slots| {
            if let Some(lease) = own(slots, key) {
                if let Some(decision) = lease.spend(cost) {
                    return Found::Turn(Turn::Spent(decision));
                }
                if let Some(line) = &mut lease.line {
                    return Found::Wait(line.join(cost));
                }
                lease.line = Some(Line::default());
                return Found::Turn(Turn::Ask(Asking::new(self, key, cost)));
            }
            // A lease is not given up for another: its tokens would be lost to its
            // caller, and strangers could make that happen.
            let free =
                |slot: &&mut Slot<Lease>| slot.as_ref().is_none_or(|(_, lease)| lease.is_over());
            match slots.iter_mut().find(free) {
                Some(slot) if !self.closed.load(Relaxed) => {
                    *slot = Some((key, Lease::sought(quota)));
                    Found::Turn(Turn::Ask(Asking::new(self, key, cost)))
                }
                _ => Found::None,
            }
        })
    }

    /// Takes every lease that has tokens, and lets no more be taken.
    pub(super) fn close(&self) -> Vec<Lease> {
        self.closed.store(true, Relaxed);
        let mut leases = self.table.drain();
        leases.retain(|lease| lease.tokens > 0);
        leases
    }

    /// Gives the key's lease, if it has one.
    pub(super) fn with<R>(&self, key: u64, f: impl FnOnce(&mut Lease) -> R) -> Option<R> {
        self.table.with(key, |slots| own(slots, key).map(f))
    }
}

fn own(slots: &mut [Slot<Lease>], key: u64) -> Option<&mut Lease> {
    let mut leases = slots.iter_mut().flatten();
    leases.find(|(own, _)| *own == key).map(|(_, lease)| lease)
}

impl Lease {
    /// Of a key that is asked for the first time.
    fn sought(quota: &Quota) -> Self {
        Self {
            name: Box::default(),
            quota: *quota,
            tokens: 0,
            beyond: 0,
            until: None,
            line: Some(Line::default()),
        }
    }

    /// Adds what was leased.
    pub(super) fn add(&mut self, name: &str, leased: u32, remaining: u32) {
        if self.name.is_empty() {
            self.name = name.into();
        }
        // Those of an earlier lease that is over count as gone.
        if !self.is_held() {
            self.tokens = 0;
        }
        self.tokens = self.tokens.saturating_add(leased);
        self.beyond = remaining.saturating_sub(leased);
    }

    /// Keeps at most `most` tokens, until they would have come back by themselves.
    pub(super) fn keep(&mut self, most: u32) {
        self.tokens = self.tokens.min(most);
        let interval = Duration::from_nanos(self.quota.interval().get());
        self.until = Instant::now().checked_add(interval.saturating_mul(self.tokens));
    }

    /// Takes `cost` tokens, if they are there.
    pub(super) fn take(&mut self, cost: u32) -> Option<Decision> {
        self.tokens = self.tokens.checked_sub(cost)?;
        let remaining = self.tokens.saturating_add(self.beyond);
        Some(Decision::Allowed { remaining })
    }

    fn spend(&mut self, cost: u32) -> Option<Decision> {
        if cost == 0 || cost > self.tokens || !self.is_held() {
            return None;
        }
        self.take(cost)
    }

    /// Whether its tokens count.
    fn is_held(&self) -> bool {
        self.tokens > 0 && self.until.is_some_and(|until| Instant::now() < until)
    }

    fn is_over(&self) -> bool {
        self.line.is_none() && !self.is_held()
    }
}
