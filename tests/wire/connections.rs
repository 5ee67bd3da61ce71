//! Connections that bring no request, or take no answer.

use std::{
    io::{ErrorKind, Read as _, Write as _},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    sync::mpsc,
    time::Duration,
};

use axum::Router;
use rmcp::transport::streamable_http_server::StreamableHttpServerConfig;
use safe_tool::rmcp::HttpServer;

use crate::{
    client::{DEADLINE, http::Http},
    requests::{Server, guard, initialize, status},
};

const SOON: Duration = Duration::from_millis(200);

/// Serves from a thread of its own; the sender, once it is dropped, asks it to stop.
fn serve(
    settings: impl FnOnce(HttpServer) -> HttpServer + Send + 'static,
) -> (
    SocketAddr,
    tokio::sync::oneshot::Sender<()>,
    mpsc::Receiver<()>,
) {
    let (ready, address) = mpsc::channel();
    let (stop, stopping) = tokio::sync::oneshot::channel();
    let (ended, end) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async move {
            let guard = guard();
            let server = Server::armed(&guard);
            let config = StreamableHttpServerConfig::default();
            let mcp = guard.http_service(move || Ok(server.clone()), config);
            let app = Router::new().route_service("/mcp", mcp.await.unwrap());
            let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
            let listener = listener.await.unwrap();
            ready.send(listener.local_addr().unwrap()).unwrap();
            let stop = async {
                let _ = stopping.await;
            };
            settings(HttpServer::new(&guard))
                .serve_until(listener, app, stop)
                .await;
            ended.send(()).unwrap();
        });
    });
    (address.recv_timeout(DEADLINE).unwrap(), stop, end)
}

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    stream
}

/// Whether the server has ended the connection, after whatever it had to say.
fn is_ended(mut stream: TcpStream) -> bool {
    let mut rest = Vec::new();
    match stream.read_to_end(&mut rest) {
        Ok(_) => true,
        Err(error) => error.kind() == ErrorKind::ConnectionReset,
    }
}

#[test]
fn headers_that_do_not_come() {
    let (address, _stop, _) = serve(|server| server.header_timeout(SOON));
    assert!(is_ended(connect(address)), "nothing at all");
    let mut slow = connect(address);
    slow.write_all(b"POST /mcp HTTP/1.1\r\nHost: loc").unwrap();
    assert!(is_ended(slow), "half a header");
}

#[test]
fn headers_that_are_too_large() {
    let (address, _stop, _) = serve(|server| server);
    let mut large = connect(address);
    let head = format!("POST /mcp HTTP/1.1\r\nX: {}\r\n", "x".repeat(1 << 20));
    // It may have enough before the end.
    let _ = large.write_all(head.as_bytes());
    assert!(is_ended(large));
    assert_eq!(status(&Http::new(address).post(&initialize())), "200");
}

#[test]
fn answers_that_are_not_taken() {
    let (address, _stop, _) = serve(|server| server.write_timeout(SOON));
    let mut stream = connect(address);
    let get = "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(1_000);
    // Until nothing more is taken, since nothing is given up; then the connection is.
    let error = loop {
        if let Err(error) = stream.write_all(get.as_bytes()) {
            break error;
        }
    };
    let lost = [ErrorKind::ConnectionReset, ErrorKind::BrokenPipe];
    assert!(lost.contains(&error.kind()), "{error}");
}

#[test]
fn so_many_connections_of_one_address() {
    let (address, _stop, _) = serve(|server| server.max_connections(2, 100));
    let first = connect(address);
    let _second = connect(address);
    assert!(is_ended(connect(address)), "the third of two");
    drop(first);
    // As soon as it is noticed that the first is gone.
    while is_ended_at_once(&connect(address)) {}
}

/// Whether a new connection is closed before it has a request.
fn is_ended_at_once(mut stream: &TcpStream) -> bool {
    let ping = "GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    let mut answer = Vec::new();
    // A closed one takes it, or does not.
    let _ = stream.write_all(ping.as_bytes());
    let _ = stream.read_to_end(&mut answer);
    answer.is_empty()
}

#[test]
fn it_stops_when_it_is_asked_to() {
    let (address, stop, ended) = serve(|server| server);
    assert_eq!(status(&Http::new(address).post(&initialize())), "200");
    let idle = connect(address);
    drop(stop);
    ended.recv_timeout(DEADLINE).unwrap();
    assert!(is_ended(idle));
}
