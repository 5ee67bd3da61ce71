//! The gate before the parser: a message's bytes are judged while they arrive, before a
//! parser makes a tree of them.
//!
//! A [`Scanner`] reads a message once, in whatever pieces it comes, and keeps no more of it
//! than its [`Budget`] allows. It takes what RFC 8259 and serde_json take, within the budget
//! and without duplicate keys where they matter: in the message's envelope, in `params`, and
//! at every level of `params.arguments`. On the way it takes the facts out of the envelope
//! that an answer needs: the id, the method, the tool's name.
//!
//! ```
//! use safe_tool_runtime::wire::{Budget, Kind, Scanner};
//!
//! let mut scanner = Scanner::new(Budget::default());
//! scanner.feed(br#"{"jsonrpc":"2.0","id":7,"method":"tools/call","par"#);
//! scanner.feed(br#"ams":{"name":"read_file","arguments":{"path":"a"}}}"#);
//! let envelope = scanner.finish().map_err(|refusal| refusal.to_string())?;
//! assert_eq!(envelope.kind(), Kind::Request);
//! assert_eq!(envelope.id(), Some("7"));
//! assert_eq!(envelope.tool(), Some("read_file"));
//!
//! let mut scanner = Scanner::new(Budget::default());
//! scanner.feed(br#"{"method":"x","a":1,"\u0061":2,"id":7}"#);
//! let refusal = scanner.finish().map(drop).unwrap_err();
//! assert_eq!(refusal.to_string(), "a key stands twice in one object");
//! // The scan went on to the id, so that the request can be answered.
//! assert_eq!(refusal.envelope().id(), Some("7"));
//! # Ok::<(), String>(())
//! ```
//!
//! Nothing here knows MCP's SDK, or where the bytes come from.

mod answer;
mod budget;
mod envelope;
mod escape;
mod fault;
mod keys;
mod number;
mod plain;
mod scanner;
mod structure;
mod text;
mod utf8;

pub use answer::{Answer, Dialect};
#[cfg(feature = "rmcp")]
pub(crate) use answer::{META_REFUSAL, META_RETRY_AFTER};
pub use budget::Budget;
pub use envelope::{Envelope, Kind};
pub use fault::{Fault, Place, Refusal};
pub use scanner::{Progress, Scanner};
