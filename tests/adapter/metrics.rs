//! What is counted of calls.

use metrics_util::debugging::{DebugValue, DebuggingRecorder};
use serde_json::json;

use crate::server::{call, connect, guard};

#[tokio::test]
async fn calls_are_counted_by_tool_and_outcome() {
    let recorder = DebuggingRecorder::new();
    let seen = recorder.snapshotter();
    let _listening = metrics::set_default_local_recorder(&recorder);
    let client = connect(guard()).await;
    for _ in 0..3 {
        call(&client, "rare", json!({})).await;
    }
    call(&client, "rare", json!({"canary": "canary"})).await;
    call(&client, "echo", json!({"text": "a"})).await;
    call(&client, "echo", json!({"text": 1})).await;
    let mut counted: Vec<String> = seen
        .snapshot()
        .into_vec()
        .into_iter()
        .map(|(key, _, _, value)| {
            let labels: Vec<&str> = key.key().labels().map(metrics::Label::value).collect();
            let value = match value {
                DebugValue::Counter(count) => count.to_string(),
                DebugValue::Gauge(now) => now.to_string(),
                DebugValue::Histogram(times) => format!("{} times", times.len()),
            };
            format!("{} {}: {value}", key.key().name(), labels.join(" "))
        })
        .collect();
    counted.sort();
    assert_eq!(
        counted,
        [
            "safe_tool_call_seconds echo: 2 times",
            "safe_tool_call_seconds rare: 4 times",
            "safe_tool_call_wait_seconds echo: 2 times",
            "safe_tool_call_wait_seconds rare: 4 times",
            "safe_tool_calls_running : 0",
            "safe_tool_calls_total echo invalid_arguments: 1",
            "safe_tool_calls_total echo ok: 1",
            "safe_tool_calls_total rare ok: 2",
            "safe_tool_calls_total rare rate_limited: 2",
            "safe_tool_outputs_total echo clean: 1",
            "safe_tool_outputs_total rare clean: 2",
        ]
    );
}
