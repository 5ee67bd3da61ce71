//! What is allowed, what is asked for, and what happens meanwhile.

use std::time::Duration;

pub const INSTANCES: usize = 3;
pub const CALLERS: usize = 5;

/// Calls a second that each caller is allowed, and at once.
pub const RATE: u32 = 30;
pub const BURST: u32 = 6;

/// HTTP requests a second that each caller is allowed. The greatest load is above it, and
/// meets 429 before a body is read; the others are denied by the tool's own limit.
pub const REQUESTS: u32 = 200;

/// Calls of one caller that may be waiting for their answer: one on each connection.
pub const IN_FLIGHT: usize = INSTANCES;

/// The tool that is called.
pub const TOOL: &str = "search_documents";

/// The instance that is killed and started again.
pub const VICTIM: usize = 1;

/// No call may take longer.
pub const PATIENCE: Duration = Duration::from_secs(1);

/// All callers' calls a second.
pub fn limit() -> f64 {
    f64::from(RATE) * CALLERS as f64
}

pub struct Phase {
    pub name: &'static str,
    /// What the callers ask for, in limits.
    pub load: f64,
    pub lasts: Duration,
    /// At its beginning.
    pub event: Event,
    /// Whoever may count in it.
    pub counters: &'static [Counter],
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Event {
    Nothing,
    RedisKilled,
    RedisStarted,
    /// Killed, and started again after [`ABSENCE`].
    InstanceRestarted,
}

/// How long the instance is away.
pub const ABSENCE: Duration = Duration::from_millis(700);

#[derive(Clone, Copy)]
pub enum Counter {
    /// For all instances.
    Redis,
    /// Each instance its share.
    Instances,
}

pub const PHASES: [Phase; 7] = [
    Phase {
        name: "steady",
        load: 0.6,
        lasts: Duration::from_millis(1_600),
        event: Event::Nothing,
        counters: &[Counter::Redis],
    },
    Phase {
        name: "flood",
        load: 6.0,
        lasts: Duration::from_millis(2_000),
        event: Event::Nothing,
        counters: &[Counter::Redis],
    },
    Phase {
        name: "Redis killed",
        load: 6.0,
        lasts: Duration::from_millis(3_000),
        event: Event::RedisKilled,
        counters: &[Counter::Instances],
    },
    Phase {
        name: "Redis is back",
        load: 6.0,
        // Each instance notices in its own time, within two seconds. Until then it counts
        // its share beside Redis.
        lasts: Duration::from_millis(2_000),
        event: Event::RedisStarted,
        counters: &[Counter::Redis, Counter::Instances],
    },
    Phase {
        name: "server restarts",
        load: 6.0,
        lasts: Duration::from_millis(2_000),
        event: Event::InstanceRestarted,
        counters: &[Counter::Redis],
    },
    Phase {
        name: "more load",
        load: 10.0,
        lasts: Duration::from_millis(1_600),
        event: Event::Nothing,
        counters: &[Counter::Redis],
    },
    Phase {
        name: "less load",
        load: 0.5,
        lasts: Duration::from_millis(1_800),
        event: Event::Nothing,
        counters: &[Counter::Redis],
    },
];

impl Phase {
    /// How many calls of one caller may be allowed in so many seconds of this phase: of
    /// each who counts, its burst and what comes in that time, and what was charged before
    /// it began and is answered in it.
    pub fn most(&self, seconds: f64) -> f64 {
        let each = self.counters.iter().map(|counter| {
            let burst = match counter {
                Counter::Redis => BURST as usize,
                Counter::Instances => INSTANCES * (BURST as usize / INSTANCES),
            };
            burst as f64 + f64::from(RATE) * seconds
        });
        each.sum::<f64>() + IN_FLIGHT as f64
    }
}
