//! The path sandbox on real files and real links, through its public API.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests fail by panicking, and some report what they counted"
)]
#![cfg(unix)]

mod attack;
mod background;
mod change;
mod corpus;
mod entries;
mod fixture;
mod lexical;
mod links;
mod names;
mod race;
mod read;
mod replace;
mod root;
mod rules;
mod schema;
mod special;
mod swap;
mod write;
