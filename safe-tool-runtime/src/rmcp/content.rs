//! A result's parts, taken out for the guard and put back.

use std::sync::Arc;

use rmcp::{
    ErrorData,
    model::{
        CallToolResponse, CallToolResult, ContentBlock, ErrorCode, MetaObject, ResourceContents,
        TextContent,
    },
};
use serde::Serialize;
use serde_json::Value;

use super::call::Failure;
use crate::{
    guard::{Emitted, Output, Refusal},
    output::Source,
    redact::{redact_json, redact_json_text},
    validate::JsonObject,
};

/// How many content blocks of one result pass. Each costs a frame.
const MAX_BLOCKS: usize = 256;

/// Guards everything in a result: texts and embedded text resources are framed,
/// structured data is redacted and scanned in place, what else there is (links, types,
/// `_meta`) is redacted, scanned, and bounded by the tool's limit as well.
pub(super) fn guard_result(
    mut result: CallToolResult,
    context: &Outgoing,
    emit: impl FnOnce(Output) -> Result<Emitted, Refusal>,
) -> Result<CallToolResult, Failure> {
    let mut parts = take_apart(&mut result, context.max_bytes);
    let (structured, schema) = match result.structured_content.take() {
        // For such a peer rmcp itself moves what is not an object into the text, past
        // every frame: so it ends here, where the text beside it has been framed.
        Some(value) if context.objects_only && !value.is_object() => {
            if parts.texts.is_empty() {
                result.content.push(ContentBlock::text(String::new()));
                parts.texts.push(value.to_string());
            }
            (None, None)
        }
        value => (value, context.output_schema.clone()),
    };
    let cut = parts.cut;
    let cut = (cut > 0).then(|| format!("[truncated: {cut} more content blocks were cut]"));
    let emitted = emit(Output {
        texts: parts.texts,
        structured,
        schema,
        labels: parts.labels,
    })?;
    let mut framed = emitted.texts.into_iter();
    let texts = result.content.iter_mut().filter_map(text_mut);
    for (text, framed) in texts.zip(&mut framed) {
        *text = framed;
    }
    // What the guard has to say itself comes last and is not framed.
    let beside = framed.chain(emitted.withheld).chain(cut);
    result.content.extend(beside.map(ContentBlock::text));
    result.structured_content = emitted.structured;
    if emitted.incomplete {
        result.is_error = Some(true);
    }
    Ok(result)
}

/// What is known about the way a result goes.
pub(super) struct Outgoing {
    pub(super) output_schema: Option<Arc<JsonObject>>,
    /// The peer's protocol knows structured data that is an object, and no other.
    pub(super) objects_only: bool,
    /// The tool's limit on what is around the texts.
    pub(super) max_bytes: usize,
}

/// What is taken out of a result to be guarded.
#[derive(Default)]
struct Parts {
    /// Of every block that stays and has text, in order.
    texts: Vec<String>,
    /// What is around the texts, to be scanned.
    labels: Vec<Value>,
    /// How many blocks did not stay.
    cut: usize,
}

/// Takes the texts out, redacts everything around them, and cuts the blocks that go over
/// `max_bytes` or [`MAX_BLOCKS`].
fn take_apart(result: &mut CallToolResult, max_bytes: usize) -> Parts {
    let mut left = max_bytes;
    let mut parts = Parts::default();
    if let Some(meta) = &mut result.meta {
        redact_meta(Some(meta));
        let meta = Value::Object(meta.0.clone());
        match left.checked_sub(meta.to_string().len()) {
            Some(rest) => {
                left = rest;
                parts.labels.push(meta);
            }
            None => result.meta = None,
        }
    }
    let before = result.content.len();
    result.content.truncate(MAX_BLOCKS);
    result.content.retain_mut(|block| {
        redact_block(block);
        // Taken out before the block is looked at: neither is copied with it.
        let text = text_mut(block).map(std::mem::take);
        let Some(label) = label_of(block) else {
            return false;
        };
        let Some(rest) = left.checked_sub(length(&label)) else {
            return false;
        };
        left = rest;
        parts.labels.push(label);
        parts.texts.extend(text);
        true
    });
    parts.cut = before - result.content.len();
    parts
}

/// How much of a label its author could choose, in bytes: not the protocol's own keys and
/// types, of which every block has some.
fn length(label: &Value) -> usize {
    let parts = label.as_object().into_iter().flatten();
    let lengths = parts.map(|(key, value)| match value {
        Value::String(_) if key == "type" => 0,
        Value::String(text) => text.len(),
        Value::Null => 0,
        Value::Object(_) if key == "resource" => length(value),
        value => value.to_string().len(),
    });
    lengths.sum()
}

/// The text that a model reads of this block.
fn text_mut(block: &mut ContentBlock) -> Option<&mut String> {
    match block {
        ContentBlock::Text(TextContent { text, .. }) => Some(text),
        ContentBlock::Resource(resource) => match &mut resource.resource {
            ResourceContents::TextResourceContents { text, .. } => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// Everything in a block but its text, which has been taken out, and binary data,
/// which is not looked into. What only claims to be base64 is text, and stays. `None` for
/// what does not serialise: it does not reach the client either.
fn label_of(block: &mut ContentBlock) -> Option<Value> {
    let data = data_mut(block).map(std::mem::take);
    let mut label = to_value(block)?;
    if let (Some(data), Some(place)) = (data, data_mut(block)) {
        if !is_base64(&data)
            && let Value::Object(label) = &mut label
        {
            label.insert("data".to_owned(), data.clone().into());
        }
        *place = data;
    }
    Some(label)
}

/// The binary data of this block, as base64.
fn data_mut(block: &mut ContentBlock) -> Option<&mut String> {
    match block {
        ContentBlock::Image(image) => Some(&mut image.data),
        ContentBlock::Audio(audio) => Some(&mut audio.data),
        ContentBlock::Resource(resource) => match &mut resource.resource {
            ResourceContents::BlobResourceContents { blob, .. } => Some(blob),
            _ => None,
        },
        _ => None,
    }
}

/// By its alphabet alone (RFC 4648, with the URL-safe one).
fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let digit =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_');
    digits.bytes().all(digit)
}

fn redact_block(block: &mut ContentBlock) {
    match block {
        ContentBlock::Text(text) => redact_meta(text.meta.as_mut()),
        ContentBlock::Image(image) => redact_meta(image.meta.as_mut()),
        ContentBlock::Audio(audio) => redact_meta(audio.meta.as_mut()),
        ContentBlock::ResourceLink(link) => {
            redact_meta(link.meta.as_mut());
            for text in [&mut link.title, &mut link.description]
                .into_iter()
                .flatten()
            {
                if let Some(redacted) = redact_json_text(text) {
                    *text = redacted;
                }
            }
        }
        ContentBlock::Resource(embedded) => {
            redact_meta(embedded.meta.as_mut());
            match &mut embedded.resource {
                ResourceContents::TextResourceContents { meta, .. }
                | ResourceContents::BlobResourceContents { meta, .. } => redact_meta(meta.as_mut()),
                _ => {}
            }
        }
        _ => {}
    }
}

fn redact_meta(meta: Option<&mut MetaObject>) {
    if let Some(MetaObject(entries)) = meta {
        let mut value = Value::Object(std::mem::take(entries));
        redact_json(&mut value);
        if let Value::Object(redacted) = value {
            *entries = redacted;
        }
    }
}

/// What does not serialise does not reach the client either.
fn to_value(part: &impl Serialize) -> Option<Value> {
    serde_json::to_value(part).ok()
}

/// Scans an answer that is not a result yet (a question to the user, a task's handle):
/// the client's program reads it, so it is not framed.
pub(super) fn guard_other(
    response: &CallToolResponse,
    emit: impl FnOnce(Output) -> Result<Emitted, Refusal>,
) -> Result<(), Refusal> {
    let value = match response {
        CallToolResponse::InputRequired(required) => to_value(required),
        CallToolResponse::Task(task) => to_value(task),
        _ => None,
    };
    emit(Output {
        labels: value.into_iter().collect(),
        ..Output::default()
    })?;
    Ok(())
}

/// Error codes by which client and server steer the protocol: a URL to be opened
/// (-32042), a capability that is missing (-32021). The client's program reads them, and
/// their data has a form of its own.
const STEERING: [ErrorCode; 2] = [ErrorCode(-32042), ErrorCode(-32021)];

/// A handler's error. Its message is as foreign as any result, so it comes back in-band
/// and framed, where the model can act on it. A steering code stays an error: its message
/// becomes a label, its data is redacted and scanned.
pub(super) fn guard_error(
    mut error: ErrorData,
    emit: impl FnOnce(Output) -> Result<Emitted, Refusal>,
) -> Result<CallToolResult, Failure> {
    let mut output = Output::default();
    if STEERING.contains(&error.code) {
        if let Some(data) = &mut error.data {
            redact_json(data);
            output.labels.push(data.clone());
        }
        emit(output)?;
        error.message = Source::new(&error.message).to_string().into();
        return Err(Failure::Protocol(error));
    }
    output.texts.push(error.message.into_owned());
    output
        .texts
        .extend(error.data.as_ref().map(Value::to_string));
    let emitted = emit(output)?;
    let content = emitted.texts.into_iter().map(ContentBlock::text).collect();
    Ok(CallToolResult::error(content))
}
