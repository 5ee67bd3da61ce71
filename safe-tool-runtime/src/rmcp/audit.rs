//! The audit trail: one event for each call, of which nothing holds a value.

#[cfg(feature = "metrics")]
pub(super) mod metrics;
mod size;
mod trace;

use std::time::{Duration, Instant};

use rmcp::handler::server::tool::ToolCallContext;

use crate::{
    guard::{Denied, Emitted, GuardedTool, Refusal},
    limit::Caller,
    output::Findings,
    validate::Violation,
};

/// What is heard of a call while it goes on.
pub(super) struct Record<'a> {
    tool: &'a GuardedTool,
    /// `None`: it could not be told who calls.
    pub(super) caller: Option<Caller>,
    started: Instant,
    waited: Option<Duration>,
    limit: Option<&'static str>,
    argument_bytes: usize,
    answer_bytes: Option<usize>,
    findings: Option<Findings>,
    trace_id: Option<String>,
    #[cfg(feature = "metrics")]
    _in_flight: metrics::InFlight,
}

/// How a call ended.
pub(super) enum Outcome<'a> {
    Answered,
    /// A result of the handler's that says it is an error.
    ToolError,
    Refused(&'a Refusal),
    /// The handler's own protocol error.
    Failed,
}

impl Outcome<'_> {
    fn name(&self) -> &'static str {
        match self {
            Self::Answered => "ok",
            Self::ToolError => "tool_error",
            Self::Refused(refusal) => refusal.kind(),
            Self::Failed => "protocol_error",
        }
    }
}

impl<'a> Record<'a> {
    pub(super) fn new<S>(tool: &'a GuardedTool, context: &ToolCallContext<'_, S>) -> Self {
        let meta = &context.request_context.meta;
        Self {
            tool,
            caller: None,
            started: Instant::now(),
            waited: None,
            limit: None,
            argument_bytes: context.arguments.as_ref().map_or(0, size::of_object),
            answer_bytes: None,
            findings: None,
            trace_id: meta
                .get_traceparent()
                .and_then(trace::id)
                .map(str::to_owned),
            #[cfg(feature = "metrics")]
            _in_flight: metrics::InFlight::new(tool.name()),
        }
    }

    /// Hears which limit denied the call.
    pub(super) fn denied(&mut self, denied: Denied) -> Refusal {
        self.limit = denied.limit;
        denied.refusal
    }

    /// Hears how long the call waits for its turn.
    pub(super) async fn wait<T>(&mut self, turn: impl Future<Output = T>) -> T {
        let began = Instant::now();
        let turn = turn.await;
        self.waited = Some(began.elapsed());
        turn
    }

    /// Hears what goes out.
    pub(super) fn emitted(&mut self, emitted: &Emitted) {
        self.findings.clone_from(&emitted.findings);
        let texts = emitted.texts.iter().map(String::len).sum::<usize>();
        let structured = emitted.structured.as_ref().map_or(0, size::of);
        self.answer_bytes = Some(texts + structured);
    }

    /// Writes the event.
    pub(super) fn close(self, outcome: Outcome<'_>) {
        let (findings, broken) = match &outcome {
            Outcome::Refused(Refusal::Injection { findings, .. }) => (Some(findings), None),
            Outcome::Refused(Refusal::InvalidArguments(violations)) => {
                (None, Some(broken_rules(violations)))
            }
            Outcome::Refused(_) => (None, None),
            Outcome::Answered | Outcome::ToolError | Outcome::Failed => {
                (self.findings.as_ref(), None)
            }
        };
        let took = self.started.elapsed();
        #[cfg(feature = "metrics")]
        metrics::count(self.tool.name(), outcome.name(), findings, took);
        tracing::info!(
            target: "safe_tool::audit",
            caller = self.caller.map_or_else(|| "unknown".to_owned(), |caller| caller.short()),
            tool = self.tool.name(),
            outcome = outcome.name(),
            limit = self.limit,
            broken,
            // Of what went out; absent where nothing was searched.
            verdict = findings.map(|found| found.level().name()),
            score = findings.map(Findings::score),
            rules = findings.map(Findings::listed_rules),
            argument_bytes = self.argument_bytes,
            answer_bytes = self.answer_bytes,
            wait_micros = self.waited.map(micros),
            micros = micros(took),
            trace_id = self.trace_id,
            "tool call",
        );
    }
}

/// The names of the rules, each once, without the places: keys are the caller's to choose.
fn broken_rules<'v>(violations: impl IntoIterator<Item = &'v Violation>) -> String {
    let mut rules: Vec<_> = violations.into_iter().map(|one| one.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    rules.join(", ")
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
