//! Running programs: real ones, that behave badly.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod bounds;
mod conditions;
mod processes;
mod start;

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use safe_tool_runtime::program::Program;
use tempfile::TempDir;

/// The program beside this file, and a folder of its own to run in.
struct World {
    temp: TempDir,
    program: Program,
}

impl World {
    fn new() -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/program/behave");
        Self {
            temp: tempfile::tempdir().unwrap(),
            program: Program::at(file).unwrap(),
        }
    }

    fn with(mut self, change: impl FnOnce(Program) -> Program) -> Self {
        self.program = change(self.program);
        self
    }

    fn folder(&self) -> &Path {
        self.temp.path()
    }

    /// The processes that named themselves, the program's own first.
    fn pids(&self) -> Vec<u32> {
        let pids = fs::read_to_string(self.folder().join("pids")).unwrap_or_default();
        pids.lines().map(|line| line.parse().unwrap()).collect()
    }
}

fn proc_of(pid: u32) -> PathBuf {
    Path::new("/proc").join(pid.to_string())
}

/// Whether the process runs. One that is dead and not reaped by whoever adopted it does not.
fn runs(pid: u32) -> bool {
    let stat = fs::read_to_string(proc_of(pid).join("stat")).unwrap_or_default();
    stat.rsplit_once(") ")
        .is_some_and(|(_, state)| !state.starts_with(['Z', 'X']))
}

/// A killed process is gone when the kernel is done with it.
async fn until(what: &str, reached: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !reached() {
        assert!(Instant::now() < deadline, "{what}");
        tokio::task::yield_now().await;
    }
}
