//! The attacks over streamable HTTP.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{Shutdown, SocketAddr, TcpStream},
    thread,
    time::Instant,
};

use serde_json::{Value, json};

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

    fn head(&self, kind: &str, more: &str) -> String {
        let session = &self.session;
        format!(
            "POST /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
             Accept: application/json, text/event-stream\r\nContent-Type: {kind}\r\n\
             MCP-Protocol-Version: 2025-06-18\r\n{session}{more}\r\n"
        )
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("the server listens");
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
