//! Random values, most of them a valid one with one to three mutations: what a schema
//! and a check disagree about lies near the border.

use serde_json::{Map, Value, json};

use super::Subject;

pub(super) struct Generator<'s> {
    state: u64,
    subject: &'s Subject,
    /// Texts and numbers on the borders that the schema names.
    borders: Vec<Value>,
    keys: Vec<String>,
}

impl<'s> Generator<'s> {
    pub(super) fn new(seed: u64, subject: &'s Subject) -> Self {
        let mut generator = Self {
            state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66,
            subject,
            borders: general(),
            keys: vec![
                "unknown".into(),
                String::new(),
                "ключ".into(),
                "a/b~c".into(),
            ],
        };
        generator.learn(&subject.schema);
        for _ in 0..200 {
            let sample = generator.sample();
            generator.borders.push(sample);
        }
        generator
    }

    pub(super) fn next(&mut self) -> Value {
        if self.one_in(50) {
            return self.border();
        }
        let mut value = self.sample();
        for _ in 0..self.below(4) {
            self.mutate(&mut value);
        }
        value
    }

    /// SplitMix64: the values are the same on every machine and in every run.
    fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.bits() % end.max(1) as u64) as usize
    }

    fn one_in(&mut self, chance: usize) -> bool {
        self.below(chance) == 0
    }

    fn sample(&mut self) -> Value {
        let index = self.below(self.subject.samples.len());
        self.subject.samples[index].clone()
    }

    fn border(&mut self) -> Value {
        let index = self.below(self.borders.len());
        self.borders[index].clone()
    }

    fn key(&mut self) -> String {
        let index = self.below(self.keys.len());
        self.keys[index].clone()
    }

    /// Takes every bound of the schema, and what lies beside it.
    fn learn(&mut self, schema: &Value) {
        match schema {
            Value::Object(map) => {
                for (keyword, value) in map {
                    self.learn_keyword(keyword, value);
                    self.learn(value);
                }
            }
            Value::Array(list) => list.iter().for_each(|inner| self.learn(inner)),
            _ => {}
        }
    }

    fn learn_keyword(&mut self, keyword: &str, value: &Value) {
        let length = value.as_u64().filter(|length| *length < 100).unwrap_or(0) as usize;
        match keyword {
            "minimum" | "maximum" | "multipleOf" => {
                let number = value.as_f64().unwrap_or_default();
                self.borders.push(value.clone());
                for near in [
                    number,
                    number + 1.0,
                    number - 1.0,
                    number + 0.5,
                    number * 2.0,
                ] {
                    self.borders.push(json!(near));
                    if near.fract() == 0.0 && near.abs() < 1e15 {
                        self.borders.push(json!(near as i64));
                    }
                }
            }
            "minLength" | "maxLength" => {
                for length in [length.saturating_sub(1), length, length + 1] {
                    for letter in ["a", "é", "e\u{301}", "𝄞", "👩‍👩‍👧"] {
                        let text: String = letter.chars().cycle().take(length).collect();
                        self.borders.push(text.into());
                    }
                }
            }
            "minItems" | "maxItems" => {
                for length in [length.saturating_sub(1), length, length + 1] {
                    self.borders.push(vec![json!(1); length].into());
                    self.borders.push((0..length).collect::<Vec<_>>().into());
                    let texts: Vec<String> = (0..length).map(|n| n.to_string()).collect();
                    self.borders.push(texts.into());
                }
            }
            "minProperties" | "maxProperties" => {
                for length in [length.saturating_sub(1), length, length + 1] {
                    let entries = (0..length).map(|n| (n.to_string(), json!(1)));
                    self.borders.push(Value::Object(entries.collect()));
                }
            }
            "enum" => self
                .borders
                .extend(value.as_array().cloned().unwrap_or_default()),
            "const" | "default" => self.borders.push(value.clone()),
            "properties" => {
                let names = value.as_object().into_iter().flat_map(Map::keys);
                self.keys.extend(names.cloned());
            }
            _ => {}
        }
    }

    /// Changes one node of the value.
    fn mutate(&mut self, value: &mut Value) {
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
        match value {
            Value::Object(map) if !self.one_in(4) => self.mutate_object(map),
            Value::Array(list) if !self.one_in(4) => self.mutate_list(list),
            Value::String(text) if !self.one_in(3) => self.mutate_text(text),
            Value::Number(number) if !self.one_in(3) => {
                let number = number.as_f64().unwrap_or_default();
                *value = match self.below(6) {
                    0 => json!(number),
                    1 => json!(number + 1.0),
                    2 => json!(number - 1.0),
                    3 => json!(number + 0.5),
                    4 => json!(-number),
                    _ => json!(number.to_string()),
                };
            }
            value => *value = self.border(),
        }
    }

    fn mutate_object(&mut self, map: &mut Map<String, Value>) {
        let index = self.below(map.len());
        let key = map.keys().nth(index).cloned().unwrap_or_default();
        match self.below(4) {
            0 => _ = map.remove(&key),
            1 => _ = map.insert(key, Value::Null),
            2 => {
                let (name, value) = (self.key(), self.border());
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
        match self.below(4) {
            0 if !list.is_empty() => _ = list.remove(index),
            1 if !list.is_empty() => list.push(list[index].clone()),
            2 => list.clear(),
            _ => list.push(self.border()),
        }
    }

    fn mutate_text(&mut self, text: &mut String) {
        const PIECES: &[&str] = &[
            "a",
            "Z",
            "7",
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
            "long enough to be too long",
        ];
        let piece = PIECES[self.below(PIECES.len())];
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

/// Values that break things whatever the schema.
fn general() -> Vec<Value> {
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
        json!(1.0),
        json!(5.0),
        json!(0.1),
        json!(0.5),
        json!(1e-320),
        json!(1e300),
        json!(-1e308),
        json!(3.5e38),
        json!(1u64 << 53),
        json!((1u64 << 53) - 1),
        json!((1u64 << 53) + 1),
        json!(9_007_199_254_740_991.0),
        json!(9_007_199_254_740_992.0),
        json!(9_007_199_254_740_994.0),
        json!(-9_007_199_254_740_994.0),
        json!(i64::MIN),
        json!(i64::MAX),
        json!(u64::MAX),
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
        json!("a\u{301}"),
        json!("\u{1f468}"),
        json!([]),
        json!({}),
        json!([null]),
        json!([1, 1.0]),
        json!([[1], [1]]),
        json!(["a", "a"]),
        json!({"a": {"a": null}}),
        json!({"kind": "Move"}),
        deep,
    ]
}
