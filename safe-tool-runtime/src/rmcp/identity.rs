//! Who is calling. Never what the caller may choose freely, such as a session id or a
//! client's name.

use rmcp::{RoleServer, service::RequestContext};

use crate::{
    guard::{Guard, GuardBuilder, Refusal},
    limit::Caller,
};

/// Who is calling.
#[derive(Clone, Copy, Debug)]
pub(super) struct Identity {
    pub(super) caller: Caller,
    /// All who come from the same address, if the caller is told by a credential that nobody
    /// may have verified.
    pub(super) crowd: Option<Caller>,
}

impl From<Caller> for Identity {
    fn from(caller: Caller) -> Self {
        Self {
            caller,
            crowd: None,
        }
    }
}

impl GuardBuilder {
    /// Names the caller of a request by a function of yours, say from your own
    /// authentication. Where it returns `None`, the guard's own rule holds: whom an
    /// extension says is authenticated, else the credential of an HTTP request (`x-api-key`,
    /// else `Authorization`), else its address, else one bucket for all who are anonymous;
    /// without HTTP, one local caller.
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

pub(super) fn identity(
    guard: &Guard,
    context: &RequestContext<RoleServer>,
) -> Result<Identity, Refusal> {
    match guard.identify(context)? {
        Some(caller) => Ok(caller.into()),
        None => default_identity(guard, context),
    }
}

#[cfg(not(feature = "http"))]
fn default_identity(_: &Guard, _: &RequestContext<RoleServer>) -> Result<Identity, Refusal> {
    Ok(Caller::LOCAL.into())
}

#[cfg(feature = "http")]
fn default_identity(
    guard: &Guard,
    context: &RequestContext<RoleServer>,
) -> Result<Identity, Refusal> {
    // Only rmcp's HTTP transport leaves request parts.
    match context.extensions.get::<::http::request::Parts>() {
        Some(parts) => super::http::identity(guard, parts),
        None => Ok(Caller::LOCAL.into()),
    }
}
