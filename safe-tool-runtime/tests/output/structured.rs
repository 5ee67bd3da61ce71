//! Structured data: whole, without its secrets, and as its schema has it, or not at all.

use std::sync::Arc;

use safe_tool_runtime::{
    guard::{Emitted, Guard, GuardedTool, Output},
    output::Source,
    policy::{OutputPolicy, Policy},
};
use serde_json::{Value, json};

fn emit(structured: Value, schema: Option<Value>, max_chars: usize) -> Emitted {
    let policy = Policy {
        output: OutputPolicy {
            max_chars: Some(max_chars),
            ..OutputPolicy::default()
        },
        ..Policy::default()
    };
    let tool = GuardedTool::new("look", policy);
    let output = Output {
        texts: vec!["beside".into()],
        structured: Some(structured),
        schema: schema.map(|schema| Arc::new(schema.as_object().unwrap().clone())),
        ..Output::default()
    };
    let guard = Guard::builder().build().unwrap();
    guard.emit(&tool, &Source::new("look"), output).unwrap()
}

#[test]
fn a_mask_that_breaks_the_schema_is_not_put_there() {
    let text = |rule: Value| json!({"properties": {"password": rule}});
    let account = json!({"password": "hunter2", "list": ["ghp_x"]});
    for (rule, fits) in [
        (json!({"type": "string"}), true),
        (json!({"type": "string", "maxLength": 10}), true),
        (json!({"type": "string", "maxLength": 9}), false),
        (json!({"type": "string", "minLength": 11}), false),
        (json!({"type": "string", "pattern": "^h"}), false),
        (json!({"type": "string", "format": "uuid"}), false),
        (json!({"enum": ["hunter2", "hunter3"]}), false),
        (json!({"const": "hunter2"}), false),
        (
            json!({"anyOf": [{"type": "string", "pattern": "^h"}, {"type": "null"}]}),
            false,
        ),
        (
            json!({"anyOf": [{"type": "string"}, {"type": "null"}]}),
            true,
        ),
        (json!({"$ref": "#/$defs/short"}), false),
        (json!({"$ref": "#/$defs/free"}), true),
        (json!({"$ref": "#/$defs/loop"}), false),
        (json!({"$ref": "https://elsewhere.example"}), false),
        (json!(true), true),
    ] {
        let mut schema = text(rule.clone());
        schema["$defs"] = json!({
            "short": {"maxLength": 3}, "free": {}, "loop": {"$ref": "#/$defs/loop"},
        });
        let emitted = emit(account.clone(), Some(schema.clone()), 8_000);
        if fits {
            let data = emitted.structured.unwrap();
            assert_eq!(data["password"], "[REDACTED]", "{rule}");
            assert!(!emitted.incomplete && emitted.withheld.is_none());
        } else {
            assert_eq!(emitted.structured, None, "{rule}");
            assert!(emitted.incomplete);
            let said = emitted.withheld.unwrap();
            assert!(
                said.contains("cannot be masked") && !said.contains("hunter"),
                "{said}"
            );
        }
    }
}

#[test]
fn only_what_has_changed_has_to_fit_anew() {
    let schema = json!({
        "properties": {
            "id": {"type": "string", "pattern": "^[a-z]+$", "format": "slug"},
            "pins": {"type": "array", "items": {"properties": {"pin_token": {"minimum": 1}}}},
        },
        "additionalProperties": {"properties": {"secret": {"type": "string"}}},
    });
    let good = json!({"id": "abc", "pins": [{"n": 1}], "more": {"secret": "s"}});
    let emitted = emit(good, Some(schema.clone()), 8_000);
    assert_eq!(emitted.structured.unwrap()["more"]["secret"], "[REDACTED]");
    let bad = json!({"id": "abc", "pins": [{"n": 1}, {"pin_token": 5}]});
    assert_eq!(emit(bad, Some(schema), 8_000).structured, None);
}

#[test]
fn a_value_of_any_depth_and_size_is_an_answer() {
    let mut deep = json!("x");
    for _ in 0..100_000 {
        // Not `json!`, which copies.
        deep = Value::Array(vec![deep]);
    }
    let emitted = emit(deep, Some(json!({})), 8_000);
    assert_eq!(emitted.structured, None);
    let said = emitted.withheld.unwrap();
    assert!(said.contains("over its limit of 8000 characters"), "{said}");
    let wide = Value::from(vec!["word"; 100_000]);
    assert_eq!(emit(wide, None, 8_000).structured, None);
    let text = json!({"note": "é".repeat(100)});
    assert!(emit(text.clone(), None, 111).structured.is_some());
    assert!(emit(text, None, 110).structured.is_none());
}

#[test]
fn deep_data_that_fits_is_cut_in_depth_or_withheld() {
    let deep = |levels| (0..levels).fold(json!("x"), |inner, _| Value::Array(vec![inner]));
    let emitted = emit(deep(300), None, 8_000);
    let said = emitted.structured.unwrap().to_string();
    assert!(said.contains("[max depth]"), "{said}");
    let emitted = emit(deep(300), Some(json!({})), 8_000);
    assert!(emitted.withheld.unwrap().contains("cannot be masked"));
}
