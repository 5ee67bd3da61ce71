//! Answers that are given in place of the service's own.

use bytes::Bytes;
use http::{
    HeaderMap, HeaderName, HeaderValue, Response, StatusCode,
    header::{CONTENT_TYPE, RETRY_AFTER},
};
use http_body_util::Full;

use crate::{
    limit::Quota,
    rmcp::unread::{RATE_LIMITED, UNAVAILABLE},
    wire::{Answer, Dialect},
};

/// An answer that is given here.
pub(super) type Reply = Response<Full<Bytes>>;

const INVALID_REQUEST: i32 = -32600;

const RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");
const RATE_LIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

/// What an answer tells of the limit on requests: its quota, and what is left of it.
pub(super) fn allowed(quota: &Quota, remaining: u32) -> HeaderMap {
    limit_headers(quota, &format!("\"requests\";r={remaining}"))
}

/// One request too many; whole seconds to wait, if waiting helps.
pub(super) fn denied(quota: &Quota, secs: Option<u64>) -> Reply {
    let mut response = rate_limited("too many requests", secs);
    let rest = secs.map(|secs| format!(";t={secs}")).unwrap_or_default();
    let headers = limit_headers(quota, &format!("\"requests\";r=0{rest}"));
    response.headers_mut().extend(headers);
    response
}

/// One tool call too many.
pub(super) fn rate_limited(what: &str, secs: Option<u64>) -> Reply {
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
pub(super) fn unavailable() -> Reply {
    wait_a_second("the rate limit cannot be checked right now: try again in a moment")
}

/// A body that broke off.
pub(super) fn unreadable() -> Reply {
    let parse_error = -32700;
    let message = "the request's body could not be read";
    error(StatusCode::BAD_REQUEST, parse_error, message, None)
}

/// A body that was announced as larger than what is read.
pub(super) fn too_large(max: u64) -> Reply {
    let message = format!("the message is larger than {max} bytes");
    let status = StatusCode::PAYLOAD_TOO_LARGE;
    error(status, INVALID_REQUEST, &message, None)
}

/// A body that did not come in time.
pub(super) fn too_slow() -> Reply {
    let message = "the request's body took too long to arrive";
    error(StatusCode::REQUEST_TIMEOUT, INVALID_REQUEST, message, None)
}

/// Too much is in flight.
pub(super) fn overloaded() -> Reply {
    wait_a_second("the server is working on too much at once: try again in a moment")
}

/// A session too many.
pub(super) fn too_many_sessions() -> Reply {
    let message = "too many sessions are open: end one, or wait until one has been idle for \
                   five minutes";
    wait_a_second(message)
}

/// A message that a JSON-RPC answer stands for.
pub(super) fn message(status: StatusCode, body: Vec<u8>) -> Reply {
    let mut response = Response::new(Full::from(body));
    *response.status_mut() = status;
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(CONTENT_TYPE, json);
    response
}

/// The same for one that is denied: the status and `Retry-After` say so as well.
pub(super) fn denied_message(denial: &Answer<'_>, body: Vec<u8>) -> Reply {
    let status = match denial.code {
        RATE_LIMITED => StatusCode::TOO_MANY_REQUESTS,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    };
    let mut response = message(status, body);
    if let Some(secs) = denial.retry_after_secs {
        response.headers_mut().insert(RETRY_AFTER, secs.into());
    }
    response
}

fn wait_a_second(words: &str) -> Reply {
    let status = StatusCode::SERVICE_UNAVAILABLE;
    let mut response = error(status, UNAVAILABLE, words, Some(1));
    response
        .headers_mut()
        .insert(RETRY_AFTER, HeaderValue::from_static("1"));
    response
}

/// The id is `null`: nobody has looked for one in the body (JSON-RPC 2.0, section 5).
fn error(status: StatusCode, code: i32, words: &str, secs: Option<u64>) -> Reply {
    let mut answer = Answer::error(code, words);
    answer.retry_after_secs = secs;
    message(status, answer.to_error(None, Dialect::Legacy))
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
