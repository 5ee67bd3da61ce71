//! Addresses that a tool may fetch: checked as text, and for where they lead.
//!
//! A [`PublicUrl`] was parsed once, by the WHATWG URL standard that browsers and `reqwest`
//! follow, and checked as it was parsed: its scheme, its host and its port are allowed, it
//! holds no credentials, and a numeric host is a public address however it was written.
//!
//! A name says nothing of the address that it resolves to, now or a moment later. That is
//! decided where the connection is made: see `fetch` (feature `reqwest`).

mod address;
mod host;
mod refusal;
mod rules;
mod url;

pub use address::is_public;
pub use refusal::UrlRefusal;
pub use rules::{MAX_URL_CHARS, UrlRules};
pub use url::PublicUrl;
