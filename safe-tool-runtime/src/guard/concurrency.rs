//! How many calls run at once. What is too much waits for a while, in a queue that ends.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout_at,
};

use super::{Guard, GuardBuilder, GuardedTool, Refusal};
use crate::limit::Caller;

/// What the builder says of it.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    in_all: usize,
    per_caller: usize,
    tools: BTreeMap<String, usize>,
    max_waiting: usize,
    max_wait: Duration,
}

/// 256 handlers of the few kilobytes that a call takes are no burden, and 64 more than any
/// client in good order has in flight; whoever waits five seconds for a place would wait for
/// the answer as well.
impl Default for Settings {
    fn default() -> Self {
        Self {
            in_all: 256,
            per_caller: 64,
            tools: BTreeMap::new(),
            max_waiting: 1_024,
            max_wait: Duration::from_secs(5),
        }
    }
}

impl GuardBuilder {
    /// How many calls may run at once, of all tools: 256 without it. Further ones
    /// [wait](Self::max_waiting_calls).
    #[must_use]
    pub fn max_concurrent_calls(mut self, calls: usize) -> Self {
        self.concurrency.in_all = calls;
        self
    }

    /// How many calls of one caller may run at once: 64 without it. Further ones wait; of
    /// those that may wait, one caller's are at most half.
    #[must_use]
    pub fn max_concurrent_calls_per_caller(mut self, calls: usize) -> Self {
        self.concurrency.per_caller = calls;
        self
    }

    /// How many calls of this tool may run at once, of all callers.
    #[must_use]
    pub fn max_concurrent_calls_of(mut self, tool: impl Into<String>, calls: usize) -> Self {
        self.concurrency.tools.insert(tool.into(), calls);
        self
    }

    /// How many calls may wait for a place, and for how long: 1,024 and five seconds without
    /// it. Others are refused, and told to come back.
    #[must_use]
    pub fn max_waiting_calls(mut self, calls: usize, wait: Duration) -> Self {
        self.concurrency.max_waiting = calls;
        self.concurrency.max_wait = wait;
        self
    }
}

/// The places there are.
pub(super) struct Concurrency {
    settings: Settings,
    places: Arc<Semaphore>,
    of_tools: BTreeMap<String, Arc<Semaphore>>,
    callers: Arc<Callers>,
    waiting: AtomicUsize,
}

/// A call that may run, until this is dropped.
#[derive(Debug)]
#[must_use]
pub struct Running {
    // Given back before the caller is forgotten.
    _place: OwnedSemaphorePermit,
    _of_tool: Option<OwnedSemaphorePermit>,
    _of_caller: OwnedSemaphorePermit,
    _counted: Counted,
}

/// Of each caller who has any calls: the places, and how many run or wait.
#[derive(Debug, Default)]
struct Callers(Mutex<HashMap<Caller, (Arc<Semaphore>, usize)>>);

impl Callers {
    /// Counts one more call of the caller, and gives the places that they have.
    fn count(&self, caller: Caller, places: usize, max: usize) -> Option<Arc<Semaphore>> {
        let mut callers = self.lock();
        let (places, calls) = callers
            .entry(caller)
            .or_insert_with(|| (Arc::new(Semaphore::new(places)), 0));
        if *calls > 0 && *calls >= max {
            return None;
        }
        *calls += 1;
        Some(Arc::clone(places))
    }

    fn end(&self, caller: Caller) {
        let mut callers = self.lock();
        if let Some((_, calls)) = callers.get_mut(&caller) {
            *calls -= 1;
            if *calls == 0 {
                callers.remove(&caller);
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Caller, (Arc<Semaphore>, usize)>> {
        // Each entry is whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A call that is counted for its caller.
#[derive(Debug)]
struct Counted {
    callers: Arc<Callers>,
    caller: Caller,
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.callers.end(self.caller);
    }
}

/// One who waits, as long as they do.
struct Waiting<'a>(&'a AtomicUsize);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Concurrency {
    pub(super) fn new(settings: Settings) -> Self {
        let places = |calls: usize| Arc::new(Semaphore::new(calls.min(Semaphore::MAX_PERMITS)));
        let of_tools = settings.tools.iter();
        Self {
            places: places(settings.in_all),
            of_tools: of_tools
                .map(|(tool, calls)| (tool.clone(), places(*calls)))
                .collect(),
            callers: Arc::default(),
            waiting: AtomicUsize::new(0),
            settings,
        }
    }

    /// Those that have places of their own.
    pub(super) fn tools(&self) -> impl Iterator<Item = &String> {
        self.settings.tools.keys()
    }

    async fn place(&self, places: &Arc<Semaphore>) -> Result<OwnedSemaphorePermit, Refusal> {
        if let Ok(place) = Arc::clone(places).try_acquire_owned() {
            return Ok(place);
        }
        if self.waiting.fetch_add(1, Ordering::AcqRel) >= self.settings.max_waiting {
            self.waiting.fetch_sub(1, Ordering::AcqRel);
            return Err(Refusal::Overloaded);
        }
        let _waiting = Waiting(&self.waiting);
        let latest = tokio::time::Instant::now() + self.settings.max_wait;
        match timeout_at(latest, Arc::clone(places).acquire_owned()).await {
            Ok(Ok(place)) => Ok(place),
            // Nobody closes it: the time is over.
            _ => Err(Refusal::Overloaded),
        }
    }
}

impl Guard {
    /// A place for one more call, which it holds while it runs.
    ///
    /// # Errors
    /// [`Refusal::Overloaded`]: there was none in time.
    pub async fn enter(&self, caller: Caller, tool: &GuardedTool) -> Result<Running, Refusal> {
        let all = &self.shared.concurrency;
        let per_caller = all.settings.per_caller.min(Semaphore::MAX_PERMITS);
        let max = per_caller.saturating_add(all.settings.max_waiting / 2);
        let places = all.callers.count(caller, per_caller, max);
        let places = places.ok_or(Refusal::Overloaded)?;
        let counted = Counted {
            callers: Arc::clone(&all.callers),
            caller,
        };
        // The narrowest first: whoever waits for it holds no place that others could use.
        let of_caller = all.place(&places).await?;
        let of_tool = match all.of_tools.get(tool.name()) {
            Some(places) => Some(all.place(places).await?),
            None => None,
        };
        Ok(Running {
            _place: all.place(&all.places).await?,
            _of_tool: of_tool,
            _of_caller: of_caller,
            _counted: counted,
        })
    }
}
