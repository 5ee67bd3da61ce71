//! The adapter for `rmcp`, the official Rust SDK: the guard around each route of a
//! `ToolRouter`, and around the server's start.

mod armed;
mod audit;
mod call;
mod caught;
mod content;
#[cfg(feature = "http")]
mod http;
mod identity;
mod load;
mod payloads;
mod protect;
mod serve;
mod stdio;
mod unread;

pub use armed::ArmingError;
#[cfg(feature = "http-server")]
pub use http::HttpServer;
#[cfg(feature = "http")]
pub use http::{Answered, Authenticated, HttpService, LimitedRequests, PeerAddress, RequestLimit};
pub use payloads::without_payloads;
pub use protect::ProtectError;
pub use serve::ServeError;
pub use stdio::{Gated, Lines, stdio};
