//! A plain JSON-RPC client for MCP, over either transport. It shares no code with rmcp,
//! so that a mistake there cannot hide itself.

pub mod answer;
pub mod build;
pub mod http;
pub mod process;
pub mod stdio;

use std::time::Duration;

use serde_json::{Value, json};

use answer::Answer;

/// How long anything may take before the test fails.
pub const DEADLINE: Duration = Duration::from_secs(20);

const PROTOCOL_VERSION: &str = "2025-06-18";

/// What carries messages to a server and back.
pub trait Wire {
    /// Sends a request and waits for the message with its id.
    fn request(&mut self, message: &Value) -> Value;
    /// Sends what is not answered.
    fn notify(&mut self, message: &Value);
}

/// A session with a server.
pub struct Client<W> {
    wire: W,
    last_id: u64,
    /// What the server answered to `initialize`.
    pub initialized: Value,
}

impl<W: Wire> Client<W> {
    /// Shakes hands.
    pub fn new(wire: W) -> Self {
        let mut client = Self {
            wire,
            last_id: 0,
            initialized: Value::Null,
        };
        client.initialized = client.request(
            "initialize",
            json!({
                "protocolVersion": PROTOCOL_VERSION,
                "capabilities": {},
                "clientInfo": {"name": "wire", "version": "0"},
            }),
        );
        let agreed = &client.initialized["result"]["protocolVersion"];
        assert_eq!(agreed, PROTOCOL_VERSION, "{}", client.initialized);
        client
            .wire
            .notify(&json!({"jsonrpc": "2.0", "method": "notifications/initialized"}));
        client
    }

    /// The whole message that answers a request.
    pub fn request(&mut self, method: &str, params: Value) -> Value {
        self.last_id += 1;
        let request =
            json!({"jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params});
        self.wire.request(&request)
    }

    /// Calls a tool.
    pub fn call(&mut self, tool: &str, arguments: Value) -> Answer {
        let params = json!({"name": tool, "arguments": arguments});
        Answer::new(self.request("tools/call", params))
    }
}
