//! `Guard::http_service`: rmcp's streamable HTTP service, after the start-up check.

use std::{io, sync::Arc};

use rmcp::{
    ServerHandler,
    transport::streamable_http_server::{
        StreamableHttpServerConfig, StreamableHttpService, session::local::LocalSessionManager,
    },
};

use crate::{
    guard::Guard,
    rmcp::{armed, serve::ServeError},
};

impl Guard {
    /// A service to mount at `/mcp`. The factory makes a handler for each session (for
    /// each request since protocol 2026-07-28); limits live in the guard, so they hold
    /// across all of them.
    ///
    /// # Errors
    /// If the factory fails, or its handler does not serve what
    /// [`protect`](Guard::protect) returned.
    pub async fn http_service<H, F>(
        &self,
        factory: F,
        config: StreamableHttpServerConfig,
    ) -> Result<StreamableHttpService<H, LocalSessionManager>, ServeError>
    where
        H: ServerHandler,
        F: Fn() -> Result<H, io::Error> + Send + Sync + 'static,
    {
        armed::check(self, &factory()?).await?;
        let sessions = Arc::new(LocalSessionManager::default());
        Ok(StreamableHttpService::new(factory, sessions, config))
    }
}
