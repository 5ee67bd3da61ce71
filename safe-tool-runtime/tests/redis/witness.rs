//! What a server did and when, by its own clock, as its `MONITOR` tells it.

use std::io::{BufRead, BufReader, Write as _};
use std::os::unix::net::UnixStream;
use std::thread::JoinHandle;

use super::server::Server;

/// What is sent when all has been seen.
const END: &str = "the-end";

pub(crate) struct Witness(JoinHandle<Vec<String>>);

impl Witness {
    pub(crate) fn of(server: &Server) -> Self {
        let mut stream = UnixStream::connect(server.socket()).unwrap();
        stream.write_all(b"MONITOR\r\n").unwrap();
        let mut lines = BufReader::new(stream);
        let mut first = String::new();
        lines.read_line(&mut first).unwrap();
        assert_eq!(first, "+OK\r\n");
        Self(std::thread::spawn(move || {
            let lines = lines.lines().map_while(Result::ok);
            lines.take_while(|line| !line.contains(END)).collect()
        }))
    }

    /// The moments, in µs and in order, at which scripts called one of these commands on
    /// keys other than the probe's.
    pub(crate) fn moments(self, server: &Server, commands: &[&str]) -> Vec<u64> {
        let calls = self.calls(server, commands);
        calls.iter().map(|call| call.moment).collect()
    }

    /// The last words of those calls, which are numbers.
    pub(crate) fn numbers(self, server: &Server, commands: &[&str]) -> Vec<u64> {
        let calls = self.calls(server, commands);
        calls.iter().map(|call| call.number).collect()
    }

    fn calls(self, server: &Server, commands: &[&str]) -> Vec<Call> {
        let _: String = server.run(&format!("ECHO {END}"));
        let lines = self.0.join().unwrap();
        lines
            .iter()
            .filter_map(|line| call(line, commands))
            .collect()
    }
}

struct Call {
    moment: u64,
    number: u64,
}

/// Reads `+1700000000.123456 [0 lua] "PEXPIRE" "safe-tool:m:{…}" "1000"`.
fn call(line: &str, commands: &[&str]) -> Option<Call> {
    let (time, call) = line.strip_prefix('+')?.split_once(" [0 lua] ")?;
    let ours = |command: &&str| call.starts_with(&format!("\"{command}\""));
    if !commands.iter().any(ours) || call.contains(":probe\"") {
        return None;
    }
    let (seconds, micros) = time.split_once('.')?;
    let (_, number) = call.trim_end_matches('"').rsplit_once('"')?;
    Some(Call {
        moment: seconds.parse::<u64>().unwrap() * 1_000_000 + micros.parse::<u64>().unwrap(),
        number: number.parse().unwrap(),
    })
}
