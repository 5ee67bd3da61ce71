//! The probes of objects.

use serde_json::Value;

use super::{Examples, Probes, other_than};
use crate::{
    redact::is_sensitive_key,
    validate::{Fields, JsonObject, Rule, cursor::field_pointer},
};

/// Collects the probes of an object's fields.
pub(in crate::validate) struct FieldProbes<'e> {
    examples: &'e Examples<'e>,
    fields: Vec<Field>,
    ignore_unknown: bool,
}

struct Field {
    name: String,
    required: bool,
    probes: Probes,
}

impl Fields for FieldProbes<'_> {
    fn ignore_unknown(&mut self) -> &mut Self {
        self.ignore_unknown = true;
        self
    }

    fn check(&mut self, _: &str) -> &mut Self {
        self
    }

    fn required(&mut self, name: &str, rule: &impl Rule, _: &str) {
        self.add(name, rule, true);
    }

    fn optional(&mut self, name: &str, rule: &impl Rule, _: &str, _: Option<Value>) {
        self.add(name, rule, false);
    }
}

impl<'e> FieldProbes<'e> {
    pub(in crate::validate) fn new(examples: &'e Examples<'e>) -> Self {
        Self {
            examples,
            fields: Vec::new(),
            ignore_unknown: false,
        }
    }

    fn add(&mut self, name: &str, rule: &impl Rule, required: bool) {
        let mut probes = self.examples.field(name).probes_of(rule);
        if is_sensitive_key(name) {
            probes = probes.secret(rule);
        }
        self.fields.push(Field {
            name: name.to_owned(),
            required,
            probes,
        });
    }

    /// The field that says that this is the variant `name` of a tagged enum.
    pub(in crate::validate) fn tag(&mut self, tag: &str, name: &str, all: &[&str]) {
        let mut probes = Probes::of(Value::is_string);
        probes.valid.push(name.into());
        if let Some(other) = other_than(all, 1, usize::MAX) {
            probes.outside(other, "one_of");
        }
        if is_sensitive_key(tag) {
            probes = probes.hushed();
        }
        self.fields.push(Field {
            name: tag.to_owned(),
            required: true,
            probes,
        });
    }

    /// Each field's probes within an object that is valid otherwise.
    pub(in crate::validate) fn finish(self) -> Probes {
        let mut probes = Probes::of(Value::is_object);
        let example = self.examples.values.iter().find_map(|one| one.as_object());
        let Some(base) = example.cloned().or_else(|| self.smallest()) else {
            for field in self.fields {
                probes.nest(&field_pointer(&field.name), field.probes, |_| None);
            }
            return probes;
        };
        probes.valid = self.distinct(&base);

        let names: Vec<&str> = self.fields.iter().map(|field| &*field.name).collect();
        if let Some(unknown) = other_than(&names, 3, usize::MAX) {
            let value = with(&base, &unknown, true.into());
            if self.ignore_unknown {
                probes.inside(value);
            } else {
                probes.outside_at(field_pointer(&unknown), value, "unknown_field");
            }
        }
        for field in self.fields {
            let place = field_pointer(&field.name);
            let mut without = base.clone();
            without.remove(&field.name);
            if field.required {
                probes.outside_at(place.clone(), without, "required");
            } else {
                probes.inside(without);
            }
            probes.nest(&place, field.probes, |value| {
                Some(with(&base, &field.name, value))
            });
        }
        probes
    }

    /// What is required, and no more. None if a field's value is not known.
    fn smallest(&self) -> Option<JsonObject> {
        self.fields
            .iter()
            .filter(|field| field.required)
            .map(|field| Some((field.name.clone(), field.probes.valid.first()?.clone())))
            .collect()
    }

    /// `base`, and what other valid values of its fields make of it.
    fn distinct(&self, base: &JsonObject) -> Vec<Value> {
        let others = self.fields.iter().flat_map(|field| {
            let values = field.probes.valid.iter();
            let others = values.filter(|value| base.get(&field.name) != Some(value));
            others.map(|value| with(base, &field.name, value.clone()))
        });
        std::iter::once(Value::Object(base.clone()))
            .chain(others)
            .take(self.examples.distinct)
            .collect()
    }
}

/// `base` with this value of the field `name`.
fn with(base: &JsonObject, name: &str, value: Value) -> Value {
    let mut object = base.clone();
    object.insert(name.to_owned(), value);
    Value::Object(object)
}
