//! Over HTTP, callers are told apart by what they cannot choose at will.

use std::net::SocketAddr;

use serde_json::json;

use crate::{
    client::{
        Client,
        build::docs_server,
        http::{Http, Server},
    },
    data::Data,
};

/// So few, and back so slowly, that no clock matters.
const QUOTA: &str = "3/h";

struct World {
    server: Server,
    _data: Data,
}

impl World {
    fn new() -> Self {
        let data = Data::new();
        let server = Server::spawn(docs_server(), data.environment_with_quota(QUOTA));
        Self {
            server,
            _data: data,
        }
    }

    fn address(&self) -> SocketAddr {
        self.server.address
    }

    fn anonymous(&self) -> Client<Http> {
        Client::new(Http::new(self.address()))
    }

    fn showing(&self, header: &'static str, value: &str) -> Client<Http> {
        Client::new(Http::new(self.address()).with_header(header, value))
    }
}

fn is_allowed(client: &mut Client<Http>) -> bool {
    let answer = client.call("read_file", json!({"file_path": "hello.txt"}));
    let denied = answer.is_error() && answer.text().contains("rate limit");
    assert!(denied || !answer.is_error(), "{}", answer.raw());
    !denied
}

/// Spends the whole quota.
fn spend(client: &mut Client<Http>) {
    for call in 1..=3 {
        assert!(is_allowed(client), "call {call} of 3");
    }
    assert!(!is_allowed(client), "the fourth of 3");
}

#[test]
fn each_api_key_has_a_bucket() {
    let world = World::new();
    spend(&mut world.showing("X-Api-Key", "key-a"));
    assert!(is_allowed(&mut world.showing("X-Api-Key", "key-b")));
    let again = &mut world.showing("x-api-key", "key-a");
    assert!(!is_allowed(again), "a new session is no new caller");
}

#[test]
fn each_bearer_token_has_a_bucket_however_it_is_spelt() {
    let world = World::new();
    spend(&mut world.showing("Authorization", "Bearer token-a"));
    for spelling in ["bearer token-a", "BEARER token-a", "Bearer   token-a"] {
        let client = &mut world.showing("authorization", spelling);
        assert!(!is_allowed(client), "{spelling}");
    }
    assert!(is_allowed(
        &mut world.showing("Authorization", "Bearer token-b")
    ));
}

#[test]
fn without_credentials_the_address_is_the_caller() {
    let world = World::new();
    spend(&mut world.anonymous());
    assert!(!is_allowed(&mut world.anonymous()), "a new session");
    // Headers that anyone may write.
    for header in ["X-Forwarded-For", "Forwarded", "X-Real-Ip", "User-Agent"] {
        let client = &mut world.showing(header, "192.0.2.7");
        assert!(!is_allowed(client), "{header}");
    }
    assert!(is_allowed(&mut world.showing("X-Api-Key", "key-a")));
}

/// Linux has all of 127.0.0.0/8 on its loopback interface.
#[cfg(target_os = "linux")]
#[test]
fn two_addresses_have_two_buckets() {
    let world = World::new();
    spend(&mut world.anonymous());
    let server = world.address();
    let elsewhere = Http::over(move || connect_from("127.0.0.2:0", server));
    assert!(is_allowed(&mut Client::new(elsewhere)));
}

#[cfg(target_os = "linux")]
fn connect_from(local: &str, server: SocketAddr) -> std::net::TcpStream {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let stream = runtime.block_on(async {
        let socket = tokio::net::TcpSocket::new_v4().unwrap();
        socket.bind(local.parse().unwrap()).unwrap();
        socket.connect(server).await.unwrap()
    });
    let stream = stream.into_std().unwrap();
    stream.set_nonblocking(false).unwrap();
    stream
}

#[test]
fn a_refused_call_has_been_charged() {
    let world = World::new();
    let client = &mut world.anonymous();
    for _ in 1..=3 {
        let answer = client.call("read_file", json!({"file_path": "../outside.txt"}));
        answer.assert_refused("/file_path", "sandboxed_path");
    }
    assert!(!is_allowed(client));
    // Nor are its arguments looked at any more.
    let answer = client.call("read_file", json!({"file_path": "../outside.txt"}));
    let text = answer.text();
    assert!(text.contains("rate limit"), "{text}");
    let seconds = text
        .split_whitespace()
        .find_map(|word| word.parse::<u64>().ok());
    assert!(
        seconds.is_some_and(|seconds| (1_000..=1_200).contains(&seconds)),
        "{text}"
    );
}
