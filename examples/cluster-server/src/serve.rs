//! HTTP: the limit on requests, then rmcp's service behind the guard.

use std::{error::Error, net::Ipv4Addr, time::Duration};

use axum::Router;
use rmcp::transport::streamable_http_server::StreamableHttpServerConfig;
use safe_tool::rmcp::HttpServer;
use tokio::{net::TcpListener, sync::oneshot};
use tower_layer::Layer as _;

use crate::{documents, limits, stop, tools::Docs};

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
        .with_json_response(true);
    let mcp = guard.http_service(move || Ok(docs.clone()), config).await?;
    let mcp = guard.limit_requests(limits::requests()?).layer(mcp);
    let app = Router::new().route_service("/mcp", mcp);

    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    eprintln!("listening on http://{}/mcp", listener.local_addr()?);

    let (stopping, stopped) = oneshot::channel();
    let signal = async {
        stop::asked().await;
        // Nobody listens when serving has ended by itself.
        let _ = stopping.send(());
    };
    let serving = HttpServer::new(&guard).serve_until(listener, app, signal);
    let late = async {
        // An error is the end of serving, which is told by the other branch.
        let _ = stopped.await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        () = serving => Ok(()),
        () = late => Err("stopped before all calls had ended".into()),
    }
}
