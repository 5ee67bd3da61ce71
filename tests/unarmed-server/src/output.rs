//! The way out: redact → cap → scan → frame, each of which may be left out.

use rmcp::model::{CallToolResult, ContentBlock};
use safe_tool::{
    output::{Guarded, Screen, Source, cap, frame, guard_text, injection::Level, security_warning},
    redact::{redact_json, redact_json_text},
};
use serde_json::Value;

use crate::protection::Protection;

const MAX_CHARS: usize = 8_000;

/// A result as a tool returned it.
pub(crate) struct Raw {
    pub(crate) text: String,
    pub(crate) data: Option<Value>,
    pub(crate) failed: bool,
}

pub(crate) fn emit(without: Option<Protection>, source: &Source, raw: Raw) -> CallToolResult {
    let Raw {
        mut text,
        mut data,
        failed,
    } = raw;
    if without != Some(Protection::Redaction) {
        text = redact_json_text(&text).unwrap_or(text);
        if let Some(data) = &mut data {
            redact_json(data);
        }
    }
    if without != Some(Protection::Injection)
        && let Some(findings) = data
            .as_ref()
            .and_then(|data| Screen::default().examine(&data.to_string()))
        && findings.level() == Level::Blocked
    {
        return refusal(security_warning(source, findings.rule()));
    }
    match guarded(without, source, &text) {
        Err(warning) => refusal(warning),
        Ok(text) => {
            let mut result = CallToolResult::success(vec![ContentBlock::text(text)]);
            result.structured_content = data;
            result.is_error = Some(failed);
            result
        }
    }
}

/// The text as it may be shown, or the warning in its place.
fn guarded(without: Option<Protection>, source: &Source, text: &str) -> Result<String, String> {
    let max_chars = match without {
        Some(Protection::Cap) => usize::MAX,
        _ => MAX_CHARS,
    };
    if without == Some(Protection::Injection) {
        return frame(&cap(text, max_chars), source).map_err(|error| error.to_string());
    }
    match guard_text(text, source, max_chars) {
        Guarded::Blocked { warning, .. } => Err(warning),
        Guarded::Framed { .. } if without == Some(Protection::Frame) => {
            Ok(cap(text, max_chars).kept.to_owned())
        }
        Guarded::Framed { content, .. } => Ok(content),
    }
}

/// The server's own words: not framed.
pub(crate) fn refusal(text: String) -> CallToolResult {
    CallToolResult::error(vec![ContentBlock::text(text)])
}
