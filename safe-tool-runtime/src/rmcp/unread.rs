//! A message that is refused before rmcp reads it: charged, then answered.

use crate::{
    guard::{Guard, Refusal},
    limit::Caller,
    wire::{Answer, Dialect, Envelope},
};

/// JSON-RPC leaves -32000 to -32099 to servers.
const RATE_LIMITED: i32 = -32029;
const UNAVAILABLE: i32 = -32003;

/// Charges it, and answers what is wrong with it; with nothing left to charge, it answers
/// that. `None` where nothing may be answered.
pub(super) async fn refuse(
    guard: &Guard,
    caller: Caller,
    refusal: &crate::wire::Refusal,
    dialect: Dialect,
) -> Option<Vec<u8>> {
    match guard.charge_unread(caller, refusal.envelope().tool()).await {
        Ok(()) => refusal.answer(dialect),
        Err(denied) => refusal.answer_with(&denial(&denied), dialect),
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
    match guard.charge_unread(caller, envelope.tool()).await {
        Ok(()) => answer.to_error(envelope.id(), dialect),
        Err(denied) => denial(&denied).to_error(envelope.id(), dialect),
    }
}

fn denial(refusal: &Refusal) -> Answer<'static> {
    let mut answer = Answer::error(
        match refusal {
            Refusal::RateLimited { .. } => RATE_LIMITED,
            _ => UNAVAILABLE,
        },
        refusal.to_string(),
    );
    answer.kind = refusal.kind();
    answer.retry_after_secs = refusal.retry_after_secs();
    answer
}
