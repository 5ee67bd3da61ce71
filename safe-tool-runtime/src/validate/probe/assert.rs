//! Sends the probes, and says what came out otherwise than it should.

use std::fmt::Write as _;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Examples, all_opaque};
use crate::validate::{Checked, Rule, Violations, cursor::shortened, refusal};

/// How many failures are listed; the rest is counted.
const MAX_LISTED: usize = 20;

/// How much of a value a failure shows, in characters.
const MAX_SHOWN: usize = 60;

/// The body of the generated `assert_policy` and `assert_policy_with`.
///
/// # Panics
/// If a value just inside a rule is refused, one just outside is accepted or refused for
/// another reason, or a valid value cannot be made: it is a test's assertion.
#[track_caller]
pub fn assert_policy<T: Checked + DeserializeOwned>(example: Option<Value>) {
    let failures = failures::<T>(example);
    let mut list = String::new();
    for failure in failures.iter().take(MAX_LISTED) {
        // Writing to a String cannot fail.
        let _ = write!(list, "\n- {failure}");
    }
    if failures.len() > MAX_LISTED {
        let _ = write!(list, "\n- and {} more", failures.len() - MAX_LISTED);
    }
    let name = std::any::type_name::<T>();
    assert!(
        failures.is_empty(),
        "`{name}` does not do what its annotations say:{list}"
    );
}

fn failures<T: Checked + DeserializeOwned>(example: Option<Value>) -> Vec<String> {
    let rule = T::rule();
    let examples = match example {
        // Several, where one cannot show every variant of an enum.
        Some(Value::Array(several)) if rule.expected() != "a list" => several,
        one => one.into_iter().collect(),
    };
    let mut failures = Vec::new();
    for example in &examples {
        if let Err(violations) = send::<T>(example) {
            failures.push(format!("the example was refused: {violations}"));
        }
    }
    if !failures.is_empty() {
        return failures;
    }

    let probes = Examples::root(&examples, std::any::type_name::<T>()).probes_of(&rule);
    for pointer in &probes.missing {
        let place = place(pointer);
        failures.push(format!(
            "{place}: no valid value is known; give one with `assert_policy_with(json!(…))`"
        ));
    }
    if probes.valid.is_empty() && probes.missing.is_empty() {
        failures.push("no value is valid: the type requires itself".to_owned());
    }
    for value in probes.valid.iter().chain(&probes.inside) {
        if let Err(violations) = send::<T>(value)
            && !all_opaque(&violations)
        {
            let pointer = violations.iter().next().map_or("", |one| &*one.pointer);
            let (place, value) = (place(pointer), shown(value, pointer));
            failures.push(format!("{place}: {value} was refused: {violations}"));
        }
    }
    for probe in &probes.outside {
        let pointer = shortened(probe.pointer.clone());
        let (place, value) = (place(&pointer), shown(&probe.value, &pointer));
        let rule = probe.rule;
        match send::<T>(&probe.value) {
            Ok(()) => failures.push(format!("{place}: {value} was accepted, against `{rule}`")),
            Err(violations)
                if !violations
                    .iter()
                    .any(|one| one.pointer == pointer && one.rule == rule) =>
            {
                failures.push(format!(
                    "{place}: {value} was not refused for `{rule}`: {violations}"
                ));
            }
            Err(_) => {}
        }
    }
    failures
}

/// Through the very `Deserialize` that the SDK calls.
fn send<T: DeserializeOwned>(value: &Value) -> Result<(), Violations> {
    match serde_json::from_value::<T>(value.clone()) {
        Ok(_) => Ok(()),
        Err(error) => Err(refusal::take(&error.to_string()).unwrap_or_default()),
    }
}

fn place(pointer: &str) -> &str {
    if pointer.is_empty() {
        "(arguments)"
    } else {
        pointer
    }
}

/// The value at `pointer`, cut short; the whole of it if there is nothing there.
fn shown(value: &Value, pointer: &str) -> String {
    let json = value.pointer(pointer).unwrap_or(value).to_string();
    match json.char_indices().nth(MAX_SHOWN) {
        Some((end, _)) => format!("{}… ({} bytes of JSON)", &json[..end], json.len()),
        None => json,
    }
}
