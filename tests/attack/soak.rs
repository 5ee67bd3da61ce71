//! Good and hostile calls, mixed, for long: what the server keeps does not grow.
//!
//! `SAFE_TOOL_SOAK=10000000 cargo test --release --test attack soak -- --nocapture` sends
//! ten million, and shows what is resident after each tenth.

use std::{io, thread};

use serde_json::{Value, json};

use super::{
    hostile::{self, Attack, Expected},
    stdio::Attacker,
};

/// How many messages are sent unless the environment says otherwise.
const MESSAGES: u64 = 50_000;

/// How much more may be resident at the end than after the first tenth: the allocator's
/// own coming and going. Over ten million messages it is a third of a byte for each.
const MAX_GROWTH_KB: u64 = 3 * 1024;

/// Longer attacks are sent once in the first tenth and once in the last.
const SHORT: usize = 2_000;

const TENTHS: u64 = 10;

#[test]
#[allow(
    clippy::print_stderr,
    reason = "the figures are what a long run is for"
)]
fn what_is_kept_does_not_grow() {
    let asked = std::env::var("SAFE_TOOL_SOAK").ok();
    let messages = asked.map_or(MESSAGES, |text| text.parse().expect("a number"));
    let mut soak = Soak::new();
    let mut resident = Vec::new();
    for tenth in 1..=TENTHS {
        if [1, TENTHS].contains(&tenth) {
            soak.long_attacks();
        }
        while soak.sent < messages / TENTHS * tenth {
            soak.round();
        }
        let kb = soak.attacker.victim.resident_kb();
        eprintln!("{} messages: {kb} kB resident", soak.sent);
        resident.push(kb);
    }
    soak.attacker.victim.assert_small();
    let growth = resident[resident.len() - 1].saturating_sub(resident[0]);
    assert!(
        growth < MAX_GROWTH_KB,
        "resident after each tenth: {resident:?} kB"
    );
}

struct Soak {
    attacker: Attacker,
    attacks: Vec<Attack>,
    /// Messages so far; the next one's number.
    sent: u64,
}

impl Soak {
    fn new() -> Self {
        let mut attacker = Attacker::new();
        // What it logs would fill the pipe, and then hold it up.
        let mut log = attacker.victim.child.stderr.take().expect("it is piped");
        thread::spawn(move || io::copy(&mut log, &mut io::sink()));
        Self {
            attacker,
            attacks: hostile::all(),
            sent: 0,
        }
    }

    /// Each attack that is too long to be sent over and over. So many refusals in a second
    /// are answered with another, so that its words are not looked at.
    fn long_attacks(&mut self) {
        for attack in self.attacks.iter().filter(|attack| !is_short(attack)) {
            self.attacker.send(&attack.message);
            self.sent += 1;
            if attack.expected != Expected::Nothing {
                self.attacker.answer();
            }
        }
    }

    /// Each short attack, with good calls and changing names between them, without waiting
    /// for an answer until the end.
    fn round(&mut self) {
        let mut lines = Vec::new();
        let (mut answers, mut good_answers) = (0, 0);
        for attack in self.attacks.iter().filter(|attack| is_short(attack)) {
            let number = self.sent;
            // An id of its own: one that is in flight would be refused for that.
            let id = format!(r#""id":{number}"#);
            let attack_line = replace(&attack.message, br#""id":7"#, id.as_bytes());
            answers += u64::from(attack.expected != Expected::Nothing);
            let strange = strange(number);
            answers += u64::from(strange.get("id").is_some());
            good_answers += 1;
            for line in [
                attack_line,
                good(number).to_string().into_bytes(),
                strange.to_string().into_bytes(),
            ] {
                lines.extend_from_slice(&line);
                lines.push(b'\n');
                self.sent += 1;
            }
        }
        self.attacker.write(&lines);
        let mut good_seen = 0;
        for _ in 0..answers + good_answers {
            let answer = self.attacker.answer();
            let is_good = answer["id"]
                .as_str()
                .is_some_and(|id| id.starts_with("good"));
            if is_good {
                assert_eq!(answer["result"]["isError"], false, "{answer}");
                good_seen += 1;
            }
        }
        assert_eq!(good_seen, good_answers, "each good call has its result");
    }
}

fn is_short(attack: &Attack) -> bool {
    attack.message.len() <= SHORT
}

/// A call of each tool in turn.
fn good(number: u64) -> Value {
    let (tool, arguments) = match number % 3 {
        0 => ("read_file", json!({"file_path": "opening-hours.md"})),
        1 => {
            let query = format!("rope {number}");
            (
                "search_documents",
                json!({"query": query, "max_results": 3}),
            )
        }
        _ => (
            "search_documents",
            json!({"query": "library", "max_results": 50}),
        ),
    };
    let params = json!({"name": tool, "arguments": arguments});
    let id = format!("good {number}");
    json!({"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": params})
}

/// Messages full of names that never come again: what was remembered of each would add up.
fn strange(number: u64) -> Value {
    let name = format!("name-{number}");
    let id = format!("strange {number}");
    match number % 5 {
        0 => json!({"jsonrpc": "2.0", "id": id, "method": name}),
        1 => {
            let params = json!({"name": name, "arguments": {}});
            json!({"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": params})
        }
        2 => {
            let mut arguments = json!({"query": "a", "max_results": 1});
            arguments[&name] = json!({ &name: [&name] });
            let params = json!({"name": "search_documents", "arguments": arguments});
            json!({"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": params})
        }
        3 => {
            let params = json!({"requestId": id, "reason": name});
            json!({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": params})
        }
        _ => {
            let params = json!({"_meta": {"progressToken": name}, "cursor": name});
            json!({"jsonrpc": "2.0", "id": id, "method": "tools/list", "params": params})
        }
    }
}

fn replace(message: &[u8], what: &[u8], with: &[u8]) -> Vec<u8> {
    let Some(at) = message.windows(what.len()).position(|part| part == what) else {
        return message.to_vec();
    };
    [&message[..at], with, &message[at + what.len()..]].concat()
}
