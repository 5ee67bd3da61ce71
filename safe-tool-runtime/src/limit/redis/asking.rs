//! The right to ask Redis for a key's tokens, and the line of those who wait meanwhile.

use std::collections::VecDeque;
use std::mem;
use std::sync::Arc;

use tokio::sync::oneshot;
use tokio::task::yield_now;

use super::charge::Verdict;
use super::leases::{Lease, Leases};
use crate::limit::Decision;

/// What a call can do at last.
pub(super) enum Turn {
    /// Go on: its tokens were in what another was granted.
    Spent(Decision),
    /// Ask for itself, and for those that wait.
    Ask(Asking),
}

/// Calls that wait, in the order in which they came.
#[derive(Default)]
pub(super) struct Line(VecDeque<Waiting>);

struct Waiting {
    cost: u32,
    turn: oneshot::Sender<Turn>,
}

impl Waiting {
    /// What whoever gives up just now is told is dropped: tokens are spent nevertheless,
    /// and the right to ask goes to the next.
    fn tell(self, turn: Turn) {
        let _ = self.turn.send(turn);
    }
}

impl Line {
    pub(super) fn join(&mut self, cost: u32) -> oneshot::Receiver<Turn> {
        let (turn, wait) = oneshot::channel();
        self.0.push_back(Waiting { cost, turn });
        wait
    }

    /// Takes out the first whose call was not given up.
    fn next(&mut self) -> Option<Waiting> {
        loop {
            let first = self.0.pop_front()?;
            if !first.turn.is_closed() {
                return Some(first);
            }
        }
    }

    /// Takes out those for whom there is enough, with what they are told.
    fn served(&mut self, mut take: impl FnMut(u32) -> Option<Decision>) -> Vec<(Waiting, Turn)> {
        let mut served = Vec::with_capacity(self.0.len());
        while let Some(first) = self.next() {
            match take(first.cost) {
                Some(decision) => served.push((first, Turn::Spent(decision))),
                None => {
                    self.0.push_front(first);
                    break;
                }
            }
        }
        served
    }

    /// What they cost together.
    fn cost(&self) -> u32 {
        let live = self.0.iter().filter(|waiting| !waiting.turn.is_closed());
        live.map(|waiting| waiting.cost)
            .fold(0, u32::saturating_add)
    }
}

/// The right to ask for a key's tokens, which one call has at a time. When it is dropped,
/// for whatever reason, the first that waits has it.
pub(super) struct Asking {
    leases: Arc<Leases>,
    key: u64,
    /// Of the call itself.
    cost: u32,
    wanted: u32,
}

impl Asking {
    pub(super) fn new(leases: &Arc<Leases>, key: u64, cost: u32) -> Self {
        Self {
            leases: Arc::clone(leases),
            key,
            cost,
            wanted: 0,
        }
    }

    /// How much to ask for: a lease, and what is needed at once by those that wait.
    pub(super) async fn wanted(&mut self) -> u32 {
        // Calls that are ready as well join the line first, and spare a trip.
        yield_now().await;
        let waiting = |lease: &mut Lease| lease.line.as_ref().map_or(0, Line::cost);
        let waiting = self.leases.with(self.key, waiting).unwrap_or(0);
        self.wanted = self.leases.size().max(self.cost).saturating_add(waiting);
        self.wanted
    }

    /// Hands out what was leased from the bucket `name`, and keeps the rest.
    ///
    /// If it was all that was wanted, it is enough for everyone who was asked for; who
    /// waits still came later, and is asked for next. If it was less, the bucket is near
    /// its end, and nobody waits again: of many that wait for few tokens, the last would
    /// wait for long.
    pub(super) fn answered(self, name: &str, verdict: &Verdict) {
        let enough = verdict.leased.saturating_add(self.cost) >= self.wanted;
        let lists = self.leases.with(self.key, |lease| {
            let mut line = lease.line.take().unwrap_or_default();
            let served = match (verdict.decision, verdict.leased) {
                (Decision::Allowed { remaining }, leased @ 1..) => {
                    lease.add(name, leased, remaining);
                    let served = line.served(|cost| lease.take(cost));
                    lease.keep(self.leases.size());
                    served
                }
                _ => Vec::new(),
            };
            let sent_away = if enough {
                Line::default()
            } else {
                mem::take(&mut line)
            };
            lease.line = Some(line);
            (served, sent_away)
        });
        // All are woken here, without the lock.
        let (served, _sent_away) = lists.unwrap_or_default();
        for (waiting, turn) in served {
            waiting.tell(turn);
        }
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        let next = self.leases.with(self.key, |lease| {
            let next = lease.line.as_mut().and_then(Line::next);
            if next.is_none() {
                lease.line = None;
            }
            next
        });
        if let Some(next) = next.flatten() {
            let asking = Self::new(&self.leases, self.key, next.cost);
            next.tell(Turn::Ask(asking));
        }
    }
}
