//! Calls that run at once.

use std::{sync::Arc, time::Duration};

use rmcp::{
    ServerHandler, ServiceExt as _,
    handler::server::{router::tool::ToolRouter, wrapper::Parameters},
    model::{CallToolRequestParams, CallToolResult},
    tool, tool_handler, tool_router,
};
use safe_tool::{Guard, GuardBuilder, safe_tool};
use tokio::sync::Semaphore;

use crate::server::{Client, json_of, text};

const WAIT: Duration = Duration::from_secs(5);

#[safe_tool]
struct Nothing {}

/// Its calls end when they are let go.
#[derive(Clone)]
struct Gated {
    router: ToolRouter<Self>,
    go: Arc<Semaphore>,
    begun: Arc<Semaphore>,
}

#[tool_router]
impl Gated {
    #[tool]
    async fn hold(&self, Parameters(_): Parameters<Nothing>) -> String {
        self.begun.add_permits(1);
        self.go.acquire().await.unwrap().forget();
        "held".into()
    }
    #[tool]
    async fn other(&self, Parameters(_): Parameters<Nothing>) -> String {
        "other".into()
    }
}

#[tool_handler(router = self.router)]
impl ServerHandler for Gated {}

type Peer = rmcp::service::RunningService<rmcp::RoleClient, Client>;

struct World {
    client: Arc<Peer>,
    gated: Gated,
}

impl World {
    async fn new(settings: impl FnOnce(GuardBuilder) -> GuardBuilder) -> Self {
        let guard = settings(Guard::builder().quota_for_all("1000/s".parse().unwrap()));
        let guard = guard.build().unwrap();
        let gated = Gated {
            router: guard.protect(Gated::tool_router()).unwrap(),
            go: Arc::new(Semaphore::new(0)),
            begun: Arc::new(Semaphore::new(0)),
        };
        let (near, far) = tokio::io::duplex(1 << 16);
        let server = gated.clone();
        tokio::spawn(async move { guard.serve(server, far).await });
        let client = Arc::new(Client.serve(near).await.unwrap());
        Self { client, gated }
    }

    fn call(&self, tool: &'static str) -> tokio::task::JoinHandle<CallToolResult> {
        let client = Arc::clone(&self.client);
        tokio::spawn(async move {
            let call = client.call_tool(CallToolRequestParams::new(tool));
            call.await.unwrap()
        })
    }

    /// Waits until so many more calls run.
    async fn begun(&self, calls: u32) {
        self.gated.begun.acquire_many(calls).await.unwrap().forget();
    }
}

#[tokio::test(start_paused = true)]
async fn what_does_not_fit_waits_and_is_then_refused() {
    let world = World::new(|guard| guard.max_concurrent_calls(2)).await;
    let held = [world.call("hold"), world.call("hold")];
    world.begun(2).await;
    let before = tokio::time::Instant::now();
    let refused = world.call("other").await.unwrap();
    assert_eq!(before.elapsed(), WAIT);
    assert!(text(&refused).contains("too many calls are running"));
    let meta = json_of(&refused);
    assert!(
        meta.contains(r#""safe-tool/refusal":"overloaded""#),
        "{meta}"
    );
    assert!(meta.contains(r#""safe-tool/retryAfterSecs":1"#), "{meta}");
    // One who waits gets the place of one who ends.
    let waiting = world.call("other");
    world.gated.go.add_permits(1);
    assert!(text(&waiting.await.unwrap()).contains("other"));
    world.gated.go.add_permits(1);
    for call in held {
        assert!(text(&call.await.unwrap()).contains("held"));
    }
}

#[tokio::test]
async fn with_no_room_to_wait_the_refusal_is_at_once() {
    let none = |guard: GuardBuilder| guard.max_waiting_calls(0, WAIT);
    for world in [
        World::new(|guard| none(guard).max_concurrent_calls(1)).await,
        World::new(|guard| none(guard).max_concurrent_calls_per_caller(1)).await,
    ] {
        let held = world.call("hold");
        world.begun(1).await;
        let refused = world.call("other").await.unwrap();
        assert!(text(&refused).contains("too many calls are running"));
        world.gated.go.add_permits(1);
        held.await.unwrap();
        assert!(text(&world.call("other").await.unwrap()).contains("other"));
    }
}

#[tokio::test]
async fn one_tool_leaves_room_for_others() {
    let settings = |guard: GuardBuilder| {
        let guard = guard.max_waiting_calls(0, WAIT);
        guard.max_concurrent_calls_of("hold", 1)
    };
    let world = World::new(settings).await;
    let held = world.call("hold");
    world.begun(1).await;
    let refused = world.call("hold").await.unwrap();
    assert!(text(&refused).contains("too many calls are running"));
    assert!(text(&world.call("other").await.unwrap()).contains("other"));
    world.gated.go.add_permits(1);
    held.await.unwrap();
}

/// A place is given back however a call ends.
#[tokio::test(start_paused = true)]
async fn a_call_that_runs_out_of_time_gives_its_place_back() {
    let world = World::new(|guard| guard.max_concurrent_calls(1)).await;
    let late = world.call("hold");
    world.begun(1).await;
    assert!(text(&late.await.unwrap()).contains("time limit"));
    assert!(text(&world.call("other").await.unwrap()).contains("other"));
}
