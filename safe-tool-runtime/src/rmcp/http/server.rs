//! Connections: how many there may be, and how long each may take for what.
//!
//! What stands in a request the service judges; who never sends one, or takes nothing of the
//! answer, it does not see.

use std::{
    convert::Infallible,
    error::Error,
    io,
    net::{IpAddr, SocketAddr},
    pin::pin,
    sync::Arc,
    time::Duration,
};

use bytes::Bytes;
use futures_util::future::{Either, select};
use http::{Request, Response};
use http_body::Body;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulConnection, GracefulShutdown},
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
};
use tokio_io_timeout::TimeoutStream;
use tower_service::Service;

use super::PeerAddress;
use crate::{
    guard::Guard,
    limit::{Caller, Shares},
};

/// What a connection may keep of what it has read and not passed on, headers among it.
const BUFFER: usize = 64 * 1024;

/// When the system has no more sockets, say: what may help is that some are closed.
const AFTER_AN_ERROR: Duration = Duration::from_millis(200);

/// Serves HTTP/1.1 on a listener, in place of `axum::serve`: with bounds on connections, and
/// the peer's address where the guard finds it.
///
/// ```no_run
/// # async fn run(app: axum::Router) -> std::io::Result<()> {
/// use safe_tool_runtime::{guard::Guard, rmcp::HttpServer};
///
/// # let guard = Guard::builder().build().unwrap();
/// // let app = axum::Router::new().route_service("/mcp", guard.http_service(…).await?);
/// let listener = tokio::net::TcpListener::bind("127.0.0.1:8000").await?;
/// HttpServer::new(&guard).serve(listener, app).await;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct HttpServer {
    guard: Guard,
    max_connections: usize,
    max_connections_per_address: u32,
    header_timeout: Duration,
    write_timeout: Duration,
}

impl HttpServer {
    /// With 1,024 connections, 256 of one address; 30 seconds for a request's headers, or
    /// between two requests; 60 seconds for a client to take something of its answer.
    #[must_use]
    pub fn new(guard: &Guard) -> Self {
        Self {
            guard: guard.clone(),
            max_connections: 1_024,
            max_connections_per_address: 256,
            header_timeout: Duration::from_secs(30),
            write_timeout: Duration::from_secs(60),
        }
    }

    /// How many connections there may be at once: of one address, and in all. The trusted
    /// proxies' are not counted each for itself. Further ones of an address are closed, and
    /// others wait.
    #[must_use]
    pub fn max_connections(mut self, per_address: u32, in_all: usize) -> Self {
        self.max_connections_per_address = per_address;
        self.max_connections = in_all;
        self
    }

    /// How long a client may take for the headers of a request, or between two.
    #[must_use]
    pub fn header_timeout(mut self, timeout: Duration) -> Self {
        self.header_timeout = timeout;
        self
    }

    /// How long a client may take nothing of what is sent to it.
    #[must_use]
    pub fn write_timeout(mut self, timeout: Duration) -> Self {
        self.write_timeout = timeout;
        self
    }

    /// Serves for ever: what goes wrong with one connection is logged.
    pub async fn serve<S, B>(self, listener: TcpListener, app: S)
    where
        S: Service<Request<Incoming>, Response = Response<B>, Error = Infallible>,
        S: Clone + Send + Sync + 'static,
        S::Future: Send,
        B: Body<Data = Bytes> + Send + 'static,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        self.serve_until(listener, app, std::future::pending())
            .await;
    }

    /// Serves until it is asked to stop; then accepts nothing more, and waits until the
    /// requests that are being answered have ended.
    pub async fn serve_until<S, B>(
        self,
        listener: TcpListener,
        app: S,
        stop: impl Future<Output = ()>,
    ) where
        S: Service<Request<Incoming>, Response = Response<B>, Error = Infallible>,
        S: Clone + Send + Sync + 'static,
        S::Future: Send,
        B: Body<Data = Bytes> + Send + 'static,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        let places = Arc::new(Semaphore::new(self.max_connections));
        let addresses = Arc::new(Shares::default());
        let connections = GracefulShutdown::new();
        let mut stop = pin!(stop);
        loop {
            let next = pin!(accept(&listener, &places));
            let (place, accepted) = match select(&mut stop, next).await {
                Either::Left(((), _)) => break,
                Either::Right((next, _)) => next,
            };
            let (stream, peer) = match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!("a connection cannot be accepted: {error}");
                    tokio::time::sleep(AFTER_AN_ERROR).await;
                    continue;
                }
            };
            let Some(address) = self.enter(&addresses, peer.ip()) else {
                tracing::debug!("an address has too many connections");
                continue;
            };
            let connection = self.connection(stream, peer, app.clone());
            let connection = connections.watch(connection);
            tokio::spawn(async move {
                // A client that goes away in the middle, or is too slow.
                if let Err(error) = connection.await {
                    tracing::debug!("a connection ended: {error}");
                }
                drop((place, address));
            });
        }
        drop(listener);
        connections.shutdown().await;
    }

    fn enter(&self, addresses: &Arc<Shares>, peer: IpAddr) -> Option<Connected> {
        let max = match self.guard.trusts(peer.to_canonical()) {
            true => u64::MAX,
            false => u64::from(self.max_connections_per_address),
        };
        let address = Caller::from_address(peer);
        addresses.add(address, 1, max).then(|| Connected {
            addresses: Arc::clone(addresses),
            address,
        })
    }

    fn connection<S, B>(
        &self,
        stream: TcpStream,
        peer: SocketAddr,
        app: S,
    ) -> impl GracefulConnection<Error = hyper::Error> + Send + 'static
    where
        S: Service<Request<Incoming>, Response = Response<B>, Error = Infallible>,
        S: Clone + Send + Sync + 'static,
        S::Future: Send,
        B: Body<Data = Bytes> + Send + 'static,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        // Answers are small and awaited: held back, each would cost a client 40 ms. Without
        // it the server is slower, not wrong.
        let _ = stream.set_nodelay(true);
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(self.write_timeout));
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new())
            .header_read_timeout(self.header_timeout)
            .max_buf_size(BUFFER);
        let serve = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(PeerAddress(peer));
            let mut app = app.clone();
            async move {
                std::future::poll_fn(|cx| app.poll_ready(cx)).await?;
                app.call(request).await
            }
        });
        http.serve_connection(TokioIo::new(Box::pin(stream)), serve)
    }
}

/// The next connection, once there is a place for it.
async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> (
    Option<OwnedSemaphorePermit>,
    io::Result<(TcpStream, SocketAddr)>,
) {
    // `None`: it is closed, which nobody does.
    let place = Arc::clone(places).acquire_owned().await.ok();
    (place, listener.accept().await)
}

/// A connection that is counted for its address.
struct Connected {
    addresses: Arc<Shares>,
    address: Caller,
}

impl Drop for Connected {
    fn drop(&mut self) {
        self.addresses.take(self.address, 1);
    }
}
