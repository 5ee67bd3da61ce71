//! A message that is refused before rmcp reads it: charged, then answered.

use crate::{
    guard::{Guard, Refusal},
    limit::Caller,
    wire::{Answer, Dialect, Envelope},
};

/// JSON-RPC leaves -32000 to -32099 to servers.
pub(super) const RATE_LIMITED: i32 = -32029;
pub(super) const UNAVAILABLE: i32 = -32003;

/// Charges it, and answers what is wrong with it; with nothing left to charge, it answers
/// that. `None` where nothing may be answered.
pub(super) async fn refuse(
    guard: &Guard,
    caller: Caller,
    refusal: &crate::wire::Refusal,
    dialect: Dialect,
) -> Option<Vec<u8>> {
    match denied(guard, caller, refusal.envelope().tool()).await {
        None => refusal.answer(dialect),
        Some(denial) => refusal.answer_with(&denial, dialect),
    }
}

/// The same for a request that is well-formed and yet cannot be passed on.
pub(super) async fn refuse_request(
    guard: &Guard,
    caller: Caller,
    envelope: &Envelope,
    answer: Answer<'static>,
    dialect: Dialect,
) -> Vec<u8> {
    let denial = denied(guard, caller, envelope.tool()).await;
    denial.unwrap_or(answer).to_error(envelope.id(), dialect)
}

/// Charges a message that is refused. With nothing left to charge, what to say to that.
pub(super) async fn denied(
    guard: &Guard,
    caller: Caller,
    tool: Option<&str>,
) -> Option<Answer<'static>> {
    let refusal = guard.charge_unread(caller, tool).await.err()?;
    let mut answer = Answer::error(
        match refusal {
            Refusal::RateLimited { .. } => RATE_LIMITED,
            _ => UNAVAILABLE,
        },
        refusal.to_string(),
    );
    answer.kind = refusal.kind();
    answer.retry_after_secs = refusal.retry_after_secs();
    Some(answer)
}
