//! Who sends an HTTP request.

use http::{header::AUTHORIZATION, request::Parts};

use super::address;
use crate::{
    guard::{Guard, GuardBuilder, Refusal},
    limit::Caller,
    rmcp::identity::Identity,
};

/// Whom your own authentication has verified: put it into the HTTP request's extensions, in
/// front of the service. It comes before any credential.
///
/// ```
/// use safe_tool_runtime::{limit::Caller, rmcp::Authenticated};
///
/// let mut request = http::Request::new(());
/// // The subject of a token that was just verified.
/// let caller = Caller::from_name("user-4711");
/// request.extensions_mut().insert(Authenticated(caller));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Authenticated(pub Caller);

impl GuardBuilder {
    /// Names the caller of an HTTP request by a function of yours, wherever the guard
    /// needs a caller: for the tools' limits and for the limit on requests. Where it
    /// returns `None`, the guard's own rule holds, as with
    /// [`identify`](GuardBuilder::identify).
    #[must_use]
    pub fn identify_http<F>(mut self, identify: F) -> Self
    where
        F: Fn(&Parts) -> Option<Caller> + Send + Sync + 'static,
    {
        self.identify_http = Some(std::sync::Arc::new(move |parts| {
            parts.downcast_ref().and_then(&identify)
        }));
        self
    }
}

pub(in crate::rmcp) fn identity(guard: &Guard, parts: &Parts) -> Result<Identity, Refusal> {
    if let Some(caller) = guard.identify_http(parts)? {
        return Ok(caller.into());
    }
    if let Some(Authenticated(caller)) = parts.extensions.get() {
        return Ok((*caller).into());
    }
    let address = address::client(guard, parts);
    Ok(match (credential(parts), address) {
        (Some(caller), address) => Identity {
            caller,
            crowd: address.map(Caller::crowd_at),
        },
        (None, Some(address)) => Caller::from_address(address).into(),
        (None, None) => Caller::ANONYMOUS.into(),
    })
}

/// The credential as it was sent, whether or not anybody has verified it: an empty
/// one is none, and how it is spaced makes no other caller of it.
fn credential(parts: &Parts) -> Option<Caller> {
    if let Some(key) = parts.headers.get("x-api-key") {
        let key = key.as_bytes().trim_ascii();
        if !key.is_empty() {
            return Some(Caller::from_credential("x-api-key", key));
        }
    }
    let authorization = parts.headers.get(AUTHORIZATION)?.as_bytes().trim_ascii();
    let blank = authorization.iter().position(u8::is_ascii_whitespace)?;
    let (scheme, secret) = authorization.split_at(blank);
    let scheme = String::from_utf8_lossy(scheme);
    Some(Caller::from_credential(&scheme, secret.trim_ascii()))
}
