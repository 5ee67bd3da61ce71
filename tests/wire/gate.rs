//! The gate in front of the HTTP service, where a slow or broken client is needed, or other
//! settings than docs-server's.

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

use safe_tool::Guard;
use serde_json::{Value, json};

use crate::{
    client::{DEADLINE, http::Http},
    requests::{call, guard, initialize, serve_with, status},
};

#[test]
fn a_message_larger_than_the_budget_is_a_413_with_its_id() {
    let guard = Guard::builder().max_message_bytes(1_000).build().unwrap();
    let address = serve_with(guard, |service| service);
    let mut http = Http::new(address);
    assert_eq!(status(&http.post(&initialize())), "200");
    let mut large = call("look", json!({}));
    large["z"] = "x".repeat(1_000).into();
    let response = http.post(&large);
    assert_eq!(status(&response), "413", "{response:?}");
    let body: Value = serde_json::from_str(&response.body).unwrap();
    assert_eq!(body["id"], 7, "{body}");
    assert_eq!(body["error"]["code"], -32600, "{body}");
}

#[test]
fn a_body_that_does_not_come_is_a_408() {
    let address = serve_with(guard(), |service| {
        service.body_timeout(Duration::from_millis(50))
    });
    let response = send_slowly(address, br#"{"jsonrpc":"2.0","#);
    assert!(response.starts_with("HTTP/1.1 408 "), "{response}");
}

fn send_slowly(address: SocketAddr, part: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    let head = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
                Content-Type: application/json\r\nContent-Length: 500\r\n\
                Accept: application/json, text/event-stream\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(part).unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    response
}

#[test]
fn each_caller_has_so_many_sessions_until_one_ends() {
    let address = serve_with(guard(), |service| service.max_sessions(2, 3));
    let begin = |key: &str| {
        let mut http = Http::new(address).with_header("X-Api-Key", key);
        let response = http.post(&initialize());
        (status(&response).to_owned(), http)
    };
    // One address is one caller here, whatever keys it shows.
    let (first, mut http) = begin("a");
    let (second, _http) = begin("b");
    assert_eq!([first, second], ["200", "200"]);
    let (third, _http) = begin("c");
    assert_eq!(third, "503");
    assert_eq!(status(&http.delete()), "202");
    let (again, _http) = begin("a");
    assert_eq!(again, "200");
}

#[test]
fn what_is_too_much_at_once_is_a_503_that_says_when() {
    let address = serve_with(guard(), |service| service.max_bytes_in_flight(10_000));
    let response = Http::new(address).post(&initialize());
    assert_eq!(status(&response), "503", "{response:?}");
    assert_eq!(response.header("retry-after"), Some("1"));
    let body: Value = serde_json::from_str(&response.body).unwrap();
    assert_eq!(body["error"]["data"]["retryAfterSecs"], 1, "{body}");
}

/// Refused messages cost the caller, and the address whose keys they show.
#[test]
fn refusals_run_out() {
    let guard = Guard::builder().caller_quota("6/h").build().unwrap();
    let address = serve_with(guard, |service| service);
    let mut http = Http::new(address).with_header("X-Api-Key", "a");
    let broken = r#"{"jsonrpc":"2.0","id":1,"method":"ping","method":"ping"}"#;
    for _ in 0..6 {
        assert_eq!(status(&http.post_text(broken)), "400");
    }
    let denied = http.post_text(broken);
    assert_eq!(status(&denied), "429", "{denied:?}");
    assert!(denied.header("retry-after").is_some(), "{denied:?}");
    let mut other = Http::new(address).with_header("X-Api-Key", "b");
    assert_eq!(status(&other.post_text(broken)), "429");
}

#[test]
fn what_rmcp_cannot_read_is_answered_without_its_text() {
    let address = serve_with(guard(), |service| service);
    let mut http = Http::new(address);
    assert_eq!(status(&http.post(&initialize())), "200");
    for params in [
        json!({"arguments": {"canary": 1}}),
        json!({"name": "look", "arguments": ["canary"]}),
        json!({"name": "look", "arguments": "canary"}),
        json!("canary"),
    ] {
        let message = json!({"jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": params});
        let response = http.post(&message);
        assert_eq!(status(&response), "400", "{response:?}");
        assert!(
            response.body.contains(r#""id":7,"error":{"code":-32602"#),
            "{response:?}"
        );
        assert!(!response.body.contains("canary"), "{response:?}");
    }
}
