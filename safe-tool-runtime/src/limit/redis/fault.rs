//! What can go wrong with Redis, and what an operator does about it.

use std::fmt;

use redis::{ErrorKind, RedisError, ServerErrorKind};

use crate::limit::LimiterError;

/// A kind of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// No answer within the deadline.
    Slow,
    /// No connection, or one that broke.
    Unreachable,
    /// Credentials or permissions.
    Forbidden,
    /// No memory for another key.
    Full,
    /// A replica: it does not count.
    ReadOnly,
    /// Loading, busy, or without the nodes it needs.
    NotReady,
    /// The key holds something else.
    ForeignKey,
    /// An answer that makes no sense.
    Senseless,
    /// Called outside of a Tokio runtime.
    NoRuntime,
}

/// Whom a failure concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// This check: others may well succeed.
    Check,
    /// Perhaps all checks: a few of these in a row are an outage.
    Server,
    /// All that use this connection.
    Connection,
}

impl Fault {
    pub(super) const ALL: usize = Self::NoRuntime as usize + 1;

    pub(super) fn scope(self) -> Scope {
        match self {
            Self::ForeignKey | Self::Senseless | Self::NoRuntime => Scope::Check,
            Self::Slow | Self::Forbidden | Self::Full | Self::ReadOnly | Self::NotReady => {
                Scope::Server
            }
            Self::Unreachable => Scope::Connection,
        }
    }

    /// What a caller may know of it.
    pub(super) fn public(self) -> LimiterError {
        match self {
            Self::Slow => LimiterError::TimedOut,
            _ => LimiterError::Unavailable,
        }
    }

    fn what(self) -> &'static str {
        match self {
            Self::Slow => "Redis does not answer within the deadline",
            Self::Unreachable => "Redis cannot be reached",
            Self::Forbidden => "Redis refuses the limiter's user",
            Self::Full => "Redis is out of memory",
            Self::ReadOnly => "Redis is a read-only replica",
            Self::NotReady => "Redis is not ready",
            Self::ForeignKey => "a limiter's key in Redis holds something else",
            Self::Senseless => "Redis gave an answer that makes no sense",
            Self::NoRuntime => "the limiter was called outside of a Tokio runtime",
        }
    }

    pub(super) fn advice(self) -> &'static str {
        match self {
            Self::Slow => {
                "look for slow commands (SLOWLOG GET) and the latency of the network, \
                 or raise the limiter's deadline"
            }
            Self::Unreachable => {
                "check that Redis runs, that its address in the URL is right, and that \
                 no firewall or certificate is in the way"
            }
            Self::Forbidden => {
                "check the user and password in the URL; the user needs `~<prefix>:*` \
                 and the commands that the limiter's documentation lists"
            }
            Self::Full => "raise `maxmemory`, or give the limiter a Redis of its own",
            Self::ReadOnly => {
                "point the URL at the master, or at the sentinels so that it is found"
            }
            Self::NotReady => "wait for it to load or recover; see INFO and CLUSTER INFO",
            Self::ForeignKey => "choose a prefix that nobody else uses, or delete the key",
            Self::Senseless => "check that it is Redis 5 or later, or Valkey, and not a proxy",
            Self::NoRuntime => "check limits inside a Tokio runtime",
        }
    }
}

/// A fault, with what Redis or the client said of it. For operators: the text may hold
/// addresses.
#[derive(Clone, Debug)]
pub(super) struct Failure {
    pub(super) fault: Fault,
    pub(super) cause: Option<RedisError>,
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self { fault, cause: None }
    }
}

impl From<RedisError> for Failure {
    fn from(error: RedisError) -> Self {
        Self {
            fault: classify(&error),
            cause: Some(error),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.fault.what())?;
        match &self.cause {
            Some(cause) => write!(f, " ({cause})"),
            None => Ok(()),
        }
    }
}

fn classify(error: &RedisError) -> Fault {
    // Before version 7, an error inside a script came as `ERR` with its code in the text.
    let says = |code: &str| {
        let in_text = |detail: &str| detail.contains(code);
        error.code() == Some(code) || error.detail().is_some_and(in_text)
    };
    match error.kind() {
        ErrorKind::AuthenticationFailed | ErrorKind::Server(ServerErrorKind::NoPerm) => {
            Fault::Forbidden
        }
        ErrorKind::Server(ServerErrorKind::ReadOnly) => Fault::ReadOnly,
        ErrorKind::Server(
            ServerErrorKind::BusyLoading
            | ServerErrorKind::MasterDown
            | ServerErrorKind::ClusterDown
            | ServerErrorKind::TryAgain,
        ) => Fault::NotReady,
        _ if says("OOM") => Fault::Full,
        _ if says("WRONGTYPE") => Fault::ForeignKey,
        _ if says("READONLY") => Fault::ReadOnly,
        _ if says("NOAUTH") || says("WRONGPASS") || says("NOPERM") => Fault::Forbidden,
        _ if says("BUSY") || says("MISCONF") || says("NOREPLICAS") => Fault::NotReady,
        // The cluster's client has no way to the node, or none within its own limits.
        ErrorKind::ClusterConnectionNotFound
        | ErrorKind::MasterNameNotFoundBySentinel
        | ErrorKind::NoValidReplicasFoundBySentinel
        | ErrorKind::Io => Fault::Unreachable,
        _ if error.is_unrecoverable_error() => Fault::Unreachable,
        _ => Fault::Senseless,
    }
}
