//! What a server answers, and how to read it.

use rmcp::model::{CallToolResult, ContentBlock, ResourceContents};
use serde_json::Value;

/// What a server made of one call.
pub enum Answer {
    Result(CallToolResult),
    /// A JSON-RPC error, which a model does not get to see.
    Protocol(String),
    /// No answer can come any more, and why.
    Lost(String),
    /// Nothing came within the deadline.
    Hung,
}

/// What a model would read.
pub fn texts<'a>(result: &'a CallToolResult) -> Vec<&'a str> {
    let text = |block: &'a ContentBlock| match block {
        ContentBlock::Text(text) => Some(text.text.as_str()),
        ContentBlock::Resource(resource) => match &resource.resource {
            ResourceContents::TextResourceContents { text, .. } => Some(text.as_str()),
            _ => None,
        },
        _ => None,
    };
    result.content.iter().filter_map(text).collect()
}

/// The whole answer: as it stands on the wire, and its texts without their escapes.
pub fn everything(result: &CallToolResult, texts: &[&str]) -> String {
    let json = serde_json::to_value(result).unwrap_or(Value::Null);
    format!("{json}\n{}", texts.join("\n"))
}

/// The nonce of a framed text, and what is in the frame.
pub fn unframe(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let first = first.strip_prefix("--- BEGIN EXTERNAL DATA ")?;
    let (nonce, source) = first.split_once(" (source: ")?;
    let source = source.strip_suffix(") ---")?;
    let (inside, note) = rest.rsplit_once(&format!("\n--- END EXTERNAL DATA {nonce} ---\n"))?;
    let good = nonce.len() >= 16
        && nonce.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !source.is_empty()
        && !inside.contains(nonce)
        && note.starts_with("Note: ")
        && !note.contains('\n');
    good.then_some((nonce, inside))
}

pub fn summary(answer: &Answer) -> String {
    match answer {
        Answer::Result(result) => summary_of(&texts(result)),
        Answer::Protocol(why) => why.clone(),
        Answer::Lost(_) | Answer::Hung => "no answer".to_owned(),
    }
}

/// The first line of what came, or of what is in its frame.
pub fn summary_of(texts: &[&str]) -> String {
    let text = texts.first().copied().unwrap_or("no text");
    let inside = unframe(text).map_or(text, |(_, inside)| inside);
    inside.lines().next().unwrap_or("an empty text").to_owned()
}
