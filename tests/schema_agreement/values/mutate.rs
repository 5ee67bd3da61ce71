//! Changes to one node of a value.

use serde_json::{Map, Number, Value, json};

use super::Generator;

const PIECES: &[&str] = &[
    "a",
    "Z",
    "7",
    "13",
    "_",
    "-",
    " ",
    "é",
    "e\u{301}",
    "𝄞",
    "٣",
    "ſ",
    "K",
    "\u{a0}",
    "\u{2028}",
    "\n",
    "\t",
    "\r",
    "\u{0}",
    "\u{85}",
    "\u{200b}",
    "\u{202e}",
    "\u{e0041}",
    "👩‍👩‍👧",
    "नमस्‍ते",
    "\u{feff}",
    "\u{3000}",
    "\"",
    "\\",
    "/",
    "..",
    "{}",
    "[REDACTED]",
    "long enough to be too long",
];

impl Generator<'_> {
    pub(super) fn mutate(&mut self, value: &mut Value) {
        // Mostly inside: a replaced root is soon told.
        let inside = match value {
            Value::Array(list) => list.len(),
            Value::Object(map) => map.len(),
            _ => 0,
        };
        if inside > 0 && !self.one_in(5) {
            let index = self.below(inside);
            let inner = match value {
                Value::Array(list) => list.get_mut(index),
                Value::Object(map) => map.values_mut().nth(index),
                _ => None,
            };
            return inner.map_or((), |inner| self.mutate(inner));
        }
        // As a model writes what it takes for text.
        if self.one_in(12) {
            *value = value.to_string().into();
            return;
        }
        match value {
            Value::Object(map) if !self.one_in(4) => self.mutate_object(map),
            Value::Array(list) if !self.one_in(4) => self.mutate_list(list),
            Value::String(text) if !self.one_in(3) => self.mutate_text(text),
            Value::Number(number) if !self.one_in(3) => *number = self.near(number),
            value => *value = self.border(),
        }
    }

    /// A number beside this one, or the same one written otherwise.
    fn near(&mut self, number: &Number) -> Number {
        let float = number.as_f64().unwrap_or_default();
        let integer = number.as_i128();
        let step = [-1, 1, 13][self.below(3)];
        let near = match (self.below(6), integer) {
            (0, _) => Number::from_f64(float),
            (1, _) => Number::from_f64(float + 0.5),
            (2, _) => Number::from_f64(-float),
            (3, Some(integer)) => Number::from_i128(-integer),
            (_, Some(integer)) => Number::from_i128(integer + step),
            (3, None) => Number::from_f64(float.next_up()),
            (4, None) => Number::from_f64(float.next_down()),
            (_, None) => Number::from_f64(float + step as f64),
        };
        near.unwrap_or_else(|| number.clone())
    }

    fn mutate_object(&mut self, map: &mut Map<String, Value>) {
        let index = self.below(map.len());
        let key = map.keys().nth(index).cloned().unwrap_or_default();
        match self.below(5) {
            0 => _ = map.remove(&key),
            1 => _ = map.insert(key, Value::Null),
            2 => {
                let (name, value) = (self.key(), self.border());
                map.insert(name, value);
            }
            3 => {
                // The same value under a key like its own.
                let mut name = key.clone();
                self.mutate_text(&mut name);
                let value = map.get(&key).cloned().unwrap_or_default();
                map.insert(name, value);
            }
            _ => {
                let value = self.border();
                map.insert(key, value);
            }
        }
    }

    fn mutate_list(&mut self, list: &mut Vec<Value>) {
        let index = self.below(list.len());
        match self.below(5) {
            0 if !list.is_empty() => _ = list.remove(index),
            1 if !list.is_empty() => list.push(list[index].clone()),
            // Equal, though it is not written alike.
            2 if !list.is_empty() => list.push(match &list[index] {
                Value::Number(number) => json!(number.as_f64()),
                Value::String(text) => json!(format!(" {text}")),
                other => other.clone(),
            }),
            3 => list.clear(),
            _ => list.push(self.border()),
        }
    }

    fn mutate_text(&mut self, text: &mut String) {
        let piece = self.pick(PIECES);
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let place = places.get(self.below(places.len())).copied().unwrap_or(0);
        match self.below(5) {
            0 => text.insert_str(0, piece),
            1 => text.push_str(piece),
            2 => text.insert_str(place, piece),
            3 => _ = text.pop(),
            _ => *text = piece.repeat(self.below(5)),
        }
    }
}
