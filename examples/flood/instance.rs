//! One instance of the server: a process that can be killed and started again.

use std::{error::Error, io, net::SocketAddr, path::PathBuf, process::Stdio, time::Duration};

use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStderr, Command},
    time::timeout,
};

use crate::plan::{BURST, INSTANCES, RATE, REQUESTS, TOOL};

/// How long it may take to start.
const START: Duration = Duration::from_secs(10);

/// A running instance; killed when it is dropped.
pub struct Instance {
    program: PathBuf,
    redis: String,
    pub address: SocketAddr,
    process: Child,
}

impl Instance {
    /// Starts one on any free port, and waits until it listens.
    ///
    /// # Errors
    /// It does not; with what it said.
    pub async fn start(program: PathBuf, redis: String) -> Result<Self, Box<dyn Error>> {
        let (process, address) = spawn(&program, &redis, 0).await?;
        Ok(Self {
            program,
            redis,
            address,
            process,
        })
    }

    /// With SIGKILL: calls that it has not answered are lost.
    pub async fn kill(&mut self) -> io::Result<()> {
        self.process.kill().await
    }

    /// Starts it again where it was.
    ///
    /// # Errors
    /// As with [`start`](Self::start).
    pub async fn restart(&mut self) -> Result<(), Box<dyn Error>> {
        (self.process, _) = spawn(&self.program, &self.redis, self.address.port()).await?;
        Ok(())
    }
}

async fn spawn(
    program: &PathBuf,
    redis: &str,
    port: u16,
) -> Result<(Child, SocketAddr), Box<dyn Error>> {
    let mut process = Command::new(program)
        .arg(port.to_string())
        .env("REDIS_URL", redis)
        .env("INSTANCES", INSTANCES.to_string())
        .env(
            "SAFE_TOOL_LIMITS",
            format!("tools = {{ {TOOL} = \"{RATE}/s burst {BURST}\" }}"),
        )
        .env("REQUEST_LIMIT", format!("{REQUESTS}/s burst {RATE}"))
        // What is expected is not news: Redis is killed on purpose.
        .env("RUST_LOG", "off")
        .env_remove("DOCS_DIR")
        .env_remove("REDIS_DEADLINE_MS")
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    let stderr = process.stderr.take().ok_or("standard error is a pipe")?;
    let mut lines = BufReader::new(stderr).lines();
    let address = timeout(START, listening(&mut lines))
        .await
        .map_err(|_| "the server does not listen")??;
    // Read on, so that it never waits for a reader.
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    Ok((process, address))
}

/// Where it says that it listens.
async fn listening(
    lines: &mut Lines<BufReader<ChildStderr>>,
) -> Result<SocketAddr, Box<dyn Error>> {
    let mut said = String::new();
    while let Some(line) = lines.next_line().await? {
        let address = line.strip_prefix("listening on http://");
        if let Some(address) = address.and_then(|rest| rest.strip_suffix("/mcp")) {
            return Ok(address.parse()?);
        }
        said.push_str("\n  it said: ");
        said.push_str(&line);
    }
    Err(format!("the server does not start{said}").into())
}
