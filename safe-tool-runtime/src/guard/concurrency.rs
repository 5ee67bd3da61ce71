//! How many calls run at once, and how many wait for their turn.
//!
//! A call takes its turn at the narrowest bound first, the caller's, then the tool's, then
//! the server's. Each bound has a queue of its own, so a caller who fills theirs takes no
//! room from anyone, and holds at most their own share of the wider ones.

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    hash::{BuildHasher as _, RandomState},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, timeout_at},
};

use super::{Guard, GuardedTool, Refusal, caught};
use crate::limit::Caller;

/// Callers are kept in so many maps, so that they seldom wait for one lock.
const SHARDS: usize = 16;

/// The bounds, as the builder sets them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub(super) server: usize,
    pub(super) caller: usize,
    pub(super) tool: usize,
    pub(super) waiting: usize,
    pub(super) wait: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            server: 256,
            caller: 64,
            tool: 128,
            waiting: 256,
            wait: Duration::from_secs(1),
        }
    }
}

/// So many run at once, so many more wait in the order in which they came.
pub(super) struct Bound {
    running: Arc<Semaphore>,
    waiting: Semaphore,
}

impl Bound {
    fn new(running: usize, waiting: usize) -> Self {
        Self {
            running: Arc::new(Semaphore::new(running.clamp(1, Semaphore::MAX_PERMITS))),
            waiting: Semaphore::new(waiting.min(Semaphore::MAX_PERMITS)),
        }
    }

    /// The bound of a tool that no guard has set up.
    pub(super) fn of_a_tool() -> Self {
        let bounds = Bounds::default();
        Self::new(bounds.tool, bounds.waiting)
    }

    /// A turn, at once or by `deadline`; `None` if the queue is full or the time is over.
    async fn take(
        &self,
        deadline: impl FnOnce() -> Instant + Send,
    ) -> Option<OwnedSemaphorePermit> {
        if let Ok(turn) = Arc::clone(&self.running).try_acquire_owned() {
            return Some(turn);
        }
        let _place = self.waiting.try_acquire().ok()?;
        let turn = Arc::clone(&self.running).acquire_owned();
        timeout_at(deadline(), turn).await.ok()?.ok()
    }
}

impl fmt::Debug for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bound")
            .field("free", &self.running.available_permits())
            .finish_non_exhaustive()
    }
}

type Shard = Mutex<HashMap<Caller, Arc<Bound>>>;

/// What runs, by server, tool and caller.
pub(super) struct Concurrency {
    bounds: Bounds,
    server: Bound,
    /// By name: a router that is made anew for each session shares its tools' bounds.
    tools: Mutex<BTreeMap<String, Arc<Bound>>>,
    callers: Arc<Callers>,
}

impl Concurrency {
    pub(super) fn new(bounds: Bounds) -> Self {
        Self {
            bounds,
            server: Bound::new(bounds.server, bounds.waiting),
            tools: Mutex::default(),
            callers: Arc::default(),
        }
    }

    /// The bound of the tool of this name, always the same one.
    pub(super) fn tool(&self, name: &str) -> Arc<Bound> {
        let mut tools = self.tools.lock().unwrap_or_else(PoisonError::into_inner);
        let bound = tools
            .entry(name.to_owned())
            .or_insert_with(|| Arc::new(Bound::new(self.bounds.tool, self.bounds.waiting)));
        Arc::clone(bound)
    }

    async fn enter(&self, caller: Caller, tool: &Bound) -> Option<Running> {
        let mut until = None;
        let wait = self.bounds.wait;
        let mut deadline = || *until.get_or_insert_with(|| Instant::now() + wait);
        let present = Callers::enter(&self.callers, caller, self.bounds);
        Some(Running {
            _turns: [
                present.bound.take(&mut deadline).await?,
                tool.take(&mut deadline).await?,
                self.server.take(&mut deadline).await?,
            ],
            _present: present,
        })
    }
}

/// The bounds of callers of whom something runs or waits, and of nobody else: whoever
/// makes up callers leaves nothing behind.
#[derive(Default)]
struct Callers {
    shards: [Shard; SHARDS],
    hasher: RandomState,
}

impl Callers {
    fn enter(callers: &Arc<Self>, caller: Caller, bounds: Bounds) -> Present {
        let mut shard = callers.shard(caller);
        let bound = shard
            .entry(caller)
            .or_insert_with(|| Arc::new(Bound::new(bounds.caller, bounds.waiting)));
        Present {
            bound: Arc::clone(bound),
            caller,
            callers: Arc::clone(callers),
        }
    }

    fn shard(&self, caller: Caller) -> MutexGuard<'_, HashMap<Caller, Arc<Bound>>> {
        // Keyed: callers do not choose whose lock they share.
        let hash = self.hasher.hash_one(caller);
        let index = usize::try_from(hash % SHARDS as u64).unwrap_or_default();
        let shard = self.shards.get(index).unwrap_or(&self.shards[0]);
        shard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One call of a caller, running or waiting.
struct Present {
    bound: Arc<Bound>,
    caller: Caller,
    callers: Arc<Callers>,
}

impl Drop for Present {
    fn drop(&mut self) {
        let mut shard = self.callers.shard(self.caller);
        // Ours and the map's. Others are only made under the lock.
        if Arc::strong_count(&self.bound) <= 2 {
            shard.remove(&self.caller);
        }
    }
}

/// A call that has its turn, until this is dropped: at its end, however it ends.
#[must_use = "the turn ends when this is dropped"]
pub struct Running {
    // Given back first: a caller is forgotten only when nothing of theirs runs.
    _turns: [OwnedSemaphorePermit; 3],
    _present: Present,
}

impl fmt::Debug for Running {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Running").finish_non_exhaustive()
    }
}

impl Guard {
    /// Takes a turn to run, after the call was charged. Where too many run, it waits for
    /// a bounded time in a bounded queue.
    ///
    /// # Errors
    /// [`Refusal::Overloaded`]: the queue is full, or the time is over.
    pub async fn enter(&self, caller: Caller, tool: &GuardedTool) -> Result<Running, Refusal> {
        let concurrency = &self.shared.concurrency;
        // A runtime without timers is an answer too.
        let entered = caught(concurrency.enter(caller, tool.bound())).await;
        entered.flatten().ok_or_else(|| {
            let wait = concurrency.bounds.wait;
            Refusal::Overloaded {
                retry_after_secs: wait.as_secs().max(1),
            }
        })
    }

    /// Callers of whom something runs or waits.
    #[must_use]
    pub fn callers_present(&self) -> usize {
        let shards = &self.shared.concurrency.callers.shards;
        let callers = shards
            .iter()
            .map(|shard| shard.lock().unwrap_or_else(PoisonError::into_inner).len());
        callers.sum()
    }
}
