//! The attacks over standard input and output.

use std::{
    fs::File,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    os::fd::OwnedFd,
    process::ChildStdout,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError},
    },
    thread,
    time::Duration,
};

use serde_json::{Value, json};

use super::{
    hostile::{self, Expected},
    victim::{ANSWER, Victim},
};

const INITIALIZE: &str = r#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"attack","version":"0"}}}"#;
const INITIALIZED: &str = r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#;

/// A client that sends what it likes.
pub struct Attacker {
    pub victim: Victim,
    stdin: File,
    /// Until it begins to read.
    stdout: Option<ChildStdout>,
    answers: Option<Receiver<String>>,
    goods: u64,
}

impl Attacker {
    /// That has not shaken hands.
    fn stranger() -> Self {
        let mut victim = Victim::spawn(&["stdio"]);
        let stdin = File::from(OwnedFd::from(victim.child.stdin.take().unwrap()));
        let stdout = victim.child.stdout.take();
        Self {
            victim,
            stdin,
            stdout,
            answers: None,
            goods: 0,
        }
    }

    pub fn new() -> Self {
        let mut attacker = Self::stranger();
        attacker.shake_hands();
        attacker
    }

    fn shake_hands(&mut self) {
        self.send(INITIALIZE.as_bytes());
        assert_eq!(self.answer()["id"], 0);
        self.send(INITIALIZED.as_bytes());
    }

    pub fn send(&mut self, message: &[u8]) {
        self.write(message);
        self.write(b"\n");
    }

    pub fn write(&mut self, bytes: &[u8]) {
        self.stdin.write_all(bytes).expect("the server reads on");
    }

    /// The next message of the server.
    pub fn answer(&mut self) -> Value {
        let answers = self.answers.get_or_insert_with(|| {
            let stdout = self.stdout.take().unwrap();
            let (sender, answers) = mpsc::channel();
            thread::spawn(move || {
                for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                    let _ = sender.send(line);
                }
            });
            answers
        });
        let line = answers
            .recv_timeout(ANSWER)
            .unwrap_or_else(|error| match error {
                RecvTimeoutError::Timeout => panic!("no answer within {ANSWER:?}"),
                RecvTimeoutError::Disconnected => {
                    let mut stderr = String::new();
                    let _ = self
                        .victim
                        .child
                        .stderr
                        .take()
                        .unwrap()
                        .read_to_string(&mut stderr);
                    panic!("the server has ended: {stderr}")
                }
            });
        serde_json::from_str(&line).expect("stdout is JSON")
    }

    /// A good call, which is the next that is answered.
    fn good_call(&mut self) {
        self.goods += 1;
        let id = format!("good {}", self.goods);
        let params = json!({
            "name": "search_documents",
            "arguments": {"query": "library", "max_results": 3},
        });
        let call = json!({"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": params});
        self.send(call.to_string().as_bytes());
        let answer = self.answer();
        assert_eq!(answer["id"], id, "{answer}");
        let text = &answer["result"]["content"][0]["text"];
        let is_found = text
            .as_str()
            .is_some_and(|text| text.contains("Results for"));
        assert!(is_found, "{answer}");
    }
}

#[test]
fn each_message_has_its_answer_and_the_next_call_has_its_own() {
    let mut attacker = Attacker::new();
    for attack in hostile::all() {
        attacker.send(&attack.message);
        if attack.expected != Expected::Nothing {
            attack.assert_answer(&attacker.answer());
        }
        attacker.good_call();
        attacker.victim.assert_small();
    }
}

#[test]
fn all_of_them_at_once() {
    let mut attacker = Attacker::new();
    let attacks = hostile::all();
    let answered = attacks.iter().filter(|a| a.expected != Expected::Nothing);
    let mut expected = answered.count();
    for attack in &attacks {
        attacker.send(&attack.message);
    }
    while expected > 0 {
        attacker.answer();
        expected -= 1;
    }
    attacker.good_call();
    attacker.victim.assert_small();
}

#[test]
fn a_client_that_does_not_begin_with_a_handshake() {
    let mut attacker = Attacker::stranger();
    for attack in hostile::all() {
        attacker.send(&attack.message);
        // Before the handshake rmcp answers requests with other errors.
        if attack.expected != Expected::Nothing {
            attacker.answer();
        }
    }
    attacker.shake_hands();
    attacker.good_call();
    attacker.victim.assert_small();
}

#[test]
fn a_line_that_hardly_ends() {
    let mut attacker = Attacker::new();
    attacker.write(br#"{"jsonrpc":"2.0","method":"ping","x":""#);
    let piece = vec![b'x'; 1 << 20];
    for _ in 0..256 {
        attacker.write(&piece);
    }
    attacker.send(br#"","id":7}"#);
    let answer = attacker.answer();
    assert_eq!(answer["id"], 7, "{answer}");
    assert_eq!(answer["error"]["code"], -32600, "{answer}");
    attacker.good_call();
    attacker.victim.assert_small();
}

#[test]
fn a_client_that_reads_nothing_for_a_while() {
    const CALLS: u64 = 5_000;
    let mut attacker = Attacker::stranger();
    let mut stdin = attacker.stdin.try_clone().unwrap();
    let sent = Arc::new(AtomicU64::new(0));
    let sending = Arc::clone(&sent);
    let writer = thread::spawn(move || {
        let mut send = |message: &str| {
            writeln!(stdin, "{message}").expect("the server reads on");
            sending.fetch_add(1, Ordering::Relaxed);
        };
        send(INITIALIZE);
        send(INITIALIZED);
        for id in 1..=CALLS {
            // Of all requests, the one with the longest answer.
            send(&format!(
                r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/list"}}"#
            ));
        }
    });
    stand_still(&sent);
    assert!(!writer.is_finished(), "it has read everything");
    attacker.victim.assert_small();
    let mut ids: Vec<u64> = (0..=CALLS)
        .map(|_| attacker.answer()["id"].as_u64().unwrap())
        .collect();
    ids.sort_unstable();
    assert!(ids.into_iter().eq(0..=CALLS), "each call has one answer");
    writer.join().unwrap();
    attacker.good_call();
    attacker.victim.assert_small();
}

#[test]
fn what_is_accepted_fits() {
    let mut attacker = Attacker::new();
    for method in ["tools/call", "ping", "no/such", "initialize"] {
        for message in hostile::heavy(1, method) {
            for _ in 0..5 {
                attacker.send(message.as_bytes());
                attacker.answer();
            }
        }
    }
    attacker.good_call();
    attacker.victim.assert_small();
}

#[test]
fn a_flood_of_notifications() {
    let mut attacker = Attacker::new();
    for message in hostile::heavy(1, "notifications/x") {
        let message = message.replace(r#""id":1,"#, "");
        for _ in 0..20 {
            attacker.send(message.as_bytes());
        }
    }
    attacker.good_call();
    attacker.victim.assert_small();
}

#[test]
fn calls_that_are_cancelled_at_once() {
    const CALLS: u64 = 2_000;
    let mut attacker = Attacker::new();
    for id in 1..=CALLS {
        let call = hostile::call(r#"{"query":"library","max_results":1}"#);
        let call = call.replace(r#""id":7"#, &format!(r#""id":{id}"#));
        attacker.send(call.as_bytes());
        let params = json!({ "requestId": id });
        let cancelled =
            json!({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": params});
        attacker.send(cancelled.to_string().as_bytes());
    }
    attacker.send(br#"{"jsonrpc":"2.0","id":"last","method":"ping"}"#);
    // Some were answered before.
    let mut answered = 0;
    while attacker.answer()["id"] != "last" {
        answered += 1;
    }
    assert!(answered <= CALLS, "{answered} answers");
    attacker.good_call();
    attacker.victim.assert_small();
}

/// Waits until no more is sent: the server has stopped reading.
fn stand_still(sent: &AtomicU64) {
    let mut before = None;
    while before != Some(sent.load(Ordering::Relaxed)) {
        before = Some(sent.load(Ordering::Relaxed));
        thread::sleep(Duration::from_millis(500));
    }
}

#[test]
fn ten_thousand_handshakes() {
    let mut attacker = Attacker::new();
    for _ in 0..100 {
        for _ in 0..100 {
            attacker.send(INITIALIZE.as_bytes());
        }
        for _ in 0..100 {
            assert_eq!(attacker.answer()["id"], 0);
        }
    }
    attacker.good_call();
    attacker.victim.assert_small();
}
