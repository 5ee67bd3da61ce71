//! The attacks over streamable HTTP.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{Ipv4Addr, Shutdown, SocketAddr, TcpStream},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::net::TcpSocket;

use super::{
    hostile::{self, Attack, Expected},
    victim::{ANSWER, Victim},
};

const INITIALIZE: &str = r#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"attack","version":"0"}}}"#;
const INITIALIZED: &str = r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#;
const JSON: &str = "application/json";

/// A client that sends what it likes.
struct Attacker {
    victim: Victim,
    address: SocketAddr,
    session: String,
    /// Whom it says it is.
    from: Ipv4Addr,
    goods: u64,
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Attacker {
    fn stranger() -> Self {
        let mut victim = Victim::spawn(&["http", "0"]);
        let mut line = String::new();
        let stderr = victim.child.stderr.as_mut().unwrap();
        BufReader::new(stderr).read_line(&mut line).unwrap();
        let address = line
            .trim()
            .strip_prefix("listening on http://")
            .and_then(|rest| rest.strip_suffix("/mcp"))
            .and_then(|address| address.parse().ok());
        Self {
            victim,
            address: address.unwrap_or_else(|| panic!("the server does not listen: {line:?}")),
            session: String::new(),
            from: Ipv4Addr::LOCALHOST,
            goods: 0,
        }
    }

    fn new() -> Self {
        let mut attacker = Self::stranger();
        let answer = attacker.post(INITIALIZE.as_bytes());
        attacker.session = format!("Mcp-Session-Id: {}\r\n", answer.header("mcp-session-id"));
        assert_eq!(attacker.post(INITIALIZED.as_bytes()).status, 202);
        attacker
    }

    /// Another handshake, of no session.
    fn initialize(&self) -> Answer {
        let body = INITIALIZE.as_bytes();
        let head = self.head(JSON, &format!("Content-Length: {}\r\n", body.len()));
        self.exchange(&head.replace(&self.session, ""), body)
    }

    fn head(&self, kind: &str, more: &str) -> String {
        let session = &self.session;
        format!(
            "POST /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
             Accept: application/json, text/event-stream\r\nContent-Type: {kind}\r\n\
             MCP-Protocol-Version: 2025-06-18\r\n{session}{more}\r\n"
        )
    }

    fn connect(&self) -> TcpStream {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build()
            .unwrap();
        let stream = runtime.block_on(async {
            let socket = TcpSocket::new_v4().unwrap();
            socket.bind(SocketAddr::from((self.from, 0))).unwrap();
            let stream = socket.connect(self.address).await;
            stream.expect("the server listens").into_std().unwrap()
        });
        stream.set_nonblocking(false).unwrap();
        stream.set_read_timeout(Some(ANSWER)).unwrap();
        stream
    }

    fn post(&self, body: &[u8]) -> Answer {
        let head = self.head(JSON, &format!("Content-Length: {}\r\n", body.len()));
        self.exchange(&head, body)
    }

    /// Writes from another thread: an answer may come before all is sent.
    fn exchange(&self, head: &str, body: &[u8]) -> Answer {
        let stream = self.connect();
        let mut writer = stream.try_clone().unwrap();
        thread::scope(|scope| {
            scope.spawn(move || {
                // The server may have enough of it before the end.
                let _ = writer.write_all(&[head.as_bytes(), body].concat());
            });
            Answer::read(stream)
        })
    }

    /// A good call, which is answered.
    fn good_call(&mut self) {
        self.goods += 1;
        let id = format!("good {}", self.goods);
        let params = json!({
            "name": "search_documents",
            "arguments": {"query": "library", "max_results": 3},
        });
        let call = json!({"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": params});
        let answer = self.post(call.to_string().as_bytes());
        assert_eq!(answer.status, 200, "{}", answer.body);
        let message = answer.message();
        assert_eq!(message["id"], id, "{message}");
        let text = &message["result"]["content"][0]["text"];
        let is_found = text
            .as_str()
            .is_some_and(|text| text.contains("Results for"));
        assert!(is_found, "{message}");
    }
}

impl Answer {
    fn read(mut stream: TcpStream) -> Self {
        let started = Instant::now();
        let mut bytes = Vec::new();
        let read = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            text.contains("\r\n\r\n"),
            "no answer: {read:?} after {:?}",
            started.elapsed()
        );
        assert!(started.elapsed() < ANSWER, "an answer without an end");
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        let _ = stream.shutdown(Shutdown::Both);
        Self {
            status: status.expect("HTTP"),
            head: head.to_ascii_lowercase(),
            body: body.to_owned(),
        }
    }

    fn header(&self, name: &str) -> &str {
        let name = format!("{name}: ");
        let line = self.head.lines().find_map(|line| line.strip_prefix(&name));
        line.unwrap_or_else(|| panic!("no {name} in {}", self.head))
    }

    /// The message in it: as it is, or the last of a stream of events.
    fn message(&self) -> Value {
        let mut lines = self.body.lines().rev();
        let message = lines.find_map(|line| {
            let line = line.strip_prefix("data:").unwrap_or(line);
            let message: Option<Value> = serde_json::from_str(line).ok();
            message.filter(Value::is_object)
        });
        message.unwrap_or_else(|| panic!("no message in {}: {:.500}", self.head, self.body))
    }

    fn assert_is_to(&self, attack: &Attack) {
        let name = attack.name;
        match attack.expected {
            // HTTP has a status for it; a message would have no id.
            Expected::Nothing => {
                let is_taken = self.status == 202 && self.body.is_empty();
                assert!(
                    is_taken || self.message().get("id").is_none_or(Value::is_null),
                    "{name}: {}",
                    self.body
                );
            }
            Expected::InBand => {
                assert_eq!(self.status, 200, "{name}: {}", self.body);
                attack.assert_answer(&self.message());
            }
            _ => attack.assert_answer(&self.message()),
        }
    }
}

#[test]
fn each_message_has_its_answer_and_the_next_call_has_its_own() {
    let mut attacker = Attacker::new();
    for attack in hostile::all() {
        attacker.post(&attack.message).assert_is_to(&attack);
        attacker.good_call();
        attacker.victim.assert_small();
    }
}

#[test]
fn all_of_them_at_once() {
    let mut attacker = Attacker::new();
    let attacks = hostile::all();
    thread::scope(|scope| {
        for attack in &attacks {
            let attacker = &attacker;
            // They share an id: one of two is refused for it.
            scope.spawn(move || attacker.post(&attack.message));
        }
    });
    attacker.good_call();
    attacker.victim.assert_small();
}

#[test]
fn without_a_session() {
    let mut attacker = Attacker::stranger();
    for attack in hostile::all() {
        attacker.post(&attack.message);
    }
    attacker.victim.assert_small();
}

/// A limit on sessions, and on handshakes, of each caller: of those, and no more, it keeps
/// something.
#[test]
fn ten_thousand_handshakes() {
    let mut attacker = Attacker::new();
    let mut refused = 0;
    for _ in 0..10_000 {
        let answer = attacker.initialize();
        match answer.status {
            200 => {}
            429 | 503 => {
                assert!(answer.header("retry-after").parse::<u64>().is_ok());
                refused += 1;
            }
            status => panic!("{status}: {}", answer.body),
        }
    }
    assert!(refused > 9_000, "{refused} of 10,000 refused");
    attacker.good_call();
    attacker.victim.assert_small();
}

#[test]
fn bodies_that_never_end() {
    let mut attacker = Attacker::new();
    let head = attacker.head(JSON, "Content-Length: 100000\r\n");
    let half = [
        head.as_bytes(),
        br#"{"jsonrpc":"2.0","x":""#,
        &[b'x'; 90_000],
    ]
    .concat();
    let mut open = Vec::new();
    for _ in 0..200 {
        let mut stream = attacker.connect();
        stream.set_write_timeout(Some(ANSWER)).unwrap();
        stream.write_all(&half).expect("the server reads on");
        open.push(stream);
    }
    // Another address has room, whatever this one has filled.
    attacker.from = Ipv4Addr::new(127, 0, 0, 2);
    attacker.good_call();
    attacker.victim.assert_small();
    drop(open);
}

#[test]
fn answers_that_nobody_reads() {
    let mut attacker = Attacker::new();
    let list = r#"{"jsonrpc":"2.0","id":"ID","method":"tools/list"}"#;
    let mut open = Vec::new();
    for id in 0..200 {
        let body = list.replace("ID", &id.to_string());
        let head = attacker.head(JSON, &format!("Content-Length: {}\r\n", body.len()));
        let mut stream = attacker.connect();
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body.as_bytes()).unwrap();
        open.push(stream);
    }
    // It says when there is too much of it, and to come back.
    let mut answer = attacker.post(INITIALIZED.as_bytes());
    while answer.status == 503 {
        let secs = answer.header("retry-after").parse().unwrap();
        thread::sleep(Duration::from_secs(secs));
        answer = attacker.post(INITIALIZED.as_bytes());
    }
    attacker.good_call();
    attacker.victim.assert_small();
    drop(open);
}

#[test]
fn what_is_accepted_fits() {
    let mut attacker = Attacker::new();
    for method in ["tools/call", "ping", "no/such", "notifications/x"] {
        for message in hostile::heavy(7, method) {
            thread::scope(|scope| {
                for _ in 0..8 {
                    scope.spawn(|| attacker.post(message.as_bytes()));
                }
            });
        }
    }
    attacker.good_call();
    attacker.victim.assert_small();
}

/// Another page in a browser of the same machine, and a name that an attacker's DNS leads
/// here.
#[test]
fn other_origins_and_hosts() {
    let attacker = Attacker::new();
    let ping = br#"{"jsonrpc":"2.0","id":7,"method":"ping"}"#;
    let length = format!("Content-Length: {}\r\n", ping.len());
    for (origin, status) in [
        ("http://evil.example", 403),
        ("http://localhost.evil.example", 403),
        ("null", 403),
        ("http://localhost:6274", 200),
    ] {
        let head = attacker.head(JSON, &format!("{length}Origin: {origin}\r\n"));
        assert_eq!(attacker.exchange(&head, ping).status, status, "{origin}");
    }
    for host in ["evil.example", "localhost.evil.example:80"] {
        let head = attacker.head(JSON, &length);
        let head = head.replace("Host: localhost", &format!("Host: {host}"));
        assert_eq!(attacker.exchange(&head, ping).status, 403, "{host}");
    }
}

#[test]
fn bodies_that_say_what_they_are_not() {
    let mut attacker = Attacker::new();
    let ping = br#"{"jsonrpc":"2.0","id":7,"method":"ping"}"#;
    let length = format!("Content-Length: {}\r\n", ping.len());
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonp",
    ] {
        let head = attacker.head(kind, &length);
        assert_eq!(attacker.exchange(&head, ping).status, 415, "{kind}");
    }
    // So much is announced that it need not be read.
    let head = attacker.head(JSON, "Content-Length: 9000000000\r\n");
    assert_eq!(attacker.exchange(&head, b"{").status, 413);
    let head = attacker.head(JSON, "Transfer-Encoding: chunked\r\n");
    let chunk = [b"100000\r\n".as_slice(), &[b' '; 0x10_0000], b"\r\n"].concat();
    let endless = chunk.repeat(20);
    assert_eq!(attacker.exchange(&head, &endless).status, 413);
    attacker.good_call();
    attacker.victim.assert_small();
}
