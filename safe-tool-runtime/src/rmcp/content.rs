//! A result's parts, taken out for the guard and put back.

use rmcp::{
    ErrorData,
    model::{
        CallToolResponse, CallToolResult, ContentBlock, ErrorCode, ResourceContents, TextContent,
    },
};
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
    for block in &mut result.content {
        match text_mut(block) {
            Some(text) => output.texts.push(std::mem::take(text)),
            None => output.labels.push(labels(block)),
        }
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
    if let Some(meta) = &mut result.meta {
        for value in meta.values_mut() {
            redact_json(value);
        }
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

/// The words around data that is not text: a link's name and description, a type. Binary
/// data itself is not looked into.
fn labels(block: &ContentBlock) -> String {
    match block {
        ContentBlock::ResourceLink(link) => serde_json::to_string(link).unwrap_or_default(),
        ContentBlock::Image(image) => image.mime_type.clone(),
        ContentBlock::Audio(audio) => audio.mime_type.clone(),
        ContentBlock::Resource(resource) => match &resource.resource {
            ResourceContents::BlobResourceContents { uri, .. } => uri.clone(),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// Scans an answer that is not a result yet (a question to the user, a task's handle):
/// the client's program reads it, so it is not framed.
pub(super) fn guard_other(
    response: &CallToolResponse,
    emit: impl FnOnce(Output) -> Result<Emitted, Refusal>,
) -> Result<(), Refusal> {
    let json = match response {
        CallToolResponse::InputRequired(required) => serde_json::to_string(required),
        CallToolResponse::Task(task) => serde_json::to_string(task),
        _ => return Ok(()),
    };
    let labels = vec![json.unwrap_or_default()];
    emit(Output {
        labels,
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
        labels: texts,
        ..Output::default()
    })?;
    let mut error = error;
    if let Some(data) = &mut error.data {
        redact_json(data);
    }
    Err(Failure::Protocol(error))
}
