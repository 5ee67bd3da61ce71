//! What a request holds until its handler has ended and its answer is sent.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
};

use rmcp::model::RequestId;

use crate::rmcp::load::Held;

/// Left in the request's extensions, and so in the handler's context; the answer's body has
/// it too.
#[derive(Clone, Debug)]
pub(in crate::rmcp) struct InFlight(Arc<Share>);

struct Share {
    held: Held,
    id: OnceLock<(Arc<OpenIds>, Id)>,
}

impl std::fmt::Debug for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("InFlight")
    }
}

/// The session, and the request's id in it.
type Id = (Arc<str>, RequestId);

/// The ids that have no answer yet, of all sessions. rmcp answers only one of two requests
/// that share one.
#[derive(Default)]
pub(super) struct OpenIds(Mutex<HashSet<Id>>);

impl InFlight {
    pub(super) fn new(held: Held) -> Self {
        Self(Arc::new(Share {
            held,
            id: OnceLock::new(),
        }))
    }

    pub(super) fn held(&self) -> Held {
        self.0.held.clone()
    }

    /// Takes the id for as long as the request is in flight; `false` if another one has it.
    pub(super) fn take_id(&self, ids: &Arc<OpenIds>, session: Arc<str>, id: RequestId) -> bool {
        let id = (session, id);
        if !ids.lock().insert(id.clone()) {
            return false;
        }
        // A request has one id, and takes it once.
        let _ = self.0.id.set((Arc::clone(ids), id));
        true
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        if let Some((ids, id)) = self.id.take() {
            ids.lock().remove(&id);
        }
    }
}

impl OpenIds {
    fn lock(&self) -> MutexGuard<'_, HashSet<Id>> {
        // Each entry is whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
