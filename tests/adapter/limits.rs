//! Which limits a call meets, what it costs, and who sets them.

use rmcp::{
    RoleClient, ServerHandler, ServiceExt, handler::server::router::tool::ToolRouter,
    handler::server::wrapper::Parameters, model::CallToolResult, service::RunningService, tool,
    tool_handler, tool_router,
};
use safe_tool::{BuildError, Caller, Guard, GuardBuilder, limit::QuotaError, safe_tool};
use serde_json::{Value, json};

use crate::server::{Client, call, text};

#[safe_tool(rate_limit(10, per = "1h", cost = max_results), lenient)]
struct Search {
    #[range(1, 5)]
    #[default(3)]
    max_results: u32,
    exact: bool,
}

#[safe_tool(rate_limit(100, per = "1h"))]
struct Look {}

pub(crate) struct Metered {
    router: ToolRouter<Self>,
}

#[tool_router(vis = "pub(crate)")]
impl Metered {
    #[tool]
    async fn search(&self, Parameters(args): Parameters<Search>) -> String {
        format!("{} exact {}", args.max_results, args.exact)
    }
    #[tool]
    async fn look(&self, Parameters(_): Parameters<Look>) -> String {
        "seen".into()
    }
}

#[tool_handler(router = self.router)]
impl ServerHandler for Metered {}

async fn connect(builder: GuardBuilder) -> RunningService<RoleClient, Client> {
    let guard = builder.build().unwrap();
    let router = guard.protect(Metered::tool_router()).unwrap();
    let (near, far) = tokio::io::duplex(1 << 20);
    tokio::spawn(async move { guard.serve(Metered { router }, far).await });
    Client.serve(near).await.unwrap()
}

fn is_denied(result: &CallToolResult) -> bool {
    text(result).contains("rate limit")
}

/// How many of `calls` are let in.
async fn admitted(
    client: &RunningService<RoleClient, Client>,
    tool: &'static str,
    arguments: Value,
    calls: usize,
) -> usize {
    let mut admitted = 0;
    for _ in 0..calls {
        let result = call(client, tool, arguments.clone()).await;
        admitted += usize::from(!is_denied(&result));
    }
    admitted
}

#[tokio::test]
async fn a_call_costs_what_its_argument_says() {
    for (arguments, fit_in_ten) in [
        (json!({"max_results": 5, "exact": true}), 2),
        (json!({"max_results": 2, "exact": true}), 5),
        // Missing: the default of 3.
        (json!({"exact": true}), 3),
        // Held to the range, before anything has refused it.
        (json!({"max_results": 4_000_000_000_u32, "exact": true}), 2),
        (json!({"max_results": -7, "exact": true}), 10),
        (json!({"max_results": 5.0, "exact": true}), 2),
        // The field is lenient, so text is a number.
        (json!({"max_results": "5", "exact": true}), 2),
        // Of no use as a number: refused for one token.
        (json!({"max_results": [5], "exact": true}), 10),
        (json!({"max_results": "NaN", "exact": true}), 10),
    ] {
        let client = connect(Guard::builder()).await;
        let count = admitted(&client, "search", arguments.clone(), 12).await;
        assert_eq!(count, fit_in_ten, "{arguments}");
    }
}

#[tokio::test]
async fn a_denial_tells_a_program_what_it_tells_a_model() {
    let client = connect(Guard::builder().quota("look", "1/h")).await;
    assert_eq!(admitted(&client, "look", json!({}), 1).await, 1);
    let denied = call(&client, "look", json!({})).await;
    assert!(
        text(&denied).contains("Try again in 3600 seconds"),
        "{}",
        text(&denied)
    );
    let meta = serde_json::to_value(&denied.meta).unwrap();
    assert_eq!(
        meta,
        json!({"safe-tool/refusal": "rate_limited", "safe-tool/retryAfterSecs": 3600})
    );
}

#[tokio::test]
async fn wider_limits_hold_over_narrower_ones() {
    let exact = json!({"max_results": 1, "exact": true});
    let client = connect(Guard::builder().caller_quota("6/h")).await;
    assert_eq!(admitted(&client, "search", exact.clone(), 2).await, 2);
    assert_eq!(admitted(&client, "look", json!({}), 9).await, 4);

    let client = connect(Guard::builder().server_quota("6/h")).await;
    assert_eq!(admitted(&client, "search", exact.clone(), 2).await, 2);
    assert_eq!(admitted(&client, "look", json!({}), 9).await, 4);

    let client = connect(Guard::builder().total_quota("look", "2/h")).await;
    assert_eq!(admitted(&client, "look", json!({}), 9).await, 2);
    assert_eq!(admitted(&client, "search", exact, 3).await, 3);
}

#[tokio::test]
async fn the_narrowest_limit_is_met_first_and_nothing_is_given_back() {
    // Denied by their own quota, calls take nothing from everybody's.
    let builder = Guard::builder().quota("look", "2/h").server_quota("5/h");
    let client = connect(builder).await;
    assert_eq!(admitted(&client, "look", json!({}), 50).await, 2);
    let exact = json!({"max_results": 1, "exact": true});
    assert_eq!(admitted(&client, "search", exact.clone(), 9).await, 3);
    // Denied by everybody's, they have still been charged to their own: 10 are spent.
    let denied = call(&client, "search", exact).await;
    assert!(text(&denied).contains("Try again in"), "{}", text(&denied));
}

#[tokio::test]
async fn tiers_multiply_what_each_caller_has() {
    for (factor, look) in [(2.0, 8), (0.5, 2), (0.0, 0), (f64::NAN, 0), (-1.0, 0)] {
        let builder = Guard::builder().quota("look", "4/h").tier(move |caller| {
            assert_eq!(caller, Caller::LOCAL);
            factor
        });
        let client = connect(builder).await;
        assert_eq!(
            admitted(&client, "look", json!({}), 12).await,
            look,
            "{factor}"
        );
    }
    // Everybody's limit is everybody's.
    let builder = Guard::builder().total_quota("look", "4/h").tier(|_| 2.0);
    let client = connect(builder).await;
    assert_eq!(admitted(&client, "look", json!({}), 12).await, 4);
}

#[tokio::test]
async fn a_function_may_say_what_a_call_costs() {
    let builder = Guard::builder().cost("look", 30, |arguments| {
        arguments.get("n").and_then(Value::as_u64).unwrap_or(99) as u32
    });
    let client = connect(builder).await;
    // Held to 30, so three fit into 100; unknown arguments are read before they are refused.
    assert_eq!(admitted(&client, "look", json!({}), 9).await, 3);
    let client = connect(Guard::builder().cost("look", 30, |_| panic!("a cost panics"))).await;
    let refused = call(&client, "look", json!({})).await;
    assert!(
        text(&refused).starts_with("Refused: the rate limit cannot be checked"),
        "{}",
        text(&refused)
    );
}

#[tokio::test]
async fn a_quota_of_the_builder_wins_over_the_declared_one() {
    let all = || Guard::builder().quota_for_all("6/h".parse().unwrap());
    let client = connect(all().quota("look", "5/h")).await;
    assert_eq!(admitted(&client, "look", json!({}), 9).await, 5);
    let client = connect(all()).await;
    assert_eq!(admitted(&client, "look", json!({}), 9).await, 6);
    let cheap = json!({"max_results": 1, "exact": true});
    let client = connect(Guard::builder().quota("search", "7/h")).await;
    assert_eq!(admitted(&client, "search", cheap, 9).await, 7);
}

#[test]
fn a_call_that_could_never_be_paid_stops_the_start() {
    for builder in [
        Guard::builder().quota("search", "4/h"),
        Guard::builder().caller_quota("4/h"),
        Guard::builder().total_quota("search", "60/h burst 4"),
        Guard::builder().cost("look", 101, |_| 1),
    ] {
        let guard = builder.build().unwrap();
        let error = guard.protect(Metered::tool_router()).unwrap_err();
        let said = error.to_string();
        assert!(
            said.contains("more than the limit") && said.contains("raise its burst to"),
            "{said}"
        );
    }
}

#[test]
fn a_quota_that_is_none_is_an_error_of_build() {
    let error = Guard::builder().quota("look", "60 per minute").build();
    let expected = BuildError::Quota {
        what: "look".into(),
        error: QuotaError::Form,
    };
    assert_eq!(error.unwrap_err(), expected);
    let error = Guard::builder()
        .server_quota("1/s")
        .quota("look", "1/s")
        .allow_unguarded("look")
        .build();
    assert_eq!(
        error.unwrap_err(),
        BuildError::UnguardedLimit("look".into())
    );
}

#[tokio::test]
async fn a_limit_for_a_tool_that_is_not_there_stops_the_start() {
    for builder in [
        Guard::builder().quota("lok", "1/s"),
        Guard::builder().cost("lok", 1, |_| 1),
    ] {
        let guard = builder.build().unwrap();
        let router = guard.protect(Metered::tool_router()).unwrap();
        let (_near, far) = tokio::io::duplex(1 << 10);
        let error = guard.serve(Metered { router }, far).await.unwrap_err();
        assert!(error.to_string().contains("lok"), "{error}");
    }
}

#[cfg(feature = "toml")]
#[tokio::test]
async fn limits_come_from_toml() {
    use safe_tool::limit::Limits;

    let text = r#"
        caller = "300/min"
        [tools]
        search = "6/h"
        look = { caller = "5/h", total = "4/h" }
    "#;
    let limits = Limits::from_toml(text).unwrap();
    let client = connect(Guard::builder().quota("look", "1/h").limits(limits)).await;
    assert_eq!(admitted(&client, "look", json!({}), 9).await, 4);

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("limits.toml");
    std::fs::write(&path, text).unwrap();
    assert_eq!(
        Limits::from_file(&path).unwrap(),
        Limits::from_toml(text).unwrap()
    );
    let error = Limits::from_file(folder.path().join("none.toml")).unwrap_err();
    assert!(error.to_string().contains("none.toml"), "{error}");
    let unset = Limits::from_env("SAFE_TOOL_TEST_LIMITS_UNSET").unwrap();
    assert_eq!(unset, Limits::default());
}

#[cfg(feature = "toml")]
#[test]
fn toml_that_is_wrong_names_its_place() {
    use safe_tool::limit::Limits;

    for (text, said) in [
        ("caller = 5", "string"),
        ("caller = \"5 a minute\"", "a rate limit is written"),
        ("callers = \"5/min\"", "unknown field `callers`"),
        ("[tools]\nlook = 7", "a quota such as"),
        ("[tools]\nlook = { totall = \"5/min\" }", "a quota such as"),
    ] {
        let error = Limits::from_toml(text).unwrap_err().to_string();
        assert!(error.contains(said) && error.contains("line"), "{error}");
    }
}
