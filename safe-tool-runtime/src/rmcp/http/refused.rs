//! Answers that are given in place of the service's own.

use bytes::Bytes;
use http::{
    HeaderMap, HeaderName, HeaderValue, Response, StatusCode,
    header::{CONTENT_TYPE, RETRY_AFTER},
};
use http_body_util::Full;
use serde_json::json;

use crate::limit::Quota;

/// JSON-RPC leaves -32000 to -32099 to servers.
const RATE_LIMITED: i32 = -32029;
const UNAVAILABLE: i32 = -32003;
const TOO_LARGE: i32 = -32013;

const RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");
const RATE_LIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

/// What an answer tells of the limit on requests: its quota, and what is left of it.
pub(super) fn allowed(quota: &Quota, remaining: u32) -> HeaderMap {
    limit_headers(quota, &format!("\"requests\";r={remaining}"))
}

/// One request too many; whole seconds to wait, if waiting helps.
pub(super) fn denied(quota: &Quota, secs: Option<u64>) -> Response<Full<Bytes>> {
    let mut response = rate_limited("too many requests", secs);
    let rest = secs.map(|secs| format!(";t={secs}")).unwrap_or_default();
    let headers = limit_headers(quota, &format!("\"requests\";r=0{rest}"));
    response.headers_mut().extend(headers);
    response
}

/// One tool call too many.
pub(super) fn rate_limited(what: &str, secs: Option<u64>) -> Response<Full<Bytes>> {
    let message = match secs {
        Some(1) => format!("{what}: try again in 1 second"),
        Some(secs) => format!("{what}: try again in {secs} seconds"),
        None => format!("{what}: this costs more than the limit ever allows"),
    };
    let mut response = error(StatusCode::TOO_MANY_REQUESTS, RATE_LIMITED, &message, secs);
    if let Some(secs) = secs {
        response.headers_mut().insert(RETRY_AFTER, secs.into());
    }
    response
}

/// The limiter has failed, which does not open the door.
pub(super) fn unavailable() -> Response<Full<Bytes>> {
    let message = "the rate limit cannot be checked right now: try again in a moment";
    let mut response = error(
        StatusCode::SERVICE_UNAVAILABLE,
        UNAVAILABLE,
        message,
        Some(1),
    );
    response
        .headers_mut()
        .insert(RETRY_AFTER, HeaderValue::from_static("1"));
    response
}

/// A body of more bytes than are read here.
pub(super) fn too_large(max: usize) -> Response<Full<Bytes>> {
    let message = format!("the request is larger than {max} bytes");
    error(StatusCode::PAYLOAD_TOO_LARGE, TOO_LARGE, &message, None)
}

/// A body that broke off.
pub(super) fn unreadable() -> Response<Full<Bytes>> {
    let parse_error = -32700;
    let message = "the request's body could not be read";
    error(StatusCode::BAD_REQUEST, parse_error, message, None)
}

/// The id is `null`: nobody has looked for one in the body (JSON-RPC 2.0, section 5).
fn error(status: StatusCode, code: i32, message: &str, secs: Option<u64>) -> Response<Full<Bytes>> {
    let mut error = json!({ "code": code, "message": message });
    if let Some(secs) = secs {
        error["data"] = json!({ "retryAfterSecs": secs });
    }
    let body = json!({ "jsonrpc": "2.0", "id": null, "error": error }).to_string();
    let mut response = Response::new(Full::from(body));
    *response.status_mut() = status;
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(CONTENT_TYPE, json);
    response
}

/// The IETF's form counts in whole seconds, at least one.
fn limit_headers(quota: &Quota, limit: &str) -> HeaderMap {
    let window = quota.per().as_secs().max(1);
    let policy = format!("\"requests\";q={};w={window}", quota.tokens());
    [(RATE_LIMIT_POLICY, policy.as_str()), (RATE_LIMIT, limit)]
        .into_iter()
        // Digits and ASCII are always a header's value.
        .filter_map(|(name, value)| Some((name, HeaderValue::from_str(value).ok()?)))
        .collect()
}
