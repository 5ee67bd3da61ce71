//! Numbers of calls, through the facade `metrics`: whichever exporter the server installs.
//!
//! The labels are few: tools that `protect` armed, and outcomes. Never the caller.

use metrics::{counter, gauge, histogram};

use super::audit::End;

/// One more call is running, until this is dropped.
pub(super) struct Running;

impl Running {
    pub(super) fn new() -> Self {
        gauge!("safe_tool_calls_running").increment(1.0);
        Self
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        gauge!("safe_tool_calls_running").decrement(1.0);
    }
}

pub(super) fn record(end: &End<'_>, outcome: &'static str) {
    let tool = end.tool.to_owned();
    counter!("safe_tool_calls_total", "tool" => tool.clone(), "outcome" => outcome).increment(1);
    histogram!("safe_tool_call_seconds", "tool" => tool.clone()).record(end.took);
    histogram!("safe_tool_call_wait_seconds", "tool" => tool.clone()).record(end.waited);
    if let Some(found) = end.found {
        let verdict = found.level().name();
        counter!("safe_tool_outputs_total", "tool" => tool, "verdict" => verdict).increment(1);
    }
}
