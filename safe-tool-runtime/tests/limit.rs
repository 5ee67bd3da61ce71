//! The limiter through its public face, with a clock that is moved by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking"
)]

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use proptest::prelude::*;
use safe_tool_runtime::limit::{
    Caller, CheckFuture, Decision, LimiterError, ManualClock, MemoryLimiter, Quota, QuotaError,
    RateKey, RateLimiter,
};

const NS: Duration = Duration::from_nanos(1);

struct Bench {
    limiter: MemoryLimiter<ManualClock>,
    clock: ManualClock,
}

impl Bench {
    fn new(buckets: usize) -> Self {
        let clock = ManualClock::new();
        Self {
            limiter: MemoryLimiter::with_clock(buckets, clock.clone()),
            clock,
        }
    }

    fn check(&self, caller: Caller, tool: &str, quota: &Quota, cost: u32) -> Decision {
        ready(
            self.limiter
                .check(RateKey::CallerTool { caller, tool }, quota, cost),
        )
    }

    fn call(&self, name: &str, quota: &Quota) -> Decision {
        self.check(Caller::from_name(name), "search", quota, 1)
    }
}

/// The in-memory limiter must answer at the first poll.
fn ready(mut future: CheckFuture<'_>) -> Decision {
    assert!(matches!(future, CheckFuture::Ready(_)));
    match Future::poll(
        std::pin::Pin::new(&mut future),
        &mut Context::from_waker(Waker::noop()),
    ) {
        Poll::Ready(result) => result.unwrap(),
        Poll::Pending => panic!("the in-memory limiter waited"),
    }
}

fn quota(text: &str) -> Quota {
    text.parse().unwrap()
}

fn denied(decision: Decision) -> Duration {
    match decision {
        Decision::Denied { retry_after } => retry_after,
        Decision::Allowed { .. } => panic!("allowed: {decision:?}"),
    }
}

#[test]
fn a_burst_is_allowed_and_the_next_call_denied_until_it_refills() {
    let bench = Bench::new(256);
    let quota = quota("60/min burst 3");
    for remaining in [2, 1, 0] {
        assert_eq!(bench.call("a", &quota), Decision::Allowed { remaining });
    }
    assert_eq!(denied(bench.call("a", &quota)), Duration::from_secs(1));

    bench.clock.advance(Duration::from_secs(2));
    for remaining in [1, 0] {
        assert_eq!(bench.call("a", &quota), Decision::Allowed { remaining });
    }
    assert!(!bench.call("a", &quota).is_allowed());

    bench.clock.advance(Duration::from_secs(3600));
    assert_eq!(
        bench.call("a", &quota),
        Decision::Allowed { remaining: 2 },
        "an idle bucket does not hold more than the burst"
    );
}

#[test]
fn callers_and_tools_have_buckets_of_their_own() {
    let bench = Bench::new(256);
    let quota = quota("1/h");
    let (a, b) = (Caller::from_name("a"), Caller::from_name("b"));
    for (caller, tool) in [(a, "read"), (a, "write"), (b, "read"), (b, "write")] {
        assert!(bench.check(caller, tool, &quota, 1).is_allowed());
        assert!(!bench.check(caller, tool, &quota, 1).is_allowed());
    }
}

#[test]
fn waiting_retry_after_suffices_and_a_nanosecond_less_does_not() {
    for text in ["60/min", "7/s", "5/h", "10/500ms", "3/7ns", "100000000/s"] {
        let quota = quota(text);
        for cost in [1, quota.burst()] {
            let bench = Bench::new(256);
            bench.clock.set(Duration::from_nanos(123_456_789));
            let check = |cost| bench.check(Caller::LOCAL, "t", &quota, cost);
            assert!(check(quota.burst()).is_allowed());

            let wait = denied(check(cost));
            bench.clock.advance(wait - NS);
            assert_eq!(denied(check(cost)), NS, "{text}, cost {cost}");
            bench.clock.advance(NS);
            assert_eq!(check(cost), Decision::Allowed { remaining: 0 }, "{text}");
        }
    }
}

#[test]
fn whole_seconds_are_rounded_up_and_at_least_one() {
    let secs = |retry_after| Decision::Denied { retry_after }.retry_after_secs();
    assert_eq!(secs(Duration::ZERO), Some(1));
    assert_eq!(secs(NS), Some(1));
    assert_eq!(secs(Duration::from_secs(2)), Some(2));
    assert_eq!(secs(Duration::from_secs(2) + NS), Some(3));
    assert_eq!(secs(Duration::from_secs(u64::MAX) + NS), Some(u64::MAX));
    assert_eq!(secs(Duration::MAX), None);
    assert_eq!(Decision::Allowed { remaining: 1 }.retry_after_secs(), None);
}

#[test]
fn a_hundred_million_a_second_is_ten_nanoseconds_each() {
    let bench = Bench::new(256);
    let quota = Quota::new(100_000_000, Duration::from_secs(1), 1).unwrap();
    assert!(bench.call("a", &quota).is_allowed());
    bench.clock.advance(9 * NS);
    assert_eq!(denied(bench.call("a", &quota)), NS);
    bench.clock.advance(NS);
    assert!(bench.call("a", &quota).is_allowed());
}

#[test]
fn a_cost_above_the_burst_is_never_allowed_and_takes_nothing() {
    let bench = Bench::new(256);
    let quota = quota("60/min burst 5");
    let check = |cost| bench.check(Caller::LOCAL, "t", &quota, cost);
    for cost in [6, u32::MAX] {
        assert_eq!(denied(check(cost)), Duration::MAX);
    }
    assert_eq!(check(0), Decision::Allowed { remaining: 5 });
    assert_eq!(check(5), Decision::Allowed { remaining: 0 });
    assert_eq!(check(0), Decision::Allowed { remaining: 0 });
}

#[test]
fn a_clock_that_goes_back_gives_nothing() {
    let bench = Bench::new(256);
    let quota = quota("1/s");
    bench.clock.set(Duration::from_secs(100));
    assert!(bench.call("a", &quota).is_allowed());
    bench.clock.set(Duration::ZERO);
    assert_eq!(denied(bench.call("a", &quota)), Duration::from_secs(1));
    bench.clock.set(Duration::from_secs(100));
    assert_eq!(denied(bench.call("a", &quota)), Duration::from_secs(1));
}

#[test]
fn the_end_of_the_clock_denies() {
    let bench = Bench::new(256);
    bench.clock.set(Duration::MAX);
    assert_eq!(denied(bench.call("a", &quota("1/s"))), Duration::MAX);
}

#[test]
fn another_quota_on_the_same_key_sees_the_time_that_is_owed() {
    let bench = Bench::new(256);
    let (slow, fast) = (quota("1/min"), quota("60/s burst 1"));
    assert!(bench.call("a", &slow).is_allowed());
    assert_eq!(denied(bench.call("a", &fast)), Duration::from_secs(60));
}

#[test]
fn a_flood_of_callers_neither_frees_what_was_spent_nor_goes_on_for_ever() {
    const BUCKETS: usize = 65_536;
    const FLOOD: usize = 300_000;
    let bench = Bench::new(BUCKETS);
    let quota = quota("5/h");
    let victims = ["a", "b", "c", "d"];
    for victim in victims {
        for _ in 0..5 {
            assert!(bench.call(victim, &quota).is_allowed());
        }
    }

    let allowed = (0..FLOOD)
        .filter(|i| bench.call(&format!("flood {i}"), &quota).is_allowed())
        .count();

    assert!(allowed > BUCKETS / 2, "the table is used: {allowed}");
    // Each slot once, and each set's overflow for one burst.
    assert!(allowed <= BUCKETS + BUCKETS / 4 * 5, "{allowed}");
    for victim in victims {
        assert!(!bench.call(victim, &quota).is_allowed());
    }

    bench.clock.advance(Duration::from_secs(3600));
    assert!(bench.call("a", &quota).is_allowed());
    assert!(bench.call("newcomer", &quota).is_allowed());
}

#[test]
fn a_bucket_is_kept_to_the_last_nanosecond() {
    let bench = Bench::new(256);
    let quota = quota("1/100ns");
    let early: Vec<_> = (0..150).map(|i| format!("early {i}")).collect();
    let spent = |name: &&String| bench.call(name, &quota).is_allowed();
    let early: Vec<_> = early.iter().filter(spent).collect();

    bench.clock.set(99 * NS);
    for i in 0..1_000 {
        let _ = bench.call(&format!("late {i}"), &quota);
    }
    for name in early {
        assert_eq!(denied(bench.call(name, &quota)), NS);
    }
}

#[test]
fn who_leaves_the_overflow_takes_its_debt_along() {
    let bench = Bench::new(256);
    let (brief, long) = (quota("1000/s burst 1"), quota("5/h"));
    for i in 0..20_000 {
        let _ = bench.check(Caller::LOCAL, &format!("flood {i}"), &brief, 1);
    }
    // All slots are taken, so these spend from the overflow; after two
    // milliseconds they find a slot.
    let mut allowed = HashMap::<String, u32>::new();
    for _ in 0..2 {
        for name in (0..100).map(|i| format!("late {i}")) {
            let calls = (0..10).filter(|_| bench.call(&name, &long).is_allowed());
            *allowed.entry(name.clone()).or_default() += calls.count() as u32;
        }
        bench.clock.advance(Duration::from_millis(2));
    }
    assert!(allowed.values().all(|&calls| calls <= 5), "{allowed:?}");
    assert!(allowed.values().any(|&calls| calls > 0));
}

#[test]
fn threads_get_exactly_the_burst() {
    const EACH: usize = 5_000;
    let bench = Bench::new(256);
    let quota = quota("7777/h");
    let allowed: usize = std::thread::scope(|scope| {
        let work = || {
            (0..EACH)
                .filter(|_| bench.call("a", &quota).is_allowed())
                .count()
        };
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(work)).collect();
        threads.into_iter().map(|t| t.join().unwrap()).sum()
    });
    assert_eq!(allowed, 7777);
}

/// A token bucket in the plain form, and in exact arithmetic: `level` counts
/// tokens in units of one `interval`-th, of which each nanosecond brings one.
struct Reference {
    interval: u128,
    burst: u128,
    level: u128,
    latest: u128,
}

impl Reference {
    fn new(quota: &Quota) -> Self {
        let interval = quota.per().as_nanos().div_ceil(u128::from(quota.tokens()));
        let burst = u128::from(quota.burst());
        Self {
            interval,
            burst,
            level: burst * interval,
            latest: 0,
        }
    }

    fn check(&mut self, now: u64, cost: u32) -> Decision {
        let (now, price) = (u128::from(now), u128::from(cost) * self.interval);
        let passed = now.saturating_sub(self.latest);
        self.latest += passed;
        self.level = (self.level + passed).min(self.burst * self.interval);
        if price > self.burst * self.interval {
            let retry_after = Duration::MAX;
            Decision::Denied { retry_after }
        } else if let Some(level) = self.level.checked_sub(price) {
            self.level = level;
            let remaining = (level / self.interval) as u32;
            Decision::Allowed { remaining }
        } else {
            let retry_after = Duration::from_nanos((price - self.level) as u64);
            Decision::Denied { retry_after }
        }
    }
}

fn quotas() -> impl Strategy<Value = Quota> {
    let per = prop_oneof![1..100_u64, 1..10_000_000_000_u64, Just(60_000_000_000)];
    (1..1_000_u32, per, 1..50_u32).prop_filter_map("a quota", |(tokens, per, burst)| {
        Quota::new(tokens, Duration::from_nanos(per), burst)
    })
}

/// Steps in thousandths of the quota's interval, some of them backwards.
fn steps() -> impl Strategy<Value = Vec<(i64, u32)>> {
    let step = prop_oneof![Just(0), 0..3_000_i64, -2_000..2_000_i64, Just(100_000)];
    prop::collection::vec((step, 0..55_u32), 1..80)
}

proptest! {
    #[test]
    fn it_is_a_token_bucket(quota in quotas(), steps in steps()) {
        let bench = Bench::new(256);
        let mut reference = Reference::new(&quota);
        let mut now = 0_u64;
        let mut spent = Vec::new();
        for (step, cost) in steps {
            let step = i128::from(step) * reference.interval as i128 / 1_000;
            now = now.saturating_add_signed(step as i64);
            bench.clock.set(Duration::from_nanos(now));
            let decision = bench.check(Caller::LOCAL, "t", &quota, cost);
            prop_assert_eq!(decision, reference.check(now, cost));
            if decision.is_allowed() {
                spent.push((reference.latest, u128::from(cost)));
            }
        }
        // By the rate as declared, not as rounded: in no span of time more than
        // the burst and what that span brings.
        for first in 0..spent.len() {
            let mut sum = 0;
            for (at, cost) in &spent[first..] {
                sum += cost;
                let over = sum.saturating_sub(u128::from(quota.burst()));
                let brought = (at - spent[first].0) * u128::from(quota.tokens());
                prop_assert!(over * quota.per().as_nanos() <= brought);
            }
        }
    }

    #[test]
    fn quotas_print_what_they_parse(quota in quotas()) {
        prop_assert_eq!(quota.to_string().parse::<Quota>(), Ok(quota));
    }

    #[test]
    fn no_text_panics(text in "[0-9a-z/ +]{0,30}") {
        if let Ok(quota) = text.parse::<Quota>() {
            prop_assert_eq!(quota.to_string().parse::<Quota>(), Ok(quota));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Far more keys than slots: each may be denied sooner, but never later,
    /// than by a bucket of its own.
    #[test]
    fn crowding_never_allows_more(calls in prop::collection::vec((0..600_usize, 0..4_u64), 8_000)) {
        let bench = Bench::new(256);
        let quota = quota("1/100ns burst 3");
        let mut alone = HashMap::new();
        let mut now = 0;
        let mut allowed = 0;
        for (key, step) in calls {
            now += step;
            bench.clock.set(Duration::from_nanos(now));
            if bench.check(Caller::LOCAL, &key.to_string(), &quota, 1).is_allowed() {
                allowed += 1;
                let own = alone.entry(key).or_insert_with(|| Reference::new(&quota));
                prop_assert!(own.check(now, 1).is_allowed());
            }
        }
        prop_assert!(allowed > 1_000);
    }
}

/// The same by four threads at once, so that slots are given away while those who had
/// them come back. The time stands still while they race.
#[test]
fn crowding_threads_never_allow_more() {
    const KEYS: u64 = 600;
    let bench = Bench::new(256);
    let quota = quota("1/100ns burst 3");
    let allowed_to = |thread: u64, now: u64| {
        // Knuth's MMIX generator: keys in another order for each thread and time.
        let mut random = now * 4 + thread;
        let mut allowed = Vec::new();
        for _ in 0..400 {
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let key = (random >> 33) % KEYS;
            if bench.call(&key.to_string(), &quota).is_allowed() {
                allowed.push(key);
            }
        }
        allowed
    };

    let mut alone = HashMap::new();
    let mut total = 0;
    for now in (0..30_000).step_by(150) {
        bench.clock.set(Duration::from_nanos(now));
        let allowed = std::thread::scope(|scope| {
            let threads = [0, 1, 2, 3].map(|thread| scope.spawn(move || allowed_to(thread, now)));
            threads.map(|thread| thread.join().unwrap()).concat()
        });
        total += allowed.len();
        for key in allowed {
            let own = alone.entry(key).or_insert_with(|| Reference::new(&quota));
            assert!(own.check(now, 1).is_allowed(), "{key} at {now}");
        }
    }
    assert!(total > 10_000, "{total}");
}

#[test]
fn a_quota_is_read_and_written() {
    for (text, tokens, per, burst, canonical) in [
        ("60/min", 60, Duration::from_secs(60), 60, "60/min"),
        ("60/m", 60, Duration::from_secs(60), 60, "60/min"),
        ("60/60s", 60, Duration::from_secs(60), 60, "60/min"),
        (" 60 / 1m ", 60, Duration::from_secs(60), 60, "60/min"),
        (
            "120/min burst 20",
            120,
            Duration::from_secs(60),
            20,
            "120/min burst 20",
        ),
        (
            "120/min  burst  120",
            120,
            Duration::from_secs(60),
            120,
            "120/min",
        ),
        (
            "1000000/s",
            1_000_000,
            Duration::from_secs(1),
            1_000_000,
            "1000000/s",
        ),
        (
            "100000000/s",
            100_000_000,
            Duration::from_secs(1),
            100_000_000,
            "100000000/s",
        ),
        ("5/h", 5, Duration::from_secs(3600), 5, "5/h"),
        ("5/48h", 5, Duration::from_secs(172_800), 5, "5/2d"),
        ("10/500ms", 10, Duration::from_millis(500), 10, "10/500ms"),
        ("100/10s", 100, Duration::from_secs(10), 100, "100/10s"),
        ("1/1500us", 1, Duration::from_micros(1500), 1, "1/1500us"),
    ] {
        let quota: Quota = text.parse().unwrap();
        assert_eq!(
            (quota.tokens(), quota.per(), quota.burst()),
            (tokens, per, burst)
        );
        assert_eq!(quota.to_string(), canonical);
        assert_eq!(canonical.parse(), Ok(quota));
    }
    assert_eq!(quota("60/min"), Quota::DEFAULT);
}

#[test]
fn what_is_no_quota_is_refused_without_being_repeated() {
    for text in [
        "",
        "60",
        "60/",
        "/min",
        "60/10",
        "60/minute",
        "60/MIN",
        "+60/min",
        "-1/s",
        "1.5/s",
        "60/min burst",
        "60/min burst x",
        "60/min 20",
        "60/min burst 20 30",
        "60/min/s",
        "60/s burst +2",
        "٣/s",
        "60 per min",
    ] {
        assert_eq!(text.parse::<Quota>(), Err(QuotaError::Form), "{text}");
    }
    for text in [
        "0/s",
        "1/0s",
        "60/min burst 0",
        "4294967296/s",
        "2/ns",
        "1000000001/s",
        "1/99999999999999999999d",
        "1/340282366920938463463374607431768211456ns",
        "4000000000/min burst 4294967296",
        "1/d burst 4294967295",
    ] {
        assert_eq!(text.parse::<Quota>(), Err(QuotaError::Range), "{text}");
    }
    let form = QuotaError::Form.to_string();
    assert!(form.contains("60/min") && form.contains("<tokens>/<period>"));
}

#[test]
fn a_quota_is_a_constant_within_its_bounds() {
    const QUOTA: Option<Quota> = Quota::new(120, Duration::from_secs(60), 20);
    assert_eq!(QUOTA, Some(quota("120/min burst 20")));

    let second = Duration::from_secs(1);
    for (tokens, per, burst) in [
        (0, second, 1),
        (1, Duration::ZERO, 1),
        (1, second, 0),
        (2, NS, 1),
        (u32::MAX, second, 1),
        (1, Duration::MAX, 1),
        (1, Duration::from_nanos(u64::MAX), 2),
    ] {
        assert_eq!(
            Quota::new(tokens, per, burst),
            None,
            "{tokens} {per:?} {burst}"
        );
    }
    assert!(Quota::new(1, Duration::from_nanos(u64::MAX), 1).is_some());
    assert!(Quota::new(u32::MAX, 5 * second, u32::MAX).is_some());
}

#[test]
fn callers_are_told_apart_and_the_digest_is_pinned() {
    // By Python's hashlib: another version may share the same store.
    let bearer = Caller::from_credential("Bearer", b"s3cret");
    assert_eq!(bearer.to_hex(), "16eee9582973c7803be3aa29a2fd05c2");
    let address = Caller::from_address(IpAddr::from([192, 0, 2, 1]));
    assert_eq!(address.to_hex(), "98c30aa1cfe6dc58b8a094290a7078d7");
    let name = Caller::from_name("alice");
    assert_eq!(name.to_hex(), "30cb29ba90bb26c1a394f5115c381291");

    assert_eq!(bearer, Caller::from_credential("bEARER", b"s3cret"));
    assert_eq!(bearer.short(), "16eee958");
    assert_eq!(format!("{bearer:?}"), "Caller(16eee958)");

    let apart = [
        Caller::LOCAL,
        Caller::ANONYMOUS,
        bearer,
        Caller::from_credential("Bearer", b"s3creT"),
        Caller::from_credential("Beare", b"rs3cret"),
        Caller::from_credential("", b"alice"),
        name,
        address,
        Caller::from_name("192.0.2.1"),
    ];
    let hexes: std::collections::HashSet<_> = apart.iter().map(Caller::to_hex).collect();
    let shorts: std::collections::HashSet<_> = apart.iter().map(Caller::short).collect();
    assert_eq!((hexes.len(), shorts.len()), (apart.len(), apart.len()));
}

#[test]
fn an_ipv6_caller_is_its_network() {
    let caller = |text: &str| Caller::from_address(text.parse().unwrap());
    assert_eq!(caller("2001:db8:0:1::1"), caller("2001:db8:0:1:ffff::2"));
    assert_ne!(caller("2001:db8:0:1::1"), caller("2001:db8:0:2::1"));
    assert_eq!(caller("::ffff:192.0.2.1"), caller("192.0.2.1"));
    assert_ne!(caller("::ffff:192.0.2.1"), caller("192.0.2.2"));
}

/// A limiter that must be waited for, as one behind a network is.
struct Distant;

impl RateLimiter for Distant {
    fn check<'a>(&'a self, _: RateKey<'a>, quota: &'a Quota, cost: u32) -> CheckFuture<'a> {
        CheckFuture::Boxed(Box::pin(async move {
            tokio::task::yield_now().await;
            match quota.burst().checked_sub(cost) {
                Some(remaining) => Ok(Decision::Allowed { remaining }),
                None => Err(LimiterError::Unavailable),
            }
        }))
    }
}

#[tokio::test]
async fn limiters_are_interchangeable_and_their_futures_can_be_sent() {
    fn sent<T: Send>(value: T) -> T {
        value
    }
    let limiters: [Arc<dyn RateLimiter>; 2] = [Arc::new(MemoryLimiter::new()), Arc::new(Distant)];
    for limiter in limiters {
        let task = tokio::spawn(async move {
            let key = RateKey::CallerTool {
                caller: Caller::LOCAL,
                tool: "t",
            };
            sent(limiter.check(key, &Quota::DEFAULT, 1)).await
        });
        let decision = task.await.unwrap();
        assert_eq!(decision, Ok(Decision::Allowed { remaining: 59 }));
    }
}

#[tokio::test]
async fn a_future_polled_after_its_end_answers_again() {
    let key = RateKey::CallerTool {
        caller: Caller::LOCAL,
        tool: "t",
    };
    let limiter = MemoryLimiter::new();
    for (mut future, answer) in [
        (
            limiter.check(key, &Quota::DEFAULT, 1),
            Ok(Decision::Allowed { remaining: 59 }),
        ),
        (
            Distant.check(key, &Quota::DEFAULT, 99),
            Err(LimiterError::Unavailable),
        ),
    ] {
        assert_eq!((&mut future).await, answer);
        assert_eq!((&mut future).await, answer);
    }
}

#[test]
fn a_multiple_of_a_quota_comes_faster_and_bursts_higher() {
    let scaled = |text: &str, factor| {
        let quota: Quota = text.parse().unwrap();
        quota.scaled(factor).map(|quota| quota.to_string())
    };
    assert_eq!(scaled("60/min", 2.0).as_deref(), Some("60/30s burst 120"));
    // Less than one call in the period is one call in a longer one.
    assert_eq!(scaled("1/min", 0.25).as_deref(), Some("1/4min"));
    assert_eq!(
        scaled("60/min burst 5", 0.1).as_deref(),
        Some("60/10min burst 1")
    );
    assert_eq!(scaled("60/min", 1.0).as_deref(), Some("60/min"));
    for none in [
        0.0,
        -0.0,
        -1.0,
        f64::NAN,
        f64::INFINITY,
        f64::MIN_POSITIVE,
        f64::MAX,
    ] {
        assert_eq!(scaled("60/min", none), None, "{none}");
    }
}
