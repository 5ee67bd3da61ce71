//! The way out: redact → cap → scan → frame, over everything a result holds.

use std::borrow::Cow;

use serde_json::Value;

use super::{GuardedTool, Refusal};
use crate::{
    output::{Guarded, Source, guard_texts, injection, security_warning},
    redact::{redact_json, redact_json_keeping_types, redact_json_text},
};

/// What a tool returned, without its SDK's wrapping.
#[derive(Debug, Default)]
pub struct Output {
    /// Text that the model reads: each is framed.
    pub texts: Vec<String>,
    /// Data for programs: redacted and scanned in place, not framed, so that it still
    /// fits its schema.
    pub structured: Option<Value>,
    /// The tool declares an output schema, so the structured data's types must hold.
    pub has_schema: bool,
    /// Whatever else is on the way out (titles, links): its strings are scanned.
    pub labels: Vec<Value>,
}

/// What may be passed on.
#[derive(Debug, Default)]
pub struct Emitted {
    /// The texts in their frames, in order.
    pub texts: Vec<String>,
    /// The structured data, unless it is over the size limit.
    pub structured: Option<Value>,
    /// The structured data was over the size limit and had to go, although the tool's
    /// schema promises it: the result has to be an error.
    pub incomplete: bool,
}

pub(super) fn emit(
    tool: &GuardedTool,
    source: &Source,
    output: Output,
) -> Result<Emitted, Refusal> {
    let max_chars = tool.policy().output.max_chars;
    let promised = output.has_schema && output.structured.is_some();
    let structured = output
        .structured
        .and_then(|value| structured(value, output.has_schema, max_chars));
    let beside: Vec<&str> = structured
        .iter()
        .chain(&output.labels)
        .flat_map(strings)
        .collect();
    scan(beside.iter().copied(), source)?;

    let texts: Vec<Cow<'_, str>> = output
        .texts
        .iter()
        .map(|text| redact_json_text(text).map_or(Cow::Borrowed(text.as_str()), Cow::Owned))
        .collect();
    let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
    match guard_texts(&texts, source, max_chars) {
        Guarded::Framed(texts) => Ok(Emitted {
            texts,
            incomplete: promised && structured.is_none(),
            structured,
        }),
        Guarded::Blocked { warning, finding } => Err(Refusal::Injection {
            warning,
            rule: finding.rule,
        }),
    }
}

/// The value without its secrets, or `None` if it is larger than the text limit. A
/// truncated value would be another value; the text beside it is cut and says so.
fn structured(mut value: Value, has_schema: bool, max_chars: usize) -> Option<Value> {
    if has_schema {
        redact_json_keeping_types(&mut value);
    } else {
        redact_json(&mut value);
    }
    let json = value.to_string();
    (json.len() <= max_chars || json.chars().count() <= max_chars).then_some(value)
}

/// Scans strings joined in the two ways in which an order could be split over them: in a
/// word, and between two.
fn scan<'a>(
    strings: impl Iterator<Item = &'a str> + Clone,
    source: &Source,
) -> Result<(), Refusal> {
    for joint in [" ", ""] {
        let mut joined = String::new();
        for string in strings.clone() {
            joined.push_str(string);
            joined.push_str(joint);
        }
        if let Some(finding) = injection::scan(&joined) {
            return Err(Refusal::Injection {
                warning: security_warning(source, finding.rule),
                rule: finding.rule,
            });
        }
    }
    Ok(())
}

/// Every string of a JSON value, keys included, without recursion: the depth is the
/// tool's.
fn strings(value: &Value) -> Vec<&str> {
    let mut found = Vec::new();
    let mut left = vec![value];
    while let Some(value) = left.pop() {
        match value {
            Value::String(text) => found.push(text.as_str()),
            Value::Array(items) => left.extend(items.iter().rev()),
            Value::Object(entries) => {
                left.extend(entries.values().rev());
                found.extend(entries.keys().map(String::as_str));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    found
}
