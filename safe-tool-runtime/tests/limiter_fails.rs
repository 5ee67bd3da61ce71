//! What is heard of a limiter that fails, whoever wrote it: through `Guard::admit`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking"
)]

use std::cell::RefCell;
use std::io;
use std::sync::{Arc, Once};
use std::time::Duration;

use safe_tool_runtime::guard::{Guard, GuardedTool, Refusal};
use safe_tool_runtime::limit::{
    Caller, CheckFuture, Decision, LimiterError, Quota, RateKey, RateLimiter,
};
use safe_tool_runtime::policy::Policy;
use tracing_subscriber::filter::LevelFilter;

type Answer = fn() -> CheckFuture<'static>;

/// A limiter that does this at each check.
struct Doing(Answer);

impl RateLimiter for Doing {
    fn check<'a>(&'a self, _: RateKey<'a>, _: &'a Quota, _: u32) -> CheckFuture<'a> {
        (self.0)()
    }
}

fn guard(doing: Answer) -> Guard {
    let limiter = Arc::new(Doing(doing));
    Guard::builder().rate_limiter(limiter).build().unwrap()
}

fn failing() -> CheckFuture<'static> {
    CheckFuture::Ready(Err(LimiterError::Unavailable))
}

async fn admit(guard: &Guard) -> Result<(), Refusal> {
    let tool = GuardedTool::new("hidden_tool", Policy::default());
    let caller = Caller::from_name("hidden-caller");
    guard.admit(caller, &tool, None).await
}

async fn refused(guard: &Guard) {
    let refusal = admit(guard).await.unwrap_err();
    assert!(
        matches!(refusal, Refusal::LimiterUnavailable),
        "{refusal:?}"
    );
}

thread_local! {
    static LOG: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// What operators read of what happens in this thread; one subscriber for all of them.
struct Log;

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.with_borrow_mut(|log| log.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        tracing_subscriber::fmt()
            .with_ansi(false)
            .with_max_level(LevelFilter::INFO)
            .with_writer(|| Log)
            .init();
    });
}

/// What was said since this was last asked.
fn heard() -> Vec<String> {
    let log = LOG.with_borrow_mut(std::mem::take);
    let log = String::from_utf8(log).unwrap();
    log.lines().map(str::to_owned).collect()
}

#[tokio::test(start_paused = true)]
async fn each_way_to_fail_is_heard_with_what_to_do() {
    listen();
    let kinds: [(Answer, &str, &str); 4] = [
        (
            || CheckFuture::Boxed(Box::pin(std::future::pending())),
            "the limiter did not answer within 1s",
            "a shorter deadline of its own",
        ),
        (
            failing,
            "the rate limiter is unavailable",
            "check that the store",
        ),
        (
            || CheckFuture::Ready(Err(LimiterError::TimedOut)),
            "the rate limiter did not answer in time",
            "check that the store",
        ),
        (
            || panic!("a limiter panics"),
            "the limiter panicked",
            "mend the limiter",
        ),
    ];
    for (doing, what, advice) in kinds {
        refused(&guard(doing)).await;
        let lines = heard();
        assert_eq!(lines.len(), 1, "{lines:#?}");
        let line = &lines[0];
        assert!(line.contains(" WARN ") && line.contains("calls are refused"));
        assert!(line.contains(what) && line.contains(advice), "{line}");
        // Whose call it was is the audit log's.
        let short = Caller::from_name("hidden-caller").short();
        assert!(!line.contains("hidden") && !line.contains(&short), "{line}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_flood_is_heard_once_in_ten_seconds_and_counted() {
    listen();
    let guard = guard(failing);
    for _ in 0..1000 {
        refused(&guard).await;
    }
    let lines = heard();
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(lines[0].ends_with("not_reported=0"), "{}", lines[0]);

    tokio::time::advance(Duration::from_millis(9_990)).await;
    refused(&guard).await;
    assert_eq!(heard(), Vec::<String>::new());

    tokio::time::advance(Duration::from_millis(10)).await;
    refused(&guard).await;
    let lines = heard();
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(lines[0].ends_with("not_reported=1000"), "{}", lines[0]);
}

/// Another guard's limiter may be another one: it is heard too.
#[tokio::test(start_paused = true)]
async fn each_limiter_is_heard() {
    listen();
    refused(&guard(failing)).await;
    refused(&guard(failing)).await;
    assert_eq!(heard().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_limiter_that_decides_is_not_heard() {
    listen();
    let allowing = guard(|| CheckFuture::Ready(Ok(Decision::Allowed { remaining: 1 })));
    admit(&allowing).await.unwrap();
    let denying = guard(|| {
        let retry_after = Duration::from_secs(5);
        CheckFuture::Ready(Ok(Decision::Denied { retry_after }))
    });
    let refusal = admit(&denying).await.unwrap_err();
    assert!(matches!(refusal, Refusal::RateLimited { .. }));
    assert_eq!(heard(), Vec::<String>::new());
}
