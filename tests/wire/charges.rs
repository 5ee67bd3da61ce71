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

/// What rmcp makes of a call that it cannot read: a request that it does not know.
const UNKNOWN: &str = r#""error":{"code":-32601,"message":"tools/call"}"#;

/// The layer leaves to rmcp what says something twice. Were rmcp to read such a call, it
/// would be its route that charges it, at which this test must be looked at again.
#[test]
fn a_call_that_the_layer_cannot_read_reaches_no_tool_and_is_not_charged() {
    for params in [
        r#"{"name":"look","name":"read","arguments":{"pages":5}}"#,
        r#"{"name":"read","arguments":{},"arguments":{"pages":5}}"#,
    ] {
        let address = serve(guard(), |guard| {
            guard.limit_requests(quota("100/h")).http_429(10_000)
        });
        let mut http = Http::new(address);
        assert_eq!(status(&http.post(&initialize())), "200");
        http.post(&json!({"jsonrpc": "2.0", "method": "notifications/initialized"}));
        let twice =
            format!(r#"{{"jsonrpc":"2.0","id":9,"method":"tools/call","params":{params}}}"#);
        for _ in 0..4 {
            let response = http.post_text(&twice);
            assert!(response.body.contains(UNKNOWN), "{response:?}");
        }
        // Of six tokens, none is gone: one call of five, and no second.
        let response = http.post(&call("read", json!({"pages": 5})));
        assert!(response.body.contains("5 pages"), "{response:?}");
        let refused = http.post(&call("read", json!({"pages": 5})));
        assert_eq!(status(&refused), "429", "{refused:?}");
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
