//! Whose message it is, as far as it must be known to refuse it.

use http::{HeaderMap, StatusCode, request::Parts};

use super::{
    identity::identity,
    refused::{self, Reply},
    scanned::Read,
};
use crate::{
    guard::Guard,
    rmcp::{identity::Identity, unread},
    wire::{Answer, Dialect, Envelope, Fault, Kind, Refusal},
};

const PROTOCOL_VERSION: &str = "mcp-protocol-version";

#[derive(Clone)]
pub(super) struct Asker {
    pub(super) guard: Guard,
    /// `None` where the user's function that names callers panics: such a request is let in
    /// nowhere.
    pub(super) identity: Option<Identity>,
    pub(super) dialect: Dialect,
}

impl Asker {
    pub(super) fn of(guard: &Guard, parts: &Parts) -> Self {
        Self {
            guard: guard.clone(),
            identity: identity(guard, parts).ok(),
            dialect: dialect(&parts.headers),
        }
    }

    /// The envelope of a message that may be passed on.
    pub(super) async fn accept(&self, read: Read) -> Result<Envelope, Reply> {
        match read {
            // rmcp takes a call that lacks something for a method that it does not know.
            Read::Whole(Ok(envelope))
                if envelope.kind() == Kind::Malformed
                    || envelope.method() == Some("tools/call") && !envelope.is_complete_call() =>
            {
                Err(self.refuse_parsed(&envelope).await)
            }
            Read::Whole(Ok(envelope)) => Ok(envelope),
            Read::Whole(Err(refusal)) => Err(self.refuse(&refusal).await),
            Read::TooLarge(max) => Err(refused::too_large(max)),
            Read::Slow => Err(refused::too_slow()),
            Read::NoRoom => Err(refused::overloaded()),
            Read::BrokenOff => Err(refused::unreadable()),
        }
    }

    async fn refuse(&self, refusal: &Refusal) -> Reply {
        tracing::debug!(fault = %refusal, place = refusal.place().pointer(), "a message is refused");
        let denial = self.denied(refusal.envelope().tool()).await;
        let answer = match &denial {
            None => refusal.answer(self.dialect),
            Some(denial) => refusal.answer_with(denial, self.dialect),
        };
        match (answer, denial) {
            // The model reads it, as it reads every result.
            (Some(answer), _) if refusal.is_of_arguments() => {
                refused::message(StatusCode::OK, answer)
            }
            (Some(answer), Some(denial)) => refused::denied_message(&denial, answer),
            (Some(answer), None) => refused::message(status(refusal.fault()), answer),
            (None, denial) => unanswered(
                denial,
                Answer::error(refusal.fault().code(), refusal.to_string()),
            ),
        }
    }

    /// Refuses a message that is JSON, within the budget, and none that rmcp knows.
    pub(super) async fn refuse_parsed(&self, envelope: &Envelope) -> Reply {
        self.refuse_whole(envelope, Answer::unknown(envelope)).await
    }

    pub(super) async fn refuse_whole(&self, envelope: &Envelope, answer: Answer<'static>) -> Reply {
        tracing::debug!(fault = answer.words, "a message is refused");
        let denial = self.denied(envelope.tool()).await;
        match (envelope.kind(), denial) {
            (Kind::Notification | Kind::Response, denial) => unanswered(denial, answer),
            (_, Some(denial)) => {
                let body = denial.to_error(envelope.id(), self.dialect);
                refused::denied_message(&denial, body)
            }
            (_, None) => {
                let body = answer.to_error(envelope.id(), self.dialect);
                refused::message(StatusCode::BAD_REQUEST, body)
            }
        }
    }

    /// Charges the caller, and the address of one who may have many names.
    async fn denied(&self, tool: Option<&str>) -> Option<Answer<'static>> {
        let who = self.identity?;
        let denial = unread::denied(&self.guard, who.caller, tool).await;
        match (denial, who.crowd) {
            (None, Some(crowd)) => unread::denied(&self.guard, crowd, tool).await,
            (denial, _) => denial,
        }
    }

    /// Charges what costs the caller something without being a call.
    pub(super) async fn charge(&self, envelope: &Envelope) -> Result<(), Reply> {
        match self.denied(None).await {
            None => Ok(()),
            Some(denial) => {
                let body = denial.to_error(envelope.id(), self.dialect);
                Err(refused::denied_message(&denial, body))
            }
        }
    }
}

/// HTTP wants a status, and MCP allows an error without an id: what stands for no request has
/// no other answer.
fn unanswered(denial: Option<Answer<'static>>, answer: Answer<'_>) -> Reply {
    match denial {
        Some(denial) => refused::denied_message(&denial, denial.to_error(None, Dialect::Modern)),
        None => refused::message(
            StatusCode::BAD_REQUEST,
            answer.to_error(None, Dialect::Modern),
        ),
    }
}

fn status(fault: Fault) -> StatusCode {
    match fault {
        Fault::Bytes(_) => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::BAD_REQUEST,
    }
}

fn dialect(headers: &HeaderMap) -> Dialect {
    let version = headers.get(PROTOCOL_VERSION);
    let version = version.and_then(|version| version.to_str().ok());
    version.map_or(Dialect::Legacy, Dialect::of_version)
}
