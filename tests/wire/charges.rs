//! Who charges a call, the layer in front of the service or the tool's route, and how often
//! a limiter is asked for it.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::Relaxed},
};

use safe_tool::{
    Guard,
    limit::{CheckFuture, MemoryLimiter, Quota, RateKey, RateLimiter},
};
use serde_json::json;

use crate::{
    client::{Client, http::Http},
    requests::{Server, call, guard, initialize, quota, serve, status},
};

/// A call that is refused unread costs a token: of its tool, if it names one.
#[test]
fn a_call_that_says_something_twice_reaches_no_tool_and_is_charged() {
    for (params, is_of_tool) in [
        (
            r#"{"name":"look","name":"read","arguments":{"pages":5}}"#,
            false,
        ),
        (
            r#"{"name":"read","arguments":{},"arguments":{"pages":5}}"#,
            true,
        ),
    ] {
        let address = serve(guard(), |guard| {
            guard.limit_requests(quota("100/h")).http_429(10_000)
        });
        let mut http = Http::new(address);
        assert_eq!(status(&http.post(&initialize())), "200");
        http.post(&json!({"jsonrpc": "2.0", "method": "notifications/initialized"}));
        let twice =
            format!(r#"{{"jsonrpc":"2.0","id":9,"method":"tools/call","params":{params}}}"#);
        let response = http.post_text(&twice);
        assert_eq!(status(&response), "400", "{response:?}");
        assert!(response.body.contains("stands twice"), "{response:?}");
        // Of six tokens: one call of five, and one of one, if it is still there.
        let response = http.post(&call("read", json!({"pages": 5})));
        assert!(response.body.contains("5 pages"), "{response:?}");
        let last = http.post(&call("read", json!({"pages": 1})));
        let expected = if is_of_tool { "429" } else { "200" };
        assert_eq!(status(&last), expected, "{last:?}");
    }
}

/// The layer of another guard: it knows no tools, or charges them to limits of its own.
#[test]
fn a_call_that_the_layer_did_not_charge_is_charged_by_its_route() {
    let knows_nothing = guard();
    let generous = Guard::builder().quota("read", "1000/h").build().unwrap();
    generous.protect(Server::tool_router()).unwrap();
    for other in [knows_nothing, generous] {
        let address = serve(guard(), move |_| {
            other.limit_requests(quota("100/h")).http_429(10_000)
        });
        let mut client = Client::new(Http::new(address));
        assert!(!client.call("read", json!({"pages": 5})).is_error());
        let denied = client.call("read", json!({"pages": 5}));
        assert!(denied.text().contains("rate limit"), "{}", denied.text());
    }
}

/// Stands for one that is far away: each time it is asked is a trip.
struct Far {
    asked: AtomicUsize,
    limiter: MemoryLimiter,
}

impl RateLimiter for Far {
    fn check<'a>(&'a self, key: RateKey<'a>, quota: &'a Quota, cost: u32) -> CheckFuture<'a> {
        self.asked.fetch_add(1, Relaxed);
        self.limiter.check(key, quota, cost)
    }
}

/// How often the limiter is asked for a call of one token.
fn trips(requests_in_memory: bool) -> usize {
    let far = Arc::new(Far {
        asked: AtomicUsize::new(0),
        limiter: MemoryLimiter::new(),
    });
    let limiter = Arc::clone(&far) as Arc<dyn RateLimiter>;
    let shared = Guard::builder().rate_limiter(limiter).build().unwrap();
    let address = serve(shared, move |shared| {
        let local = guard();
        let counts = if requests_in_memory { &local } else { shared };
        counts.limit_requests(quota("100/h"))
    });
    let mut client = Client::new(Http::new(address));
    let before = far.asked.load(Relaxed);
    assert!(!client.call("look", json!({})).is_error());
    far.asked.load(Relaxed) - before
}

#[test]
fn the_limit_on_requests_is_a_trip_of_its_own_unless_it_is_kept_in_memory() {
    assert_eq!(trips(false), 2);
    assert_eq!(trips(true), 1);
}
