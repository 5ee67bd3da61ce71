//! The requests that have no answer yet.

use std::{
    collections::{HashMap, hash_map::Entry},
    sync::{Mutex, MutexGuard, PoisonError},
};

use rmcp::model::RequestId;

use crate::rmcp::load::Held;

/// Each id, and what its request takes: until the answer is counted in its place.
#[derive(Default)]
pub(super) struct Open {
    requests: Mutex<HashMap<RequestId, Held>>,
}

impl Open {
    /// Whether the id is free, and now is not.
    pub(super) fn begin(&self, id: RequestId, held: Held) -> bool {
        match self.lock().entry(id) {
            Entry::Occupied(_) => false,
            Entry::Vacant(free) => {
                free.insert(held);
                true
            }
        }
    }

    /// What the request takes, if it was open; it is no more.
    pub(super) fn end(&self, id: &RequestId) -> Option<Held> {
        self.lock().remove(id)
    }

    /// All that are left, which are open no more.
    pub(super) fn end_all(&self) -> Vec<RequestId> {
        self.lock().drain().map(|(id, _)| id).collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<RequestId, Held>> {
        // Each entry is whole.
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
