//! A redis-server of a test's own, on a socket in a directory of its own.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

const MISSING: &str = "these tests need redis-server: `apt-get install redis-server`, \
     `brew install redis`, or scripts/test, which installs it where it can";

/// Killed when dropped.
pub(crate) struct Server {
    directory: TempDir,
    arguments: Vec<String>,
    environment: Environment,
    process: Child,
}

pub(crate) type Environment = Vec<(&'static str, String)>;

impl Server {
    pub(crate) fn start() -> Self {
        Self::with(&[])
    }

    /// With settings such as `["--maxmemory", "1mb"]`.
    pub(crate) fn with(arguments: &[&str]) -> Self {
        Self::within(tempfile::tempdir().unwrap(), arguments, Vec::new())
    }

    pub(crate) fn within(directory: TempDir, arguments: &[&str], environment: Environment) -> Self {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        let process = spawn(directory.path(), &arguments, &environment);
        let server = Self {
            directory,
            arguments,
            environment,
            process,
        };
        server.wait();
        server
    }

    /// A sentinel with that configuration.
    #[cfg(feature = "redis-sentinel")]
    pub(crate) fn sentinel(configuration: &str) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let text = format!("unixsocket redis.sock\n{configuration}");
        std::fs::write(directory.path().join("sentinel.conf"), text).unwrap();
        let process = launch(directory.path(), &["sentinel.conf", "--sentinel"], &[]);
        let server = Self {
            directory,
            arguments: Vec::new(),
            environment: Vec::new(),
            process,
        };
        server.wait();
        server
    }

    pub(crate) fn socket(&self) -> PathBuf {
        self.directory.path().join("redis.sock")
    }

    pub(crate) fn url(&self) -> String {
        format!("unix://{}", self.socket().display())
    }

    /// A connection to look and meddle with.
    pub(crate) fn connection(&self) -> redis::Connection {
        let client = redis::Client::open(self.url()).unwrap();
        client.get_connection().unwrap()
    }

    /// Sends a command, given as words.
    pub(crate) fn run<T: redis::FromRedisValue>(&self, words: &str) -> T {
        self.try_run(words).unwrap()
    }

    pub(crate) fn try_run<T: redis::FromRedisValue>(&self, words: &str) -> redis::RedisResult<T> {
        let mut words = words.split_whitespace();
        let mut command = redis::cmd(words.next().unwrap());
        for word in words {
            command.arg(word);
        }
        let client = redis::Client::open(self.url())?;
        command.query(&mut client.get_connection()?)
    }

    /// How often a command was called, scripts' calls included.
    pub(crate) fn calls(&self, command: &str) -> u64 {
        let statistics: String = self.run("INFO commandstats");
        let name = format!("cmdstat_{command}:calls=");
        let line = statistics.lines().find_map(|line| line.strip_prefix(&name));
        line.map_or(0, |rest| rest.split(',').next().unwrap().parse().unwrap())
    }

    /// `STOP` or `CONT`.
    pub(crate) fn signal(&self, signal: &str) {
        let pid = self.process.id().to_string();
        let status = Command::new("kill")
            .args([&format!("-{signal}"), &pid])
            .status();
        assert!(status.unwrap().success());
    }

    pub(crate) fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Starts it again after [`kill`](Self::kill), without its data.
    pub(crate) fn restart(&mut self) {
        self.process = spawn(self.directory.path(), &self.arguments, &self.environment);
        self.wait();
    }

    fn wait(&self) {
        let started = Instant::now();
        while self.try_ping().is_none() {
            assert!(
                started.elapsed() < Duration::from_secs(20),
                "redis-server does not start"
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn try_ping(&self) -> Option<()> {
        let client = redis::Client::open(self.url()).ok()?;
        let mut connection = client.get_connection().ok()?;
        // One that wants a password is up, too.
        let _: redis::RedisResult<String> = redis::cmd("PING").query(&mut connection);
        Some(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn spawn(directory: &Path, arguments: &[String], environment: &Environment) -> Child {
    let own = "--port 0 --unixsocket redis.sock --appendonly no \
               --enable-debug-command yes";
    let own = own.split_whitespace().chain(["--save", ""]);
    let all: Vec<_> = own.chain(arguments.iter().map(String::as_str)).collect();
    launch(directory, &all, environment)
}

fn launch(directory: &Path, arguments: &[&str], environment: &[(&str, String)]) -> Child {
    let mut command = Command::new("redis-server");
    command
        .current_dir(directory)
        .args(arguments)
        .envs(environment.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::null())
        // Its log: a busy disk would hold the server up. What keeps it from starting is
        // on the other stream.
        .stdout(Stdio::null());
    let started = command.spawn();
    started.unwrap_or_else(|error| panic!("{MISSING} ({error})"))
}
