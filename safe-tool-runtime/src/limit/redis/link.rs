//! The one connection of a limiter, and the circuit breaker in front of it.
//!
//! Checks never connect. One task at a time does, with pauses that grow and are never
//! the same in two instances; it puts the connection in place only once a charge has
//! gone through it, as a check's would. Until then checks are left to the policy, and
//! do not wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::time::{Duration, Instant};

use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::time::timeout;

use super::connector::{Connector, FIRST_PAUSE, LONGEST_PAUSE};
use super::fault::{Failure, Fault, Scope};
use super::notice::Notices;
use super::probe::Probe;
use super::target::{Connection, Target};

/// How long an attempt to connect, log in and charge may take.
pub(super) const ATTEMPT: Duration = Duration::from_millis(750);
/// Before an attempt that is likely to succeed: after a server's restart, all instances
/// make theirs at the same moment.
const SPREAD: Duration = Duration::from_millis(10);
/// Failures in a row that are an outage. One is a hiccup.
const FAILURES: u32 = 3;
/// An outage that follows sooner than this on a recovery is the same one: a server that
/// is overloaded needs longer pauses, not more connections.
const STABLE: Duration = Duration::from_secs(10);

pub(super) struct Link {
    target: Target,
    probe: Probe,
    state: watch::Sender<State>,
    /// Recoveries in a row that did not last.
    relapses: AtomicU32,
    pub(super) notices: Notices,
}

#[derive(Clone)]
enum State {
    /// Nobody has tried, or whoever did is gone with its runtime.
    Idle,
    /// Being connected, perhaps for the first time, and likely to succeed: worth waiting
    /// for within a check's deadline.
    Connecting,
    /// Being connected, but not worth waiting for.
    Down,
    Up(Live),
}

/// A connection that works, as far as is known.
#[derive(Clone)]
pub(super) struct Live {
    pub(super) connection: Connection,
    /// In a row. The address of this number also tells a connection from its successor,
    /// which late failures of the old one must not end.
    failures: Arc<AtomicU32>,
    since: Instant,
}

impl Live {
    fn new(connection: Connection) -> Self {
        Self {
            connection,
            failures: Arc::default(),
            since: Instant::now(),
        }
    }

    /// A check was answered.
    pub(super) fn succeeded(&self) {
        // Seldom written, so that threads do not take the cache line from each other.
        if self.failures.load(Relaxed) != 0 {
            self.failures.store(0, Relaxed);
        }
    }
}

impl Link {
    pub(super) fn new(target: Target, probe: Probe) -> Self {
        Self {
            target,
            probe,
            state: watch::Sender::new(State::Idle),
            relapses: AtomicU32::new(0),
            notices: Notices::new(),
        }
    }

    /// Whether checks are to be left to the policy at once.
    pub(super) fn is_down(&self) -> bool {
        matches!(*self.state.borrow(), State::Down)
    }

    /// The connection, waiting for one that is being made. `None` during an outage.
    pub(super) async fn live(self: &Arc<Self>) -> Result<Option<Live>, Fault> {
        match &*self.state.borrow() {
            State::Up(live) => return Ok(Some(live.clone())),
            State::Down => return Ok(None),
            State::Idle | State::Connecting => {}
        }
        self.connect()?;
        let mut state = self.state.subscribe();
        let settled = state
            .wait_for(|state| !matches!(state, State::Connecting))
            .await;
        match settled.as_deref() {
            Ok(State::Up(live)) => Ok(Some(live.clone())),
            _ => Ok(None),
        }
    }

    /// A check on that connection failed. Says whether another connection is being made
    /// that is worth waiting for.
    pub(super) fn failed(self: &Arc<Self>, live: &Live, failure: &Failure) -> bool {
        self.notices.failed(failure);
        match failure.fault.scope() {
            Scope::Check => false,
            // A cluster's connection is to many nodes, and mends itself when one is gone.
            Scope::Connection if !live.connection.mends_itself() => {
                self.replace(live, &State::Connecting);
                true
            }
            Scope::Server | Scope::Connection => {
                if live.failures.fetch_add(1, Relaxed).saturating_add(1) >= FAILURES {
                    self.replace(live, &State::Down);
                }
                false
            }
        }
    }

    /// Puts the connection out of use, unless it is already, and makes a new one.
    fn replace(self: &Arc<Self>, live: &Live, meanwhile: &State) {
        let ended = self.state.send_if_modified(|state| {
            let same = matches!(
                state,
                State::Up(current) if Arc::ptr_eq(&current.failures, &live.failures)
            );
            if same {
                *state = meanwhile.clone();
            }
            same
        });
        if !ended {
            return;
        }
        let mut pause = SPREAD;
        if matches!(meanwhile, State::Down) {
            self.notices.down();
            pause = self.relapsed(live);
        }
        self.spawn(pause);
    }

    /// The pause before the first attempt of an outage.
    fn relapsed(&self, live: &Live) -> Duration {
        let relapses = if live.since.elapsed() < STABLE {
            self.relapses.fetch_add(1, Relaxed).saturating_add(1)
        } else {
            self.relapses.store(0, Relaxed);
            0
        };
        let longer = 2_u32.saturating_pow(relapses);
        FIRST_PAUSE.saturating_mul(longer).min(LONGEST_PAUSE)
    }

    /// Starts to connect, unless someone has.
    pub(super) fn connect(self: &Arc<Self>) -> Result<(), Fault> {
        if Handle::try_current().is_err() {
            return Err(Fault::NoRuntime);
        }
        let first = self.state.send_if_modified(|state| {
            let idle = matches!(state, State::Idle);
            if idle {
                *state = State::Connecting;
            }
            idle
        });
        if first {
            self.spawn(SPREAD);
        }
        Ok(())
    }

    fn spawn(self: &Arc<Self>, pause: Duration) {
        let task = Connector::new(Arc::downgrade(self), pause);
        match Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn(task.run())),
            // Dropping the task leaves the link idle, for a check that has a runtime.
            Err(_) => drop(task),
        }
    }

    /// Connects and charges, once, within [`ATTEMPT`].
    pub(super) async fn attempt(&self) -> Result<Connection, Failure> {
        let attempt = async {
            let mut connection = self.target.connect().await?;
            self.probe.run(&mut connection).await?;
            Ok(connection)
        };
        timeout(ATTEMPT, attempt)
            .await
            .unwrap_or_else(|_elapsed| Err(Fault::Slow.into()))
    }

    /// [`attempt`](Self::attempt), with a connection of its own. A limiter that has none
    /// is given it.
    pub(super) async fn check(&self) -> Result<(), Failure> {
        if Handle::try_current().is_err() {
            return Err(Fault::NoRuntime.into());
        }
        let connection = self.attempt().await?;
        self.state.send_if_modified(|state| {
            let idle = matches!(state, State::Idle);
            if idle {
                *state = State::Up(Live::new(connection));
            }
            idle
        });
        Ok(())
    }

    /// The connector has a connection, `after` so long.
    pub(super) fn up(&self, connection: Connection, after: Duration) {
        if self.is_down() {
            self.notices.recovered(after);
        }
        let live = Live::new(connection);
        self.state.send_replace(State::Up(live));
    }

    /// The connector is gone, and has none.
    pub(super) fn idle(&self) {
        self.state.send_replace(State::Idle);
    }

    /// An attempt failed: whoever waits is to wait no longer.
    pub(super) fn gave_up(&self, failure: &Failure) {
        self.notices.failed(failure);
        let hoped = self.state.send_if_modified(|state| {
            let hoping = matches!(state, State::Connecting);
            if hoping {
                *state = State::Down;
            }
            hoping
        });
        if hoped {
            self.notices.down();
        }
    }
}
