//! How many calls run at once: the handlers here stay until they are let go.

use std::{sync::Arc, time::Duration};

use rmcp::{
    RoleClient, ServerHandler, ServiceExt,
    handler::server::{router::tool::ToolRouter, wrapper::Parameters},
    model::{CallToolRequestParams, CallToolResult, JsonObject, RequestMetaObject},
    service::{PeerRequestOptions, RunningService},
    tool, tool_handler, tool_router,
};
use safe_tool::{Caller, Guard, GuardBuilder, safe_tool};
use serde_json::json;
use tokio::{
    sync::{Semaphore, mpsc},
    task::JoinHandle,
};

use crate::server::{Client, text};

#[safe_tool]
struct Hold {}

#[safe_tool]
struct Other {}

#[safe_tool]
struct Fails {}

#[derive(Clone)]
struct Server {
    router: ToolRouter<Self>,
    started: mpsc::UnboundedSender<()>,
    release: Arc<Semaphore>,
}

#[tool_router]
impl Server {
    #[tool]
    async fn hold(&self, Parameters(_): Parameters<Hold>) -> String {
        self.started.send(()).unwrap();
        self.release.acquire().await.unwrap().forget();
        "held".into()
    }
    #[tool]
    async fn other(&self, Parameters(_): Parameters<Other>) -> String {
        "other".into()
    }
    #[tool]
    async fn fails(&self, Parameters(_): Parameters<Fails>) -> String {
        panic!("as it should")
    }
}

#[tool_handler(router = self.router)]
impl ServerHandler for Server {}

struct Bench {
    client: Arc<RunningService<RoleClient, Client>>,
    guard: Guard,
    started: mpsc::UnboundedReceiver<()>,
    release: Arc<Semaphore>,
}

impl Bench {
    async fn new(builder: GuardBuilder) -> Self {
        let builder = builder.identify(|context| {
            let tenant = context.meta.get("tenant")?.as_str()?;
            Some(Caller::from_name(tenant))
        });
        let guard = builder.build().unwrap();
        let router = guard.protect(Server::tool_router()).unwrap();
        let (sender, started) = mpsc::unbounded_channel();
        let release = Arc::new(Semaphore::new(0));
        let server = Server {
            router,
            started: sender,
            release: Arc::clone(&release),
        };
        let (near, far) = tokio::io::duplex(1 << 20);
        let serving = guard.clone();
        tokio::spawn(async move { serving.serve(server, far).await });
        Self {
            client: Arc::new(Client.serve(near).await.unwrap()),
            guard,
            started,
            release,
        }
    }

    fn call(&self, tenant: &str, tool: &'static str) -> JoinHandle<CallToolResult> {
        let client = Arc::clone(&self.client);
        let request = request(tenant, tool);
        tokio::spawn(async move { client.call_tool(request).await.unwrap() })
    }

    /// Calls that are in their handler when this returns.
    async fn held(&mut self, tenant: &str, calls: usize) -> Vec<JoinHandle<CallToolResult>> {
        let mut held = Vec::new();
        for _ in 0..calls {
            held.push(self.call(tenant, "hold"));
            self.started.recv().await.unwrap();
        }
        held
    }
}

fn request(tenant: &str, tool: &'static str) -> CallToolRequestParams {
    let mut request = CallToolRequestParams::new(tool).with_arguments(JsonObject::new());
    let mut meta = RequestMetaObject::default();
    meta.insert("tenant".into(), tenant.into());
    request.meta = Some(meta);
    request
}

fn assert_overloaded(result: &CallToolResult) {
    assert_eq!(result.is_error, Some(true));
    assert_eq!(
        text(result),
        "Refused: too many calls are running at once. Try again in 1 second, with fewer at a time."
    );
    let meta = json!(result.meta);
    assert_eq!(meta["safe-tool/refusal"], "overloaded", "{meta}");
    assert_eq!(meta["safe-tool/retryAfterSecs"], 1, "{meta}");
}

#[tokio::test(start_paused = true)]
async fn beyond_each_bound_a_call_is_refused_with_a_hint() {
    let none_waits = || Guard::builder().max_waiting_calls(0);
    let mut bench = Bench::new(none_waits().max_concurrent_calls_per_caller(2)).await;
    bench.held("a", 2).await;
    assert_overloaded(&bench.call("a", "other").await.unwrap());
    assert_eq!(
        text(&bench.call("b", "other").await.unwrap())
            .matches("other")
            .count(),
        2
    );

    let mut bench = Bench::new(none_waits().max_concurrent_calls_per_tool(2)).await;
    bench.held("a", 2).await;
    assert_overloaded(&bench.call("b", "hold").await.unwrap());
    assert_eq!(
        bench.call("a", "other").await.unwrap().is_error,
        Some(false)
    );

    let mut bench = Bench::new(none_waits().max_concurrent_calls(2)).await;
    bench.held("a", 2).await;
    assert_overloaded(&bench.call("b", "other").await.unwrap());
}

#[tokio::test(start_paused = true)]
async fn a_call_waits_for_its_turn_and_gets_it() {
    let mut bench = Bench::new(Guard::builder().max_concurrent_calls(1)).await;
    let first = bench.held("a", 1).await;
    let second = bench.call("b", "hold");
    // Both are known, and one of them runs.
    while bench.guard.callers_present() < 2 {
        tokio::task::yield_now().await;
    }
    assert!(bench.started.try_recv().is_err());
    bench.release.add_permits(2);
    assert_eq!(second.await.unwrap().is_error, Some(false));
    for call in first {
        assert_eq!(call.await.unwrap().is_error, Some(false));
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_waits_no_longer_than_its_time() {
    let builder = Guard::builder().max_concurrent_calls_per_caller(1);
    let mut bench = Bench::new(builder.max_wait(Duration::from_millis(300))).await;
    bench.held("a", 1).await;
    // Nobody lets the first go: the clock, which stands until all are idle, goes on.
    assert_overloaded(&bench.call("a", "other").await.unwrap());
}

#[tokio::test(start_paused = true)]
async fn who_fills_their_own_queue_takes_no_room_from_others() {
    let builder = Guard::builder()
        .max_concurrent_calls(2)
        .max_concurrent_calls_per_caller(1)
        .max_waiting_calls(1);
    let mut bench = Bench::new(builder).await;
    bench.held("a", 1).await;
    let greedy: Vec<_> = (0..20).map(|_| bench.call("a", "other")).collect();
    assert_eq!(
        bench.call("b", "other").await.unwrap().is_error,
        Some(false)
    );
    for call in greedy {
        assert_overloaded(&call.await.unwrap());
    }
}

#[tokio::test(start_paused = true)]
async fn a_turn_ends_with_a_panic_a_timeout_and_a_cancellation() {
    let mut bench = Bench::new(
        Guard::builder()
            .max_concurrent_calls(1)
            .max_waiting_calls(0),
    )
    .await;
    for _ in 0..3 {
        let panicked = bench.call("a", "fails").await.unwrap();
        assert!(text(&panicked).contains("internal error"));
    }
    // Nobody lets it go: it runs into its time limit.
    let timed_out = bench.held("a", 1).await.remove(0).await.unwrap();
    assert!(
        text(&timed_out).contains("time limit"),
        "{}",
        text(&timed_out)
    );

    let call = rmcp::model::ClientRequest::CallToolRequest(rmcp::model::CallToolRequest::new(
        request("a", "hold"),
    ));
    let handle = bench
        .client
        .send_cancellable_request(call, PeerRequestOptions::no_options())
        .await
        .unwrap();
    bench.started.recv().await.unwrap();
    handle.cancel(None).await.unwrap();
    // rmcp does not drop what a cancelled call awaits: it ends when its handler does.
    bench.release.add_permits(1);
    while bench.guard.callers_present() > 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(
        bench.call("a", "other").await.unwrap().is_error,
        Some(false)
    );
}

#[tokio::test(start_paused = true)]
async fn callers_who_have_gone_leave_nothing_behind() {
    let mut bench = Bench::new(Guard::builder()).await;
    for number in 0..300 {
        bench
            .call(&format!("caller {number}"), "other")
            .await
            .unwrap();
    }
    assert_eq!(bench.guard.callers_present(), 0);
    let held = bench.held("a", 3).await;
    assert_eq!(bench.guard.callers_present(), 1);
    bench.release.add_permits(3);
    for call in held {
        call.await.unwrap();
    }
    assert_eq!(bench.guard.callers_present(), 0);
}
