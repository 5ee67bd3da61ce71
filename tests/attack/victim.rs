//! The process under attack.

use std::{
    fs,
    process::{Child, Command, Stdio},
    time::Duration,
};

use super::build::docs_server;

/// How long an answer may take.
pub const ANSWER: Duration = Duration::from_secs(2);

/// How much memory the process may ever have had.
const MAX_PEAK_KB: u64 = 64 * 1024;

/// A docs-server with its own data. It is killed when the test is done.
pub struct Victim {
    pub child: Child,
}

impl Victim {
    /// With these arguments, and a quota that is not in the way.
    pub fn spawn(arguments: &[&str]) -> Self {
        let mut command = Command::new(docs_server());
        for variable in ["SAFE_DIR", "PAGES_DIR", "USERS_JSON", "RUST_LOG"] {
            command.env_remove(variable);
        }
        let child = command
            .args(arguments)
            .env("SAFE_TOOL_QUOTA", "1000000/s")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("docs-server can be run");
        Self { child }
    }

    /// Asserts that it runs, and has never had more memory than it may.
    pub fn assert_small(&mut self) {
        let ended = self.child.try_wait().expect("it was started");
        assert_eq!(ended, None, "the process has ended");
        let peak = self.peak_kb();
        assert!(peak < MAX_PEAK_KB, "peak memory: {peak} kB");
    }

    /// `VmHWM`: the most that was ever resident.
    pub fn peak_kb(&self) -> u64 {
        self.memory_kb("VmHWM:")
    }

    /// `VmRSS`: what is resident now.
    pub fn resident_kb(&self) -> u64 {
        self.memory_kb("VmRSS:")
    }

    fn memory_kb(&self, which: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(which));
        let line = line.expect("Linux tells it");
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }
}

impl Drop for Victim {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
