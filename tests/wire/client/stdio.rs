//! One JSON message a line, over a child's standard input and output.

use std::{ffi::OsStr, io::Write, path::Path, process::ChildStdin, time::Instant};

use serde_json::Value;

use super::{DEADLINE, Wire, process::Process};

/// A server that is this test's child.
pub struct Stdio {
    process: Process,
    stdin: ChildStdin,
}

impl Stdio {
    pub fn spawn<K, V>(program: &Path, environment: impl IntoIterator<Item = (K, V)>) -> Self
    where
        K: AsRef<OsStr>,
        V: AsRef<OsStr>,
    {
        let mut process = Process::spawn(program, &["stdio"], environment);
        let stdin = process.stdin();
        Self { process, stdin }
    }
}

impl Wire for Stdio {
    fn request(&mut self, message: &Value) -> Value {
        self.notify(message);
        let deadline = Instant::now() + DEADLINE;
        loop {
            let Some(line) = self.process.stdout.next_before(deadline) else {
                let stderr = self.process.stderr.rest();
                panic!("the server ended before it answered {message}: {stderr}");
            };
            let answer: Value = serde_json::from_str(&line)
                .unwrap_or_else(|error| panic!("stdout is not JSON ({error}): {line}"));
            if answer["id"] == message["id"] {
                return answer;
            }
        }
    }

    fn notify(&mut self, message: &Value) {
        writeln!(self.stdin, "{message}")
            .and_then(|()| self.stdin.flush())
            .unwrap_or_else(|error| panic!("the server takes no input ({error}): {message}"));
    }
}
