//! The requests that have no answer yet.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use rmcp::model::RequestId;

/// Each id, and what its request takes in bytes, about.
#[derive(Default)]
pub(super) struct Open {
    requests: Mutex<HashMap<RequestId, u64>>,
}

impl Open {
    /// Whether the id is free, and now is not.
    pub(super) fn begin(&self, id: RequestId, load: u64) -> bool {
        match self.lock().entry(id) {
            std::collections::hash_map::Entry::Occupied(_) => false,
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(load);
                true
            }
        }
    }

    /// What the request took, if it was open.
    pub(super) fn end(&self, id: &RequestId) -> Option<u64> {
        self.lock().remove(id)
    }

    /// All that are left, which are open no more.
    pub(super) fn end_all(&self) -> Vec<RequestId> {
        self.lock().drain().map(|(id, _)| id).collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<RequestId, u64>> {
        // Each entry is whole.
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
