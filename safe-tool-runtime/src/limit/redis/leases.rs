//! Tokens that were taken from Redis ahead of the calls that spend them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::{Duration, Instant};

use tokio::sync::Notify;
use tokio::sync::futures::OwnedNotified;

use super::charge::Verdict;
use super::table::Table;
use crate::limit::{Decision, Quota};

/// Keys that may have a lease at a time: 1.7 MiB, and their names. Calls of further keys
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
    /// Someone is asking for more.
    asking: Option<Arc<Notify>>,
}

/// What there is for a call.
pub(super) enum Found {
    /// Enough.
    Spent(Decision),
    /// Not enough, but someone is asking for more: wait for that, once.
    Wait(OwnedNotified),
    /// Not enough: ask for more.
    Ask(Asking),
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

    /// Spends `cost` tokens of the key's lease, if it has them.
    pub(super) fn spend(&self, key: u64, cost: u32) -> Option<Decision> {
        self.table.with(key, |slots| {
            let mut leases = slots.iter_mut().flatten();
            let (_, lease) = leases.find(|(own, _)| *own == key)?;
            lease.spend(cost)
        })
    }

    /// [`spend`](Self::spend), or what else to do. `name` is the bucket's.
    pub(super) fn find(self: &Arc<Self>, key: u64, cost: u32, name: &str, quota: &Quota) -> Found {
        let notify = self.table.with(key, |slots| {
            let own = slots
                .iter()
                .position(|slot| matches!(slot, Some((k, _)) if *k == key));
            if let Some((_, lease)) = own.and_then(|own| slots.get_mut(own)?.as_mut()) {
                if let Some(decision) = lease.spend(cost) {
                    return Err(Found::Spent(decision));
                }
                if let Some(asking) = &lease.asking {
                    // Registered while nobody can notify yet.
                    return Err(Found::Wait(Arc::clone(asking).notified_owned()));
                }
                return Ok(Arc::clone(lease.asking.insert(Arc::default())));
            }
            // A lease is not given up for another: its tokens would be lost to its
            // caller, and strangers could make that happen.
            let free = |slot: &&mut Option<(u64, Lease)>| {
                slot.as_ref().is_none_or(|(_, lease)| lease.is_over())
            };
            let slot = match slots.iter_mut().find(free) {
                Some(slot) if !self.closed.load(Relaxed) => slot,
                _ => return Err(Found::None),
            };
            let notify = Arc::default();
            let lease = Lease {
                name: name.into(),
                quota: *quota,
                tokens: 0,
                beyond: 0,
                until: None,
                asking: Some(Arc::clone(&notify)),
            };
            *slot = Some((key, lease));
            Ok(notify)
        });
        match notify {
            Ok(notify) => Found::Ask(Asking {
                leases: Arc::clone(self),
                key,
                notify,
            }),
            Err(found) => found,
        }
    }

    /// Takes every lease that has tokens, and lets no more be taken.
    pub(super) fn close(&self) -> Vec<Lease> {
        self.closed.store(true, Relaxed);
        let mut leases = self.table.drain();
        leases.retain(|lease| lease.tokens > 0);
        leases
    }
}

impl Lease {
    fn spend(&mut self, cost: u32) -> Option<Decision> {
        let rest = self.tokens.checked_sub(cost)?;
        if cost == 0 || self.until.is_none_or(|until| until <= Instant::now()) {
            return None;
        }
        self.tokens = rest;
        let remaining = rest.saturating_add(self.beyond);
        Some(Decision::Allowed { remaining })
    }

    fn is_over(&self) -> bool {
        let held = self.tokens > 0 && self.until.is_some_and(|until| Instant::now() < until);
        !held && self.asking.is_none()
    }
}

/// The right to ask Redis for a key's lease, which one call has at a time: otherwise
/// each of many calls would take one. Those that wait are woken when it is dropped.
pub(super) struct Asking {
    leases: Arc<Leases>,
    key: u64,
    notify: Arc<Notify>,
}

impl Asking {
    /// The most that may be asked for.
    pub(super) fn size(&self) -> u32 {
        self.leases.size
    }

    /// Keeps what was leased, until it would have come back by itself.
    pub(super) fn granted(&self, verdict: &Verdict, quota: &Quota) {
        let (Decision::Allowed { remaining }, 1..) = (verdict.decision, verdict.leased) else {
            return;
        };
        let interval = Duration::from_nanos(quota.interval().get());
        let now = Instant::now();
        self.with(|lease| {
            // Those of an earlier lease that is over count as gone.
            let kept = lease.until.is_some_and(|until| now < until);
            let earlier = if kept { lease.tokens } else { 0 };
            lease.tokens = earlier.saturating_add(verdict.leased).min(self.leases.size);
            lease.beyond = remaining.saturating_sub(verdict.leased);
            lease.until = now.checked_add(interval.saturating_mul(verdict.leased));
        });
    }

    fn with(&self, f: impl FnOnce(&mut Lease)) {
        self.leases.table.with(self.key, |slots| {
            let mut leases = slots.iter_mut().flatten();
            if let Some((_, lease)) = leases.find(|(own, _)| *own == self.key) {
                f(lease);
            }
        });
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        self.with(|lease| lease.asking = None);
        self.notify.notify_waiters();
    }
}
