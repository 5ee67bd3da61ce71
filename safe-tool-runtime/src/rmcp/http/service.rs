//! `Guard::http_service`: rmcp's streamable HTTP service, after the start-up check and behind
//! the gate.

use std::{
    convert::Infallible,
    error::Error,
    io,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use futures_util::{FutureExt as _, future::BoxFuture};
use http::{Method, Request, Response};
use http_body::Body;
use http_body_util::Either;
use rmcp::{
    ServerHandler,
    transport::streamable_http_server::{StreamableHttpServerConfig, StreamableHttpService},
};
use tower_service::Service;

use super::{
    answered::Answered,
    gate::Gate,
    scanned::{Read, Scanned},
    sessions::{Sessions, placing},
};
use crate::{
    guard::Guard,
    rmcp::{armed, serve::ServeError},
};

/// Pages of other sites that are open in a browser may not call a server.
const OWN_ORIGINS: [&str; 3] = ["http://localhost:*", "http://127.0.0.1:*", "http://[::1]:*"];

impl Guard {
    /// A service to mount at `/mcp`. The factory makes a handler for each session (for
    /// each request since protocol 2026-07-28); limits live in the guard, so they hold
    /// across all of them.
    ///
    /// Each message is scanned while it is read, before rmcp parses it, within
    /// [`Guard::budget`]. What is refused is charged and answered here: a fault inside the
    /// arguments of a tool call by a result with `isError`, a message that is too large with
    /// 413, any other with 400 and a JSON-RPC error.
    ///
    /// A browser's `Origin` must be one of `config.allowed_origins`; where that list is empty,
    /// a loopback one.
    ///
    /// # Errors
    /// If the factory fails, or its handler does not serve what
    /// [`protect`](Guard::protect) returned.
    pub async fn http_service<H, F>(
        &self,
        factory: F,
        mut config: StreamableHttpServerConfig,
    ) -> Result<HttpService<H>, ServeError>
    where
        H: ServerHandler,
        F: Fn() -> Result<H, io::Error> + Send + Sync + 'static,
    {
        armed::check(self, &factory()?).await?;
        if config.allowed_origins.is_empty() {
            config = config.with_allowed_origins(OWN_ORIGINS);
        }
        let gate = Gate::new(self.clone(), config.legacy_session_mode);
        // The gate's bound comes first.
        config.max_request_body_bytes = usize::MAX;
        let sessions = Arc::clone(&gate.sessions);
        Ok(HttpService {
            inner: StreamableHttpService::new(factory, sessions, config),
            gate: Arc::new(gate),
        })
    }
}

/// rmcp's streamable HTTP service behind the gate: a tower service. Made by
/// [`Guard::http_service`].
pub struct HttpService<H> {
    inner: StreamableHttpService<H, Sessions>,
    gate: Arc<Gate>,
}

impl<H> HttpService<H> {
    /// How many sessions there may be: of one caller, and in all. Without it 64 and 256; an
    /// idle one ends after five minutes. Further ones are refused with 503.
    #[must_use]
    pub fn max_sessions(mut self, per_caller: usize, in_all: usize) -> Self {
        let gate = Arc::make_mut(&mut self.gate);
        gate.max_sessions_per_caller = per_caller;
        gate.max_sessions = in_all;
        self
    }

    /// How long a request's body may take to arrive, in place of 30 seconds. Then it is
    /// refused with 408.
    #[must_use]
    pub fn body_timeout(mut self, timeout: Duration) -> Self {
        Arc::make_mut(&mut self.gate).body_timeout = timeout;
        self
    }

    /// Refuses requests with 503 while those that are worked on take so many bytes, in place
    /// of 8 MiB and four of the largest messages; one caller's (or address') while they take
    /// half of it. A request counts 16 KiB, its bytes, and 256
    /// for each value and key in it: about what it takes once it is parsed.
    #[must_use]
    pub fn max_bytes_in_flight(mut self, bytes: u64) -> Self {
        Arc::make_mut(&mut self.gate).limit_load(bytes);
        self
    }
}

impl<H> Clone for HttpService<H> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner.clone(),
            gate: Arc::clone(&self.gate),
        }
    }
}

impl<H> std::fmt::Debug for HttpService<H> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HttpService").finish_non_exhaustive()
    }
}

impl<H, B> Service<Request<B>> for HttpService<H>
where
    H: ServerHandler + Send + 'static,
    B: Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    type Response = Response<Answered>;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Response<Answered>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        // rmcp's is always.
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        if request.method() != Method::POST {
            // GET opens a stream and DELETE ends a session: neither carries a message.
            let answer = self.inner.call(request.map(Either::<Scanned<B>, B>::Right));
            return async move { Ok(answer.await?.map(|body| Answered::new(body, None))) }.boxed();
        }
        let (mut parts, body) = request.into_parts();
        let (entry, in_flight) = match self.gate.enter(&parts) {
            Ok(entered) => entered,
            Err(refused) => {
                let refused = (*refused).map(Answered::refused);
                return std::future::ready(Ok(refused)).boxed();
            }
        };
        parts.extensions.insert(in_flight.clone());
        let judge = {
            let entry = entry.clone();
            Box::new(move |read: Read| async move { entry.judge(read).await }.boxed())
        };
        let scanned = Scanned::new(
            body,
            self.gate.budget,
            self.gate.body_timeout,
            Some(in_flight.clone()),
            judge,
        );
        let request = Request::from_parts(parts, Either::<Scanned<B>, B>::Left(scanned));
        let answer = placing(Arc::clone(&entry.place), self.inner.call(request));
        async move {
            let answer = answer.await?;
            Ok(match entry.end(&answer).await {
                Some(refused) => refused.map(Answered::refused),
                None => answer.map(|body| Answered::new(body, Some(in_flight))),
            })
        }
        .boxed()
    }
}
