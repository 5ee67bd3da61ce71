//! Streamable HTTP: the service, and the limit in front of it.

mod early;
mod limit;
mod refused;
mod service;

pub(super) use early::Charged;
pub use limit::{LimitedRequests, RequestLimit};
