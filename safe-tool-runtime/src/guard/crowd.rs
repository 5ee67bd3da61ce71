//! The second limit, of an address: whoever may invent credentials has many callers.

#[cfg(feature = "http")]
use super::GuardBuilder;
use super::charge::Denied;
use super::{Guard, GuardedTool, Refusal};
use crate::{
    limit::{Caller, Decision, Quota, RateKey, RateLimiter as _},
    validate::JsonObject,
};

/// Without a number of its own.
const CALLERS_PER_ADDRESS: u32 = 16;

#[cfg(feature = "http")]
impl GuardBuilder {
    /// How many callers' allowances one address may use, whatever credentials it shows: 16
    /// without it. With 1, a new key is worth nothing; behind a company's one address, each
    /// colleague takes from the same.
    ///
    /// It holds over HTTP, where the address is known and the guard itself told the caller by
    /// a credential, which nobody may have verified. Callers that
    /// [`identify_http`](GuardBuilder::identify_http), [`identify`](GuardBuilder::identify) or
    /// an [`Authenticated`](crate::rmcp::Authenticated) names are not held to it. It is
    /// counted in each instance's memory.
    #[must_use]
    pub fn callers_per_address(mut self, callers: u32) -> Self {
        self.callers_per_address = Some(callers.max(1));
        self
    }
}

impl Guard {
    /// Charges a call to the address it came from, after [`admit`](Self::admit).
    ///
    /// # Errors
    /// [`Refusal::RateLimited`]: the address has used the allowances it may.
    pub(crate) async fn admit_crowd(
        &self,
        crowd: Caller,
        tool: &GuardedTool,
        arguments: Option<&JsonObject>,
    ) -> Result<(), Denied> {
        let cost = tool.rates().cost(arguments).max(1);
        for (key, quota) in tool.rates().buckets_of_caller(crowd, tool.name()) {
            let taken = self.take_crowd(key, &quota, cost).await;
            taken.map_err(|refusal| Denied {
                refusal,
                limit: Some("address"),
            })?;
        }
        Ok(())
    }

    /// The same for one bucket.
    pub(crate) async fn take_crowd(
        &self,
        key: RateKey<'_>,
        quota: &Quota,
        cost: u32,
    ) -> Result<(), Refusal> {
        let callers = self.shared.callers_per_address;
        let Some(quota) = quota.scaled(f64::from(callers.unwrap_or(CALLERS_PER_ADDRESS))) else {
            return Ok(());
        };
        match self.shared.crowds.check(key, &quota, cost).await {
            Ok(Decision::Allowed { .. }) => Ok(()),
            Ok(denied @ Decision::Denied { .. }) => Err(Refusal::RateLimited {
                retry_after_secs: denied.retry_after_secs(),
            }),
            Err(_) => Err(Refusal::LimiterUnavailable),
        }
    }
}
