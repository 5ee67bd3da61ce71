//! The tools that the official conformance suite calls: `conformance-server armed | bare`.
//!
//! For `tests/real_clients` only. Whatever the suite finds of the bare server it has to find
//! of the armed one too.
#![expect(
    clippy::print_stderr,
    reason = "the address is what the test waits for"
)]

mod tools;

use std::{
    env,
    error::Error,
    net::{Ipv4Addr, SocketAddr},
};

use axum::Router;
use rmcp::transport::streamable_http_server::{
    StreamableHttpServerConfig, StreamableHttpService, session::local::LocalSessionManager,
};
use safe_tool::{Guard, Quota};
use tokio::net::TcpListener;
use tools::Tools;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let config = StreamableHttpServerConfig::default();
    let app = match env::args().nth(1).as_deref() {
        Some("armed") => {
            let mut guard = Guard::builder().quota_for_all("1000000/s".parse::<Quota>()?);
            for tool in tools::NAMES {
                guard = guard.policy(tool, safe_tool::Policy::default());
            }
            let guard = guard.build()?;
            let tools = Tools::with(guard.protect(Tools::router())?);
            let service = guard.http_service(move || Ok(tools.clone()), config);
            Router::new().route_service("/mcp", service.await?)
        }
        Some("bare") => {
            let sessions = LocalSessionManager::default();
            let new = || Ok(Tools::with(Tools::router()));
            let service = StreamableHttpService::new(new, sessions.into(), config);
            Router::new().route_service("/mcp", service)
        }
        _ => return Err("usage: conformance-server armed | bare".into()),
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    eprintln!("listening on http://{}/mcp", listener.local_addr()?);
    axum::serve(
        listener,
        app.into_make_service_with_connect_info::<SocketAddr>(),
    )
    .await?;
    Ok(())
}
