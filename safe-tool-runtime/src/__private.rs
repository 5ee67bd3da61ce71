//! Everything that generated code names. Not part of the public API.

pub use core::{
    any::type_name,
    convert::From,
    default::Default,
    fmt::{Debug, Formatter, Result as FmtResult},
    marker::PhantomData,
    option::Option,
    result::Result,
    time::Duration,
};
pub use std::{borrow::Cow, string::String};

/// Owned copies, for the policy.
pub fn strings(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

// Whose derives `#[safe_output]` uses.
pub use {schemars, serde};

pub use schemars::{JsonSchema, Schema, SchemaGenerator};
pub use serde::{Deserialize, Deserializer, de::MapAccess};
pub use serde_json::{Error as JsonError, Value as JsonValue};

pub use crate::{
    limit::Quota,
    policy::{Cost, OutputPolicy, Policy},
    redact::{debug_field, redacted},
    sandbox::SandboxRoot,
    validate::*,
};
