//! Number and bool fields.

use serde_json::{Number, Value, json};

use super::field::Field;

/// The types, with what of them JSON can write in 64 bits.
pub(crate) const INTEGERS: &[(&str, i128, i128)] = &[
    ("u8", 0, u8::MAX as i128),
    ("i16", i16::MIN as i128, i16::MAX as i128),
    ("u32", 0, u32::MAX as i128),
    ("i64", i64::MIN as i128, i64::MAX as i128),
    ("u64", 0, u64::MAX as i128),
    ("i128", i64::MIN as i128, u64::MAX as i128),
    ("i8", i8::MIN as i128, i8::MAX as i128),
    ("u16", 0, u16::MAX as i128),
    ("i32", i32::MIN as i128, i32::MAX as i128),
    ("usize", 0, u64::MAX as i128),
    ("u128", 0, u64::MAX as i128),
    ("isize", i64::MIN as i128, i64::MAX as i128),
];

const EXACT: i128 = 1 << 53;

/// A range that the type holds, in each of its forms.
fn range((_, least, most): (&str, i128, i128), turn: usize) -> (String, i128, i128) {
    match turn % 6 {
        0 => ("range(0, 50)".to_owned(), 0, 50),
        1 => ("range(1..=120)".to_owned(), 1, 120),
        2 => ("range(3..)".to_owned(), 3, most),
        3 => ("range(..=100)".to_owned(), least, 100),
        4 if least < 0 => ("range(-30..=-3)".to_owned(), -30, -3),
        4 => ("range(0..=15)".to_owned(), 0, 15),
        _ if most > EXACT => {
            let (min, max) = (EXACT - 1, EXACT + 1);
            (format!("range({min}..={max})"), min, max)
        }
        _ => ("range(100..=127)".to_owned(), 100, 127),
    }
}

pub(crate) fn number(value: i128) -> Value {
    Value::Number(Number::from_i128(value).expect("64 bits"))
}

pub(crate) fn integer(names: &[&str], turn: usize) -> Field {
    let ty = INTEGERS[turn % INTEGERS.len()];
    let (range, mut least, mut most) = match names.contains(&"range") {
        true => range(ty, turn),
        false => (String::new(), ty.1, ty.2),
    };
    let divisor = [1, 3, 5][turn % 3];
    let multiple_of = format!("multiple_of({divisor})");
    if names.contains(&"multiple_of") {
        least = -(-least).div_euclid(divisor) * divisor;
        most = most.div_euclid(divisor) * divisor;
    }
    let default = format!("default({least})");
    let annotations: Vec<&str> = names
        .iter()
        .map(|name| match *name {
            "range" => range.as_str(),
            "multiple_of" => &multiple_of,
            "default" => &default,
            "check" => "check(unlucky)",
            name => name,
        })
        .collect();
    Field::new(ty.0, &annotations, &[number(least), number(most)])
}

pub(crate) fn float(names: &[&str], turn: usize) -> Field {
    let (range, least, most) = match names.contains(&"range") {
        true => [
            ("range(0.5..=2.5)", 0.5, 2.5),
            ("range(-1.0, 1.0)", -1.0, 1.0),
            ("range(0..)", 0.0, 1e38),
            ("range(..=1e30)", -1e38, 1e30),
            ("range(1, 3)", 1.0, 3.0),
        ][turn % 5],
        false => ("", -1e38, 1e38),
    };
    let default = format!("default({least:?})");
    let annotations: Vec<&str> = names
        .iter()
        .map(|name| match *name {
            "range" => range,
            "default" => &default,
            "check" => "check(unlucky)",
            name => name,
        })
        .collect();
    let ty = ["f64", "f32"][turn / 5 % 2];
    Field::new(ty, &annotations, &[json!(least), json!(most)])
}

pub(crate) fn boolean(names: &[&str]) -> Field {
    let annotations: Vec<&str> = names
        .iter()
        .map(|name| match *name {
            "check" => "check(unlucky)",
            "default" => "default(true)",
            name => name,
        })
        .collect();
    Field::new("bool", &annotations, &[json!(true), json!(false)])
}
