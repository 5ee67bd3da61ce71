//! What a message costs that is refused before it is parsed: asking is never free.

use std::time::Duration;

use super::{Guard, Refusal, caught};
use crate::limit::{Caller, Quota, RateKey};

/// What a caller may send of it where no limit is set over all tools: 600 a minute, and 200
/// at once. A client in good order sends none.
const UNREAD: Option<Quota> = Quota::new(600, Duration::from_secs(60), 200);

impl Guard {
    /// Charges a message that is refused unread: one token of each limit that a call of the
    /// tool meets, or of the caller's own, where no tool is known.
    ///
    /// # Errors
    /// As [`admit`](Self::admit): there is nothing left to charge, and the answer is to say
    /// so in place of what is wrong with the message.
    pub async fn charge_unread(&self, caller: Caller, tool: Option<&str>) -> Result<(), Refusal> {
        let tool = tool.and_then(|name| self.armed_tool(name));
        // Tiers are the user's functions.
        let charged = caught(async {
            match tool {
                Some(tool) => Ok(self.charge(caller, &tool, 1).await?),
                None => self.charge_caller(caller).await,
            }
        });
        charged.await.unwrap_or_else(|| {
            tracing::error!("charging a refused message panicked");
            Err(Refusal::LimiterUnavailable)
        })
    }

    async fn charge_caller(&self, caller: Caller) -> Result<(), Refusal> {
        let Some(quota) = self.shared.limits.caller.or(UNREAD) else {
            return Ok(());
        };
        let quota = match &self.shared.tier {
            Some(tier) => quota.scaled(tier(caller)).ok_or(Refusal::RateLimited {
                retry_after_secs: None,
            })?,
            None => quota,
        };
        Ok(self.take(RateKey::Caller(caller), &quota, 1).await?)
    }
}
