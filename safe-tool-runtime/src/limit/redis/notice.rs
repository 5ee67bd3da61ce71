//! What operators are told, and how often.

use std::array;
use std::time::Duration;

use super::fault::{Failure, Fault};
use crate::limit::Seldom;

/// Events about failures: seldom one of each kind.
pub(super) struct Notices {
    kinds: [Seldom; Fault::ALL],
}

impl Notices {
    pub(super) fn new() -> Self {
        Self {
            kinds: array::from_fn(|_| Seldom::new()),
        }
    }

    /// A check, or an attempt to connect, failed.
    pub(super) fn failed(&self, failure: &Failure) {
        if let Some(not_reported) = self.kinds[failure.fault as usize].told() {
            tracing::error!(
                not_reported,
                "rate limits: {failure}; {}",
                failure.fault.advice()
            );
        }
    }

    /// All checks are left to the policy from now on.
    pub(super) fn down(&self) {
        tracing::error!("rate limits: Redis is out of use until it answers again");
    }

    pub(super) fn recovered(&self, after: Duration) {
        tracing::info!(?after, "rate limits: Redis answers again");
    }
}
