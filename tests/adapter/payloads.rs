//! What a log at its most talkative holds of a call, with and without the filter.

use std::{
    io,
    sync::{Arc, Mutex},
};

use safe_tool::rmcp::without_payloads;
use serde_json::json;
use tracing::Level;
use tracing_subscriber::{filter::filter_fn, fmt::MakeWriter, layer::SubscriberExt as _};

use crate::server::{call, connect, guard};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;
    fn make_writer(&self) -> Self {
        self.clone()
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// The log of rmcp's client and of the server, both of this thread.
async fn log_of_calls(filtered: bool) -> String {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(Level::TRACE)
        .with_writer(log.clone())
        .with_ansi(false)
        .finish()
        .with(filter_fn(move |metadata| {
            !filtered || without_payloads(metadata)
        }));
    let default = tracing::subscriber::set_default(subscriber);
    let client = connect(guard()).await;
    call(&client, "rare", json!({"pin": "CANARY-1"})).await;
    call(&client, "echo", json!({"text": "CANARY-2"})).await;
    // Refused, unreadable, and a tool that is not there.
    call(&client, "echo", json!({"text": "CANARY-3", "CANARY-4": 1})).await;
    call(&client, "plain", json!({"count": "CANARY-5"})).await;
    let missing = rmcp::model::CallToolRequestParams::new("CANARY-6");
    client.call_tool(missing).await.unwrap_err();
    client.cancel().await.unwrap();
    drop(default);
    log.text()
}

#[tokio::test]
async fn a_log_holds_arguments_unless_it_is_filtered() {
    let all = log_of_calls(false).await;
    for secret in ["CANARY-1", "CANARY-2", "CANARY-3", "CANARY-4", "CANARY-5"] {
        assert!(all.contains(secret), "{secret} not in {all}");
    }
    let filtered = log_of_calls(true).await;
    assert!(!filtered.contains("CANARY"), "{filtered}");
    // And what operators need is still there.
    assert!(filtered.contains("safe_tool::audit"), "{filtered}");
    assert!(filtered.contains("client initialized"), "{filtered}");
}
