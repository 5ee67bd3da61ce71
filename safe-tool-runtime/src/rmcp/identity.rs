//! Who is calling. Never what the caller may choose freely, such as a session id or a
//! client's name.

use rmcp::{RoleServer, service::RequestContext};

use crate::{
    guard::{Guard, GuardBuilder, Refusal},
    limit::Caller,
};

impl GuardBuilder {
    /// Names the caller of a request by a function of yours, say from your own
    /// authentication. Where it returns `None`, the guard's own rule holds: the
    /// credential of an HTTP request (`x-api-key`, else `Authorization`), else its peer
    /// address, else one bucket for all who are anonymous; without HTTP, one local caller.
    #[must_use]
    pub fn identify<F>(mut self, identify: F) -> Self
    where
        F: Fn(&RequestContext<RoleServer>) -> Option<Caller> + Send + Sync + 'static,
    {
        self.identify = Some(std::sync::Arc::new(move |context| {
            context.downcast_ref().and_then(&identify)
        }));
        self
    }
}

pub(super) fn caller(
    guard: &Guard,
    context: &RequestContext<RoleServer>,
) -> Result<Caller, Refusal> {
    match guard.identify(context)? {
        Some(caller) => Ok(caller),
        None => default_caller(guard, context),
    }
}

#[cfg(not(feature = "http"))]
fn default_caller(_: &Guard, _: &RequestContext<RoleServer>) -> Result<Caller, Refusal> {
    Ok(Caller::LOCAL)
}

#[cfg(feature = "http")]
fn default_caller(guard: &Guard, context: &RequestContext<RoleServer>) -> Result<Caller, Refusal> {
    // Only rmcp's HTTP transport leaves request parts.
    match context.extensions.get::<::http::request::Parts>() {
        Some(parts) => http_caller(guard, parts),
        None => Ok(Caller::LOCAL),
    }
}

#[cfg(feature = "http")]
pub use by_http::PeerAddress;
#[cfg(feature = "http")]
pub(super) use by_http::http_caller;

#[cfg(feature = "http")]
mod by_http {
    use std::net::SocketAddr;

    use http::{header::AUTHORIZATION, request::Parts};

    use crate::{
        guard::{Guard, GuardBuilder, Refusal},
        limit::Caller,
    };

    /// The peer's address, for servers that do not run on axum: put it into the HTTP
    /// request's extensions. (With the feature `axum`, its `ConnectInfo` serves.)
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct PeerAddress(pub SocketAddr);

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

    pub(in crate::rmcp) fn http_caller(guard: &Guard, parts: &Parts) -> Result<Caller, Refusal> {
        let caller = guard.identify_http(parts)?;
        Ok(caller
            .or_else(|| credential(parts))
            .or_else(|| address(parts).map(|address| Caller::from_address(address.ip())))
            .unwrap_or(Caller::ANONYMOUS))
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

    fn address(parts: &Parts) -> Option<SocketAddr> {
        let own = parts.extensions.get::<PeerAddress>();
        own.map(|PeerAddress(address)| *address)
            .or_else(|| axum_address(parts))
    }

    #[cfg(feature = "axum")]
    fn axum_address(parts: &Parts) -> Option<SocketAddr> {
        let info = parts
            .extensions
            .get::<axum::extract::ConnectInfo<SocketAddr>>();
        info.map(|info| info.0)
    }

    #[cfg(not(feature = "axum"))]
    fn axum_address(_: &Parts) -> Option<SocketAddr> {
        None
    }
}
