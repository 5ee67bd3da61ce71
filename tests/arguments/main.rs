//! Arguments: what `#[safe_tool]` accepts, refuses and says. Everything goes through the
//! generated `Deserialize`, `from_json` or `Debug`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "tests fail by panicking"
)]

mod characters;
mod checks;
mod collections;
mod command_args;
mod enums;
mod free_form;
mod leniency;
mod marker;
mod messages;
mod numbers;
mod paths;
mod policy_probes;
mod presence;
#[cfg(feature = "url")]
mod public_urls;
mod remarks;
mod secrets;
mod sql;
mod text;

use safe_tool::Violations;

/// The broken rules as `pointer rule`, in order.
fn broken(violations: &Violations) -> Vec<String> {
    violations
        .iter()
        .map(|one| format!("{} {}", one.pointer, one.rule))
        .collect()
}

/// Asserts that `$type` takes this JSON, and yields the value.
macro_rules! accepts {
    ($type:ty, $json:tt) => {{
        let json = serde_json::json!($json);
        match <$type>::from_json(json.clone()) {
            Ok(value) => value,
            Err(violations) => panic!("{json} was refused: {violations}"),
        }
    }};
}

/// Asserts that `$type` refuses this JSON for exactly these reasons.
macro_rules! refuses {
    ($type:ty, $json:tt, $($reason:expr),+) => {{
        let json = serde_json::json!($json);
        let violations = <$type>::from_json(json.clone())
            .expect_err(&format!("{json} was accepted"));
        assert_eq!(crate::broken(&violations), [$($reason),+], "{json}: {violations}");
        violations
    }};
}

use {accepts, refuses};
