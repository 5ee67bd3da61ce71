//! The first step of a call: every limit that it meets is charged.

use super::{Guard, GuardedTool, Refusal, caught};
use crate::{
    limit::{Caller, Decision, LimiterError, Quota, RateKey},
    validate::JsonObject,
};

/// A call that was not let in.
pub(crate) struct Denied {
    pub(crate) refusal: Refusal,
    /// The limit that denied it, for the audit.
    pub(crate) limit: Option<&'static str>,
}

impl From<Refusal> for Denied {
    fn from(refusal: Refusal) -> Self {
        let limit = None;
        Self { refusal, limit }
    }
}

impl From<Denied> for Refusal {
    fn from(denied: Denied) -> Self {
        denied.refusal
    }
}

impl Guard {
    /// Charges a call, before anything else is looked at: one token of each limit that it
    /// meets, the narrowest first, then whatever more its arguments cost. What was taken
    /// before a denial is not given back, so that asking is never free.
    ///
    /// # Errors
    /// [`Refusal::RateLimited`], or [`Refusal::LimiterUnavailable`]: a limiter that fails
    /// does not open the door, nor does a tier or a cost that panics.
    pub async fn admit(
        &self,
        caller: Caller,
        tool: &GuardedTool,
        arguments: Option<&JsonObject>,
    ) -> Result<(), Refusal> {
        Ok(self.admit_or_tell(caller, tool, arguments).await?)
    }

    /// The same, telling which limit it was.
    pub(crate) async fn admit_or_tell(
        &self,
        caller: Caller,
        tool: &GuardedTool,
        arguments: Option<&JsonObject>,
    ) -> Result<(), Denied> {
        // Tiers and costs are the user's functions.
        let charged = caught(async {
            self.charge(caller, tool, 1).await?;
            match tool.rates().cost(arguments) {
                0 | 1 => Ok(()),
                cost => self.charge(caller, tool, cost - 1).await,
            }
        });
        charged.await.unwrap_or_else(|| {
            tracing::error!(tool = tool.name(), "charging a call panicked");
            Err(Refusal::LimiterUnavailable.into())
        })
    }

    pub(super) async fn charge(
        &self,
        caller: Caller,
        tool: &GuardedTool,
        cost: u32,
    ) -> Result<(), Denied> {
        for bucket in tool.rates().buckets(caller, tool.name()) {
            let Some((key, quota)) = bucket else {
                let refusal = Refusal::RateLimited {
                    retry_after_secs: None,
                };
                let limit = Some("tier");
                return Err(Denied { refusal, limit });
            };
            self.take(key, &quota, cost).await?;
        }
        Ok(())
    }

    pub(super) async fn take(
        &self,
        key: RateKey<'_>,
        quota: &Quota,
        cost: u32,
    ) -> Result<(), Denied> {
        let limit = Some(key.limit_name());
        match self.ask(key, quota, cost).await {
            Ok(Decision::Allowed { .. }) => Ok(()),
            Ok(denied @ Decision::Denied { .. }) => {
                let refusal = Refusal::RateLimited {
                    retry_after_secs: denied.retry_after_secs(),
                };
                Err(Denied { refusal, limit })
            }
            Err(_) => Err(Refusal::LimiterUnavailable.into()),
        }
    }

    /// Asks the limiter of one bucket.
    ///
    /// # Errors
    /// It gave no decision, or none in time.
    pub(crate) async fn ask(
        &self,
        key: RateKey<'_>,
        quota: &Quota,
        cost: u32,
    ) -> Result<Decision, LimiterError> {
        self.shared.limiter.ask(key, quota, cost).await
    }
}
