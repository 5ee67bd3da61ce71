//! MCP's streamable HTTP, as far as a call needs it: one POST a connection, answered by
//! JSON or by a stream of events.

use std::{
    ffi::OsStr,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
};

use serde_json::Value;

use super::{DEADLINE, PROTOCOL_VERSION, Wire, process::Process};

/// A server that listens on a port of its own choice.
pub struct Server {
    pub address: SocketAddr,
    _process: Process,
}

impl Server {
    /// Starts docs-server and waits until it listens.
    pub fn spawn<K, V>(program: &Path, environment: impl IntoIterator<Item = (K, V)>) -> Self
    where
        K: AsRef<OsStr>,
        V: AsRef<OsStr>,
    {
        let process = Process::spawn(program, &["http", "0"], environment);
        Self::listening(process)
    }

    /// Waits until a server that was started says, in its next line, that it listens.
    pub fn listening(process: Process) -> Self {
        let line = process.stderr.next().unwrap_or_default();
        let address = line
            .strip_prefix("listening on http://")
            .and_then(|rest| rest.strip_suffix("/mcp"))
            .and_then(|address| address.parse().ok())
            .unwrap_or_else(|| panic!("the server does not listen: {line:?}"));
        Self {
            address,
            _process: process,
        }
    }
}

/// A client's side: where it connects to and what it shows.
pub struct Http {
    connect: Box<dyn Fn() -> TcpStream>,
    headers: Vec<(&'static str, String)>,
    session: Option<String>,
}

impl Http {
    /// A client without credentials.
    pub fn new(address: SocketAddr) -> Self {
        Self::over(move || {
            TcpStream::connect_timeout(&address, DEADLINE).expect("the server listens")
        })
    }

    /// A client that connects in its own way.
    pub fn over(connect: impl Fn() -> TcpStream + 'static) -> Self {
        Self {
            connect: Box::new(connect),
            headers: Vec::new(),
            session: None,
        }
    }

    /// The same with one more header.
    pub fn with_header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// The status line of the answer to a message.
    pub fn status_line(&mut self, message: &Value) -> String {
        self.post(message).status_line
    }

    /// The whole answer to a message.
    pub fn post(&mut self, message: &Value) -> Response {
        self.post_text(&message.to_string())
    }

    /// The whole answer to a body.
    pub fn post_text(&mut self, body: &str) -> Response {
        self.send("POST", body)
    }

    /// Ends the session.
    pub fn delete(&mut self) -> Response {
        self.send("DELETE", "")
    }

    fn send(&mut self, method: &str, body: &str) -> Response {
        let mut request = format!(
            "{method} /mcp HTTP/1.1\r\n\
             Host: localhost\r\n\
             Connection: close\r\n\
             Content-Type: application/json\r\n\
             Content-Length: {}\r\n\
             Accept: application/json, text/event-stream\r\n\
             MCP-Protocol-Version: {PROTOCOL_VERSION}\r\n",
            body.len()
        );
        let session = self.session.iter().map(|id| ("Mcp-Session-Id", id));
        let headers = self.headers.iter().map(|(name, value)| (*name, value));
        for (name, value) in headers.chain(session) {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str("\r\n");
        request.push_str(body);

        let mut stream = (self.connect)();
        stream.set_read_timeout(Some(DEADLINE)).expect("not zero");
        stream
            .write_all(request.as_bytes())
            .expect("the server reads");
        let mut response = Vec::new();
        stream
            .read_to_end(&mut response)
            .unwrap_or_else(|error| panic!("no answer to {body}: {error}"));
        let response = Response::parse(&response);
        if let Some(id) = response.header("mcp-session-id") {
            self.session = Some(id.to_owned());
        }
        response
    }
}

impl Wire for Http {
    fn request(&mut self, message: &Value) -> Value {
        let response = self.post(message);
        assert!(response.is_success(), "{message}: {response:?}");
        let mut messages = response.messages().into_iter();
        messages
            .find(|answer| answer["id"] == message["id"])
            .unwrap_or_else(|| panic!("no answer to {message} in {response:?}"))
    }

    fn notify(&mut self, message: &Value) {
        let response = self.post(message);
        assert!(response.is_success(), "{message}: {response:?}");
    }
}

/// An answer as it came.
#[derive(Debug)]
pub struct Response {
    pub status_line: String,
    headers: Vec<(String, String)>,
    pub body: String,
}

impl Response {
    fn parse(bytes: &[u8]) -> Self {
        let blank = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let (head, body) = bytes.split_at(blank.expect("a head and a body"));
        let head = String::from_utf8_lossy(head);
        let mut lines = head.lines();
        let status_line = lines.next().unwrap_or_default().to_owned();
        let headers = lines.filter_map(|line| line.split_once(':'));
        let headers = headers
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        let mut response = Self {
            status_line,
            headers,
            body: String::new(),
        };
        let body = &body[4..];
        let body = match response.header("transfer-encoding") {
            Some("chunked") => join_chunks(body),
            _ => body.to_owned(),
        };
        response.body = String::from_utf8(body).expect("UTF-8");
        response
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(header, _)| header == name)?;
        Some(&found.1)
    }

    fn is_success(&self) -> bool {
        self.status_line.starts_with("HTTP/1.1 2")
    }

    fn messages(&self) -> Vec<Value> {
        let parse = |json: &str| serde_json::from_str(json).ok();
        match self.header("content-type") {
            Some(kind) if kind.starts_with("text/event-stream") => {
                let data = self
                    .body
                    .lines()
                    .filter_map(|line| line.strip_prefix("data:"));
                data.filter_map(parse).collect()
            }
            _ => parse(&self.body).into_iter().collect(),
        }
    }
}

/// Undoes the chunked transfer encoding.
fn join_chunks(mut body: &[u8]) -> Vec<u8> {
    let mut joined = Vec::new();
    while let Some(end) = body.windows(2).position(|two| two == b"\r\n") {
        let size = std::str::from_utf8(&body[..end]).expect("a chunk's size");
        let size = usize::from_str_radix(size, 16).expect("a chunk's size");
        let start = end + 2;
        joined.extend_from_slice(&body[start..start + size]);
        body = &body[start + size + 2..];
    }
    joined
}
