//! An MCP server with four tools over a small library's documents, pages and member
//! records, made safe by `safe-tool`. It serves standard input and output, or HTTP.
//!
//! Everything is set by the environment: see `README.md`.

mod data;
mod quota;
mod search;
mod serve;
mod tools;

pub use serve::{serve_http, serve_stdio};
pub use tools::Docs;
