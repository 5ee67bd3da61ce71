//! Why a URL was not fetched. None names the URL, or an address.

use std::time::Duration;

use crate::public_url::UrlRefusal;

/// What went wrong, for the caller too.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FetchError {
    /// The host has no public address.
    #[error("the host has no public address: name another")]
    NotPublic,
    /// A redirect leads where the field does not allow.
    #[error("the page redirects to another that is not allowed: it {0}")]
    Redirect(UrlRefusal),
    /// Too many redirects, one after the other.
    #[error("the page redirects more than {limit} times: name another")]
    TooManyRedirects {
        /// How many are followed.
        limit: usize,
    },
    /// A redirect without a target that can be read.
    #[error("the page redirects without saying where to: name another")]
    Nowhere,
    /// The body is larger than the fetcher takes.
    #[error("the page has more than {limit} bytes: name a smaller one")]
    TooLarge {
        /// How many bytes are read at most.
        limit: usize,
    },
    /// It took too long, all steps together.
    #[error("the page took longer than {limit:?}: try again later, or name another")]
    TimedOut {
        /// How long it may take.
        limit: Duration,
    },
    /// The connection failed.
    #[error("the page could not be fetched: try again later, or name another")]
    Failed(#[source] reqwest::Error),
    /// The client could not be made.
    #[error("no HTTP client can be made: {0}")]
    Client(#[source] reqwest::Error),
}
