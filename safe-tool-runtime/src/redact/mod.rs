//! Secrets in free-form JSON, found by the names of their keys.
//!
//! [`is_sensitive_key`] says which names; [`redact_json`] takes the values out at any
//! depth, and [`redact_json_text`] does so for text that holds JSON, whole or broken.

mod debug;
mod json;
mod keys;
mod lexical;
mod pairs;
mod quote;
mod text;
mod value_span;

pub use debug::debug_field;
pub use json::{REDACTED, redact_json, redact_json_keeping_types};
pub use keys::is_sensitive_key;
pub use text::redact_json_text;
