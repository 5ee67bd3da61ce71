//! What is redacted is not shown, so its type needs no `Debug`.
#![deny(warnings)]

use safe_tool::safe_tool;

#[derive(serde::Deserialize, schemars::JsonSchema)]
struct Key(String);

#[safe_tool]
struct Arguments {
    #[redact]
    #[unbounded]
    key: Key,
}

#[safe_tool(transparent)]
struct Secret(
    #[redact]
    #[unbounded]
    Key,
);

#[safe_tool(tag = "kind")]
enum Action {
    Open {
        #[redact]
        #[unbounded]
        key: Key,
    },
}

fn main() {
    let arguments = Arguments::from_json(serde_json::json!({"key": "hunter2"})).unwrap();
    assert_eq!(arguments.key.0, "hunter2");
    let secret = Secret::from_json("hunter2".into()).unwrap();
    let Action::Open { key } = Action::from_json(serde_json::json!({"kind": "Open", "key": "x"})).unwrap();
    assert_eq!(key.0, "x");
    assert!(!format!("{arguments:?} {secret:?}").contains(&secret.0.0));
}
