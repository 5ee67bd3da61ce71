//! What stands between a request and rmcp: its message is judged, its session counted.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use http::{Response, StatusCode, request::Parts};
use rmcp::{model::RequestId, transport::common::http_header::HEADER_SESSION_ID};

use super::{
    asker::Asker,
    in_flight::{InFlight, OpenIds},
    refused::{self, Reply},
    scanned::{Read, Refused},
    sessions::{PlaceSlot, Sessions},
};
use crate::{
    guard::Guard,
    limit::Shares,
    rmcp::load::{Load, MESSAGE_LOAD, VALUE_LOAD},
    wire::{Answer, Budget, Dialect, Envelope, Kind},
};

const INVALID_REQUEST: i32 = -32600;

/// What requests may take beside the largest messages.
const BYTES_IN_FLIGHT: u64 = 8 * 1024 * 1024;

/// How long a body may take to arrive.
pub(super) const BODY_TIMEOUT: Duration = Duration::from_secs(30);

/// The gate of one service.
#[derive(Clone)]
pub(super) struct Gate {
    guard: Guard,
    pub(super) budget: Budget,
    load: Arc<Load>,
    shares: Arc<Shares>,
    ids: Arc<OpenIds>,
    pub(super) sessions: Arc<Sessions>,
    /// Whether `initialize` begins a session.
    has_sessions: bool,
    pub(super) max_sessions_per_caller: usize,
    pub(super) max_sessions: usize,
    pub(super) body_timeout: Duration,
}

/// One request on its way in.
#[derive(Clone)]
pub(super) struct Entry {
    gate: Arc<Gate>,
    asker: Asker,
    session: Option<Arc<str>>,
    in_flight: InFlight,
    outcome: Arc<Mutex<Outcome>>,
    pub(super) place: PlaceSlot,
}

/// What has become of it.
#[derive(Default)]
enum Outcome {
    /// rmcp has not read it: its headers were refused.
    #[default]
    Unread,
    Accepted(Box<Envelope>),
    Refused(Box<Reply>),
}

impl Gate {
    pub(super) fn new(guard: Guard, has_sessions: bool) -> Self {
        let budget = guard.budget();
        let max_load = BYTES_IN_FLIGHT.saturating_add(budget.max_bytes.saturating_mul(4));
        Self {
            guard,
            budget,
            load: Arc::new(Load::new(max_load)),
            shares: Arc::default(),
            ids: Arc::default(),
            sessions: Arc::new(Sessions::new()),
            has_sessions,
            max_sessions_per_caller: 64,
            max_sessions: 256,
            body_timeout: BODY_TIMEOUT,
        }
    }

    pub(super) fn limit_load(&mut self, bytes: u64) {
        self.load = Arc::new(Load::new(bytes));
    }

    /// Lets one more request in, if there is room.
    pub(super) fn enter(self: &Arc<Self>, parts: &Parts) -> Result<(Entry, InFlight), Box<Reply>> {
        let asker = Asker::of(&self.guard, parts);
        let who = asker
            .identity
            .ok_or_else(|| Box::new(refused::unavailable()))?;
        let who = who.crowd.unwrap_or(who.caller);
        let in_flight = InFlight::enter(who, &self.shares, &self.load, MESSAGE_LOAD)
            .ok_or_else(|| Box::new(refused::overloaded()))?;
        let session = parts.headers.get(HEADER_SESSION_ID);
        let session = session.and_then(|id| id.to_str().ok());
        let entry = Entry {
            gate: Arc::clone(self),
            asker,
            session: session.filter(|_| self.has_sessions).map(Arc::from),
            in_flight: in_flight.clone(),
            outcome: Arc::default(),
            place: PlaceSlot::default(),
        };
        Ok((entry, in_flight))
    }
}

impl Entry {
    /// Judges the message, once it is read.
    pub(super) async fn judge(self, read: Read) -> Result<(), Refused> {
        let outcome = match self.admit(read).await {
            Ok(envelope) => Outcome::Accepted(Box::new(envelope)),
            Err(reply) => Outcome::Refused(Box::new(reply)),
        };
        let is_refused = matches!(outcome, Outcome::Refused(_));
        *self.outcome() = outcome;
        if is_refused { Err(Refused) } else { Ok(()) }
    }

    async fn admit(&self, read: Read) -> Result<Envelope, Reply> {
        let envelope = self.asker.accept(read).await?;
        let parts = envelope.parts().saturating_mul(VALUE_LOAD);
        if !self.in_flight.grow(parts) {
            return Err(refused::overloaded());
        }
        if envelope.kind() != Kind::Request {
            return Ok(envelope);
        }
        if envelope.method() == Some("initialize") {
            self.begin_session(&envelope).await?;
            return Ok(envelope);
        }
        if !self.takes_id(&envelope) {
            let words = "the id is that of a request that has no answer yet: use another";
            let answer = Answer::error(INVALID_REQUEST, words);
            return Err(self.asker.refuse_whole(&envelope, answer).await);
        }
        Ok(envelope)
    }

    async fn begin_session(&self, envelope: &Envelope) -> Result<(), Reply> {
        self.asker.charge(envelope).await?;
        let Some(who) = self.asker.identity.filter(|_| self.gate.has_sessions) else {
            return Ok(());
        };
        let gate = &self.gate;
        let (per_caller, in_all) = (gate.max_sessions_per_caller, gate.max_sessions);
        let place = gate
            .sessions
            .reserve(who.crowd.unwrap_or(who.caller), per_caller, in_all);
        let place = place.ok_or_else(refused::too_many_sessions)?;
        *self.place.lock().unwrap_or_else(PoisonError::into_inner) = Some(place);
        Ok(())
    }

    /// Without a session each request is answered on its own.
    fn takes_id(&self, envelope: &Envelope) -> bool {
        let Some(session) = &self.session else {
            return true;
        };
        if self.asker.dialect == Dialect::Modern {
            return true;
        }
        let id = envelope.id().map(serde_json::from_str::<RequestId>);
        match id {
            Some(Ok(id)) => {
                let session = Arc::clone(session);
                self.in_flight.take_id(&self.gate.ids, session, id)
            }
            // rmcp refuses it.
            _ => true,
        }
    }

    /// The answer in place of rmcp's, if there is one.
    pub(super) async fn end<B>(&self, answer: &Response<B>) -> Option<Reply> {
        let outcome = std::mem::take(&mut *self.outcome());
        match outcome {
            Outcome::Unread => None,
            Outcome::Refused(reply) => Some(*reply),
            // In rmcp's words, which quote the message.
            Outcome::Accepted(envelope)
                if answer.status() == StatusCode::UNSUPPORTED_MEDIA_TYPE =>
            {
                Some(self.asker.refuse_parsed(&envelope).await)
            }
            Outcome::Accepted(_) => None,
        }
    }

    fn outcome(&self) -> MutexGuard<'_, Outcome> {
        // It is replaced as a whole.
        self.outcome.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
