//! A field under construction: its type, its annotations, and values that it takes.

use serde_json::{Value, json};

use super::layout::attribute;

#[derive(Clone)]
pub(crate) struct Field {
    pub(crate) ty: String,
    /// As they stand in `#[…]`.
    pub(crate) annotations: Vec<String>,
    pub(crate) samples: Vec<Value>,
    /// Whether it can be left out.
    pub(crate) may_miss: bool,
    pub(crate) lenient: bool,
}

impl Field {
    pub(crate) fn new(ty: &str, annotations: &[&str], samples: &[Value]) -> Self {
        let annotations = annotations.iter().map(|one| one.to_string()).collect();
        let mut field = Self {
            ty: ty.to_owned(),
            annotations,
            samples: samples.to_vec(),
            may_miss: false,
            lenient: false,
        };
        field.lenient = field.says("lenient");
        field.may_miss = field.says("default");
        field
    }

    fn says(&self, name: &str) -> bool {
        self.annotations
            .iter()
            .any(|one| one.split('(').next() == Some(name))
    }

    pub(crate) fn sample(&self, turn: usize) -> Value {
        self.samples[turn % self.samples.len()].clone()
    }

    pub(crate) fn optional(mut self) -> Self {
        self.ty = format!("Option<{}>", self.ty);
        self.samples.push(Value::Null);
        self.may_miss = true;
        self
    }

    /// This as the item of a `Vec`, a `HashSet` and their like.
    pub(crate) fn listed(self, list: &str) -> Self {
        let samples = [json!([]), json!([self.sample(0)])];
        self.within(format!("{list}<"), "max_items(2)", &samples)
    }

    /// This as the value of a map.
    pub(crate) fn mapped(self, map: &str) -> Self {
        let samples = [json!({}), json!({"a": self.sample(0), "b": self.sample(1)})];
        let mut field = self.within(format!("{map}<String, "), "max_items(2)", &samples);
        field.annotations.insert(1, "keys(max_len(3))".to_owned());
        field
    }

    fn within(self, collection: String, bound: &str, samples: &[Value]) -> Self {
        let ty = format!("{collection}{}>", self.ty);
        let mut field = Self::new(&ty, &[bound], samples);
        if !self.annotations.is_empty() {
            let each = self.annotations.join(", ");
            field.annotations.push(format!("each({each})"));
        }
        field
    }

    /// The lines of the field, indented so far.
    pub(crate) fn source(&self, name: &str, indent: &str) -> String {
        let annotations = self.annotations.iter();
        let lines: String = annotations.map(|one| attribute(one, indent)).collect();
        format!("{lines}{indent}{name}: {},\n", self.ty)
    }
}
