//! Clients of others against the docs-server: the official ones of Python and TypeScript,
//! in each version of the protocol, the Inspector's command line, and the official
//! conformance suite. Nothing of ours is on their side.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    missing_docs,
    unreachable_pub,
    reason = "a test says what went wrong by panicking, and has no public interface"
)]

#[path = "../wire/client/mod.rs"]
#[allow(dead_code, reason = "shared with the wire tests, which use all of it")]
mod client;
#[path = "../wire/data.rs"]
#[allow(dead_code, reason = "shared with the wire tests, which use all of it")]
mod data;

mod calls;
mod conformance;
#[cfg(unix)]
mod examples;
mod inspector;
mod install;
mod told;
