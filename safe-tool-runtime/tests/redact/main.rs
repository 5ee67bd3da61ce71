//! Redaction, by its public face.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod json;
mod shapes;
mod stream;
mod words;
