//! Schema and check are one model: what the generated `Deserialize` accepts is what the
//! `jsonschema` crate accepts under the emitted schema, value by value.
//!
//! `SAFE_TOOL_CASES=1000000 cargo test --test schema_agreement` tries more values.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "schema_agreement/exceptions.rs"]
mod exceptions;
#[path = "schema_agreement/subjects.rs"]
mod subjects;
#[path = "schema_agreement/values.rs"]
mod values;

use safe_tool::Violations;
use serde_json::Value;

/// One annotated type: its schema, its check, and valid values to start from.
struct Subject {
    name: &'static str,
    schema: Value,
    check: fn(Value) -> Result<(), Violations>,
    deserialize: fn(Value) -> bool,
    samples: Vec<Value>,
}

fn cases() -> usize {
    let asked = std::env::var("SAFE_TOOL_CASES").ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(100_000)
}

#[test]
fn schema_and_check_agree() {
    let subjects = subjects::all();
    let each = cases() / subjects.len() + 1;
    let (mut accepted, mut excepted) = (0_usize, 0_usize);
    for (seed, subject) in subjects.iter().enumerate() {
        let oracle = jsonschema::draft202012::new(&subject.schema).unwrap();
        let mut values = values::Generator::new(seed as u64, subject);
        for sample in &subject.samples {
            assert!(oracle.is_valid(sample), "{}: {sample}", subject.name);
            let checked = (subject.check)(sample.clone());
            assert!(checked.is_ok(), "{}: {sample}\n{checked:?}", subject.name);
        }
        for _ in 0..each {
            let value = values.next();
            let by_schema = oracle.is_valid(&value);
            let checked = (subject.check)(value.clone());
            assert_eq!(
                (subject.deserialize)(value.clone()),
                checked.is_ok(),
                "{}: `Deserialize` and `from_json` part on {value}",
                subject.name
            );
            accepted += usize::from(by_schema);
            if by_schema != checked.is_ok() {
                excepted += 1;
                assert!(
                    exceptions::known(subject, &value, &checked),
                    "{}: the schema says {by_schema}, the check says {checked:?}\nof {value}\nunder {}",
                    subject.name,
                    subject.schema
                );
            }
        }
    }
    // A generator that only makes rubbish, or a list of exceptions that takes it all,
    // would agree about everything.
    let total = each * subjects.len();
    assert!(
        accepted > total / 10 && accepted < total / 10 * 9,
        "{accepted} of {total} accepted"
    );
    assert!(excepted < total / 10, "{excepted} of {total} excepted");
}

#[test]
fn schemas_are_valid_and_portable() {
    for Subject { name, schema, .. } in subjects::all() {
        if let Err(error) = jsonschema::meta::validate(&schema) {
            panic!("{name}: {error}");
        }
        portable(&schema, name);
    }
}

/// What not every host understands is nowhere in the schema.
fn portable(schema: &Value, name: &str) {
    match schema {
        Value::Object(map) => {
            if let Some(format) = map.get("format").and_then(Value::as_str) {
                let integer = format.contains("int");
                assert!(!integer, "{name}: format {format}");
            }
            assert!(
                !map.get("type").is_some_and(Value::is_array),
                "{name}: a list of types"
            );
            if map.contains_key("properties") {
                assert_eq!(
                    map.get("additionalProperties"),
                    Some(&Value::Bool(false)),
                    "{name}"
                );
            }
            map.values().for_each(|inner| portable(inner, name));
        }
        Value::Array(list) => list.iter().for_each(|inner| portable(inner, name)),
        _ => {}
    }
}
