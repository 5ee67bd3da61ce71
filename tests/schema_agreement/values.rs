//! Random values, most of them a valid one with one to three mutations: what a schema
//! and a check disagree about lies near the border.

#[path = "values/borders.rs"]
mod borders;
#[path = "values/mutate.rs"]
mod mutate;
#[path = "values/written.rs"]
mod written;

use serde_json::Value;

use super::subject::Subject;

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
            borders: borders::general(),
            keys: [
                "unknown",
                "",
                "ключ",
                "a/b~c",
                "13",
                "a",
                "aaaa",
                " a",
                "[REDACTED]",
                "𝄞\u{200b}",
            ]
            .map(String::from)
            .to_vec(),
        };
        borders::learn(&subject.schema, &mut generator.borders, &mut generator.keys);
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

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
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
}
