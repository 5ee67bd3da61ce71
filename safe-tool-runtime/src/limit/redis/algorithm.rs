//! Which of the two ways of counting.

use super::bucket::Bucket;
use super::charge::Charge;
use super::window::Window;
use crate::limit::Quota;

/// How a [`RedisLimiter`](super::RedisLimiter) counts.
///
/// The two keep their keys apart: after a change of algorithm everyone starts afresh.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Algorithm {
    /// A token bucket, as in memory: a quota of `60/min burst 20` allows 20 calls at
    /// once and from then on one a second; at most ⌊burst + rate × elapsed⌋ in any time.
    ///
    /// It is one small key for each bucket, which is gone when the bucket is full. The
    /// clock has a resolution of 1 ms where the interval between tokens is a whole number
    /// of milliseconds, so that a token may come up to 1 ms early, and otherwise of 1 µs,
    /// to which the interval is rounded up.
    #[default]
    TokenBucket,
    /// An exact sliding window: never more than the quota's tokens in any period, by
    /// the server's clock in µs. A call made at one moment counts until just before
    /// that moment plus the period.
    ///
    /// The burst says nothing here, since all tokens of a window may come at once; but a
    /// call that costs more than it is denied, as always. It is one list for each key, of
    /// about 10 bytes for each token taken within the period and never more tokens than
    /// the quota has, and it costs Redis about twice the time of a bucket.
    SlidingWindow,
}

impl Algorithm {
    /// The most that one call may cost.
    pub(super) fn most(self, quota: &Quota) -> u32 {
        match self {
            Self::TokenBucket => quota.burst(),
            Self::SlidingWindow => quota.burst().min(quota.tokens()),
        }
    }

    /// A charge of `cost`, which is at most [`most`](Self::most).
    pub(super) fn charge(self, quota: &Quota, cost: u32, lease: u32) -> Box<dyn Charge> {
        match self {
            Self::TokenBucket => Box::new(Bucket::new(quota, cost, lease)),
            Self::SlidingWindow => Box::new(Window::new(quota, cost)),
        }
    }
}
