//! From a line that the scanner has accepted to rmcp's message.

use rmcp::{
    RoleServer,
    model::{
        CallToolRequest, CallToolRequestParams, ClientRequest, JsonRpcMessage, JsonRpcRequest,
        JsonRpcVersion2_0, RequestId,
    },
    service::RxJsonRpcMessage,
};
use serde::Deserialize;

use crate::wire::{Envelope, Kind};

/// rmcp's own `Deserialize` tries each of its messages in turn, on a copy in a buffer. The
/// scanner knows a tool call already, and of calls there are many.
#[derive(Deserialize)]
struct Call {
    jsonrpc: JsonRpcVersion2_0,
    id: RequestId,
    params: CallToolRequestParams,
}

/// The message, or `None` if it is none that rmcp knows.
pub(super) fn parse(envelope: &Envelope, line: &[u8]) -> Option<RxJsonRpcMessage<RoleServer>> {
    if envelope.kind() == Kind::Request && envelope.method() == Some("tools/call") {
        return call(line);
    }
    serde_json::from_slice(line).ok()
}

fn call(line: &[u8]) -> Option<RxJsonRpcMessage<RoleServer>> {
    let Call {
        jsonrpc,
        id,
        mut params,
    } = serde_json::from_slice(line).ok()?;
    // Where rmcp keeps it as well: handlers find it in the context.
    let meta = params.meta.take();
    let mut request = CallToolRequest::new(params);
    if let Some(meta) = meta {
        request.extensions.insert(meta);
    }
    Some(JsonRpcMessage::Request(JsonRpcRequest {
        jsonrpc,
        id,
        request: ClientRequest::CallToolRequest(request),
    }))
}
