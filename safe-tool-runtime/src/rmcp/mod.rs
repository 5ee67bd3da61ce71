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
mod payloads;
mod protect;
mod serve;
mod stdio;
mod unread;

pub use armed::ArmingError;
#[cfg(feature = "http")]
pub use http::{LimitedRequests, RequestLimit};
#[cfg(feature = "http")]
pub use identity::PeerAddress;
pub use payloads::without_payloads;
pub use protect::ProtectError;
pub use serve::ServeError;
pub use stdio::{Gated, Lines, stdio};
