//! The guard's own answers. They are short, hold nothing of the call and are not framed.

use std::{fmt, time::Duration};

use crate::{output::Findings, validate::Violations};

/// Why a call was refused, or its result withheld. `Display` is what the model reads.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// The caller's bucket of this tool is empty.
    RateLimited {
        /// Whole seconds to wait; `None` if no wait would do.
        retry_after_secs: Option<u64>,
    },
    /// Too many calls run already, and wait.
    Overloaded {
        /// Whole seconds to wait.
        retry_after_secs: u64,
    },
    /// The limiter failed.
    LimiterUnavailable,
    /// The arguments break their rules.
    InvalidArguments(Violations),
    /// The arguments do not fit a type that does not list what is wrong.
    UnreadableArguments,
    /// The handler ran out of time.
    TimedOut {
        /// The time it had.
        limit: Duration,
    },
    /// The handler panicked.
    Panicked,
    /// The result reads as instructions.
    Injection {
        /// The warning that takes its place; names the source and the rule.
        warning: String,
        /// What was found; holds none of the result.
        findings: Findings,
    },
}

impl Refusal {
    /// The kind of refusal, for logs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::RateLimited { .. } => "rate_limited",
            Self::Overloaded { .. } => "overloaded",
            Self::LimiterUnavailable => "limiter_unavailable",
            Self::InvalidArguments(_) | Self::UnreadableArguments => "invalid_arguments",
            Self::TimedOut { .. } => "timed_out",
            Self::Panicked => "panicked",
            Self::Injection { .. } => "injection",
        }
    }
}

impl Refusal {
    /// Whole seconds after which the same call would be let in, if waiting helps.
    pub fn retry_after_secs(&self) -> Option<u64> {
        match self {
            Self::RateLimited { retry_after_secs } => *retry_after_secs,
            Self::Overloaded { retry_after_secs } => Some(*retry_after_secs),
            _ => None,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RateLimited {
                retry_after_secs: Some(secs),
            } => write!(
                f,
                "Refused: rate limit exceeded. Try again in {secs} {}.",
                seconds(*secs)
            ),
            Self::Overloaded {
                retry_after_secs: secs,
            } => write!(
                f,
                "Refused: too many calls are running at once. Try again in {secs} {}, with fewer \
                 at a time.",
                seconds(*secs)
            ),
            Self::RateLimited {
                retry_after_secs: None,
            } => f.write_str("Refused: this call costs more than the rate limit ever allows."),
            Self::LimiterUnavailable => f.write_str(
                "Refused: the rate limit cannot be checked right now. Try again in a moment.",
            ),
            Self::InvalidArguments(violations) => violations.fmt(f),
            Self::UnreadableArguments => f.write_str(
                "Invalid arguments: they do not match the tool's input schema. Nothing was run; \
                 correct the call and try again.",
            ),
            Self::TimedOut { limit } => write!(
                f,
                "Failed: the tool was stopped after {limit:?}, its time limit. Ask for less, or \
                 try again later."
            ),
            Self::Panicked => {
                f.write_str("Failed: the tool stopped with an internal error. It has been logged.")
            }
            Self::Injection { warning, .. } => f.write_str(warning),
        }
    }
}

fn seconds(count: u64) -> &'static str {
    if count == 1 { "second" } else { "seconds" }
}

impl std::error::Error for Refusal {}
