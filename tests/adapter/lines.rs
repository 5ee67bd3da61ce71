//! The gate in front of two streams of lines, by what a raw client sees.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use rmcp::{
    ErrorData, RoleServer, ServerHandler,
    handler::server::{router::tool::ToolRouter, wrapper::Parameters},
    model::{ListPromptsResult, PaginatedRequestParams},
    service::RequestContext,
    tool, tool_handler, tool_router,
};
use safe_tool::{
    Guard,
    rmcp::{Lines, ServeError},
    safe_tool,
};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, DuplexStream, ReadHalf, WriteHalf},
    sync::Semaphore,
    task::JoinHandle,
};

#[safe_tool(rate_limit(1000, per = "1s"))]
struct Wait {}

#[safe_tool(rate_limit(2, per = "1h"))]
struct Rare {
    #[max_len(10)]
    text: String,
}

#[safe_tool]
struct Long {
    #[range(1, 100_000)]
    len: usize,
}

#[derive(Clone)]
struct Server {
    router: ToolRouter<Self>,
    /// A permit for each `wait` that may end.
    ends: Arc<Semaphore>,
}

#[tool_router]
impl Server {
    #[tool]
    async fn wait(&self, Parameters(Wait {}): Parameters<Wait>) -> String {
        match self.ends.acquire().await {
            Ok(permit) => permit.forget(),
            Err(_) => unreachable!("never closed"),
        }
        "waited".to_owned()
    }

    #[tool]
    async fn rare(&self, Parameters(rare): Parameters<Rare>) -> String {
        rare.text
    }

    #[tool]
    async fn long(&self, Parameters(long): Parameters<Long>) -> String {
        "long ".repeat(long.len / 5)
    }

    /// What the request's context holds of its `_meta`.
    #[tool]
    async fn meta(
        &self,
        Parameters(Wait {}): Parameters<Wait>,
        context: RequestContext<RoleServer>,
    ) -> String {
        serde_json::to_string(&context.meta).unwrap()
    }
}

#[tool_handler(router = self.router)]
impl ServerHandler for Server {
    async fn list_prompts(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListPromptsResult, ErrorData> {
        panic!("no prompts")
    }
}

struct Client {
    input: Option<WriteHalf<DuplexStream>>,
    output: BufReader<ReadHalf<DuplexStream>>,
    served: JoinHandle<Result<(), ServeError>>,
    ends: Arc<Semaphore>,
}

type Gate = Lines<ReadHalf<DuplexStream>, WriteHalf<DuplexStream>>;

impl Client {
    async fn new() -> Self {
        Self::with(|lines| lines).await
    }

    /// With other settings of the transport.
    async fn with(settings: impl FnOnce(Gate) -> Gate) -> Self {
        let guard = Guard::builder().build().unwrap();
        let ends = Arc::new(Semaphore::new(0));
        let router = guard.protect(Server::tool_router()).unwrap();
        let server = Server {
            router,
            ends: Arc::clone(&ends),
        };
        let (ours, theirs) = tokio::io::duplex(1 << 16);
        let (reader, writer) = tokio::io::split(theirs);
        let lines = settings(Lines::new(&guard, reader, writer));
        let served = tokio::spawn(async move { guard.serve(server, lines).await });
        let (output, input) = tokio::io::split(ours);
        let mut client = Self {
            input: Some(input),
            output: BufReader::new(output),
            served,
            ends,
        };
        client
            .request(
                0,
                "initialize",
                json!({
                    "protocolVersion": "2025-06-18",
                    "capabilities": {},
                    "clientInfo": {"name": "lines", "version": "0"},
                }),
            )
            .await;
        assert_eq!(client.answer().await["id"], 0);
        client
            .send(r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#)
            .await;
        client
    }

    async fn send(&mut self, line: &str) {
        let input = self.input.as_mut().unwrap();
        input
            .write_all(format!("{line}\n").as_bytes())
            .await
            .unwrap();
    }

    async fn request(&mut self, id: u64, method: &str, params: Value) {
        let message = json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params});
        self.send(&message.to_string()).await;
    }

    async fn call(&mut self, id: u64, tool: &str, arguments: Value) {
        let params = json!({"name": tool, "arguments": arguments});
        self.request(id, "tools/call", params).await;
    }

    /// The next message, `Null` at the end.
    async fn answer(&mut self) -> Value {
        let mut line = String::new();
        self.output.read_line(&mut line).await.unwrap();
        serde_json::from_str(&line).unwrap_or_default()
    }
}

#[tokio::test]
async fn an_id_in_flight_is_refused_and_free_again_when_it_is_answered() {
    let mut client = Client::new().await;
    client.call(1, "wait", json!({})).await;
    client.call(1, "wait", json!({})).await;
    let refused = client.answer().await;
    assert_eq!(refused["id"], 1);
    assert_eq!(refused["error"]["code"], -32600, "{refused}");
    client.ends.add_permits(2);
    assert_eq!(client.answer().await["result"]["isError"], false);
    client.call(1, "wait", json!({})).await;
    assert_eq!(client.answer().await["result"]["isError"], false);
}

#[tokio::test]
async fn a_cancelled_id_is_free_again() {
    let mut client = Client::new().await;
    client.call(1, "wait", json!({})).await;
    client
        .send(r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#)
        .await;
    client.request(1, "ping", json!({})).await;
    let answer = client.answer().await;
    assert_eq!(answer["result"], json!({}), "{answer}");
}

#[tokio::test]
async fn a_panic_outside_of_the_tools_is_an_answer() {
    let mut client = Client::new().await;
    client.request(1, "prompts/list", json!({})).await;
    let answer = client.answer().await;
    assert_eq!(answer["id"], 1);
    assert_eq!(answer["error"]["code"], -32603, "{answer}");
    assert!(!answer.to_string().contains("no prompts"), "{answer}");
}

/// Time passes at once while nothing else is to be done.
#[tokio::test(start_paused = true)]
async fn what_is_open_when_the_client_leaves_is_answered() {
    let mut client = Client::new().await;
    for id in 1..=3 {
        client.call(id, "wait", json!({})).await;
    }
    client.input.take().unwrap().shutdown().await.unwrap();
    let mut ids = Vec::new();
    for _ in 1..=3 {
        let answer = client.answer().await;
        assert_eq!(answer["error"]["code"], -32004, "{answer}");
        ids.push(answer["id"].as_u64().unwrap());
    }
    ids.sort_unstable();
    assert_eq!(ids, [1, 2, 3]);
    assert!(client.served.await.unwrap().is_ok());
}

#[tokio::test]
async fn a_last_line_without_a_newline_is_a_message() {
    let mut client = Client::new().await;
    let mut input = client.input.take().unwrap();
    input
        .write_all(br#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#)
        .await
        .unwrap();
    input.shutdown().await.unwrap();
    assert_eq!(client.answer().await["id"], 1);
}

#[tokio::test]
async fn what_is_refused_unread_is_charged_to_its_tool() {
    let mut client = Client::new().await;
    let twice = r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"rare","arguments":{"text":"a","text":"b"}}}"#;
    for _ in 0..2 {
        client.send(twice).await;
        let answer = client.answer().await;
        let meta = &answer["result"]["_meta"];
        assert_eq!(meta["safe-tool/refusal"], "invalid_arguments", "{answer}");
    }
    client.send(twice).await;
    let denied = client.answer().await;
    let meta = &denied["result"]["_meta"];
    assert_eq!(meta["safe-tool/refusal"], "rate_limited", "{denied}");
    assert!(
        meta["safe-tool/retryAfterSecs"].as_u64() > Some(0),
        "{denied}"
    );
    // And so is a good one.
    client.call(2, "rare", json!({"text": "a"})).await;
    let denied = client.answer().await;
    let meta = &denied["result"]["_meta"];
    assert_eq!(meta["safe-tool/refusal"], "rate_limited", "{denied}");
}

#[tokio::test]
async fn what_names_no_tool_is_charged_to_its_caller() {
    let mut client = Client::new().await;
    // More than may be sent at once.
    for _ in 0..1_000 {
        client.send("nonsense").await;
        let answer = client.answer().await;
        if answer["error"]["code"] == -32029 {
            assert!(answer["error"]["data"]["retryAfterSecs"].as_u64() > Some(0));
            return;
        }
        assert_eq!(answer["error"]["code"], -32700, "{answer}");
    }
    panic!("nonsense is free");
}

#[tokio::test]
async fn the_metadata_of_a_call_reaches_its_handler() {
    let mut client = Client::new().await;
    let meta = json!({"kind": "p", "traceparent": "00-0-0-00"});
    let params = json!({"name": "meta", "arguments": {}, "_meta": meta});
    client.request(1, "tools/call", params).await;
    let answer = client.answer().await;
    let text = answer["result"]["content"][0]["text"].as_str().unwrap();
    assert!(text.contains(&meta.to_string()), "{text}");
}

#[tokio::test]
async fn an_id_that_is_not_known_is_left_out_for_a_modern_client() {
    let mut client = Client::new().await;
    client.send("nonsense").await;
    assert_eq!(client.answer().await.get("id"), Some(&Value::Null));
    let meta = json!({
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientInfo": {"name": "lines", "version": "0"},
        "io.modelcontextprotocol/clientCapabilities": {},
    });
    client.request(1, "ping", json!({"_meta": meta})).await;
    client.answer().await;
    client.send("nonsense").await;
    assert_eq!(client.answer().await.get("id"), None);
}

/// While more is in flight than may be, nothing is read, and nothing is lost.
#[tokio::test]
async fn a_flood_of_calls_waits_its_turn() {
    let mut client = Client::with(|lines| lines.max_bytes_in_flight(40_000)).await;
    for id in 1..=3 {
        client.call(id, "wait", json!({})).await;
    }
    // Three calls are more than 40,000 bytes: this is read once one of them is answered.
    client.request(4, "ping", json!({})).await;
    client.ends.add_permits(1);
    let first = client.answer().await;
    assert_eq!(first["result"]["isError"], false, "{first}");
    assert_eq!(client.answer().await["id"], 4);
    client.ends.add_permits(2);
    for _ in 0..2 {
        assert_eq!(client.answer().await["result"]["isError"], false);
    }
}

#[tokio::test(start_paused = true)]
async fn a_client_that_reads_nothing_is_given_up() {
    let timeout = Duration::from_secs(3);
    let mut client = Client::with(|lines| lines.write_timeout(timeout)).await;
    // More than the pipe holds.
    for id in 1..=10 {
        client.call(id, "long", json!({"len": 50_000})).await;
    }
    let started = Instant::now();
    let ended = client.served.await.unwrap();
    assert!(ended.is_ok(), "{ended:?}");
    assert!(started.elapsed() < timeout, "it was no paused time");
}
