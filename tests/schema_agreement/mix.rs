//! What the generator has to come up with, since nothing else is as likely to part a
//! schema from a check.

use std::sync::LazyLock;

use serde_json::Value;

use super::values::Generator;

/// A kind of value, and how to tell it.
type Kind = (&'static str, fn(&Value) -> bool);

const KINDS: &[Kind] = &[
    ("null", Value::is_null),
    ("an astral character", |value| {
        has_char(value, |c| c > '\u{ffff}')
    }),
    ("a combining mark", |value| {
        has_char(value, |c| c == '\u{301}')
    }),
    ("a joiner", |value| has_char(value, |c| c == '\u{200d}')),
    ("white space at an edge", |value| {
        value.as_str().is_some_and(|text| text.trim() != text)
    }),
    ("5.0", |value| is_float(value, 5.0)),
    ("-0.0", |value| {
        is_float(value, 0.0) && value.as_f64().is_some_and(f64::is_sign_negative)
    }),
    ("1e308", |value| is_float(value, 1e308)),
    ("2^53", |value| *value == EXACT),
    ("2^53 - 1", |value| *value == EXACT - 1),
    ("2^53 + 1", |value| *value == EXACT + 1),
    ("2^53 + 2 as a float", |value| {
        is_float(value, 9_007_199_254_740_994.0)
    }),
    ("2^64 as a float", |value| {
        is_float(value, 18_446_744_073_709_551_616.0)
    }),
    ("2^127 as a float", |value| {
        is_float(value, f64::powi(2.0, 127))
    }),
    ("the least i64", |value| *value == i64::MIN),
    ("the greatest u64", |value| *value == u64::MAX),
    ("an item twice", |value| {
        value
            .as_array()
            .is_some_and(|list| list.len() > 1 && list[0] == list[1])
    }),
    ("1 and 1.0", |value| {
        let list = value.as_array();
        list.is_some_and(|list| list.contains(&1.into()) && list.contains(&1.0.into()))
    }),
    ("an empty key", |value| value.get("").is_some()),
    ("an unknown key", |value| value.get("unknown").is_some()),
    ("JSON as text", |value| {
        value
            .as_str()
            .is_some_and(|text| text.starts_with(['{', '[']))
    }),
    ("too deep", |value| value.pointer(&DEEP).is_some()),
];

const EXACT: i64 = 1 << 53;
static DEEP: LazyLock<String> = LazyLock::new(|| "/0".repeat(65));

/// Numbers that no `Value` holds, in text.
const NUMBERS: &[&str] = &["1e400", "170141183460469231731687303715884105727", "5e0"];

#[test]
fn the_generator_makes_every_kind_of_value() {
    let subjects = super::all();
    let mut counts = vec![0; KINDS.len() + NUMBERS.len()];
    for (seed, subject) in subjects.iter().enumerate() {
        let mut values = Generator::new(seed as u64, subject);
        for _ in 0..300 {
            let value = values.next();
            for (count, (_, is_kind)) in counts.iter_mut().zip(KINDS) {
                *count += usize::from(holds(&value, *is_kind));
            }
            let text = values.written(value);
            for (count, number) in counts[KINDS.len()..].iter_mut().zip(NUMBERS) {
                *count += usize::from(text.contains(number));
            }
        }
    }
    let names = KINDS.iter().map(|(name, _)| name).chain(NUMBERS);
    for (name, count) in names.zip(counts) {
        assert!(count >= 5, "{name}: {count} times");
    }
}

fn holds(value: &Value, is_kind: fn(&Value) -> bool) -> bool {
    is_kind(value)
        || match value {
            Value::Array(list) => list.iter().any(|inner| holds(inner, is_kind)),
            Value::Object(map) => map.values().any(|inner| holds(inner, is_kind)),
            _ => false,
        }
}

fn has_char(value: &Value, wanted: fn(char) -> bool) -> bool {
    value.as_str().is_some_and(|text| text.contains(wanted))
}

fn is_float(value: &Value, wanted: f64) -> bool {
    value.is_f64() && value.as_f64() == Some(wanted)
}
