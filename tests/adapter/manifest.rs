//! What the manifest says of limits.

use safe_tool::{Guard, GuardBuilder, Manifest};
use serde_json::{Value, json};

use crate::limits::Metered;

/// The manifest of a guard that has armed both tools.
fn manifest(builder: GuardBuilder) -> Manifest {
    let guard = builder.build().unwrap();
    guard.protect(Metered::tool_router()).unwrap();
    guard.manifest()
}

#[test]
fn the_manifest_shows_what_the_operator_set() {
    let set = Guard::builder()
        .quota("look", "120/min burst 20")
        .total_quota("look", "600/min")
        .caller_quota("300/min")
        .server_quota("5000/min burst 500")
        .cost("look", 9, |_| 1)
        .tier(|_| 1.0);
    let manifest = manifest(set);
    let markdown = manifest.to_string();
    let look = "\
## look

- calls: 120/min burst 20 for each caller, times its tier (declared: 100/h)
- calls of any tool: 300/min for each caller, times its tier
- calls: 600/min for all callers together
- calls of any tool: 5000/min burst 500 for all callers together
- cost of a call: by a function, at most 9
- output:";
    assert!(markdown.starts_with(look), "{markdown}");
    let search = "\
## search

- calls: 10/h for each caller, times its tier
- calls of any tool: 300/min for each caller, times its tier
- calls of any tool: 5000/min burst 500 for all callers together
- cost of a call: `max_results`, at most 5
- output:";
    assert!(markdown.contains(search), "{markdown}");

    let json = manifest.to_json();
    assert_eq!(
        json["look"]["limits"],
        json!({
            "quota": "120/min burst 20",
            "total_quota": "600/min",
            "caller_quota": "300/min",
            "server_quota": "5000/min burst 500",
            "cost": {"function": true, "max": 9},
            "tier": true,
        })
    );
    // What is declared is still to be seen.
    assert_eq!(json["look"]["policy"]["tokens"], 100);
    assert_eq!(
        json["search"]["limits"]["cost"],
        json!({"argument": "max_results", "max": 5})
    );
}

#[test]
fn the_manifest_differs_where_a_limit_does() {
    let declared = manifest(Guard::builder());
    assert_eq!(declared, manifest(Guard::builder()));
    assert_eq!(
        declared.to_json()["look"]["limits"],
        json!({"quota": "100/h"})
    );
    assert!(!declared.to_string().contains("declared:"), "{declared}");
    for other in [
        Guard::builder().quota("look", "101/h"),
        Guard::builder().total_quota("look", "100/h"),
        Guard::builder().caller_quota("100/h"),
        Guard::builder().server_quota("100/h"),
        Guard::builder().quota_for_all("99/h".parse().unwrap()),
        Guard::builder().cost("look", 2, |_| 1),
        Guard::builder().tier(|_| 1.0),
    ] {
        let said = format!("{other:?}");
        let other = manifest(other);
        assert_ne!(other, declared, "{said}");
        assert_ne!(other.to_string(), declared.to_string(), "{said}");
    }
    let unguarded = manifest(Guard::builder().allow_unguarded("look"));
    assert_eq!(unguarded.to_json()["look"]["limits"], Value::Null);
}
