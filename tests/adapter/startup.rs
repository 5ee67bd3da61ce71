//! What may start, and what may not.

use std::sync::Arc;

use rmcp::{
    ErrorData, Json, ServerHandler,
    handler::server::wrapper::Parameters,
    model::{CallToolResult, JsonObject},
    tool, tool_handler, tool_router,
};
use safe_tool::{Guard, Policy, safe_tool};

use crate::server::{Echo, Server, guard};

/// The trap: no `router = …`, so the unprotected router is built anew for every call.
#[derive(Clone)]
struct Forgetful;

#[tool_router]
impl Forgetful {
    #[tool]
    async fn echo(&self, Parameters(args): Parameters<Echo>) -> String {
        args.text
    }
}

#[tool_handler]
impl ServerHandler for Forgetful {}

#[test]
fn the_manifest_says_what_is_declared() {
    let guard = guard();
    guard.protect(Server::tool_router()).unwrap();
    let manifest = guard.manifest();
    let json = manifest.to_json();
    assert_eq!(json["rare"]["policy"]["tokens"], 2);
    assert_eq!(json["fetch"]["policy"]["source"], "page {url}");
    assert_eq!(
        json["echo"]["arguments"]["properties"]["text"]["maxLength"],
        20_000
    );
    assert!(!json.to_string().contains("x-safe-tool"));
    let markdown = manifest.to_string();
    for line in [
        "## fetch",
        "- calls: 2/h for each caller",
        "- output: at most 100 characters, framed as \"page {url}\"",
        "- time: at most 50ms",
        "| url | string | yes | maxLength 200 |",
        "| early | boolean | yes |  |",
        "- redacted: pin",
    ] {
        assert!(
            markdown.lines().any(|one| one == line),
            "{line} in:\n{markdown}"
        );
    }
    let again = Guard::builder()
        .policy("ping", Policy::default())
        .policy("plain", Policy::default())
        .build()
        .unwrap();
    again.protect(Server::tool_router()).unwrap();
    assert_eq!(again.manifest().to_string(), markdown);
}

#[test]
fn a_tool_without_a_policy_is_refused_at_start_up() {
    let guard = Guard::builder().build().unwrap();
    let error = guard
        .protect(Server::tool_router())
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("`ping`") && error.contains("`plain`"),
        "{error}"
    );
    assert!(!error.contains("`echo`"), "{error}");
}

/// serde's `flatten` takes the policy of a checked type over into one that is not.
#[test]
fn a_flattened_policy_is_not_taken_for_the_types_own() {
    #[derive(serde::Deserialize, schemars::JsonSchema)]
    #[allow(dead_code, reason = "only its schema is looked at")]
    struct Flat {
        #[serde(flatten)]
        safe: Echo,
        evil: String,
    }
    struct Sly;
    #[tool_router]
    impl Sly {
        #[tool]
        async fn flat(&self, Parameters(_): Parameters<Flat>) -> String {
            String::new()
        }
    }
    let guard = Guard::builder().build().unwrap();
    let error = guard.protect(Sly::tool_router()).unwrap_err().to_string();
    assert!(error.contains("flattening"), "{error}");
}

/// Checked arguments that a tool gives back as its result.
#[test]
fn no_schema_shows_the_policy() {
    #[safe_tool]
    #[derive(serde::Serialize)]
    struct Both {
        on: bool,
    }
    struct Mirror;
    #[tool_router]
    impl Mirror {
        #[tool]
        async fn mirror(&self, Parameters(args): Parameters<Both>) -> Json<Both> {
            Json(args)
        }
    }
    let guard = Guard::builder().build().unwrap();
    let router = guard.protect(Mirror::tool_router()).unwrap();
    let tools = serde_json::to_string(&router.list_all()).unwrap();
    assert!(
        tools.contains("outputSchema") && !tools.contains("x-safe-tool"),
        "{tools}"
    );
}

#[test]
fn a_router_is_protected_once() {
    let guard = guard();
    let router = guard.protect(Server::tool_router()).unwrap();
    let error = guard.protect(router).unwrap_err().to_string();
    assert!(error.contains("protected already"), "{error}");
    // A router made anew, as an HTTP factory does for each session, is another matter.
    guard.protect(Server::tool_router()).unwrap();
}

#[tokio::test]
async fn serve_refuses_a_handler_that_forgot_its_router() {
    let guard = Guard::builder().build().unwrap();
    guard.protect(Forgetful::tool_router()).unwrap();
    let error = guard
        .serve(Forgetful, tokio::io::duplex(64))
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("router = self.router"),
        "{error}"
    );
}

/// Lists nothing at start-up, and serves the unprotected router all the same.
struct Coy;

#[tool_router]
impl Coy {
    #[tool]
    async fn echo(&self, Parameters(args): Parameters<Echo>) -> String {
        args.text
    }
}

#[tool_handler]
impl ServerHandler for Coy {
    async fn list_tools(
        &self,
        _: Option<rmcp::model::PaginatedRequestParams>,
        _: rmcp::service::RequestContext<rmcp::RoleServer>,
    ) -> Result<rmcp::model::ListToolsResult, ErrorData> {
        Ok(rmcp::model::ListToolsResult::default())
    }
}

#[tokio::test]
async fn serve_refuses_a_handler_that_lists_nothing_or_has_a_route_replaced() {
    let guard = Guard::builder().build().unwrap();
    guard.protect(Coy::tool_router()).unwrap();
    let error = guard.serve(Coy, tokio::io::duplex(64)).await.unwrap_err();
    assert!(error.to_string().contains("unprotected router"), "{error}");

    let guard = self::guard();
    let mut router = guard.protect(Server::tool_router()).unwrap();
    let other = rmcp::model::Tool::new("echo", "another", JsonObject::new());
    router.add_route(rmcp::handler::server::router::tool::ToolRoute::new_dyn(
        other,
        |_| {
            Box::pin(std::future::ready(Ok(
                CallToolResult::success(vec![]).into()
            )))
        },
    ));
    let error = guard
        .serve(Server { router }, tokio::io::duplex(64))
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("never went through protect()"),
        "{error}"
    );
}

#[tokio::test]
async fn serve_refuses_tools_that_never_met_the_guard_and_names_that_meet_no_tool() {
    let guard = Guard::builder().build().unwrap();
    let mut router = Server::tool_router();
    for route in router.map.values_mut() {
        let schema = Arc::make_mut(&mut route.attr.input_schema);
        schema.remove("x-safe-tool");
    }
    let error = guard
        .serve(Server { router }, tokio::io::duplex(64))
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("never went through protect()"),
        "{error}"
    );

    let guard = Guard::builder()
        .policy("ping", Policy::default())
        .policy("plain", Policy::default())
        .policy("pong", Policy::default())
        .build()
        .unwrap();
    let router = guard.protect(Server::tool_router()).unwrap();
    let error = guard
        .serve(Server { router }, tokio::io::duplex(64))
        .await
        .unwrap_err();
    assert!(error.to_string().contains("pong"), "{error}");
}
