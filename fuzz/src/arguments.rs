//! The argument parser: what the generated check says of any JSON is what the schema says,
//! its value survives a round trip, and no refusal repeats a value.

use std::{collections::BTreeMap, sync::LazyLock};

use safe_tool::{Violations, safe_tool};
use serde_json::Value;

/// Many rules, nearly all of the kind that JSON Schema expresses.
#[safe_tool]
#[derive(serde::Serialize, PartialEq)]
struct Arguments {
    #[min_len(1)]
    #[max_len(200)]
    #[multiline]
    #[allow_format_chars]
    query: String,
    #[pattern("^[a-z0-9-]+$")]
    #[max_len(12)]
    slug: Option<String>,
    #[range(1, 50)]
    count: u32,
    #[range(-5, 5)]
    signed: Option<i8>,
    #[range(0.0, 1.0)]
    ratio: Option<f64>,
    #[default(true)]
    safe_mode: bool,
    #[one_of("newest", "oldest")]
    order: Option<String>,
    sort: Option<Sort>,
    #[max_items(3)]
    #[each(range(0, 9))]
    numbers: Option<Vec<u8>>,
    #[max_items(3)]
    #[each(nested)]
    points: Option<Vec<Point>>,
    #[max_items(2)]
    #[keys(pattern("^[a-z]+$"), max_len(4))]
    #[each(range(0, 100))]
    weights: Option<BTreeMap<String, u64>>,
}

#[safe_tool]
#[derive(serde::Serialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Sort {
    ByName,
    ByDate,
}

#[safe_tool]
#[derive(serde::Serialize, PartialEq)]
struct Point {
    #[range(-1000, 1000)]
    x: i32,
    #[range(-1000, 1000)]
    #[default(0)]
    y: i32,
}

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::to_value(schemars::schema_for!(Arguments)).expect("a schema is JSON")
});

static ORACLE: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::draft202012::new(&SCHEMA).expect("a schema is valid"));

/// The rules of them that no keyword of JSON Schema expresses.
const SAID_IN_WORDS: [&str; 3] = ["control_chars", "format_chars", "redaction_marker"];

/// The shortest text whose repetition in a refusal is no chance.
const TELLING: usize = 10;

/// Any bytes, as the arguments of a call.
pub fn arguments(data: &[u8]) {
    let Ok(value) = serde_json::from_slice::<Value>(data) else {
        // Also straight from bytes that break off, or are no JSON.
        assert!(serde_json::from_slice::<Arguments>(data).is_err());
        return;
    };
    let checked = Arguments::from_json(value.clone());
    let straight = serde_json::from_value::<Arguments>(value.clone());
    assert_eq!(
        straight.is_ok(),
        checked.is_ok(),
        "`Deserialize` and `from_json` part"
    );
    // What JSON Schema says in words alone.
    let are_said = |violations: &Violations| {
        violations
            .iter()
            .all(|violation| SAID_IN_WORDS.contains(&violation.rule))
    };
    let is_said_in_words = checked.as_ref().is_err_and(are_said);
    assert!(
        ORACLE.is_valid(&value) == (checked.is_ok() || is_said_in_words),
        "schema and check part: {checked:?}"
    );
    match checked {
        Ok(arguments) => {
            let written = serde_json::to_value(&arguments).expect("arguments are JSON");
            let again = Arguments::from_json(written).expect("what was accepted is accepted");
            assert_eq!(again, arguments);
        }
        Err(violations) => {
            let told = violations.to_string();
            assert!(!violations.is_empty() && told.len() < 20_000);
            let told_straight = straight.map(drop).unwrap_err().to_string();
            repeats_nothing(&value, &[&told, &told_straight]);
            assert!(serde_json::from_slice::<Arguments>(data).is_err());
        }
    }
}

/// A key that is not known is named; a value is not.
fn repeats_nothing(value: &Value, told: &[&str]) {
    let (mut texts, mut keys) = (Vec::new(), Vec::new());
    collect(value, &mut texts, &mut keys);
    for text in texts.into_iter().filter(|text| text.len() >= TELLING) {
        let is_told = told.iter().any(|told| told.contains(text));
        let is_elsewhere = || is_known(text) || keys.iter().any(|key| key.contains(text));
        assert!(
            !is_told || is_elsewhere(),
            "a refusal repeats a value: {told:?}"
        );
    }
}

fn collect<'v>(value: &'v Value, texts: &mut Vec<&'v str>, keys: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(items) => items.iter().for_each(|item| collect(item, texts, keys)),
        Value::Object(entries) => {
            for (key, value) in entries {
                keys.push(key);
                collect(value, texts, keys);
            }
        }
        _ => {}
    }
}

/// Words that a refusal holds whatever was sent: those of a call with everything wrong.
fn is_known(text: &str) -> bool {
    static KNOWN: LazyLock<String> = LazyLock::new(|| {
        let fields = SCHEMA["properties"].as_object().expect("an object");
        let wrong = [
            Value::Null,
            Value::from(""),
            Value::from(-1e300),
            Value::from(vec![[0]; 9]),
        ];
        let wrong = wrong.into_iter().map(|wrong| {
            let call: serde_json::Map<_, _> = fields
                .keys()
                .map(|field| (field.clone(), wrong.clone()))
                .collect();
            Arguments::from_json(call.into())
                .expect_err("all is wrong")
                .to_string()
        });
        let wrong: String = wrong.collect();
        wrong + &SCHEMA.to_string()
    });
    KNOWN.contains(text)
}
