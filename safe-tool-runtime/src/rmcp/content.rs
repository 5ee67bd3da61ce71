//! A result's parts, taken out for the guard and put back.

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
    redact::redact_json,
};

/// How many content blocks of one result pass. Each costs a frame.
const MAX_BLOCKS: usize = 256;

/// Guards every text, embedded text resource and structured string of a result.
pub(super) fn guard_result(
    mut result: CallToolResult,
    has_schema: bool,
    emit: impl FnOnce(Output) -> Result<Emitted, Refusal>,
) -> Result<CallToolResult, Failure> {
    let dropped = result.content.len().saturating_sub(MAX_BLOCKS);
    result.content.truncate(MAX_BLOCKS);
    let mut output = Output {
        structured: result.structured_content.take(),
        has_schema,
        ..Output::default()
    };
    redact_meta(result.meta.as_mut());
    output.labels.extend(to_value(&result.meta));
    for block in &mut result.content {
        redact_block_meta(block);
        if let Some(text) = text_mut(block) {
            output.texts.push(std::mem::take(text));
        }
        output.labels.extend(labels(block));
    }
    if dropped > 0 {
        output.texts.push(format!(
            "[truncated: {dropped} more content blocks were cut]"
        ));
        result.content.push(ContentBlock::text(""));
    }
    let emitted = emit(output)?;
    let mut texts = emitted.texts.into_iter();
    for block in &mut result.content {
        if let Some(text) = text_mut(block) {
            *text = texts.next().unwrap_or_default();
        }
    }
    result.structured_content = emitted.structured;
    if emitted.incomplete {
        result.is_error = Some(true);
    }
    Ok(result)
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

/// Everything in a block but its text, which has been taken out, and binary data, which
/// is not looked into: names, links, types, `_meta`.
fn labels(block: &ContentBlock) -> Option<Value> {
    let mut value = to_value(block)?;
    for data in ["/data", "/resource/blob"] {
        if let Some(data) = value.pointer_mut(data) {
            *data = Value::Null;
        }
    }
    Some(value)
}

fn redact_block_meta(block: &mut ContentBlock) {
    match block {
        ContentBlock::Text(text) => redact_meta(text.meta.as_mut()),
        ContentBlock::Image(image) => redact_meta(image.meta.as_mut()),
        ContentBlock::Audio(audio) => redact_meta(audio.meta.as_mut()),
        ContentBlock::ResourceLink(link) => redact_meta(link.meta.as_mut()),
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

/// A handler's error. Its message is as foreign as any result: an error that says what
/// went wrong comes back in-band and framed, where the model can act on it. Codes that
/// drive the protocol stay errors, with nothing but the code's own meaning.
pub(super) fn guard_error(
    error: ErrorData,
    emit: impl FnOnce(Output) -> Result<Emitted, Refusal>,
) -> Result<CallToolResult, Failure> {
    let mut texts = vec![error.message.to_string()];
    texts.extend(error.data.as_ref().map(Value::to_string));
    let in_band = matches!(
        error.code,
        ErrorCode::INVALID_PARAMS | ErrorCode::INTERNAL_ERROR | ErrorCode::INVALID_REQUEST
    );
    if in_band {
        let emitted = emit(Output {
            texts,
            ..Output::default()
        })?;
        let content = emitted.texts.into_iter().map(ContentBlock::text).collect();
        return Ok(CallToolResult::error(content));
    }
    emit(Output {
        labels: texts.into_iter().map(Value::from).collect(),
        ..Output::default()
    })?;
    let mut error = error;
    if let Some(data) = &mut error.data {
        redact_json(data);
    }
    Err(Failure::Protocol(error))
}
