//! rmcp's sessions, and how many of them there may be.
//!
//! An unbounded server keeps some 50 kB for each session that anybody begins, for five
//! minutes.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use futures_util::Stream;
use rmcp::{
    model::{ClientJsonRpcMessage, ServerJsonRpcMessage},
    transport::{
        WorkerTransport,
        common::server_side_http::{ServerSseMessage, SessionId},
        streamable_http_server::session::{
            EventStore, RestoreOutcome, SessionManager,
            local::{LocalSessionManager, LocalSessionManagerError, LocalSessionWorker},
        },
    },
};

use crate::limit::Caller;

/// rmcp's sessions, in memory, each counted for whoever began it.
#[derive(Debug)]
pub(super) struct Sessions {
    inner: LocalSessionManager,
    begun: Mutex<Begun>,
}

#[derive(Debug, Default)]
struct Begun {
    owners: HashMap<SessionId, Caller>,
    /// Of each caller that has any: theirs, and those that are being begun.
    counts: HashMap<Caller, usize>,
    total: usize,
}

tokio::task_local! {
    /// The place that the request has which is being answered: rmcp does not say for whom it
    /// makes a session, and may be stopped at any point after it has.
    static PLACE: PlaceSlot;
}

/// Where a request keeps the place for its session, once it has one.
pub(super) type PlaceSlot = Arc<Mutex<Option<Place>>>;

/// Answers a request; a session that is begun meanwhile takes the place in the slot.
pub(super) fn placing<F: Future>(slot: PlaceSlot, answer: F) -> impl Future<Output = F::Output> {
    PLACE.scope(slot, answer)
}

/// A place for a session that is being begun. Given back when it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    sessions: Arc<Sessions>,
    caller: Caller,
    is_kept: bool,
}

impl Sessions {
    pub(super) fn new() -> Self {
        let mut inner = LocalSessionManager::default();
        // For so long rmcp keeps every answer that was sent, in case its stream is resumed:
        // at 5,000 answers of 8 kB a second, 2.4 GB. A call that is still running can be
        // resumed all the same.
        inner.session_config.completed_cache_ttl = Duration::ZERO;
        Self {
            inner,
            begun: Mutex::default(),
        }
    }

    /// A place for one more session of that caller, if there is one.
    pub(super) fn reserve(
        self: &Arc<Self>,
        caller: Caller,
        max_per_caller: usize,
        max: usize,
    ) -> Option<Place> {
        let mut begun = self.begun();
        let count = begun.counts.get(&caller).copied().unwrap_or_default();
        if begun.total >= max || count >= max_per_caller {
            return None;
        }
        begun.total += 1;
        begun.counts.insert(caller, count + 1);
        Some(Place {
            sessions: Arc::clone(self),
            caller,
            is_kept: false,
        })
    }

    fn begun(&self) -> MutexGuard<'_, Begun> {
        // Counts and owners change together, under the lock.
        self.begun.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Begun {
    fn end(&mut self, id: &SessionId) {
        if let Some(caller) = self.owners.remove(id) {
            self.give_back(caller);
        }
    }

    fn give_back(&mut self, caller: Caller) {
        self.total = self.total.saturating_sub(1);
        if let Some(count) = self.counts.get_mut(&caller) {
            *count -= 1;
            if *count == 0 {
                self.counts.remove(&caller);
            }
        }
    }
}

impl Place {
    /// The session has this id: the place is its, until it is closed.
    fn keep(mut self, id: SessionId) {
        self.is_kept = true;
        self.sessions.begun().owners.insert(id, self.caller);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.is_kept {
            self.sessions.begun().give_back(self.caller);
        }
    }
}

impl SessionManager for Sessions {
    type Error = LocalSessionManagerError;
    type Transport = WorkerTransport<LocalSessionWorker>;

    async fn create_session(&self) -> Result<(SessionId, Self::Transport), Self::Error> {
        let (id, transport) = self.inner.create_session().await?;
        let place = PLACE.try_with(|slot| {
            let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
            slot.take()
        });
        if let Ok(Some(place)) = place {
            place.keep(id.clone());
        }
        Ok((id, transport))
    }

    async fn initialize_session(
        &self,
        id: &SessionId,
        message: ClientJsonRpcMessage,
    ) -> Result<ServerJsonRpcMessage, Self::Error> {
        self.inner.initialize_session(id, message).await
    }

    async fn has_session(&self, id: &SessionId) -> Result<bool, Self::Error> {
        self.inner.has_session(id).await
    }

    async fn close_session(&self, id: &SessionId) -> Result<(), Self::Error> {
        let closed = self.inner.close_session(id).await;
        self.begun().end(id);
        closed
    }

    async fn create_stream(
        &self,
        id: &SessionId,
        message: ClientJsonRpcMessage,
    ) -> Result<impl Stream<Item = ServerSseMessage> + Send + Sync + 'static, Self::Error> {
        self.inner.create_stream(id, message).await
    }

    async fn accept_message(
        &self,
        id: &SessionId,
        message: ClientJsonRpcMessage,
    ) -> Result<(), Self::Error> {
        self.inner.accept_message(id, message).await
    }

    async fn create_standalone_stream(
        &self,
        id: &SessionId,
    ) -> Result<impl Stream<Item = ServerSseMessage> + Send + Sync + 'static, Self::Error> {
        self.inner.create_standalone_stream(id).await
    }

    async fn resume(
        &self,
        id: &SessionId,
        last_event_id: String,
    ) -> Result<impl Stream<Item = ServerSseMessage> + Send + Sync + 'static, Self::Error> {
        self.inner.resume(id, last_event_id).await
    }

    async fn restore_session(
        &self,
        id: SessionId,
    ) -> Result<RestoreOutcome<Self::Transport>, Self::Error> {
        self.inner.restore_session(id).await
    }

    fn event_store(&self) -> Option<Arc<dyn EventStore>> {
        self.inner.event_store()
    }
}
