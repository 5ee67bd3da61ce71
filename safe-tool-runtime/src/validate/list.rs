//! Lists and sets: `min_items`, `max_items`, `each`.

use std::{
    collections::{BTreeSet, HashSet, VecDeque},
    hash::{BuildHasher, Hash},
    marker::PhantomData,
};

use serde::de::{IgnoredAny, SeqAccess};
use serde_json::{Value, json};

use super::{
    Cursor, Examples, JsonObject, Probes, Rule, Schemas,
    items::Items,
    rule::Seed,
    schema::{object, remark},
};

/// A collection that a JSON list can fill.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold a checked list",
    label = "these annotations need a list type",
    note = "use `Vec`, `VecDeque`, `HashSet` or `BTreeSet`; write `Option<…>` out, not behind an alias"
)]
pub trait List: Sized {
    /// What it holds.
    type Item;
    /// True for sets: a second equal item is refused.
    const UNIQUE: bool;
    /// An empty collection.
    fn empty() -> Self;
    /// Adds an item; false if a set has it already.
    fn add(&mut self, item: Self::Item) -> bool;
}

impl<T> List for Vec<T> {
    type Item = T;
    const UNIQUE: bool = false;
    fn empty() -> Self {
        Self::new()
    }
    fn add(&mut self, item: T) -> bool {
        self.push(item);
        true
    }
}

impl<T> List for VecDeque<T> {
    type Item = T;
    const UNIQUE: bool = false;
    fn empty() -> Self {
        Self::new()
    }
    fn add(&mut self, item: T) -> bool {
        self.push_back(item);
        true
    }
}

impl<T: Eq + Hash, S: BuildHasher + Default> List for HashSet<T, S> {
    type Item = T;
    const UNIQUE: bool = true;
    fn empty() -> Self {
        Self::default()
    }
    fn add(&mut self, item: T) -> bool {
        self.insert(item)
    }
}

impl<T: Ord> List for BTreeSet<T> {
    type Item = T;
    const UNIQUE: bool = true;
    fn empty() -> Self {
        Self::new()
    }
    fn add(&mut self, item: T) -> bool {
        self.insert(item)
    }
}

/// The rule of a list field.
#[derive(Clone, Debug)]
pub struct ListRule<C, R> {
    items: Items,
    each: R,
    value: PhantomData<fn() -> C>,
}

/// A list whose items follow `each`.
pub fn list<C: List, R: Rule<Value = C::Item>>(each: R) -> ListRule<C, R> {
    ListRule {
        items: Items::default(),
        each,
        value: PhantomData,
    }
}

impl<C, R> ListRule<C, R> {
    /// At least `items` items.
    pub fn min_items(mut self, items: usize) -> Self {
        self.items.min = items;
        self
    }

    /// At most `items` items.
    pub fn max_items(mut self, items: usize) -> Self {
        self.items.max = Some(items);
        self
    }
}

impl<C: List, R: Rule<Value = C::Item>> Rule for ListRule<C, R> {
    type Value = C;

    fn expected(&self) -> &'static str {
        "a list"
    }

    fn list<'de, A: SeqAccess<'de>>(
        &self,
        mut items: A,
        at: &mut Cursor<'_>,
    ) -> Result<Option<C>, A::Error> {
        let before = at.count();
        let mut kept = C::empty();
        let mut length = 0_usize;
        loop {
            if self.items.full(length) {
                // The rest is not kept, nor even looked at.
                if items.next_element::<IgnoredAny>()?.is_some() {
                    while items.next_element::<IgnoredAny>()?.is_some() {}
                    self.items.refuse_more(at);
                }
                break;
            }
            let mut here = at.item(length);
            let seed = Seed {
                rule: &self.each,
                at: &mut here,
            };
            let Some(item) = items.next_element_seed(seed)? else {
                break;
            };
            if let Some(item) = item
                && !kept.add(item)
            {
                here.refuse("unique_items", "must not repeat an earlier item");
            }
            length += 1;
        }
        self.items.check_least(length, at);
        Ok((at.count() == before).then_some(kept))
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        let items = Value::Object(self.each.schema(schemas));
        let mut schema = object(json!({ "type": "array", "items": items }));
        self.items.write(&mut schema, "minItems", "maxItems");
        if C::UNIQUE {
            // JSON tells `{}` and `{"x": null}` apart; a set of the user's type may not.
            let kind = schema["items"]["type"].as_str();
            if matches!(kind, None | Some("object" | "array")) {
                remark(&mut schema, "Items that mean the same count as equal.");
            }
            schema.insert("uniqueItems".into(), true.into());
        }
        schema
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        let mut probes = Probes::of(Value::is_array);
        let distinct = self.items.inside().max().filter(|_| C::UNIQUE);
        let items = examples.items().distinct(distinct.unwrap_or(1));
        let mut each = items.probes_of(&self.each);
        let valid = std::mem::take(&mut each.valid);

        let list = |length| -> Option<Value> {
            let items: Vec<_> = match valid.get(..length) {
                Some(items) => items.to_vec(),
                None if C::UNIQUE => return None,
                None => vec![valid.first()?.clone(); length],
            };
            Some(items.into())
        };
        probes.inside = self.items.inside().filter_map(list).collect();
        probes.valid.extend(probes.inside.first().cloned());
        for (length, rule) in self.items.outside() {
            if !valid.is_empty() {
                let items: Vec<_> = valid.iter().cycle().take(length).cloned().collect();
                probes.outside(items, rule);
            }
        }
        if let (true, false, Some(item)) = (C::UNIQUE, self.items.full(1), valid.first()) {
            probes.outside_at("/1".into(), vec![item.clone(); 2], "unique_items");
        }
        let (min, full) = (self.items.min, self.items.full(0));
        probes.nest("/0", each, |probe| {
            // The rest is taken from the end, where no probe looks.
            let mut rest: Vec<_> = valid.iter().rev().collect();
            if C::UNIQUE {
                rest.retain(|item| **item != probe);
            } else {
                rest = rest.into_iter().cycle().take(min).collect();
            }
            let mut items = vec![probe];
            items.extend(rest.into_iter().take(min.saturating_sub(1)).cloned());
            (items.len() >= min && !full).then(|| items.into())
        });
        probes
    }
}
