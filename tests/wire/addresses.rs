//! What the address of a caller is, and what it limits.

use safe_tool::{Caller, Guard, rmcp::Authenticated};
use serde_json::json;

use crate::{
    client::{Client, http::Http},
    requests::{initialize, quota, serve, serve_to, status},
};

/// `read` costs its pages, of six at once.
fn is_allowed(http: Http) -> bool {
    !Client::new(http)
        .call("read", json!({"pages": 5}))
        .is_error()
}

#[test]
fn behind_a_trusted_proxy_the_last_address_that_is_not_one_counts() {
    let guard = Guard::builder()
        .trusted_proxies(["127.0.0.1", "10.0.0.0/8"])
        .build()
        .unwrap();
    let address = serve(guard, |guard| guard.limit_requests(quota("100/h")));
    let from = |forwarded: &str| Http::new(address).with_header("X-Forwarded-For", forwarded);
    assert!(is_allowed(from("192.0.2.1")));
    assert!(!is_allowed(from("192.0.2.1")));
    assert!(is_allowed(from("192.0.2.2")));
    for same in [
        // What stands before it was written by the caller.
        "203.0.113.9, 192.0.2.2",
        "192.0.2.2, 10.1.2.3",
        " 192.0.2.2:4711 ,10.1.2.3, 127.0.0.1",
        "::ffff:192.0.2.2",
    ] {
        assert!(!is_allowed(from(same)), "{same}");
    }
    // Headers of one name are one list.
    let twice = from("203.0.113.9").with_header("X-Forwarded-For", "192.0.2.2");
    assert!(!is_allowed(twice));
    // What is no address is nobody: the last proxy that is known counts, as without a header.
    assert!(is_allowed(Http::new(address)));
    for nobody in ["unknown", "192.0.2.3, nonsense", ""] {
        assert!(!is_allowed(from(nobody)), "{nobody}");
    }
}

#[test]
fn a_new_key_is_worth_no_more_than_the_address_may() {
    let guard = Guard::builder().callers_per_address(2).build().unwrap();
    let address = serve(guard, |guard| guard.limit_requests(quota("100/h")));
    let showing = |key: &str| Http::new(address).with_header("X-Api-Key", key);
    assert!(is_allowed(showing("a")));
    assert!(is_allowed(showing("b")));
    for key in ["c", "d", "e"] {
        assert!(!is_allowed(showing(key)), "{key}");
    }
}

#[test]
fn requests_of_new_keys_are_held_to_the_address_too() {
    let guard = Guard::builder().callers_per_address(2).build().unwrap();
    let address = serve(guard, |guard| guard.limit_requests(quota("2/h")));
    let statuses: Vec<String> = (0..5)
        .map(|key| {
            let mut http = Http::new(address).with_header("X-Api-Key", &format!("key-{key}"));
            status(&http.post(&initialize())).to_owned()
        })
        .collect();
    assert_eq!(statuses, ["200", "200", "200", "200", "429"]);
}

#[test]
fn who_is_authenticated_is_that_caller_whatever_they_show() {
    let guard = Guard::builder().callers_per_address(1).build().unwrap();
    let who = axum::Extension(Authenticated(Caller::from_name("user-4711")));
    let address = serve_to(
        guard,
        |guard| guard.limit_requests(quota("100/h")),
        move |app| app.layer(who),
    );
    let showing = |key: &str| Http::new(address).with_header("X-Api-Key", key);
    assert!(is_allowed(showing("a")));
    assert!(!is_allowed(showing("b")));
}
