//! Streamable HTTP: the service behind its gate, and the limit in front of it.
//!
//! Way in: [`limit`] counts requests, [`service`] is what is mounted, [`scanned`] reads a
//! body, [`gate`] judges what was read, [`asker`] and [`refused`] make the answer to what
//! goes no further. [`identity`] and [`address`] say whose
//! it is. [`in_flight`] is what a request holds on its way, [`sessions`] how many
//! there may be. [`server`] is the connections around all of it.

mod address;
mod answered;
mod asker;
mod early;
mod gate;
mod identity;
mod in_flight;
mod limit;
mod refused;
mod scanned;
#[cfg(feature = "http-server")]
mod server;
mod service;
mod sessions;

pub use address::PeerAddress;
pub use answered::Answered;
pub(super) use early::Charged;
pub use identity::Authenticated;
pub(super) use identity::identity;
pub(super) use in_flight::InFlight;
pub use limit::{LimitedRequests, RequestLimit};
#[cfg(feature = "http-server")]
pub use server::HttpServer;
pub use service::HttpService;
