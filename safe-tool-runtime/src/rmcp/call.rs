//! One guarded call: what stands in place of a route's own `call`.

use std::sync::Arc;

use rmcp::{
    ErrorData, RoleServer,
    handler::server::tool::{DynCallToolHandler, ToolCallContext},
    model::{
        CallToolResponse, CallToolResult, ContentBlock, ErrorCode, MetaObject, ProtocolVersion,
    },
    service::RequestContext,
};

use super::{
    audit::{Outcome, Record},
    content, identity,
    identity::Identity,
};
use crate::{
    guard::{Guard, GuardedTool, Refusal},
    limit::Caller,
    validate::{JsonObject, refusal},
    wire::{META_REFUSAL, META_RETRY_AFTER},
};

/// What rmcp puts before the text of a `Deserialize` error; pinned by a test.
const ARGUMENT_ERROR_PREFIX: &str = "failed to deserialize parameters: ";

/// A route and its guard.
pub(super) struct Route<S> {
    pub(super) guard: Guard,
    pub(super) tool: Arc<GuardedTool>,
    pub(super) inner: Arc<DynCallToolHandler<S>>,
    pub(super) output_schema: Option<Arc<JsonObject>>,
}

// Not derived: that would ask for `S: Clone`.
impl<S> Clone for Route<S> {
    fn clone(&self) -> Self {
        Self {
            guard: self.guard.clone(),
            tool: Arc::clone(&self.tool),
            inner: Arc::clone(&self.inner),
            output_schema: self.output_schema.clone(),
        }
    }
}

impl<S: Send + Sync + 'static> Route<S> {
    pub(super) async fn call(
        self,
        context: ToolCallContext<'_, S>,
    ) -> Result<CallToolResponse, ErrorData> {
        // The extractors drop the context before the handler runs.
        let _in_flight = in_flight(&context.request_context);
        let mut record = Record::new(&self.tool, &context);
        let answer = match identity::identity(&self.guard, &context.request_context) {
            Ok(who) => {
                record.caller = Some(who.caller);
                self.guarded(who, context, &mut record).await
            }
            Err(refusal) => Err(refusal.into()),
        };
        record.close(match &answer {
            Ok(CallToolResponse::Complete(result)) if result.is_error == Some(true) => {
                Outcome::ToolError
            }
            Ok(_) => Outcome::Answered,
            Err(Failure::Refused(refusal)) => Outcome::Refused(refusal),
            Err(Failure::Protocol(_)) => Outcome::Failed,
        });
        match answer {
            Ok(response) => Ok(response),
            Err(Failure::Refused(refusal)) => Ok(in_band(&refusal)),
            Err(Failure::Protocol(error)) => Err(error),
        }
    }

    /// The pipeline: admit, enter, run (which parses first), emit.
    async fn guarded(
        &self,
        who: Identity,
        context: ToolCallContext<'_, S>,
        record: &mut Record<'_>,
    ) -> Result<CallToolResponse, Failure> {
        let caller = who.caller;
        if !self.is_charged(caller, &context.request_context) {
            let arguments = context.arguments.as_ref();
            let admitted = self
                .guard
                .admit_or_tell(caller, &self.tool, arguments)
                .await;
            admitted.map_err(|denied| record.denied(denied))?;
            if let Some(crowd) = who.crowd {
                let admitted = self.guard.admit_crowd(crowd, &self.tool, arguments).await;
                admitted.map_err(|denied| record.denied(denied))?;
            }
        }
        // Until the answer is ready: to emit it is work too.
        let _running = record.wait(self.guard.enter(caller, &self.tool)).await?;
        let source = self.tool.source(context.arguments.as_ref());
        let version = context.request_context.protocol_version();
        let outgoing = content::Outgoing {
            output_schema: self.output_schema.clone(),
            objects_only: version.is_none_or(|version| version < ProtocolVersion::V_2026_07_28),
            max_bytes: self.tool.outlet().budget.strict(),
        };
        // Both the extractors, which run when the future is made, and the handler itself
        // are inside: either may panic.
        let inner = Arc::clone(&self.inner);
        let answer = self
            .guard
            .run(&self.tool, async move {
                let answer = inner(context).await;
                answer.map_err(argument_refusal)
            })
            .await?;
        let emit = |output| {
            let emitted = self.guard.emit(&self.tool, &source, output)?;
            record.emitted(&emitted);
            Ok(emitted)
        };
        match answer {
            Ok(CallToolResponse::Complete(result)) => {
                let result = content::guard_result(result, &outgoing, emit)?;
                Ok(result.into())
            }
            Ok(other) => {
                content::guard_other(&other, emit)?;
                Ok(other)
            }
            Err(ArgumentsOrOther::Arguments(refusal)) => Err(refusal.into()),
            Err(ArgumentsOrOther::Other(error)) => {
                content::guard_error(error, emit).map(Into::into)
            }
        }
    }
}

#[cfg(not(feature = "http"))]
impl<S> Route<S> {
    fn is_charged(&self, _: Caller, _: &RequestContext<RoleServer>) -> bool {
        false
    }
}

#[cfg(feature = "http")]
impl<S> Route<S> {
    /// Whether the layer in front has charged this very call.
    fn is_charged(&self, caller: Caller, context: &RequestContext<RoleServer>) -> bool {
        let parts = context.extensions.get::<::http::request::Parts>();
        let charged = parts.and_then(|parts| parts.extensions.get::<super::http::Charged>());
        charged.is_some_and(|charged| charged.covers(&self.guard, caller, self.tool.name()))
    }
}

#[cfg(not(feature = "http"))]
fn in_flight(_: &RequestContext<RoleServer>) -> Option<()> {
    None
}

/// What the request holds over HTTP until its handler has ended.
#[cfg(feature = "http")]
fn in_flight(context: &RequestContext<RoleServer>) -> Option<super::http::InFlight> {
    let parts = context.extensions.get::<::http::request::Parts>()?;
    parts.extensions.get().cloned()
}

/// How a call ends without a result of its own.
pub(super) enum Failure {
    Refused(Refusal),
    Protocol(ErrorData),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

enum ArgumentsOrOther {
    Arguments(Refusal),
    Other(ErrorData),
}

/// Tells refused arguments from a handler's own error. Must run in the poll in which
/// the arguments were parsed: see [`refusal`].
fn argument_refusal(error: ErrorData) -> ArgumentsOrOther {
    if error.code != ErrorCode::INVALID_PARAMS {
        return ArgumentsOrOther::Other(error);
    }
    match error.message.strip_prefix(ARGUMENT_ERROR_PREFIX) {
        None => ArgumentsOrOther::Other(error),
        // Not of our types: serde's own words, which may quote the value.
        Some(text) => ArgumentsOrOther::Arguments(match refusal::take(text) {
            Some(violations) => Refusal::InvalidArguments(violations),
            None => Refusal::UnreadableArguments,
        }),
    }
}

/// Words that a model reads, and the same in `_meta` for a program.
fn in_band(refusal: &Refusal) -> CallToolResponse {
    let mut result = CallToolResult::error(vec![ContentBlock::text(refusal.to_string())]);
    let mut meta = MetaObject::default();
    meta.insert(META_REFUSAL.to_owned(), refusal.kind().into());
    if let Some(secs) = refusal.retry_after_secs() {
        meta.insert(META_RETRY_AFTER.to_owned(), secs.into());
    }
    result.meta = Some(meta);
    result.into()
}
