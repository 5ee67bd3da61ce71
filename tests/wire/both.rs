//! The same call over both transports, to two servers with the same data.

use serde_json::Value;

use crate::{
    client::{
        Client,
        answer::Answer,
        build::docs_server,
        http::{Http, Server},
        stdio::Stdio,
    },
    data::{Data, SECRETS},
};

pub struct Both {
    pub data: Data,
    stdio: Client<Stdio>,
    http: Client<Http>,
    _server: Server,
}

impl Both {
    pub fn start() -> Self {
        let data = Data::new();
        let stdio = Stdio::spawn(docs_server(), data.environment());
        let server = Server::spawn(docs_server(), data.environment());
        let both = Self {
            stdio: Client::new(stdio),
            http: Client::new(Http::new(server.address)),
            data,
            _server: server,
        };
        assert_eq!(both.stdio.initialized, both.http.initialized);
        both
    }

    /// What `initialize` was answered with.
    pub fn initialized(&self) -> &Value {
        &self.stdio.initialized
    }

    pub fn request(&mut self, method: &str, params: Value) -> Value {
        let stdio = self.stdio.request(method, params.clone());
        let http = self.http.request(method, params);
        assert_eq!(stdio, http, "the transports differ");
        stdio
    }

    /// Calls a tool. The answers must be equal but for the nonce, and hold no secret.
    pub fn call(&mut self, tool: &str, arguments: Value) -> Answer {
        let stdio = self.stdio.call(tool, arguments.clone());
        let http = self.http.call(tool, arguments);
        assert_eq!(stdio.masked(), http.masked(), "the transports differ");
        for secret in SECRETS {
            assert!(!stdio.raw().contains(secret), "{secret}: {}", stdio.raw());
        }
        stdio
    }
}
