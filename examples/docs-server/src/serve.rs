//! The two transports, each behind the guard.

use std::{error::Error, net::Ipv4Addr};

use axum::Router;
use rmcp::transport::streamable_http_server::StreamableHttpServerConfig;
use safe_tool::{
    Guard,
    rmcp::{HttpServer, stdio},
};
use tokio::net::TcpListener;

use crate::{data::Data, quota, tools::Docs};

/// Serves standard input and output until the client closes them.
///
/// # Errors
/// The environment is not usable, or the connection did not begin or end well.
pub async fn serve_stdio() -> Result<(), Box<dyn Error>> {
    let (guard, docs) = armed()?;
    guard.serve(docs, stdio(&guard)).await?;
    Ok(())
}

/// Serves `http://127.0.0.1:PORT/mcp`, and says so on standard error. Port 0 is any free
/// one.
///
/// # Errors
/// The environment is not usable, or the port is taken.
pub async fn serve_http(port: u16) -> Result<(), Box<dyn Error>> {
    let (guard, docs) = armed()?;
    let config = StreamableHttpServerConfig::default();
    let mcp = guard.http_service(move || Ok(docs.clone()), config).await?;
    let app = Router::new().route_service("/mcp", mcp);

    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    eprintln!("listening on http://{}/mcp", listener.local_addr()?);
    HttpServer::new(&guard).serve(listener, app).await;
    Ok(())
}

fn armed() -> Result<(Guard, Docs), Box<dyn Error>> {
    let mut builder = Guard::builder();
    if let Some(quota) = quota::from_env()? {
        builder = builder.quota_for_all(quota);
    }
    let guard = builder.build()?;
    let docs = Docs::new(&guard, Data::from_env()?)?;
    Ok((guard, docs))
}
