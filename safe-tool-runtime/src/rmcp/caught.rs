//! A handler whose panics are answers.
//!
//! rmcp runs each request in a task of its own: one that panics is lost, and its client
//! waits for ever. Guarded tools have their own net, closer by; this one is for the rest:
//! lists, prompts, resources, tools that are left unguarded.

use std::borrow::Cow;

use rmcp::{
    ErrorData, RoleServer, Service,
    model::{ClientNotification, ClientRequest, ProtocolVersion, ServerConfig, ServerResult},
    service::{NotificationContext, RequestContext},
};

use super::load::Held;
use crate::guard::caught;

pub(super) struct Caught<H>(pub(super) H);

impl<H: Service<RoleServer>> Service<RoleServer> for Caught<H> {
    async fn handle_request(
        &self,
        request: ClientRequest,
        context: RequestContext<RoleServer>,
    ) -> Result<ServerResult, ErrorData> {
        // Until the handler has ended, also where it has dropped its context before.
        let _held = context.extensions.get::<Held>().cloned();
        // The future is made inside: making it may panic as well.
        let handled = caught(async { self.0.handle_request(request, context).await });
        handled.await.unwrap_or_else(|| {
            tracing::error!("the handler of a request panicked");
            let words = "the server stopped this request with an internal error";
            Err(ErrorData::internal_error(words, None))
        })
    }

    async fn handle_notification(
        &self,
        notification: ClientNotification,
        context: NotificationContext<RoleServer>,
    ) -> Result<(), ErrorData> {
        let _held = context.extensions.get::<Held>().cloned();
        self.0.handle_notification(notification, context).await
    }

    fn get_info(&self) -> ServerConfig {
        self.0.get_info()
    }

    fn supported_protocol_versions(&self) -> Cow<'static, [ProtocolVersion]> {
        self.0.supported_protocol_versions()
    }
}
