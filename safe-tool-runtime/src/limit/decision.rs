//! What a limiter answers.

use std::time::Duration;

/// What a limiter says of one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use = "a call is only limited if a denial is acted on"]
pub enum Decision {
    /// The tokens were taken; the call may go ahead.
    Allowed {
        /// Whole tokens left in the bucket.
        remaining: u32,
    },
    /// No token was taken; the call must not go ahead.
    Denied {
        /// The shortest wait after which the same call would be allowed, if
        /// nothing else is charged to the bucket meanwhile.
        /// [`Duration::MAX`] if no wait would do, as when a call costs more
        /// than the quota's burst.
        retry_after: Duration,
    },
}

impl Decision {
    /// The denial that no wait would mend.
    pub(super) const NEVER: Self = Self::Denied {
        retry_after: Duration::MAX,
    };

    /// Whether the call may go ahead.
    #[must_use]
    pub const fn is_allowed(&self) -> bool {
        matches!(self, Self::Allowed { .. })
    }

    /// The wait in whole seconds, rounded up and at least 1, as HTTP's
    /// `Retry-After` counts it (RFC 9110, section 10.2.3).
    ///
    /// `None` when there is nothing to wait for: the call was allowed, or no
    /// wait would do.
    #[must_use]
    pub const fn retry_after_secs(&self) -> Option<u64> {
        match *self {
            Self::Denied { retry_after } if retry_after.as_nanos() < Duration::MAX.as_nanos() => {
                let started = (retry_after.subsec_nanos() > 0) as u64;
                let secs = retry_after.as_secs().saturating_add(started);
                Some(if secs == 0 { 1 } else { secs })
            }
            Self::Denied { .. } | Self::Allowed { .. } => None,
        }
    }
}
