//! A hostile client against docs-server, a real process: it gets an answer to every request
//! within two seconds, the next good call is answered, and the process stays small.
//!
//! `hostile` holds the messages, `victim` the process; `stdio` sends them, and `soak` goes
//! on for long.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    reason = "a test says what went wrong by panicking, and has no public interface"
)]

#[path = "../wire/client/build.rs"]
#[allow(dead_code, reason = "shared with the wire tests, which use all of it")]
mod build;
mod hostile;
mod http;
mod soak;
mod stdio;
mod victim;
