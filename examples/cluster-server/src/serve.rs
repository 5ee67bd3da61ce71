//! HTTP: the limit on requests, then rmcp's service behind the guard.

use std::{
    error::Error,
    future::IntoFuture as _,
    net::{Ipv4Addr, SocketAddr},
    time::Duration,
};

use axum::{Router, serve::ListenerExt as _};
use rmcp::transport::streamable_http_server::StreamableHttpServerConfig;
use tokio::{net::TcpListener, sync::oneshot};
use tower_layer::Layer as _;

use crate::{documents, limits, stop, tools::Docs};

/// Pages of other sites that are open in a browser here may not call this server.
const ORIGINS: [&str; 2] = ["http://localhost:*", "http://127.0.0.1:*"];

/// How long calls that are running have to end once the server is asked to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Serves `http://127.0.0.1:PORT/mcp`, and says so on standard error, until it is asked
/// to stop. Port 0 is any free one.
///
/// # Errors
/// The environment is not usable, or the port is taken.
pub(crate) async fn serve(port: u16) -> Result<(), Box<dyn Error>> {
    let guard = limits::guard().await?;
    let docs = Docs::new(&guard, documents::read()?)?;
    let config = StreamableHttpServerConfig::default()
        // A session would live in one instance's memory, and the next request may reach
        // another. Without sessions, any instance can answer any request.
        .with_legacy_session_mode(false)
        .with_json_response(true)
        .with_allowed_origins(ORIGINS);
    let mcp = guard.http_service(move || Ok(docs.clone()), config).await?;
    let mcp = guard.limit_requests(limits::requests()?).layer(mcp);
    let app = Router::new()
        .route_service("/mcp", mcp)
        // Tells the guard the address of a caller who shows no credential.
        .into_make_service_with_connect_info::<SocketAddr>();

    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    eprintln!("listening on http://{}/mcp", listener.local_addr()?);
    // Answers are small and awaited: held back, each would cost a client 40 ms.
    let listener = listener.tap_io(|stream| {
        // Without it the server is slower, not wrong.
        let _ = stream.set_nodelay(true);
    });

    let (stopping, stopped) = oneshot::channel();
    let signal = async {
        stop::asked().await;
        // Nobody listens when serving has ended by itself.
        let _ = stopping.send(());
    };
    let serving = axum::serve(listener, app).with_graceful_shutdown(signal);
    let late = async {
        // An error is the end of serving, which is told by the other branch.
        let _ = stopped.await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        served = serving.into_future() => Ok(served?),
        () = late => Err("stopped before all calls had ended".into()),
    }
}
