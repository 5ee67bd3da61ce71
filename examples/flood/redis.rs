//! A private Redis: on a port of its own, in a folder of its own, keeping nothing on disk.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    process::Stdio,
    time::Duration,
};

use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    process::{Child, Command},
    time::{sleep, timeout},
};

const PROGRAM: &str = "redis-server";

pub const HOW_TO_INSTALL: &str = "\
The flood needs redis-server (5 or later) on the PATH, to start one for itself:
    apt-get install redis-server     on Debian and Ubuntu
    dnf install redis                on Fedora
    brew install redis               on macOS";

/// How long it may take to start.
const START: Duration = Duration::from_secs(10);

/// A server that can be killed and started again; killed when it is dropped.
pub struct Redis {
    address: SocketAddr,
    folder: TempDir,
    process: Option<Child>,
}

impl Redis {
    /// # Errors
    /// [`HOW_TO_INSTALL`] if there is no Redis, or why it does not start.
    pub async fn start() -> Result<Self, String> {
        let mut redis = Self::placed().map_err(|error| format!("no place for Redis: {error}"))?;
        match redis.restart().await {
            Ok(()) => Ok(redis),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(HOW_TO_INSTALL.to_owned()),
            Err(error) => Err(format!("{PROGRAM} does not start: {error}")),
        }
    }

    fn placed() -> io::Result<Self> {
        // Whoever listens on port 0 is given a free one, which is free again after it.
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        Ok(Self {
            address: free.local_addr()?,
            folder: tempfile::Builder::new()
                .prefix("safe-tool-flood-")
                .tempdir()?,
            process: None,
        })
    }

    pub fn url(&self) -> String {
        format!("redis://{}/0", self.address)
    }

    /// With SIGKILL: it has no time to say goodbye to anyone.
    pub async fn kill(&mut self) -> io::Result<()> {
        match &mut self.process {
            Some(process) => process.kill().await,
            None => Ok(()),
        }
    }

    /// Starts it, empty, and waits until it answers.
    pub async fn restart(&mut self) -> io::Result<()> {
        let process = Command::new(PROGRAM)
            .args(["--bind", "127.0.0.1", "--port"])
            .arg(self.address.port().to_string())
            .args(["--save", "", "--appendonly", "no"])
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        self.process = Some(process);
        timeout(START, self.answering()).await?;
        Ok(())
    }

    async fn answering(&self) {
        while self.ping().await.is_err() {
            sleep(Duration::from_millis(10)).await;
        }
    }

    async fn ping(&self) -> io::Result<()> {
        let mut stream = TcpStream::connect(self.address).await?;
        stream.write_all(b"PING\r\n").await?;
        let mut answer = [0; 7];
        stream.read_exact(&mut answer).await?;
        match &answer {
            b"+PONG\r\n" => Ok(()),
            _ => Err(io::ErrorKind::InvalidData.into()),
        }
    }
}
