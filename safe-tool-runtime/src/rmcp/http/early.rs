//! A tool call that is charged before rmcp has it, so that its denial can be a 429.

use std::{
    error::Error,
    sync::{Arc, OnceLock},
};

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::request::Parts;
use http_body::Body;
use http_body_util::BodyExt as _;
use serde::Deserialize;

use super::{
    asker::Asker,
    gate::BODY_TIMEOUT,
    identity::identity,
    refused::{self, Reply},
    scanned::{Read, Refused, Scanned},
};
use crate::{
    guard::{Guard, Refusal},
    limit::Caller,
    validate::JsonObject,
};

/// Left in the request's extensions for the route: this call is paid for.
#[derive(Clone, Debug)]
pub(in crate::rmcp) struct Charged {
    guard: Guard,
    caller: Caller,
    tool: String,
}

impl Charged {
    /// Whether the call of this request was charged by this guard to this caller.
    pub(in crate::rmcp) fn covers(&self, guard: &Guard, caller: Caller, tool: &str) -> bool {
        self.guard.is(guard) && self.caller == caller && self.tool == tool
    }
}

/// Of a message, what says which call it is. A name or arguments given twice are an
/// error here, and so are charged where rmcp's reading of them is known.
#[derive(Deserialize)]
struct Message {
    method: String,
    #[serde(default)]
    params: Option<Params>,
}

#[derive(Deserialize)]
struct Params {
    name: String,
    #[serde(default)]
    arguments: Option<JsonObject>,
}

/// Reads a body that the guard's budget allows, and of at most `max` bytes.
pub(super) async fn read<B>(
    guard: &Guard,
    parts: &Parts,
    body: B,
    max: usize,
) -> Result<Bytes, Reply>
where
    B: Body<Data = Bytes>,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    let mut budget = guard.budget();
    budget.max_bytes = budget.max_bytes.min(max as u64);
    let asker = Asker::of(guard, parts);
    let reply = Arc::new(OnceLock::new());
    let judge = {
        let reply = Arc::clone(&reply);
        Box::new(move |read: Read| {
            let judged = async move {
                let accepted = asker.accept(read).await;
                accepted.map(drop).map_err(|refused| {
                    // Once: a body has one end.
                    let _ = reply.set(refused);
                    Refused
                })
            };
            judged.boxed()
        })
    };
    let body = Scanned::new(body, budget, BODY_TIMEOUT, None, judge);
    match body.collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(_) => Err(Arc::into_inner(reply)
            .and_then(OnceLock::into_inner)
            .unwrap_or_else(refused::unreadable)),
    }
}

/// Charges the tool call that `body` holds, if it holds one of a guarded tool. Whatever
/// else it holds is left to rmcp, and a call that cannot be seen from here is charged
/// by its route.
pub(super) async fn charge(guard: &Guard, parts: &mut Parts, body: &[u8]) -> Result<(), Reply> {
    let Ok(Message { method, params }) = serde_json::from_slice(body) else {
        return Ok(());
    };
    let Some(Params { name, arguments }) = params.filter(|_| method == "tools/call") else {
        return Ok(());
    };
    let Some(tool) = guard.armed_tool(&name) else {
        return Ok(());
    };
    let who = identity(guard, parts).map_err(|_| refused::unavailable())?;
    let caller = who.caller;
    let mut admitted = guard.admit(caller, &tool, arguments.as_ref()).await;
    if let (Ok(()), Some(crowd)) = (&admitted, who.crowd) {
        let admitted_crowd = guard.admit_crowd(crowd, &tool, arguments.as_ref()).await;
        admitted = admitted_crowd.map_err(Refusal::from);
    }
    match admitted {
        Ok(()) => {
            parts.extensions.insert(Charged {
                guard: guard.clone(),
                caller,
                tool: name,
            });
            Ok(())
        }
        Err(Refusal::RateLimited { retry_after_secs }) => {
            tracing::info!(
                target: "safe_tool::audit",
                caller = caller.short(),
                tool = tool.name(),
                outcome = "rate_limited",
                "tool call",
            );
            let message = "the rate limit of this tool is exceeded";
            Err(refused::rate_limited(message, retry_after_secs))
        }
        Err(_) => Err(refused::unavailable()),
    }
}
