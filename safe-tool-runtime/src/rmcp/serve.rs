//! `Guard::serve`: rmcp's `serve`, after the start-up check.

use rmcp::{RoleServer, ServerHandler, ServiceExt as _, transport::IntoTransport};

use super::{
    armed::{self, ArmingError},
    caught::Caught,
};
use crate::guard::Guard;

/// Why a server did not start, or did not end well.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The handler is not safe to serve.
    #[error(transparent)]
    Unarmed(#[from] ArmingError),
    /// The client and the server did not agree on how to begin.
    #[error("the connection could not be initialised: {0}")]
    Initialize(Box<dyn std::error::Error + Send + Sync>),
    /// The server's task was lost.
    #[error("the server stopped unexpectedly: {0}")]
    Stopped(#[from] tokio::task::JoinError),
    /// The service factory failed.
    #[error("the service could not be made: {0}")]
    Factory(#[from] std::io::Error),
}

impl Guard {
    /// Serves `handler` until the transport closes. A request whose handler panics is
    /// answered with an error.
    ///
    /// # Errors
    /// Before anything is served, if the handler does not serve what
    /// [`protect`](Guard::protect) returned; then whatever ends the connection.
    pub async fn serve<H, T, E, A>(&self, handler: H, transport: T) -> Result<(), ServeError>
    where
        H: ServerHandler,
        T: IntoTransport<RoleServer, E, A>,
        E: std::error::Error + Send + Sync + 'static,
    {
        armed::check(self, &handler).await?;
        let running = Caught(handler)
            .serve(transport)
            .await
            .map_err(|error| ServeError::Initialize(Box::new(error)))?;
        running.waiting().await?;
        Ok(())
    }
}
