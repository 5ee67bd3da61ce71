//! What is measured.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use redis::{AsyncConnectionConfig, Client, Cmd, Value, aio::MultiplexedConnection, cmd};
use safe_tool::limit::{
    Caller, Quota, RateKey, RateLimiter, RedisLimiter,
    redis::{Algorithm, RedisLimiterBuilder},
};
use tokio::runtime::Runtime;

use crate::{flood::Load, pipeline::Pipeline, server::Server};

const BUCKET: &str =
    include_str!("../../../safe-tool-runtime/src/limit/redis/scripts/bucket_ms.lua");
const LOG: &str = include_str!("log.lua");

const CALLERS: usize = 1_000;
const SECOND: Duration = Duration::from_secs(1);
/// Of the logs: more calls in a second than anybody makes.
const LIMIT: u32 = 1_000_000;

/// In the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    Get,
    Script,
    ScriptByClient,
    Bucket,
    Window,
    Log,
    Leases10,
    Leases100,
    Leases10Hot,
    Leases100Hot,
    Denied,
}

impl Row {
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Script => "bucket script, raw pipeline",
            Self::ScriptByClient => "bucket script, by the client",
            Self::Bucket => "RedisLimiter, token bucket",
            Self::Window => "RedisLimiter, sliding window",
            Self::Log => "original sliding log",
            Self::Leases10 => "leases of 10",
            Self::Leases100 => "leases of 100",
            Self::Leases10Hot => "leases of 10, one caller",
            Self::Leases100Hot => "leases of 100, one caller",
            Self::Denied => "denied callers",
        }
    }

    /// Whether it is the limiter.
    pub fn is_ours(self) -> bool {
        !matches!(
            self,
            Self::Get | Self::Script | Self::ScriptByClient | Self::Log
        )
    }
}

pub struct Subject {
    pub row: Row,
    run: Run,
}

/// Checks a second.
type Run = Box<dyn FnMut(&Runtime, Load) -> f64>;

impl Subject {
    pub fn run(&mut self, runtime: &Runtime, load: Load) -> f64 {
        (self.run)(runtime, load)
    }
}

pub fn all(server: &Server, runtime: &Runtime) -> Vec<Subject> {
    let bucket = server.load(BUCKET);
    let log = server.load(LOG);
    let requests = (0..CALLERS).map(|caller| charge(&bucket, caller).get_packed_command());
    let mut pipeline = Pipeline::new(&server.socket(), requests.collect());
    let leases = |tokens| move |builder: RedisLimiterBuilder| builder.leases(tokens);
    let limiter = Limiters { server, runtime };
    let client = Clients { server, runtime };
    vec![
        client.subject(Row::Get, |caller| cmd("GET").arg(name(caller)).clone()),
        Subject {
            row: Row::Script,
            run: Box::new(move |_, load| pipeline.run(load)),
        },
        client.subject(Row::ScriptByClient, move |caller| charge(&bucket, caller)),
        limiter.subject(Row::Bucket, CALLERS, endless(), |builder| builder),
        limiter.subject(Row::Window, CALLERS, many(), |builder| {
            builder.algorithm(Algorithm::SlidingWindow)
        }),
        client.subject(Row::Log, move |caller| append(&log, caller)),
        limiter.subject(Row::Leases10, CALLERS, endless(), leases(10)),
        limiter.subject(Row::Leases100, CALLERS, endless(), leases(100)),
        limiter.subject(Row::Leases10Hot, 1, endless(), leases(10)),
        limiter.subject(Row::Leases100Hot, 1, endless(), leases(100)),
        limiter.denied(),
    ]
}

/// Buckets that nobody empties, and whose leases nobody outlives.
fn endless() -> Quota {
    Quota::new(1, SECOND, u32::MAX).expect("a quota")
}

fn many() -> Quota {
    Quota::new(LIMIT, SECOND, LIMIT).expect("a quota")
}

/// The calls of one caller.
fn key(caller: usize) -> RateKey<'static> {
    RateKey::CallerTool {
        caller: Caller::from_name(&caller.to_string()),
        tool: "search_documents",
    }
}

/// As long as the limiter's.
fn name(caller: usize) -> String {
    format!("scripts-x:m:{{{}}}", key(caller))
}

/// What the limiter sends for an [`endless`] bucket.
fn charge(script: &str, caller: usize) -> Cmd {
    let price = 1_000_u64;
    let full = u64::from(u32::MAX) * price;
    let arguments = [price, full - price, full];
    let mut call = cmd("EVALSHA");
    call.arg(script).arg(1).arg(name(caller)).arg(&arguments);
    call
}

fn append(script: &str, caller: usize) -> Cmd {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.expect("after 1970").as_micros() as u64;
    let arguments = [now, SECOND.as_micros() as u64, LIMIT.into()];
    let mut call = cmd("EVALSHA");
    let key = name(caller).replace(":m:", ":l:");
    call.arg(script).arg(1).arg(key).arg(&arguments);
    call
}

/// Subjects without a limiter, one command after the other over one connection, set up
/// as the limiter's is.
struct Clients<'a> {
    server: &'a Server,
    runtime: &'a Runtime,
}

impl Clients<'_> {
    fn subject(&self, row: Row, command: impl Fn(usize) -> Cmd + Send + Sync + 'static) -> Subject {
        // Neither is ever dropped, so that all tasks can have them.
        let command: &'static _ = Box::leak(Box::new(command));
        let connection: &'static MultiplexedConnection = Box::leak(Box::new(self.connection()));
        let call = move |caller| async move {
            let command = command(caller);
            let answer = command.query_async::<Value>(&mut connection.clone()).await;
            answer.is_ok()
        };
        Subject {
            row,
            run: Box::new(move |runtime, load| runtime.block_on(load.drive(CALLERS, call))),
        }
    }

    fn connection(&self) -> MultiplexedConnection {
        let client = Client::open(self.server.url()).expect("a URL");
        let config = AsyncConnectionConfig::new()
            .set_response_timeout(None)
            .set_pipeline_buffer_size(1024);
        let connection = client.get_multiplexed_async_connection_with_config(&config);
        self.runtime.block_on(connection).expect("a connection")
    }
}

/// Subjects that are limiters, each with a prefix of its own.
struct Limiters<'a> {
    server: &'a Server,
    runtime: &'a Runtime,
}

impl Limiters<'_> {
    /// Callers that are allowed.
    fn subject(
        &self,
        row: Row,
        callers: usize,
        quota: Quota,
        set: impl FnOnce(RedisLimiterBuilder) -> RedisLimiterBuilder,
    ) -> Subject {
        driven(row, callers, quota, self.limiter(row, set))
    }

    /// Callers that have made their only call of the hour.
    fn denied(&self) -> Subject {
        let quota = Quota::new(1, 3_600 * SECOND, 1).expect("a quota");
        let limiter = self.limiter(Row::Denied, |builder| builder);
        self.runtime.block_on(async {
            for caller in 0..CALLERS {
                let first = limiter.check(key(caller), &quota, 1).await;
                assert!(first.is_ok_and(|decision| decision.is_allowed()));
            }
        });
        driven(Row::Denied, CALLERS, quota, limiter)
    }

    /// With the default settings, but that it waits for Redis however busy the machine.
    fn limiter(
        &self,
        row: Row,
        set: impl FnOnce(RedisLimiterBuilder) -> RedisLimiterBuilder,
    ) -> RedisLimiter {
        let builder = RedisLimiter::builder(self.server.url())
            .prefix(format!("{row:?}"))
            .deadline(SECOND);
        let limiter = self.runtime.block_on(set(builder).connect());
        limiter.expect("a limiter")
    }
}

fn driven(row: Row, callers: usize, quota: Quota, limiter: RedisLimiter) -> Subject {
    let keys: Vec<_> = (0..callers).map(key).collect();
    // Never dropped, as above.
    let shared: &'static _ = Box::leak(Box::new((limiter, keys, quota)));
    let call = move |caller: usize| async move {
        let (limiter, keys, quota) = shared;
        let decision = limiter.check(keys[caller], quota, 1).await;
        decision.is_ok_and(|decision| decision.is_allowed() == (row != Row::Denied))
    };
    Subject {
        row,
        run: Box::new(move |runtime, load| runtime.block_on(load.drive(callers, call))),
    }
}
