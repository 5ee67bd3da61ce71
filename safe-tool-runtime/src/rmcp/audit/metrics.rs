//! The same calls as numbers. Labels are names of armed tools and words of ours, so that
//! their number is bounded; never the caller.

use std::time::Duration;

use metrics::{
    Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram,
};

use crate::output::Findings;

const CALLS: &str = "safe_tool_calls_total";
const DURATION: &str = "safe_tool_call_duration_seconds";
const IN_FLIGHT: &str = "safe_tool_calls_in_flight";
const VERDICTS: &str = "safe_tool_verdicts_total";

/// Counts a call that has ended.
pub(super) fn count(
    tool: &str,
    outcome: &'static str,
    findings: Option<&Findings>,
    took: Duration,
) {
    counter!(CALLS, "tool" => tool.to_owned(), "outcome" => outcome).increment(1);
    histogram!(DURATION, "tool" => tool.to_owned()).record(took);
    if let Some(found) = findings {
        let verdict = found.level().name();
        counter!(VERDICTS, "tool" => tool.to_owned(), "verdict" => verdict).increment(1);
    }
}

/// A call that has begun, until this is dropped.
pub(super) struct InFlight(metrics::Gauge);

impl InFlight {
    pub(super) fn new(tool: &str) -> Self {
        let calls = gauge!(IN_FLIGHT, "tool" => tool.to_owned());
        calls.increment(1);
        Self(calls)
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.decrement(1);
    }
}

/// Tells the recorder that is installed what the numbers are.
pub(in crate::rmcp) fn describe() {
    describe_counter!(
        CALLS,
        Unit::Count,
        "Calls that have ended, by tool and outcome."
    );
    describe_histogram!(
        DURATION,
        Unit::Seconds,
        "How long a call took in all, by tool."
    );
    describe_gauge!(
        IN_FLIGHT,
        Unit::Count,
        "Calls that have begun and not ended, by tool."
    );
    describe_counter!(
        VERDICTS,
        Unit::Count,
        "Outputs searched for instructions, by tool and verdict."
    );
}
