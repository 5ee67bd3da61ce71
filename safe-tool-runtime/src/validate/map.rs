//! Maps with keys of the caller's choice: `min_items`, `max_items`, `keys`, `each`.

use std::{
    collections::{BTreeMap, HashMap},
    hash::{BuildHasher, Hash},
    marker::PhantomData,
};

use serde::de::{IgnoredAny, MapAccess};
use serde_json::{Value, json};

use super::{
    Cursor, Examples, JsonObject, Probes, Rule, Schemas, cursor::key_pointer, items::Items,
    rule::Seed, schema::object,
};
use crate::redact::is_sensitive_key;

/// A collection that a JSON object can fill.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold a checked map",
    label = "these annotations need a map type",
    note = "use `BTreeMap<String, …>` or `HashMap<String, …>`; write `Option<…>` out, not behind an alias"
)]
pub trait Map: Sized {
    /// The type of its keys.
    type Key;
    /// The type of its values.
    type Value;
    /// An empty collection.
    fn empty() -> Self;
    /// Adds an entry; false if the key was there already.
    fn add(&mut self, key: Self::Key, value: Self::Value) -> bool;
}

impl<K: Ord, V> Map for BTreeMap<K, V> {
    type Key = K;
    type Value = V;
    fn empty() -> Self {
        Self::new()
    }
    fn add(&mut self, key: K, value: V) -> bool {
        self.insert(key, value).is_none()
    }
}

impl<K: Eq + Hash, V, S: BuildHasher + Default> Map for HashMap<K, V, S> {
    type Key = K;
    type Value = V;
    fn empty() -> Self {
        Self::default()
    }
    fn add(&mut self, key: K, value: V) -> bool {
        self.insert(key, value).is_none()
    }
}

impl Map for JsonObject {
    type Key = String;
    type Value = Value;
    fn empty() -> Self {
        Self::new()
    }
    fn add(&mut self, key: String, value: Value) -> bool {
        self.insert(key, value).is_none()
    }
}

/// The rule of a map field.
#[derive(Clone, Debug)]
pub struct MapRule<M, K, R> {
    items: Items,
    keys: K,
    each: R,
    value: PhantomData<fn() -> M>,
}

/// A map whose keys follow `keys` and whose values follow `each`.
pub fn map<M, K, R>(keys: K, each: R) -> MapRule<M, K, R>
where
    M: Map,
    K: Rule<Value = M::Key>,
    R: Rule<Value = M::Value>,
{
    MapRule {
        items: Items::default(),
        keys,
        each,
        value: PhantomData,
    }
}

impl<M, K, R> MapRule<M, K, R> {
    /// At least `items` entries.
    pub fn min_items(mut self, items: usize) -> Self {
        self.items.min = items;
        self
    }

    /// At most `items` entries.
    pub fn max_items(mut self, items: usize) -> Self {
        self.items.max = Some(items);
        self
    }
}

impl<M, K, R> Rule for MapRule<M, K, R>
where
    M: Map,
    K: Rule<Value = M::Key>,
    R: Rule<Value = M::Value>,
{
    type Value = M;

    fn expected(&self) -> &'static str {
        "an object"
    }

    fn object<'de, A: MapAccess<'de>>(
        &self,
        mut entries: A,
        at: &mut Cursor<'_>,
    ) -> Result<Option<M>, A::Error> {
        let before = at.count();
        let mut kept = M::empty();
        let mut length = 0_usize;
        while let Some(name) = entries.next_key::<String>()? {
            if self.items.full(length) {
                entries.next_value::<IgnoredAny>()?;
                while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                self.items.refuse_more(at);
                break;
            }
            // A pointer would repeat a secret key.
            let mut map = at.here();
            if self.keys.is_secret() {
                map = map.redacted();
            }
            let mut here = map.key(&name);
            let value = entries.next_value_seed(Seed {
                rule: &self.each,
                at: &mut here,
            })?;
            let key = self.keys.text(&name, &mut here);
            if let (Some(key), Some(value)) = (key, value)
                && !kept.add(key, value)
            {
                here.refuse("duplicate_field", "must not be given twice");
            }
            length += 1;
        }
        self.items.check_least(length, at);
        Ok((at.count() == before).then_some(kept))
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        let mut names = self.keys.schema(schemas);
        // A property's name is a string by nature.
        names.remove("type");
        let values = Value::Object(self.each.schema(schemas));
        let mut schema = object(json!({ "type": "object", "additionalProperties": values }));
        if !names.is_empty() {
            schema.insert("propertyNames".into(), Value::Object(names));
        }
        self.items
            .write(&mut schema, "minProperties", "maxProperties");
        schema
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        let mut probes = Probes::of(Value::is_object);
        let (min, full) = (self.items.min, self.items.full(0));
        let outside = self.items.outside().map(|(length, _)| length);
        let distinct = self.items.inside().chain(outside).max().unwrap_or(1);
        let examples_of_keys = examples.keys();
        let keys = examples.part(&examples_of_keys).distinct(distinct);
        let keys = keys.probes_of(&self.keys);
        let mut each = examples.items().probes_of(&self.each);
        let names: Vec<&str> = keys.valid.iter().filter_map(Value::as_str).collect();
        let value = each.valid.first().cloned();

        // `first` with its value, and other keys up to this length.
        let map = |length: usize, first: Option<(&str, Value)>| -> Option<Value> {
            let mut map = JsonObject::new();
            map.extend(first.map(|(key, value)| (key.to_owned(), value)));
            for name in names.iter().rev() {
                if map.len() < length && !map.contains_key(*name) {
                    map.insert((*name).to_owned(), value.clone()?);
                }
            }
            (map.len() >= length).then_some(map.into())
        };
        probes.inside = self
            .items
            .inside()
            .filter_map(|length| map(length, None))
            .collect();
        probes.valid.extend(probes.inside.first().cloned());
        for (length, rule) in self.items.outside() {
            if let Some(map) = map(length, None) {
                probes.outside(map, rule);
            }
        }
        if full {
            return probes;
        }
        // What is in a secret is not pointed at.
        let place = |key: &str| match self.keys.is_secret() {
            true => String::new(),
            false => key_pointer(key),
        };
        let missing = |_| "/(key)".to_owned();
        probes.missing.extend(keys.missing.iter().map(missing));
        if let Some(value) = &value {
            let with = |key: &Value| map(min, Some((key.as_str()?, value.clone())));
            probes.inside.extend(keys.inside.iter().filter_map(with));
            for probe in &keys.outside {
                if let (Some(key), Some(map)) = (probe.value.as_str(), with(&probe.value)) {
                    probes.outside_at(place(key), map, probe.rule);
                }
            }
        }
        if let Some(key) = names.first() {
            if is_sensitive_key(key) || self.keys.is_secret() {
                each = each.secret(&self.each);
            }
            probes.nest(&place(key), each, |value| map(min, Some((key, value))));
        }
        probes
    }
}
