//! The way in: arguments, limits, callers; and handlers that fail.

use std::sync::Arc;

use rmcp::model::{CallToolRequestParams, JsonObject};
use safe_tool::{
    Caller, Guard, Policy, Quota,
    limit::{CheckFuture, LimiterError, RateKey, RateLimiter},
};
use serde_json::json;

use crate::server::{call, connect, guard, text};

#[tokio::test]
async fn refused_arguments_come_back_in_band_with_every_violation_and_no_value() {
    let client = connect(guard()).await;
    let result = call(&client, "echo", json!({"text": 7, "txt": "CANARY"})).await;
    assert_eq!(result.is_error, Some(true));
    let text = text(&result);
    assert!(
        text.contains("/text must be a string") && text.contains("/txt"),
        "{text}"
    );
    assert!(
        !text.contains("CANARY") && !text.contains("EXTERNAL DATA"),
        "{text}"
    );
}

#[tokio::test]
async fn serde_words_of_an_unchecked_type_do_not_quote_the_value() {
    let client = connect(guard()).await;
    let result = call(&client, "plain", json!({"count": "CANARY"})).await;
    assert_eq!(result.is_error, Some(true));
    assert!(text(&result).contains("do not match the tool's input schema"));
    assert!(!text(&result).contains("CANARY"));
}

#[tokio::test]
async fn the_rate_is_charged_before_the_arguments_are_looked_at() {
    let client = connect(guard()).await;
    for _ in 0..2 {
        let result = call(&client, "rare", json!({"unknown": 1})).await;
        assert!(
            text(&result).starts_with("Invalid arguments"),
            "{}",
            text(&result)
        );
    }
    let denied = call(&client, "rare", json!({})).await;
    assert_eq!(denied.is_error, Some(true));
    assert!(
        text(&denied).contains("rate limit") && text(&denied).contains("1800 seconds"),
        "{}",
        text(&denied)
    );
    let other = call(&client, "ping", json!({})).await;
    assert_eq!(other.is_error, Some(false));
}

#[tokio::test]
async fn a_limiter_that_fails_refuses_the_call() {
    struct Broken;
    impl RateLimiter for Broken {
        fn check<'a>(&'a self, _: RateKey<'a>, _: &'a Quota, _: u32) -> CheckFuture<'a> {
            CheckFuture::Ready(Err(LimiterError::Unavailable))
        }
    }
    let guard = Guard::builder()
        .policy("ping", Policy::default())
        .policy("plain", Policy::default())
        .rate_limiter(Arc::new(Broken))
        .build()
        .unwrap();
    let client = connect(guard).await;
    let result = call(&client, "ping", json!({})).await;
    assert_eq!(result.is_error, Some(true));
    assert!(!text(&result).contains("pong"));
}

#[tokio::test]
async fn a_panic_in_the_users_own_functions_is_an_answer_and_not_an_open_door() {
    struct Panicking;
    impl RateLimiter for Panicking {
        fn check<'a>(&'a self, _: RateKey<'a>, _: &'a Quota, _: u32) -> CheckFuture<'a> {
            panic!("a limiter panics")
        }
    }
    struct Hanging;
    impl RateLimiter for Hanging {
        fn check<'a>(&'a self, _: RateKey<'a>, _: &'a Quota, _: u32) -> CheckFuture<'a> {
            CheckFuture::Boxed(Box::pin(std::future::pending()))
        }
    }
    let builders = [
        Guard::builder().rate_limiter(Arc::new(Hanging)),
        Guard::builder().rate_limiter(Arc::new(Panicking)),
        Guard::builder().identify(|_| panic!("identify panics")),
    ];
    for builder in builders {
        let builder = builder
            .policy("ping", Policy::default())
            .policy("plain", Policy::default());
        let client = connect(builder.build().unwrap()).await;
        let result = call(&client, "ping", json!({})).await;
        assert_eq!(result.is_error, Some(true));
        assert!(!text(&result).contains("pong") && !text(&result).contains("panics"));
    }
}

#[tokio::test]
async fn callers_are_told_apart_by_a_function_of_the_users() {
    let guard = Guard::builder()
        .policy("ping", Policy::default())
        .policy("plain", Policy::default())
        .identify(|context| {
            let name = context.meta.get("tenant")?.as_str()?;
            Some(Caller::from_name(name))
        })
        .build()
        .unwrap();
    let client = connect(guard).await;
    let ask = async |tenant: &str| {
        let mut request = CallToolRequestParams::new("rare").with_arguments(JsonObject::new());
        let mut meta = rmcp::model::RequestMetaObject::default();
        meta.insert("tenant".into(), tenant.into());
        request.meta = Some(meta);
        client.call_tool(request).await.unwrap().is_error
    };
    assert_eq!(ask("a").await, Some(false));
    assert_eq!(ask("a").await, Some(false));
    assert_eq!(ask("a").await, Some(true));
    assert_eq!(ask("b").await, Some(false));
}

#[tokio::test]
async fn panics_and_timeouts_are_answers() {
    let client = connect(guard()).await;
    for early in [true, false] {
        let result = call(&client, "panicky", json!({"early": early})).await;
        assert_eq!(result.is_error, Some(true));
        assert!(
            text(&result).contains("internal error"),
            "{}",
            text(&result)
        );
        assert!(!text(&result).contains("late panic"));
    }
    let result = call(&client, "slow", json!({})).await;
    assert!(text(&result).contains("50ms"), "{}", text(&result));
    let result = call(&client, "ping", json!({})).await;
    assert!(text(&result).contains("pong"));
}

#[tokio::test]
async fn clients_see_the_constraints_and_not_the_policy() {
    let client = connect(guard()).await;
    let tools = client.list_all_tools().await.unwrap();
    let echo = tools.iter().find(|tool| tool.name == "echo").unwrap();
    let schema = serde_json::to_string(&echo.input_schema).unwrap();
    assert!(schema.contains("\"maxLength\":20000"), "{schema}");
    for tool in &tools {
        assert!(!serde_json::to_string(tool).unwrap().contains("x-safe-tool"));
    }
}
