//! The limit on HTTP requests: 429 before the body is read, and, where the operator asks
//! for it, in place of a tool's in-band denial.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    sync::mpsc,
};

use axum::Router;
use rmcp::{
    ServerHandler,
    handler::server::{router::tool::ToolRouter, wrapper::Parameters},
    tool, tool_handler, tool_router,
    transport::streamable_http_server::StreamableHttpServerConfig,
};
use safe_tool::{
    Caller, Guard,
    limit::{CheckFuture, LimiterError, Quota, RateKey, RateLimiter},
    rmcp::{HttpService, RequestLimit},
    safe_tool,
};
use serde_json::{Value, json};
use tower_layer::Layer as _;

use crate::client::{
    Client, DEADLINE,
    http::{Http, Response},
};

#[safe_tool(rate_limit(3, per = "1h", burst = 6, cost = pages))]
struct ReadPages {
    #[range(1, 5)]
    #[default(1)]
    pages: u32,
}

#[safe_tool]
struct Look {}

#[derive(Clone)]
pub(crate) struct Server {
    router: ToolRouter<Self>,
}

impl Server {
    pub(crate) fn armed(guard: &Guard) -> Self {
        let router = guard.protect(Self::tool_router()).unwrap();
        Self { router }
    }
}

#[tool_router(vis = "pub(crate)")]
impl Server {
    #[tool]
    async fn read(&self, Parameters(args): Parameters<ReadPages>) -> String {
        format!("{} pages", args.pages)
    }
    #[tool]
    async fn look(&self, Parameters(_): Parameters<Look>) -> String {
        "seen".into()
    }
}

#[tool_handler(router = self.router)]
impl ServerHandler for Server {}

/// Serves from a thread of its own, for as long as the test runs.
pub(crate) fn serve(
    guard: Guard,
    limit: impl FnOnce(&Guard) -> RequestLimit + Send + 'static,
) -> SocketAddr {
    serve_to(guard, limit, |app| app)
}

/// The same with more around it.
pub(crate) fn serve_to(
    guard: Guard,
    limit: impl FnOnce(&Guard) -> RequestLimit + Send + 'static,
    around: impl FnOnce(Router) -> Router + Send + 'static,
) -> SocketAddr {
    serve_app(guard, move |guard, mcp| {
        around(Router::new().route_service("/mcp", limit(guard).layer(mcp)))
    })
}

/// The service alone, with other settings.
pub(crate) fn serve_with(
    guard: Guard,
    settings: impl FnOnce(HttpService<Server>) -> HttpService<Server> + Send + 'static,
) -> SocketAddr {
    serve_app(guard, |_, mcp| {
        Router::new().route_service("/mcp", settings(mcp))
    })
}

fn serve_app(
    guard: Guard,
    app: impl FnOnce(&Guard, HttpService<Server>) -> Router + Send + 'static,
) -> SocketAddr {
    let (ready, address) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async move {
            let server = Server::armed(&guard);
            let mcp = guard
                .http_service(
                    move || Ok(server.clone()),
                    StreamableHttpServerConfig::default(),
                )
                .await
                .unwrap();
            let app = app(&guard, mcp).into_make_service_with_connect_info::<SocketAddr>();
            let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
            let listener = listener.await.unwrap();
            ready.send(listener.local_addr().unwrap()).unwrap();
            axum::serve(listener, app).await.unwrap();
        });
    });
    address.recv_timeout(DEADLINE).unwrap()
}

pub(crate) fn quota(text: &str) -> Quota {
    text.parse().unwrap()
}

pub(crate) fn guard() -> Guard {
    Guard::builder().build().unwrap()
}

pub(crate) fn status(response: &Response) -> &str {
    response.status_line.split(' ').nth(1).unwrap()
}

pub(crate) fn call(tool: &str, arguments: Value) -> Value {
    let params = json!({"name": tool, "arguments": arguments});
    json!({"jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": params})
}

pub(crate) fn initialize() -> Value {
    let params = json!({
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "wire", "version": "0"},
    });
    json!({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params})
}

fn error(response: &Response) -> Value {
    let body: Value = serde_json::from_str(&response.body).unwrap();
    assert_eq!(body["jsonrpc"], "2.0", "{body}");
    assert_eq!(body["id"], Value::Null, "{body}");
    assert_eq!(response.header("content-type"), Some("application/json"));
    body["error"].clone()
}

#[test]
fn one_request_too_many_is_a_429_that_says_when() {
    let address = serve(guard(), |guard| guard.limit_requests(quota("4/h")));
    let mut http = Http::new(address);
    for rest in [3, 2, 1, 0] {
        let response = http.post(&initialize());
        assert_eq!(status(&response), "200", "{response:?}");
        let policy = response.header("ratelimit-policy");
        assert_eq!(policy, Some("\"requests\";q=4;w=3600"));
        let left = format!("\"requests\";r={rest}");
        assert_eq!(response.header("ratelimit"), Some(left.as_str()));
    }
    let refused = http.post(&initialize());
    assert_eq!(status(&refused), "429", "{refused:?}");
    let secs: u64 = refused.header("retry-after").unwrap().parse().unwrap();
    assert!((895..=900).contains(&secs), "{secs}");
    let left = format!("\"requests\";r=0;t={secs}");
    assert_eq!(refused.header("ratelimit"), Some(left.as_str()));
    let error = error(&refused);
    assert_eq!(error["data"], json!({ "retryAfterSecs": secs }));
    assert_eq!(
        error["message"],
        format!("too many requests: try again in {secs} seconds")
    );
    // Another caller has a bucket of their own.
    let mut other = Http::new(address).with_header("X-Api-Key", "other");
    assert_eq!(status(&other.post(&initialize())), "200");
}

#[test]
fn no_header_makes_a_request_cheaper() {
    let address = serve(guard(), |guard| guard.limit_requests(quota("2/h")));
    for (name, value) in [
        ("Mcp-Method", "ping"),
        ("Mcp-Name", "look"),
        ("X-Http-Method-Override", "GET"),
        ("X-Forwarded-For", "192.0.2.1"),
    ] {
        let mut http = Http::new(address).with_header(name, value);
        let response = http.post(&initialize());
        let expected = if name.starts_with("Mcp") {
            "200"
        } else {
            "429"
        };
        assert_eq!(status(&response), expected, "{name}");
    }
}

#[test]
fn it_is_refused_before_the_body_has_come() {
    let address = serve(guard(), |guard| guard.limit_requests(quota("1/h")));
    assert_eq!(status(&Http::new(address).post(&initialize())), "200");
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    // Announced and never sent.
    let head = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
                Content-Length: 1000000000\r\n\r\n{";
    stream.write_all(head.as_bytes()).unwrap();
    let mut start = [0; 12];
    stream.read_exact(&mut start).unwrap();
    assert_eq!(&start, b"HTTP/1.1 429");
}

#[test]
fn a_stream_is_no_request() {
    let address = serve(guard(), |guard| guard.limit_requests(quota("1/h")));
    for _ in 0..3 {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        let head = "DELETE /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(!answer.starts_with("HTTP/1.1 429"), "{answer}");
    }
}

#[test]
fn a_tools_limit_is_in_band_unless_the_operator_asks() {
    let address = serve(guard(), |guard| guard.limit_requests(quota("100/h")));
    let mut client = Client::new(Http::new(address));
    assert!(!client.call("read", json!({"pages": 5})).is_error());
    let denied = client.call("read", json!({"pages": 5}));
    assert!(denied.text().contains("rate limit"), "{}", denied.text());
}

#[test]
fn a_tools_limit_is_a_429_where_the_operator_asks() {
    let address = serve(guard(), |guard| {
        guard.limit_requests(quota("100/h")).http_429(10_000)
    });
    let mut http = Http::new(address);
    assert_eq!(status(&http.post(&initialize())), "200");
    http.post(&json!({"jsonrpc": "2.0", "method": "notifications/initialized"}));
    // Charged once, not in both places: six tokens are two calls of three.
    for _ in 0..2 {
        let response = http.post(&call("read", json!({"pages": 3})));
        assert_eq!(status(&response), "200", "{response:?}");
        assert!(response.body.contains("3 pages"), "{response:?}");
    }
    let refused = http.post(&call("read", json!({"pages": 1})));
    assert_eq!(status(&refused), "429", "{refused:?}");
    let secs: u64 = refused.header("retry-after").unwrap().parse().unwrap();
    assert!((1195..=1200).contains(&secs), "{secs}");
    let message = format!("the rate limit of this tool is exceeded: try again in {secs} seconds");
    assert_eq!(error(&refused)["message"], message);
    // Another tool has a bucket of its own.
    let other = http.post(&call("look", json!({})));
    assert_eq!(status(&other), "200", "{other:?}");
}

#[test]
fn a_body_too_large_for_the_layer_is_a_413() {
    let address = serve(guard(), |guard| {
        guard.limit_requests(quota("100/h")).http_429(100)
    });
    let response = Http::new(address).post(&initialize());
    assert_eq!(status(&response), "413", "{response:?}");
    let body: Value = serde_json::from_str(&response.body).unwrap();
    assert_eq!(body["id"], 1, "{body}");
    assert_eq!(
        body["error"]["message"],
        "the message is larger than 100 bytes"
    );
}

#[test]
fn the_users_own_function_names_the_caller_in_both_places() {
    let guard = Guard::builder()
        .identify_http(|parts| {
            let tenant = parts.headers.get("x-tenant")?.to_str().ok()?;
            Some(Caller::from_name(tenant))
        })
        .build()
        .unwrap();
    let address = serve(guard, |guard| {
        guard.limit_requests(quota("100/h")).http_429(10_000)
    });
    let as_tenant = |tenant: &str| {
        // The credential is theirs to choose; the tenant is not, say behind a proxy.
        let http = Http::new(address).with_header("X-Tenant", tenant);
        Client::new(http.with_header("X-Api-Key", &format!("{tenant}-key")))
    };
    assert!(!as_tenant("a").call("read", json!({"pages": 5})).is_error());
    let mut http = Http::new(address).with_header("X-Tenant", "a");
    http.post(&initialize());
    let refused = http.post(&call("read", json!({"pages": 5})));
    assert_eq!(status(&refused), "429", "{refused:?}");
    assert!(!as_tenant("b").call("read", json!({"pages": 5})).is_error());
}

#[test]
fn a_limiter_that_fails_is_a_503_without_its_reason() {
    struct Broken;
    impl RateLimiter for Broken {
        fn check<'a>(&'a self, _: RateKey<'a>, _: &'a Quota, _: u32) -> CheckFuture<'a> {
            CheckFuture::Ready(Err(LimiterError::Unavailable))
        }
    }
    let guard = Guard::builder()
        .rate_limiter(std::sync::Arc::new(Broken))
        .build()
        .unwrap();
    let address = serve(guard, |guard| guard.limit_requests(quota("100/h")));
    let response = Http::new(address).post(&initialize());
    assert_eq!(status(&response), "503", "{response:?}");
    assert_eq!(response.header("retry-after"), Some("1"));
}
