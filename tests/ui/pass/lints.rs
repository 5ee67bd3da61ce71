//! Nothing that is generated warns, however strict the user's crate is.
#![forbid(unsafe_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![deny(warnings, missing_docs, unreachable_pub, missing_debug_implementations, single_use_lifetimes)]
#![deny(unused_qualifications, unused_lifetimes, unused_results, trivial_casts, let_underscore_drop)]
#![deny(elided_lifetimes_in_paths, explicit_outlives_requirements, non_ascii_idents, keyword_idents)]
#![deny(trivial_numeric_casts, unused_import_braces, variant_size_differences, unused_macro_rules)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery, clippy::cargo)]

use safe_tool::{SandboxedPath, safe_tool};

/// Everything at once.
#[safe_tool(rate_limit(60, per = "1m"), output(source = "page {query}"), timeout = "5s", check = check)]
#[derive(Clone)]
pub struct Search {
    /// Words.
    #[trim]
    #[min_len(1)]
    #[max_len(200)]
    #[pattern("^[^<>]+$")]
    pub query: String,
    /// Number.
    #[range(1, 50)]
    #[multiple_of(5)]
    #[default(10)]
    #[check(positive)]
    pub limit: u32,
    /// Weight.
    #[range(0, 1)]
    #[default(1)]
    pub weight: f32,
    /// File.
    #[sandboxed_path(env = "DOCS", default = "/data/safe")]
    pub file: Option<SandboxedPath>,
    /// Secret.
    #[redact]
    #[max_len(5)]
    pub pin: Option<String>,
    /// List.
    #[max_items(3)]
    #[each(max_len(5), check(lower))]
    #[default]
    pub tags: Vec<String>,
    /// Map.
    #[max_items(3)]
    #[keys(max_len(5))]
    #[each(range(1, 5))]
    #[default]
    pub map: std::collections::BTreeMap<String, u8>,
    /// Choice.
    pub action: Option<Action>,
}

/// What to do.
#[safe_tool(tag = "kind")]
#[derive(Clone)]
pub enum Action {
    /// Nothing.
    Nothing,
    /// Something.
    Move {
        /// How far.
        steps: u8,
    },
}

/// A name.
#[safe_tool(transparent)]
pub struct Name(#[max_len(5)] pub String);

/// Nothing.
#[safe_tool]
pub struct Ping {}

fn check(_: &Search) -> Result<(), String> {
    Ok(())
}

fn lower(_: &str) -> Result<(), String> {
    Ok(())
}

fn positive(_: &u32) -> Result<(), &'static str> {
    Ok(())
}

fn main() {}
