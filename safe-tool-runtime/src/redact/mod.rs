//! Secrets, found by the names of their keys and by their own shape.
//!
//! [`is_sensitive_key`] says which names; [`redact_json`] takes the values out of JSON at
//! any depth, [`redact_json_text`] out of text, be it JSON, whole or broken, or prose
//! with a password in it, and [`Redacted`] out of a typed value while it is serialised.

mod cut;
mod debug;
mod form;
mod glance;
mod json;
mod keys;
mod lexical;
mod marker;
mod memo;
mod pairs;
mod plain;
mod quote;
mod shapes;
mod spans;
mod stems;
mod stream;
mod text;
mod value_span;

pub(crate) use cut::redact_cut_text;
pub use debug::debug_field;
pub use form::{RedactedForm, redacted};
pub(crate) use json::{MAX_DEPTH, discard};
pub use json::{redact_json, redact_json_keeping_types};
pub use keys::is_sensitive_key;
pub use marker::REDACTED;
pub(crate) use marker::carries_marker;
pub use stream::{Redacted, to_redacted_json};
pub use text::redact_json_text;
