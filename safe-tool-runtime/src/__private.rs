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

/// The rules of a tool's own.
///
/// # Panics
/// If one is none. The macro has tried each; were its `regex` another one than this, the
/// server must not start without what it is to look for.
#[allow(clippy::expect_used, reason = "at start-up, on constants")]
pub fn patterns(declared: &[(&str, &str, u32)]) -> Vec<InjectionPattern> {
    let made = declared.iter().map(|(rule, pattern, points)| {
        InjectionPattern::new(rule, pattern, *points).expect("this pattern was tried by the macro")
    });
    made.collect()
}

// Whose derives `#[safe_output]` uses.
pub use {schemars, serde};

pub use schemars::{JsonSchema, Schema, SchemaGenerator};
pub use serde::{Deserialize, Deserializer, de::MapAccess};
pub use serde_json::{Error as JsonError, Value as JsonValue};

#[cfg(feature = "url")]
pub use crate::public_url::UrlRules;
pub use crate::{
    limit::Quota,
    output::{FrameForm, InjectionAction},
    policy::{Cost, InjectionPattern, OutputPolicy, Policy},
    redact::{debug_field, redacted},
    sandbox::{PathRules, SandboxRoot},
    taint::{SqlParam, listed_ident, sql_ident, sql_param},
    validate::*,
};
