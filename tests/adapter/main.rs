//! The rmcp adapter, over the real protocol: rmcp's own client on an in-memory pipe.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests fail by panicking"
)]

mod audit;
mod budget;
mod calls;
mod concurrency;
mod limits;
mod lines;
mod manifest;
#[cfg(feature = "metrics")]
mod metrics;
mod outputs;
mod payloads;
mod results;
mod server;
mod startup;
