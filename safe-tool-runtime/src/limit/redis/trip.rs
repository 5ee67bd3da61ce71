//! A check, from what is known here, to Redis, to the policy.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use redis::Value;
use tokio::runtime::Handle;
use tokio::time::timeout;

use super::asking::Turn;
use super::bucket::Bucket;
use super::charge::{Charge, Verdict};
use super::fault::{Failure, Fault};
use super::leases::{Found, Lease};
use super::link::Live;
use super::{Algorithm, RedisLimiter};
use crate::limit::{Decision, LimiterError, Quota, RateKey};

/// Leases that are returned at the same time.
const RETURNS: usize = 256;

pub(super) struct Check<'a> {
    pub(super) key: RateKey<'a>,
    pub(super) quota: &'a Quota,
    pub(super) cost: u32,
    /// A keyed hash of key and quota.
    pub(super) fingerprint: u64,
}

impl RedisLimiter {
    /// What need not be asked: a token that is here, or a denial that still holds.
    pub(super) fn known(&self, check: &Check<'_>) -> Option<Decision> {
        // Tokens first: they are counted already, whatever was denied since.
        let leases = self.leases.as_ref();
        if let Some(decision) =
            leases.and_then(|leases| leases.spend(check.fingerprint, check.cost))
        {
            self.count(check);
            return Some(decision);
        }
        // What a token more than was denied would have to wait.
        let interval = match self.algorithm {
            Algorithm::TokenBucket => Duration::from_nanos(check.quota.interval().get()),
            // It depends on the log, which is not here: not less, at least.
            Algorithm::SlidingWindow => Duration::ZERO,
        };
        let wait = self.denials.wait(check.fingerprint, check.cost, interval);
        wait.map(|retry_after| Decision::Denied { retry_after })
    }

    /// Redis' decision within the deadline, or else the policy's.
    pub(super) async fn ask(&self, check: Check<'_>) -> Result<Decision, LimiterError> {
        // Tokio's timers panic without a runtime.
        if Handle::try_current().is_err() {
            self.link.notices.failed(&Fault::NoRuntime.into());
            return self.by_policy(Fault::NoRuntime, &check);
        }
        let mut used = None;
        let fault = match timeout(self.deadline, self.trip(&check, &mut used)).await {
            Ok(Ok(decision)) => return Ok(decision),
            Ok(Err(fault)) => fault,
            Err(_elapsed) => {
                // Else the connection is what took so long, and its maker tells of that.
                if let Some(live) = &used {
                    self.link.failed(live, &Fault::Slow.into());
                }
                Fault::Slow
            }
        };
        self.by_policy(fault, &check)
    }

    pub(super) fn by_policy(
        &self,
        fault: Fault,
        check: &Check<'_>,
    ) -> Result<Decision, LimiterError> {
        let Check {
            key, quota, cost, ..
        } = *check;
        self.fallback.decide(fault, key, quota, cost)
    }

    /// `used` is the connection that was asked last, for when this future is dropped at
    /// the deadline.
    async fn trip(&self, check: &Check<'_>, used: &mut Option<Live>) -> Result<Decision, Fault> {
        let mut asking = match self.turn(check).await {
            Some(Turn::Spent(decision)) => return Ok(decision),
            Some(Turn::Ask(asking)) => Some(asking),
            None => None,
        };
        let lease = match &mut asking {
            Some(asking) => asking.wanted().await,
            None => 0,
        };
        let charge = self.algorithm.charge(check.quota, check.cost, lease);
        let name = format!("{}:{}:{{{}}}", self.prefix, charge.kind(), check.key);
        let verdict = self.charge(check, &name, &*charge, used).await?;
        if let Some(asking) = asking {
            asking.answered(&name, &verdict);
        }
        Ok(verdict.decision)
    }

    /// The call's turn at the key's lease, after waiting for those who ask already. `None`
    /// if it is to be charged alone.
    async fn turn(&self, check: &Check<'_>) -> Option<Turn> {
        let leases = self.leases.as_ref().filter(|_| check.cost > 0)?;
        let turn = match leases.find(check.fingerprint, check.cost, check.quota) {
            Found::Turn(turn) => turn,
            Found::Wait(turn) => match turn.await {
                Ok(turn) => turn,
                // Perhaps since the other was denied, which is known now.
                Err(_too_few) => return self.known(check).map(Turn::Spent),
            },
            Found::None => return None,
        };
        if matches!(turn, Turn::Spent(_)) {
            self.count(check);
        }
        Some(turn)
    }

    /// Charges in Redis; once more if the connection broke.
    async fn charge(
        &self,
        check: &Check<'_>,
        name: &str,
        charge: &dyn Charge,
        used: &mut Option<Live>,
    ) -> Result<Verdict, Fault> {
        let arguments = charge.arguments();
        let mut again = true;
        loop {
            let live = self.link.live().await?.ok_or(Fault::Unreachable)?;
            let live = used.insert(live);
            let asked = Instant::now();
            let answer = charge.script().run(&mut live.connection, name, &arguments);
            let failure = match answer.await {
                Ok(answer) => {
                    live.succeeded();
                    if let Some(verdict) = read(&answer, charge) {
                        self.remember(check, asked, &verdict);
                        return Ok(verdict);
                    }
                    Failure::from(Fault::Senseless)
                }
                Err(error) => Failure::from(error),
            };
            if !(self.link.failed(live, &failure) && again) {
                return Err(failure.fault);
            }
            again = false;
        }
    }

    fn remember(&self, check: &Check<'_>, asked: Instant, verdict: &Verdict) {
        let Check {
            fingerprint, cost, ..
        } = *check;
        match verdict.decision {
            Decision::Denied { retry_after } => {
                self.denials.remember(fingerprint, cost, asked, retry_after);
            }
            Decision::Allowed { .. } => self.count(check),
        }
    }

    /// A call was allowed by Redis, or paid for by what Redis had leased. Tokens of a
    /// lease are counted when they are spent: whoever has some left when Redis stops
    /// spends them on top of nothing.
    fn count(&self, check: &Check<'_>) {
        self.fallback.count(check.key, check.quota, check.cost);
    }

    /// Returns the unspent tokens of all leases, as far as Redis takes them, and says how
    /// many it took. From then on there are no more leases: for the end of a server, when
    /// it takes no more calls.
    pub async fn return_leases(&self) -> u64 {
        let leases = match &self.leases {
            Some(leases) => leases.close(),
            None => return 0,
        };
        let mut returned = 0;
        for some in leases.chunks(RETURNS) {
            let each = join_all(some.iter().map(|lease| self.give_back(lease))).await;
            returned += each.into_iter().flatten().map(u64::from).sum::<u64>();
        }
        returned
    }

    async fn give_back(&self, lease: &Lease) -> Option<u32> {
        let bucket = Bucket::new(&lease.quota, 0, 0);
        let (script, arguments) = bucket.give_back(lease.tokens);
        let trip = async {
            let mut live = self.link.live().await.ok().flatten()?;
            let taken = script.run(&mut live.connection, &lease.name, &arguments);
            taken.await.ok()
        };
        timeout(self.deadline, trip).await.ok().flatten()?;
        Some(lease.tokens)
    }
}

fn read(answer: &Value, charge: &dyn Charge) -> Option<Verdict> {
    match answer {
        Value::Int(answer) => charge.verdict(*answer),
        _ => None,
    }
}
