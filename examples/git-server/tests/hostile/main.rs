//! Hostile calls and hostile repositories, over MCP, against the executable and real git.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod arguments;
mod configuration;
mod fixture;
mod places;
mod work;
