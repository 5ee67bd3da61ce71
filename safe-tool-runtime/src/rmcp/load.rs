//! What is in flight, in bytes, and who waits for there to be less.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

use tokio::sync::Notify;

/// What a message takes beside its text and its values: a task, a context, an answer.
pub(super) const MESSAGE_LOAD: u64 = 16 * 1024;

/// What a value or a key takes once it is parsed, about: an object of one key takes 640.
pub(super) const VALUE_LOAD: u64 = 256;

pub(super) struct Load {
    bytes: AtomicU64,
    max: u64,
    /// Told when there is room again, and when the connection is lost.
    changed: Notify,
    is_lost: AtomicBool,
}

/// What a message takes. It travels in rmcp's context, and is given back when whoever works
/// on the message has ended: a request that is cancelled has no answer to be counted by.
#[derive(Clone)]
pub(super) struct Held(
    #[cfg_attr(not(feature = "http"), expect(dead_code, reason = "its `Drop` counts"))] Arc<Share>,
);

struct Share {
    load: Arc<Load>,
    bytes: AtomicU64,
}

impl Drop for Share {
    fn drop(&mut self) {
        self.load.take(*self.bytes.get_mut());
    }
}

impl Load {
    pub(super) fn new(max: u64) -> Self {
        Self {
            bytes: AtomicU64::new(0),
            max,
            changed: Notify::new(),
            is_lost: AtomicBool::new(false),
        }
    }

    pub(super) fn add(&self, bytes: u64) {
        self.bytes.fetch_add(bytes, Ordering::AcqRel);
    }

    pub(super) fn take(&self, bytes: u64) {
        let before = self.bytes.fetch_sub(bytes, Ordering::AcqRel);
        if before > self.max {
            self.changed.notify_one();
        }
    }

    /// Adds so much for as long as the message is worked on.
    pub(super) fn hold(self: &Arc<Self>, bytes: u64) -> Held {
        self.add(bytes);
        let load = Arc::clone(self);
        let bytes = AtomicU64::new(bytes);
        Held(Arc::new(Share { load, bytes }))
    }

    pub(super) fn lose(&self) {
        self.is_lost.store(true, Ordering::Release);
        self.changed.notify_one();
    }

    pub(super) fn is_lost(&self) -> bool {
        self.is_lost.load(Ordering::Acquire)
    }

    /// Waits until there is room for another message; `false` once the connection is lost.
    pub(super) async fn room(&self) -> bool {
        loop {
            if self.is_lost() {
                return false;
            }
            if self.bytes.load(Ordering::Acquire) <= self.max {
                return true;
            }
            self.changed.notified().await;
        }
    }

    /// Waits until the connection is lost.
    pub(super) async fn lost(&self) {
        while !self.is_lost() {
            self.changed.notified().await;
        }
    }
}

/// Over HTTP nobody waits for room: the client is told to come back.
#[cfg(feature = "http")]
impl Load {
    pub(super) fn max(&self) -> u64 {
        self.max
    }
}

#[cfg(feature = "http")]
impl Held {
    /// Holds so much more; `false` if there is no room for it.
    pub(super) fn grow(&self, bytes: u64) -> bool {
        let load = &self.0.load;
        let before = load.bytes.fetch_add(bytes, Ordering::AcqRel);
        if before.saturating_add(bytes) > load.max {
            load.take(bytes);
            return false;
        }
        self.0.bytes.fetch_add(bytes, Ordering::AcqRel);
        true
    }
}
