//! The way out: cut → redact → cap → scan → frame, over everything a result holds.
//!
//! The first cut leaves a margin for what redaction and the scan have to see; what follows
//! costs as much as the tool's budget, whatever the tool returned.

mod schema;
mod structured;

use std::{borrow::Cow, sync::Arc};

use serde_json::Value;

use super::{GuardedTool, Refusal};
use crate::{
    output::{
        Budget, Capped, Findings, Guarded, Outlet, Source, injection::Level, security_warning,
    },
    redact::redact_cut_text,
    validate::JsonObject,
};

/// How far past the cap a text is redacted, in characters: a secret that lies across the
/// edge, or is named beyond it, has to be seen.
const REDACTED_PAST_CAP: usize = 4_096;

/// What a tool returned, without its SDK's wrapping.
#[derive(Debug, Default)]
pub struct Output {
    /// Text that the model reads: each is framed.
    pub texts: Vec<String>,
    /// Data for programs: redacted and scanned in place, not framed, so that it still
    /// fits its schema.
    pub structured: Option<Value>,
    /// The output schema that the tool declares for the structured data: redaction keeps
    /// to it, or the data is withheld.
    pub schema: Option<Arc<JsonObject>>,
    /// Whatever else is on the way out (titles, links): its strings are scanned.
    pub labels: Vec<Value>,
}

/// What may be passed on.
#[derive(Debug, Default)]
pub struct Emitted {
    /// The texts in their frames, in order. One more than there were if the structured
    /// data came without text: then it is shown as text as well.
    pub texts: Vec<String>,
    /// The structured data, unless it had to be withheld.
    pub structured: Option<Value>,
    /// The structured data was over the size limit, or could not be redacted within its
    /// schema, and had to go: what to say in its place. Words of the guard's own, which are not framed.
    pub withheld: Option<String>,
    /// The structured data had to go although the tool's schema promises it, or there is
    /// no text beside it: the result has to be an error.
    pub incomplete: bool,
    /// What was found in all of it; `None` if it was not searched.
    pub findings: Option<Findings>,
}

pub(super) fn emit(
    tool: &GuardedTool,
    source: &Source,
    mut output: Output,
) -> Result<Emitted, Refusal> {
    let outlet = tool.outlet();
    let alone = output.structured.is_some() && output.texts.is_empty();
    let schema = output.schema.as_deref();
    let passed = output
        .structured
        .take()
        .map(|value| structured::passed(value, schema, outlet.budget));
    let (structured, withheld) = match passed {
        None => (None, None),
        Some(Ok(value)) => (Some(value), None),
        Some(Err(withheld)) => (None, Some(withheld.notice(outlet))),
    };

    let strings = structured.iter().chain(&output.labels);
    let strings: Vec<&str> = strings.flat_map(strings_of).collect();
    let beside = scan(outlet, &strings, source)?;
    if let Some(value) = structured.as_ref().filter(|_| alone) {
        // A model that is not shown the data itself reads it here, in a frame.
        output.texts.push(value.to_string());
    }

    let cut = cut(&output.texts, outlet.budget);
    let redacted: Vec<Cow<'_, str>> = cut.iter().map(redacted).collect();
    let texts = cut.iter().zip(&redacted).map(|(cut, text)| Capped {
        kept: text,
        omitted: cut.omitted,
    });
    let texts: Vec<Capped<'_>> = texts.collect();
    match outlet.guard_capped(&texts, beside, source) {
        Guarded::Framed { content, findings } => Ok(Emitted {
            texts: content,
            incomplete: withheld.is_some() && (output.schema.is_some() || alone),
            withheld,
            structured,
            findings,
        }),
        Guarded::Blocked { warning, findings } => Err(Refusal::Injection { warning, findings }),
    }
}

fn cut(texts: &[String], budget: Budget) -> Vec<Capped<'_>> {
    let whole = texts.iter().map(|text| Capped::whole(text));
    budget.plus(REDACTED_PAST_CAP).share(whole)
}

fn redacted<'a>(text: &Capped<'a>) -> Cow<'a, str> {
    let is_whole = text.omitted.bytes == 0;
    redact_cut_text(text.kept, is_whole).map_or(Cow::Borrowed(text.kept), Cow::Owned)
}

/// Scans strings joined in the two ways in which an order could be split over them: in a
/// word, and between two.
fn scan(outlet: &Outlet, strings: &[&str], source: &Source) -> Result<Option<Findings>, Refusal> {
    if strings.is_empty() {
        return Ok(None);
    }
    match outlet.screen.examine_joined(strings, &[" ", ""]) {
        Some(findings) if findings.level() == Level::Blocked => Err(Refusal::Injection {
            warning: security_warning(source, findings.rule()),
            findings,
        }),
        findings => Ok(findings),
    }
}

/// Every string of a JSON value, keys included, without recursion: the depth is the
/// tool's.
fn strings_of(value: &Value) -> Vec<&str> {
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
