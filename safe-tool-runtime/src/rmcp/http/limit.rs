//! How many requests a caller may send, counted before their bodies are read.

use std::{
    convert::Infallible,
    error::Error,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response, request::Parts};
use http_body::Body;
use http_body_util::{Either, Full};
use tower_layer::Layer;
use tower_service::Service;

use super::{early, identity::identity, refused};
use crate::{
    guard::Guard,
    limit::{Decision, Quota, RateKey},
};

/// A tower layer that counts POST requests: put it around
/// [`http_service`](Guard::http_service). Made by
/// [`limit_requests`](Guard::limit_requests).
#[derive(Clone, Debug)]
pub struct RequestLimit {
    guard: Guard,
    quota: Quota,
    early: Option<usize>,
}

impl Guard {
    /// Limits how many POST requests a caller may send, whatever is in them, before
    /// their bodies are read. One too many is answered with 429, `Retry-After`, and a
    /// JSON-RPC error; every answer has the IETF's `RateLimit` and `RateLimit-Policy`
    /// (draft-ietf-httpapi-ratelimit-headers-10).
    ///
    /// This quota is a second one beside those of the tools, each charged once. Callers
    /// are told apart by [`identify_http`](crate::guard::GuardBuilder::identify_http), or
    /// as everywhere: credential, else address. What a request's headers say of its method
    /// or tool is not looked at.
    ///
    /// # Over Redis
    ///
    /// Each limit that a call meets is a trip to the limiter. With this one and a tool's
    /// own, an accepted call waits for two, one after the other (a denial is remembered, and
    /// costs none). To be spared one of them:
    ///
    /// - Leases (`RedisLimiterBuilder::leases`): who calls often is served from memory at
    ///   both limits, for some exactness.
    /// - Requests counted in each instance's memory, by a guard of their own, as below. Each
    ///   of n instances then allows the whole quota, so give each one n-th of it. That guard
    ///   needs its own `identify_http`, and has no tools for [`http_429`](RequestLimit::http_429)
    ///   to charge.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// use safe_tool_runtime::{guard::Guard, limit::Quota};
    /// use tower_layer::Layer as _;
    ///
    /// # let mcp = ();
    /// let guard = Guard::builder().build().unwrap();
    /// // let mcp = guard.http_service(factory, config).await?;
    /// let limited = guard.limit_requests("600/min".parse().unwrap()).layer(mcp);
    /// # let _ = limited;
    /// # }
    /// ```
    ///
    /// Where `guard` counts in Redis, and requests are to be counted here:
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// # use safe_tool_runtime::{guard::Guard, limit::Quota};
    /// # use tower_layer::Layer as _;
    /// # let mcp = ();
    /// let requests = Guard::builder().build().unwrap();
    /// let limited = requests.limit_requests("200/min".parse().unwrap()).layer(mcp);
    /// # let _ = limited;
    /// # }
    /// ```
    pub fn limit_requests(&self, quota: Quota) -> RequestLimit {
        RequestLimit {
            guard: self.clone(),
            quota,
            early: None,
        }
    }
}

impl RequestLimit {
    /// Refuses a tool call over the *tool's* limits with 429 too, instead of in-band. For
    /// that the body is read here first: at most `max_body` bytes, longer ones are refused
    /// with 413.
    ///
    /// With [`identify`](crate::guard::GuardBuilder::identify), which needs rmcp's own
    /// context, a caller may be another one here, and is then charged in both places: use
    /// [`identify_http`](crate::guard::GuardBuilder::identify_http).
    #[must_use]
    pub fn http_429(mut self, max_body: usize) -> Self {
        self.early = Some(max_body);
        self
    }
}

impl<S> Layer<S> for RequestLimit {
    type Service = LimitedRequests<S>;

    fn layer(&self, inner: S) -> Self::Service {
        LimitedRequests {
            limit: self.clone(),
            inner,
        }
    }
}

/// A service behind a [`RequestLimit`].
#[derive(Clone, Debug)]
pub struct LimitedRequests<S> {
    limit: RequestLimit,
    inner: S,
}

/// A request's body: as it came, or as it was read here.
type Incoming<B> = Either<Full<Bytes>, B>;
type Outgoing<B> = Response<Either<Full<Bytes>, B>>;

impl<S, B, R> Service<Request<B>> for LimitedRequests<S>
where
    S: Service<Request<Incoming<B>>, Response = Response<R>, Error = Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
    B: Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
    R: Send + 'static,
{
    type Response = Outgoing<R>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Outgoing<R>, Infallible>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        // The instance that was polled ready is the one to call.
        let fresh = self.inner.clone();
        let mut inner = std::mem::replace(&mut self.inner, fresh);
        let limit = self.limit.clone();
        Box::pin(async move {
            let (request, headers) = match limit.admit(request).await {
                Ok(admitted) => admitted,
                Err(refused) => return Ok(refused.map(Either::Left)),
            };
            let mut response = inner.call(request).await?;
            response.headers_mut().extend(headers);
            Ok(response.map(Either::Right))
        })
    }
}

impl RequestLimit {
    /// The request, and what to tell of the limit in its answer.
    async fn admit<B>(
        &self,
        request: Request<B>,
    ) -> Result<(Request<Incoming<B>>, HeaderMap), Response<Full<Bytes>>>
    where
        B: Body<Data = Bytes>,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        // GET opens a stream and DELETE ends a session: neither carries a call.
        if request.method() != Method::POST {
            return Ok((request.map(Either::Right), HeaderMap::new()));
        }
        let (mut parts, body) = request.into_parts();
        let headers = self.charge(&parts).await?;
        let Some(max_body) = self.early else {
            let request = Request::from_parts(parts, Either::Right(body));
            return Ok((request, headers));
        };
        let body = early::read(&self.guard, &parts, body, max_body).await?;
        early::charge(&self.guard, &mut parts, &body).await?;
        let request = Request::from_parts(parts, Either::Left(Full::new(body)));
        Ok((request, headers))
    }

    async fn charge(&self, parts: &Parts) -> Result<HeaderMap, Response<Full<Bytes>>> {
        let who = identity(&self.guard, parts).map_err(|_| refused::unavailable())?;
        let caller = who.caller;
        if let Some(crowd) = who.crowd {
            let key = RateKey::Requests(crowd);
            let taken = self.guard.take_crowd(key, &self.quota, 1).await;
            taken.map_err(|denied| refused::denied(&self.quota, denied.retry_after_secs()))?;
        }
        let key = RateKey::Requests(caller);
        match self.guard.ask(key, &self.quota, 1).await {
            Ok(Decision::Allowed { remaining }) => Ok(refused::allowed(&self.quota, remaining)),
            Ok(denied @ Decision::Denied { .. }) => {
                tracing::info!(
                    target: "safe_tool::audit",
                    caller = caller.short(),
                    outcome = "request_rate_limited",
                    "http request",
                );
                Err(refused::denied(&self.quota, denied.retry_after_secs()))
            }
            Err(_) => Err(refused::unavailable()),
        }
    }
}
