//! A redis-server of the benchmark's own, on a socket in a directory of its own.

use std::{
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use redis::{Client, Connection};
use tempfile::TempDir;

const MISSING: &str =
    "redis-server is missing: `apt-get install redis-server` or `brew install redis`";

/// Killed when dropped.
pub struct Server {
    directory: TempDir,
    process: Child,
}

impl Server {
    pub fn start() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let process = Command::new("redis-server")
            .args(["--port", "0", "--unixsocket", "redis.sock"])
            // Nothing is kept: disks are not what is measured.
            .args(["--appendonly", "no", "--save", ""])
            .current_dir(directory.path())
            .stdout(Stdio::null())
            .spawn();
        let process = process.unwrap_or_else(|error| panic!("{MISSING} ({error})"));
        let server = Self { directory, process };
        let started = Instant::now();
        while server.try_connect().is_none() {
            let waited = started.elapsed();
            assert!(waited < Duration::from_secs(20), "redis-server is not up");
            std::thread::sleep(Duration::from_millis(5));
        }
        server
    }

    pub fn socket(&self) -> PathBuf {
        self.directory.path().join("redis.sock")
    }

    pub fn url(&self) -> String {
        format!("unix://{}", self.socket().display())
    }

    /// Gives a script to the server, which then knows it by the name that is returned.
    pub fn load(&self, script: &str) -> String {
        let mut connection = self.try_connect().expect("a connection");
        let load = redis::cmd("SCRIPT").arg("LOAD").arg(script).clone();
        load.query(&mut connection).expect("a script")
    }

    pub fn version(&self) -> String {
        let mut connection = self.try_connect().expect("a connection");
        let info: String = redis::cmd("INFO")
            .arg("server")
            .query(&mut connection)
            .expect("its own description");
        let version = info
            .lines()
            .find_map(|line| line.strip_prefix("redis_version:"));
        version.unwrap_or("of an unknown version").to_owned()
    }

    fn try_connect(&self) -> Option<Connection> {
        Client::open(self.url()).ok()?.get_connection().ok()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
