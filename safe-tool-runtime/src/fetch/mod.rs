//! Fetching a [`PublicUrl`](crate::public_url::PublicUrl) from the public internet, and from
//! nowhere else.
//!
//! A name is resolved once, by [`PublicResolver`], which hands on public addresses alone; the
//! connection is made to one of those, so that there is no second answer to be given. A
//! redirect is followed by the rules of the URL that it began with, each step anew. An address
//! that stands in a URL goes past every resolver, and is judged by those rules.
//!
//! ```no_run
//! use safe_tool_runtime::{fetch::{FetchError, Fetcher}, public_url::PublicUrl};
//!
//! async fn page(fetcher: &Fetcher, url: &PublicUrl) -> Result<String, FetchError> {
//!     let page = fetcher.get(url).await?;
//!     Ok(String::from_utf8_lossy(&page.body).into_owned())
//! }
//! # fn start() -> Result<(), FetchError> {
//! let fetcher = Fetcher::new()?; // once: it keeps connections
//! # Ok(())
//! # }
//! ```
//!
//! `https` needs one of `reqwest`'s TLS backends: name `reqwest` in your own `Cargo.toml` with
//! its feature `rustls` or `native-tls`.

mod error;
mod fetcher;
mod resolver;

pub use error::FetchError;
pub use fetcher::{Fetched, Fetcher, FetcherBuilder};
pub use resolver::{NotPublic, PublicResolver};
