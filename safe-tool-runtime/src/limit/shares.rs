//! What each caller has of something: nobody may fill the server alone.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::Caller;

/// Of each caller who has any: bytes in flight, or connections.
#[derive(Debug, Default)]
pub(crate) struct Shares(Mutex<HashMap<Caller, u64>>);

impl Shares {
    /// Adds so much to the caller's, if it is then at most `max`.
    pub(crate) fn add(&self, caller: Caller, more: u64, max: u64) -> bool {
        let mut shares = self.lock();
        let share = shares.entry(caller).or_default();
        let more = share.saturating_add(more);
        let has_room = more <= max;
        if has_room {
            *share = more;
        } else if *share == 0 {
            shares.remove(&caller);
        }
        has_room
    }

    pub(crate) fn take(&self, caller: Caller, bytes: u64) {
        let mut shares = self.lock();
        if let Some(share) = shares.get_mut(&caller) {
            *share = share.saturating_sub(bytes);
            if *share == 0 {
                shares.remove(&caller);
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Caller, u64>> {
        // Each number is whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
