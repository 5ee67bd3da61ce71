//! A server's process: it is killed when its test is done, and none of its output is
//! waited for without a deadline.

use std::{
    ffi::OsStr,
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, ChildStdin, Command, ExitStatus, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::Instant,
};

use super::DEADLINE;

/// What the test's own environment must not decide.
const VARIABLES: [&str; 13] = [
    "SAFE_DIR",
    "PAGES_DIR",
    "USERS_JSON",
    "SAFE_TOOL_QUOTA",
    "DATABASE_URL",
    "DOCS_DIR",
    "FILES_ROOT",
    "REDIS_URL",
    "INSTANCES",
    "REDIS_DEADLINE_MS",
    "SAFE_TOOL_LIMITS",
    "REQUEST_LIMIT",
    "RUST_LOG",
];

/// A running server.
pub struct Process {
    child: Child,
    /// Lines of standard output.
    pub stdout: Lines,
    /// Lines of standard error.
    pub stderr: Lines,
}

impl Process {
    pub fn spawn<K, V>(
        program: &Path,
        arguments: &[&str],
        environment: impl IntoIterator<Item = (K, V)>,
    ) -> Self
    where
        K: AsRef<OsStr>,
        V: AsRef<OsStr>,
    {
        let mut command = Command::new(program);
        for variable in VARIABLES {
            command.env_remove(variable);
        }
        let mut child = command
            .args(arguments)
            .envs(environment)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        Self {
            stdout: Lines::of("stdout", child.stdout.take().expect("piped")),
            stderr: Lines::of("stderr", child.stderr.take().expect("piped")),
            child,
        }
    }

    /// Takes what the server reads from.
    pub fn stdin(&mut self) -> ChildStdin {
        self.child.stdin.take().expect("taken once")
    }

    /// Waits for the server to end by itself.
    pub fn wait(&mut self) -> ExitStatus {
        // Its outputs close when it ends.
        while self.stdout.next().is_some() {}
        self.child.wait().expect("it was started")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Lines of an output, read by a thread, so that waiting for one can end.
pub struct Lines {
    name: &'static str,
    lines: Receiver<String>,
}

impl Lines {
    fn of(name: &'static str, output: impl Read + Send + 'static) -> Self {
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                // Read on when nobody listens any more: a full pipe would stop the server.
                let _ = sender.send(line);
            }
        });
        Self { name, lines }
    }

    /// The next line; `None` at the end.
    pub fn next(&self) -> Option<String> {
        self.next_before(Instant::now() + DEADLINE)
    }

    pub fn next_before(&self, deadline: Instant) -> Option<String> {
        let left = deadline.saturating_duration_since(Instant::now());
        match self.lines.recv_timeout(left) {
            Ok(line) => Some(line),
            Err(mpsc::RecvTimeoutError::Disconnected) => None,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                panic!("nothing on the server's {} for {DEADLINE:?}", self.name)
            }
        }
    }

    /// Everything up to the end.
    pub fn rest(&self) -> String {
        let lines: Vec<String> = std::iter::from_fn(|| self.next()).collect();
        lines.join("\n")
    }
}
