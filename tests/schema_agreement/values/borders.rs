//! Values on the borders: those that a schema names, and those that break things
//! whatever the schema.

use serde_json::{Map, Value, json};

/// Longest text or list made to a bound.
const MAX_LENGTH: usize = 5000;

/// Takes every bound of the schema and what lies beside it, and every name.
pub(super) fn learn(schema: &Value, borders: &mut Vec<Value>, keys: &mut Vec<String>) {
    match schema {
        Value::Object(map) => {
            for (keyword, value) in map {
                if keyword == "properties" {
                    let names = value.as_object().into_iter().flat_map(Map::keys);
                    keys.extend(names.cloned());
                }
                learn_keyword(keyword, value, borders);
                learn(value, borders, keys);
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| learn(inner, borders, keys)),
        _ => {}
    }
}

fn learn_keyword(keyword: &str, value: &Value, borders: &mut Vec<Value>) {
    match keyword {
        "minimum" | "maximum" | "multipleOf" if value.is_number() => numbers(value, borders),
        "minLength" | "maxLength" => lengths(value).for_each(|length| texts(length, borders)),
        "minItems" | "maxItems" => lengths(value).for_each(|length| lists(length, borders)),
        "minProperties" | "maxProperties" => lengths(value).for_each(|length| {
            let entries = (0..length).map(|n| (n.to_string(), json!(1)));
            borders.push(Value::Object(entries.collect()));
        }),
        "enum" => borders.extend(value.as_array().cloned().unwrap_or_default()),
        "const" | "default" => borders.push(value.clone()),
        _ => {}
    }
}

/// The length that a keyword names, one less and one more.
fn lengths(value: &Value) -> impl Iterator<Item = usize> {
    let length = value
        .as_u64()
        .and_then(|length| usize::try_from(length).ok());
    let length = length.filter(|length| *length <= MAX_LENGTH);
    length
        .into_iter()
        .flat_map(|length| [length.saturating_sub(1), length, length + 1])
}

fn numbers(bound: &Value, borders: &mut Vec<Value>) {
    borders.push(bound.clone());
    let number = bound.as_f64().unwrap_or_default();
    for near in [
        number,
        -number,
        number + 1.0,
        number - 1.0,
        number + 0.5,
        number * 2.0,
        number.next_up(),
        number.next_down(),
    ] {
        borders.push(json!(near));
    }
    let integer = bound
        .as_i64()
        .map(i128::from)
        .or(bound.as_u64().map(i128::from));
    for near in [-1, 1] {
        let near = integer.and_then(|integer| serde_json::Number::from_i128(integer + near));
        borders.extend(near.map(Value::Number));
    }
}

/// By code points, each of which takes one to four bytes; and clusters of several.
fn texts(length: usize, borders: &mut Vec<Value>) {
    let letters: &[&str] = match length < 100 {
        true => &["a", "é", "e\u{301}", "𝄞", "👩‍👩‍👧"],
        false => &["a", "𝄞"],
    };
    for letter in letters {
        let text: String = letter.chars().cycle().take(length).collect();
        borders.push(text.into());
    }
}

fn lists(length: usize, borders: &mut Vec<Value>) {
    borders.push(vec![json!(1); length].into());
    borders.push((0..length).collect::<Vec<_>>().into());
    let texts: Vec<String> = (0..length).map(|n| n.to_string()).collect();
    borders.push(texts.into());
}

pub(super) fn general() -> Vec<Value> {
    let mut deep = json!(1);
    for _ in 0..70 {
        deep = json!([deep]);
    }
    vec![
        Value::Null,
        json!(true),
        json!(false),
        json!(0),
        json!(-0.0),
        json!(1),
        json!(-1),
        json!(13),
        json!(66),
        json!(1.0),
        json!(5.0),
        json!(0.1),
        json!(0.5),
        json!(1e-320),
        json!(1e300),
        json!(1e308),
        json!(-1e308),
        json!(3.5e38),
        json!(1u64 << 53),
        json!((1u64 << 53) - 1),
        json!((1u64 << 53) + 1),
        json!(-(1i64 << 53) - 1),
        json!(9_007_199_254_740_991.0),
        json!(9_007_199_254_740_992.0),
        json!(9_007_199_254_740_994.0),
        json!(-9_007_199_254_740_994.0),
        json!(i64::MIN),
        json!(i64::MAX),
        json!(u64::MAX),
        // The least beyond 64 bits, and 2^127: integers of 128 bits, written as floats.
        json!(18_446_744_073_709_551_616.0),
        json!(-9_223_372_036_854_777_856.0),
        json!(170_141_183_460_469_231_731_687_303_715_884_105_728.0),
        json!(256),
        json!(255.0),
        json!(u32::MAX),
        json!(4_294_967_296_u64),
        json!(""),
        json!(" "),
        json!("a"),
        json!("true"),
        json!("5"),
        json!("5.0"),
        json!("null"),
        json!("[]"),
        json!("{}"),
        json!("[13]"),
        json!("a\u{301}"),
        json!("\u{1f468}"),
        json!("13"),
        json!("../a"),
        json!("::1"),
        json!([]),
        json!({}),
        json!([null]),
        json!([1, 1.0]),
        json!([0, -0.0]),
        json!([1, 1]),
        json!([[1], [1]]),
        json!([true, true]),
        json!(["a", "a"]),
        json!(["a", " a"]),
        json!({"": 1}),
        json!({"a": 1, " a": 1}),
        json!({"a": {"a": null}}),
        json!({"kind": "Move"}),
        deep,
    ]
}
