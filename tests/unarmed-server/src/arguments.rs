//! Arguments, and their twins with one rule less. Where a rule cannot be left out of
//! `#[safe_tool]`, the arguments are mended first, as lenient servers do.

use std::path::PathBuf;

use safe_tool::{SandboxRoot, SandboxedPath, Violations, safe_tool};
use serde_json::{Value, json};

use crate::protection::Protection;

pub(crate) static DOCS: SandboxRoot = SandboxRoot::unset();
pub(crate) static PAGES: SandboxRoot = SandboxRoot::unset();

/// What a search is told, whichever type checked it.
pub(crate) struct Search {
    pub(crate) query: String,
    pub(crate) max_results: i64,
}

/// A path, with or without the capability.
pub(crate) enum AnyPath {
    Sandboxed(SandboxedPath),
    Plain(PathBuf),
}

/// Search arguments that differ in the rules of the query and the range.
macro_rules! search_arguments {
    ($($name:ident: [$($query:tt)*] [$($range:tt)*];)*) => {$(
        #[safe_tool]
        struct $name {
            $($query)*
            query: String,
            $($range)*
            max_results: i64,
            #[default(true)]
            safe_mode: bool,
        }

        impl From<$name> for Search {
            fn from($name { query, max_results, safe_mode }: $name) -> Self {
                // Hits are named and not quoted, safe or not.
                let _ = safe_mode;
                Self { query, max_results }
            }
        }
    )*};
}

search_arguments! {
    Checked: [#[trim] #[min_len(1)] #[max_len(200)]] [#[range(1, 50)]];
    Unbounded: [#[unbounded]] [];
    WithControl: [#[trim] #[min_len(1)] #[max_len(200)] #[allow_control_chars]] [#[range(1, 50)]];
    WithFormat: [#[trim] #[min_len(1)] #[max_len(200)] #[allow_format_chars]] [#[range(1, 50)]];
}

#[safe_tool]
struct ReadFile {
    #[sandboxed_path(root = DOCS)]
    file_path: SandboxedPath,
}

#[safe_tool]
struct ReadAnyFile {
    #[max_len(4096)]
    file_path: String,
}

#[safe_tool]
struct FetchPage {
    #[sandboxed_path(root = PAGES)]
    url: SandboxedPath,
}

#[safe_tool]
struct FetchAnyPage {
    #[max_len(4096)]
    url: String,
}

#[safe_tool]
struct GetUser {
    #[max_len(64)]
    #[pattern("^[A-Za-z0-9_-]+$")]
    user_id: String,
}

pub(crate) fn search(
    without: Option<Protection>,
    mut arguments: Value,
) -> Result<Search, Violations> {
    match without {
        Some(Protection::Validation) => Unbounded::from_json(arguments).map(Into::into),
        Some(Protection::ControlChars) => WithControl::from_json(arguments).map(Into::into),
        Some(Protection::InvisibleChars) => WithFormat::from_json(arguments).map(Into::into),
        Some(Protection::StrictTypes) => {
            coerce(&mut arguments);
            Checked::from_json(arguments).map(Into::into)
        }
        Some(Protection::UnknownFields) => {
            drop_unknown(&mut arguments, &["query", "max_results", "safe_mode"]);
            Checked::from_json(arguments).map(Into::into)
        }
        _ => Checked::from_json(arguments).map(Into::into),
    }
}

pub(crate) fn file(without: Option<Protection>, arguments: Value) -> Result<AnyPath, Violations> {
    if without == Some(Protection::Sandbox) {
        let plain = ReadAnyFile::from_json(arguments)?;
        return Ok(AnyPath::Plain(plain.file_path.into()));
    }
    Ok(AnyPath::Sandboxed(
        ReadFile::from_json(arguments)?.file_path,
    ))
}

pub(crate) fn page(without: Option<Protection>, arguments: Value) -> Result<AnyPath, Violations> {
    if without == Some(Protection::Sandbox) {
        let plain = FetchAnyPage::from_json(arguments)?;
        return Ok(AnyPath::Plain(plain.url.into()));
    }
    Ok(AnyPath::Sandboxed(FetchPage::from_json(arguments)?.url))
}

pub(crate) fn user(arguments: Value) -> Result<String, Violations> {
    Ok(GetUser::from_json(arguments)?.user_id)
}

/// Makes what is there into what is wanted, as weakly typed languages do.
fn coerce(arguments: &mut Value) {
    if let Some(count) = arguments.get_mut("max_results") {
        *count = json!(as_integer(count));
    }
    if let Some(query) = arguments.get_mut("query")
        && !query.is_string()
    {
        *query = json!(query.to_string());
    }
    if let Some(safe_mode) = arguments.get_mut("safe_mode") {
        *safe_mode = json!(*safe_mode != json!(false));
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "as weakly typed languages do"
)]
fn as_integer(value: &Value) -> i64 {
    match value {
        Value::Null => 1,
        Value::Bool(flag) => i64::from(*flag),
        Value::Number(number) => number.as_f64().unwrap_or_default() as i64,
        Value::String(text) => text.parse().unwrap_or_default(),
        Value::Array(items) => items.first().map_or(1, as_integer),
        Value::Object(_) => 1,
    }
}

fn drop_unknown(arguments: &mut Value, known: &[&str]) {
    if let Value::Object(entries) = arguments {
        entries.retain(|key, _| known.contains(&key.as_str()));
    }
}
