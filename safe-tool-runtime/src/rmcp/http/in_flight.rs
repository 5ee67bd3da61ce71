//! What a request holds until its handler has ended and its answer is sent.

use std::{
    collections::HashSet,
    fmt,
    sync::{
        Arc, Mutex, MutexGuard, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use rmcp::model::RequestId;

use crate::{
    limit::{Caller, Shares},
    rmcp::load::{Held, Load},
};

/// Left in the request's extensions, and so in the handler's context; the answer's body has
/// it too.
#[derive(Clone)]
pub(in crate::rmcp) struct InFlight(Arc<Share>);

struct Share {
    caller: Caller,
    shares: Arc<Shares>,
    /// Of the caller's share.
    bytes: AtomicU64,
    max_share: u64,
    /// Of all.
    held: Held,
    id: OnceLock<(Arc<OpenIds>, Id)>,
}

/// The session, and the request's id in it.
type Id = (Arc<str>, RequestId);

/// The ids that have no answer yet, of all sessions. rmcp answers only one of two requests
/// that share one.
#[derive(Default)]
pub(super) struct OpenIds(Mutex<HashSet<Id>>);

impl InFlight {
    /// Lets one more request in, if there is room for it.
    pub(super) fn enter(
        caller: Caller,
        shares: &Arc<Shares>,
        load: &Arc<Load>,
        bytes: u64,
    ) -> Option<Self> {
        let in_flight = Self(Arc::new(Share {
            caller,
            shares: Arc::clone(shares),
            bytes: AtomicU64::new(0),
            max_share: load.max() / 2,
            held: load.hold(0),
            id: OnceLock::new(),
        }));
        in_flight.grow(bytes).then_some(in_flight)
    }

    /// Holds so much more; `false` if there is no room for it.
    pub(super) fn grow(&self, bytes: u64) -> bool {
        let share = &self.0;
        if !share.shares.add(share.caller, bytes, share.max_share) {
            return false;
        }
        share.bytes.fetch_add(bytes, Ordering::AcqRel);
        share.held.grow(bytes)
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

impl fmt::Debug for InFlight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InFlight")
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        self.shares.take(self.caller, *self.bytes.get_mut());
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
