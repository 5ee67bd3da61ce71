//! The docs-server as a client sees it: plain JSON-RPC over standard input and output,
//! and over HTTP. Nearly every call is made over both, and the answers must be equal.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    reason = "a test says what went wrong by panicking, and has no public interface"
)]

mod client;

mod addresses;
mod both;
mod connections;
mod data;

mod callers;
mod charges;
mod framing;
mod gate;
mod good;
mod hostile;
mod protocol;
mod rate;
mod requests;
mod startup;
