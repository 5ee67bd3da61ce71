//! Values as text, with numbers that no `Value` holds.

use serde_json::Value;

use super::Generator;

/// What a number in the text may look like: beyond 64 bits, beyond 128, beyond floats,
/// and small ones in odd spellings.
const NUMBERS: &[&str] = &[
    "18446744073709551616",
    "-9223372036854775809",
    "170141183460469231731687303715884105727",
    "-170141183460469231731687303715884105728",
    "340282366920938463463374607431768211456",
    "9007199254740993.0",
    "9007199254740993e0",
    "1e400",
    "-1e400",
    "1e-400",
    "1E2",
    "0.5e1",
    "5e0",
    "500e-2",
    "-0",
    "-0.0e5",
    "1.0000000000000000000000000000001",
];

/// Stands where such a number goes; no other text of the generator holds it.
const PLACE: &str = "\u{e000}";

impl Generator<'_> {
    /// The value as JSON, every second time with such a number in it.
    pub(in super::super) fn written(&mut self, mut value: Value) -> String {
        if self.one_in(2) {
            return value.to_string();
        }
        let number = self.pick(NUMBERS);
        self.put_place(&mut value);
        value.to_string().replace(&format!("\"{PLACE}\""), number)
    }

    fn put_place(&mut self, value: &mut Value) {
        let inside: Vec<&mut Value> = match value {
            Value::Array(list) => list.iter_mut().collect(),
            Value::Object(map) => map.values_mut().collect(),
            _ => Vec::new(),
        };
        let index = self.below(inside.len());
        match inside.into_iter().nth(index) {
            Some(inner) => self.put_place(inner),
            None => *value = PLACE.into(),
        }
    }
}
