//! As much of HTTP as a call needs: one request after the other on a connection that is
//! kept.

use std::{io, net::SocketAddr};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};

use crate::plan::TOOL;

/// More than any answer has.
const MAX_BODY: usize = 64 * 1024;

/// The bytes of one call, with the caller's key.
pub fn request(key: &str) -> Vec<u8> {
    let params = json!({"name": TOOL, "arguments": {"query": "harbour"}});
    let call = json!({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params});
    let body = call.to_string();
    format!(
        "POST /mcp HTTP/1.1\r\n\
         Host: localhost\r\n\
         X-Api-Key: {key}\r\n\
         Content-Type: application/json\r\n\
         Accept: application/json, text/event-stream\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// What a server answered.
pub enum Answer {
    Allowed,
    /// By the tool's limit, in the words for the model.
    Denied,
    /// 429, by the limit on requests.
    TooMany,
    /// Neither; what it was.
    Other(String),
}

pub struct Connection(BufReader<TcpStream>);

impl Connection {
    pub async fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Sends a request and reads its answer.
    pub async fn call(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.0.write_all(request).await?;
        let status = self.line().await?;
        let mut length = 0;
        loop {
            let line = self.line().await?.to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().map_err(io::Error::other)?;
            }
        }
        if length > MAX_BODY {
            return Err(io::Error::other("a body of that size is no answer"));
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).await?;
        Ok(answer(&status, &body))
    }

    /// Without its end.
    async fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        match self.0.read_line(&mut line).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(line.trim_end().to_owned()),
        }
    }
}

fn answer(status: &str, body: &[u8]) -> Answer {
    let other = || Answer::Other(format!("{status}: {}", String::from_utf8_lossy(body)));
    match status.split(' ').nth(1) {
        Some("429") => return Answer::TooMany,
        Some("200") => {}
        _ => return other(),
    }
    let message: Value = serde_json::from_slice(body).unwrap_or_default();
    let result = &message["result"];
    if result["isError"] == false {
        Answer::Allowed
    } else if result["_meta"]["safe-tool/retryAfterSecs"].is_u64() {
        Answer::Denied
    } else {
        other()
    }
}
