//! The server and the client of these tests.

use std::time::Duration;

use rmcp::{
    ClientHandler, ErrorData, Json, RoleClient, ServerHandler, ServiceExt,
    handler::server::{router::tool::ToolRouter, wrapper::Parameters},
    model::{CallToolRequestParams, CallToolResult, ContentBlock, ErrorCode, MetaObject, Resource},
    service::RunningService,
    tool, tool_handler, tool_router,
};
use safe_tool::{Guard, Policy, safe_tool};
use serde_json::{Value, json};

#[safe_tool]
pub(crate) struct Echo {
    #[max_len(20_000)]
    #[multiline]
    pub(crate) text: String,
}

#[safe_tool(rate_limit(2, per = "1h"))]
pub(crate) struct Rare {
    #[redact]
    #[max_len(9)]
    pub(crate) pin: Option<String>,
}

#[safe_tool(timeout = "50ms")]
pub(crate) struct Slow {}

#[safe_tool]
pub(crate) struct Panicky {
    #[check(explode)]
    pub(crate) early: bool,
}

pub(crate) fn explode(early: &bool) -> Result<(), String> {
    assert!(!early, "a custom check panics");
    Ok(())
}

#[safe_tool(output(source = "page {url}", max_chars = 100))]
pub(crate) struct Fetch {
    #[max_len(200)]
    #[allow_format_chars]
    pub(crate) url: String,
}

/// Everything that can be declared about an output.
#[safe_tool(output(
    injection = "block",
    frame = "json",
    max_chars = 60,
    max_bytes = 80,
    more = "call again with a larger `offset`",
    pattern("internal-host", r"\bcorp\.example\b", 60),
    pattern("project-name", "(?i)bluebird")
))]
pub(crate) struct Declared {
    #[max_len(20_000)]
    #[multiline]
    pub(crate) text: String,
}

/// A tool whose business is text that may be hostile.
#[safe_tool(output(injection = "flag"))]
pub(crate) struct Lenient {
    #[max_len(20_000)]
    #[multiline]
    pub(crate) text: String,
}

/// Plain serde: what a tool looks like before `#[safe_tool]`.
#[derive(serde::Deserialize, schemars::JsonSchema)]
pub(crate) struct Plain {
    pub(crate) count: u32,
}

#[derive(serde::Serialize, schemars::JsonSchema)]
pub(crate) struct Account {
    pub(crate) name: String,
    pub(crate) password: String,
    pub(crate) pin_token: u32,
}

#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) router: ToolRouter<Self>,
}

#[tool_router(vis = "pub(crate)")]
impl Server {
    #[tool]
    async fn echo(&self, Parameters(args): Parameters<Echo>) -> String {
        args.text
    }
    #[tool]
    async fn declared(&self, Parameters(args): Parameters<Declared>) -> String {
        args.text
    }
    #[tool]
    async fn lenient(&self, Parameters(args): Parameters<Lenient>) -> CallToolResult {
        let text = ContentBlock::text("a text beside it");
        let mut result = CallToolResult::success(vec![text, ContentBlock::text("and another")]);
        result.structured_content = Some(json!({"note": args.text}));
        result
    }
    /// Structured data with no text beside it.
    #[tool]
    async fn data_alone(&self, Parameters(args): Parameters<Echo>) -> CallToolResult {
        let mut result = CallToolResult::success(Vec::new());
        result.structured_content = Some(json!({"note": args.text, "password": "hunter2"}));
        result
    }
    /// As many texts as there are words.
    #[tool]
    async fn parts(&self, Parameters(args): Parameters<Echo>) -> CallToolResult {
        CallToolResult::success(args.text.split(' ').map(ContentBlock::text).collect())
    }
    #[tool]
    async fn rare(&self, Parameters(args): Parameters<Rare>) -> String {
        args.pin.unwrap_or_default()
    }
    #[tool]
    async fn slow(&self, Parameters(_): Parameters<Slow>) -> String {
        std::future::pending::<()>().await;
        String::new()
    }
    #[tool]
    async fn panicky(&self, Parameters(args): Parameters<Panicky>) -> String {
        panic!("late panic, early is {}", args.early)
    }
    #[tool]
    async fn fetch(&self, Parameters(args): Parameters<Fetch>) -> String {
        "word ".repeat(args.url.len() * 10)
    }
    #[tool]
    async fn plain(&self, Parameters(args): Parameters<Plain>) -> String {
        args.count.to_string()
    }
    #[tool]
    async fn ping(&self) -> String {
        "pong".into()
    }
    #[tool]
    async fn account(&self, Parameters(args): Parameters<Echo>) -> Json<Account> {
        Json(Account {
            name: args.text,
            password: "hunter2".into(),
            pin_token: 1234,
        })
    }
    #[tool]
    async fn mixed(&self, Parameters(args): Parameters<Echo>) -> CallToolResult {
        let mut result = CallToolResult::success(vec![
            ContentBlock::text("first"),
            ContentBlock::embedded_text("file:///a", args.text.clone()),
            ContentBlock::image("AAAA", "image/png"),
        ]);
        result.structured_content = Some(json!({"deep": [{"note": args.text, "api_key": "k-1"}]}));
        let mut meta = MetaObject::default();
        meta.insert("secret".into(), json!("s-1"));
        result.meta = Some(meta);
        result
    }
    #[tool]
    async fn failing(&self, Parameters(args): Parameters<Echo>) -> Result<String, ErrorData> {
        Err(ErrorData::invalid_params(
            args.text,
            Some(json!({"token": "t-1"})),
        ))
    }
    #[tool]
    async fn not_found(&self, Parameters(args): Parameters<Echo>) -> Result<String, ErrorData> {
        Err(ErrorData::resource_not_found(args.text, None))
    }
    #[tool]
    async fn names(&self, Parameters(args): Parameters<Echo>) -> Json<Vec<String>> {
        Json(vec![args.text])
    }
    #[tool]
    async fn links(&self, Parameters(args): Parameters<Echo>) -> CallToolResult {
        let link = Resource::new("file:///a", "a").with_description(args.text);
        CallToolResult::success(vec![ContentBlock::resource_link(link); 3])
    }
    #[tool]
    async fn not_base64(&self, Parameters(args): Parameters<Echo>) -> CallToolResult {
        CallToolResult::success(vec![ContentBlock::image(args.text, "image/png")])
    }
    #[tool]
    async fn url_needed(&self, Parameters(args): Parameters<Echo>) -> Result<String, ErrorData> {
        Err(ErrorData::new(ErrorCode(-32042), args.text, None))
    }
}

#[tool_handler(router = self.router)]
impl ServerHandler for Server {}

pub(crate) fn guard() -> Guard {
    Guard::builder()
        .policy("ping", Policy::default())
        .policy("plain", Policy::default())
        .build()
        .unwrap()
}

pub(crate) struct Client;
impl ClientHandler for Client {}

pub(crate) async fn connect(guard: Guard) -> RunningService<RoleClient, Client> {
    let router = guard.protect(Server::tool_router()).unwrap();
    let (near, far) = tokio::io::duplex(1 << 20);
    tokio::spawn(async move { guard.serve(Server { router }, far).await });
    Client.serve(near).await.unwrap()
}

pub(crate) async fn call(
    client: &RunningService<RoleClient, Client>,
    tool: &'static str,
    arguments: Value,
) -> CallToolResult {
    let Value::Object(arguments) = arguments else {
        panic!("arguments are an object")
    };
    let request = CallToolRequestParams::new(tool).with_arguments(arguments);
    let answer = tokio::time::timeout(Duration::from_secs(10), client.call_tool(request));
    answer.await.expect("an answer in time").unwrap()
}

pub(crate) fn text(result: &CallToolResult) -> &str {
    &result.content[0].as_text().unwrap().text
}

pub(crate) fn json_of(result: &CallToolResult) -> String {
    serde_json::to_string(result).unwrap()
}
