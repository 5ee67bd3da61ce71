//! The audit trail: one event for each call, and its metrics.

use std::{collections::BTreeSet, io, time::Duration};

use rmcp::model::{CallToolResponse, MetaObject};
use serde::Serialize;

use super::call::Failure;
use crate::{guard::Refusal, output::Findings, validate::JsonObject};

/// The `tracing` target.
const TARGET: &str = "safe_tool::audit";

/// What is known of a call before it runs; `None` where nobody listens, who then pays nothing.
pub(super) struct Trail(Option<Beginning>);

struct Beginning {
    trace: Option<String>,
    arguments_bytes: Option<u64>,
}

/// What has become of it.
pub(super) struct End<'a> {
    pub(super) caller: &'a str,
    pub(super) tool: &'a str,
    pub(super) answer: &'a Result<CallToolResponse, Failure>,
    pub(super) found: Option<&'a Findings>,
    pub(super) waited: Duration,
    pub(super) took: Duration,
}

impl Trail {
    pub(super) fn of(arguments: Option<&JsonObject>, meta: &MetaObject) -> Self {
        let is_heard = tracing::enabled!(target: TARGET, tracing::Level::INFO);
        Self(is_heard.then(|| {
            let parent = meta.get("traceparent").and_then(|parent| parent.as_str());
            Beginning {
                trace: parent.and_then(trace_id).map(str::to_owned),
                arguments_bytes: arguments.map(json_bytes),
            }
        }))
    }

    pub(super) fn end(self, end: &End<'_>) {
        let outcome = match end.answer {
            Ok(_) => "ok",
            Err(Failure::Refused(refusal)) => refusal.kind(),
            Err(Failure::Protocol(_)) => "protocol_error",
        };
        #[cfg(feature = "metrics")]
        super::metrics::record(end, outcome);
        let Some(Beginning {
            trace,
            arguments_bytes,
        }) = self.0
        else {
            return;
        };
        let answer_bytes = match end.answer {
            Ok(CallToolResponse::Complete(result)) => Some(json_bytes(result)),
            _ => None,
        };
        tracing::info!(
            target: TARGET,
            caller = end.caller,
            tool = end.tool,
            outcome,
            // The rules that the arguments break.
            broken = broken_rules(end.answer),
            // Of what went out; absent where nothing was searched.
            verdict = end.found.map(|found| found.level().name()),
            score = end.found.map(Findings::score),
            rules = end.found.map(Findings::listed_rules),
            arguments_bytes,
            answer_bytes,
            waited_micros = micros(end.waited),
            micros = micros(end.took),
            trace,
            "tool call",
        );
    }
}

fn broken_rules(answer: &Result<CallToolResponse, Failure>) -> Option<String> {
    let Err(Failure::Refused(Refusal::InvalidArguments(violations))) = answer else {
        return None;
    };
    let rules: BTreeSet<&str> = violations.iter().map(|broken| broken.rule).collect();
    Some(Vec::from_iter(rules).join(", "))
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

/// How long it is as JSON.
fn json_bytes(value: &impl Serialize) -> u64 {
    struct Count(u64);
    impl io::Write for Count {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 += bytes.len() as u64;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut count = Count(0);
    // What cannot be written counts as far as it was.
    let _ = serde_json::to_writer(&mut count, value);
    count.0
}

/// The trace's id in a `traceparent` of version 00 (<https://www.w3.org/TR/trace-context/>);
/// what else a client writes there is not repeated.
fn trace_id(parent: &str) -> Option<&str> {
    let mut parts = parent.split('-');
    let (version, trace, span, flags) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let is_hex = |part: &str, len: usize| {
        let digit = |b: &u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
        part.len() == len && part.as_bytes().iter().all(digit)
    };
    let is_some = |part: &str| part.bytes().any(|b| b != b'0');
    let is_valid = version == "00"
        && is_hex(trace, 32)
        && is_some(trace)
        && is_hex(span, 16)
        && is_some(span)
        && is_hex(flags, 2)
        && parts.next().is_none();
    is_valid.then_some(trace)
}
