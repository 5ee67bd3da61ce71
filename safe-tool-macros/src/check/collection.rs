//! Lists and maps: how much of what.

use syn::Type;

use super::{
    place::Place,
    refuse_repetition,
    value::{Context, find, value},
};
use crate::{
    kind::Kind,
    model::{Items, Shape, Value},
    syntax::{Annotation, Rule},
};

impl Context<'_> {
    pub(super) fn list(&self) -> Option<Shape> {
        let item = match self.kind {
            Kind::List(item) => (*item).clone(),
            _ => self.associated("List", "Item"),
        };
        let items = self.items("items");
        let each = self.inside(&item, find!(self, Each), "each item");
        Some(Shape::List {
            items: items?,
            each: each?,
        })
    }

    pub(super) fn map(&self) -> Option<Shape> {
        let (key, each) = match self.kind {
            Kind::Map(key, each) => ((*key).clone(), (*each).clone()),
            _ => (
                self.associated("Map", "Key"),
                self.associated("Map", "Value"),
            ),
        };
        let items = self.items("entries");
        let keys = self.inside(&key, find!(self, Keys), "each key");
        let each = self.inside(&each, find!(self, Each), "each value");
        let keys = keys?;
        if !matches!(keys.shape, Shape::Text(_) | Shape::Nested) {
            self.errors.at(
                &key,
                "the keys of a JSON object are text",
                "use `String` keys, or a C-like enum with `#[safe_tool]`",
            );
            return None;
        }
        Some(Shape::Map {
            items: items?,
            keys,
            each: each?,
        })
    }

    fn items(&self, what: &str) -> Option<Items> {
        let items = Items {
            min: find!(self, MinItems).cloned(),
            max: find!(self, MaxItems).cloned(),
        };
        self.ordered(items.min.as_ref(), items.max.as_ref(), "items");
        let can = format!("can hold any number of {what}");
        self.bounded(items.max.as_ref(), "max_items", &can, || {
            format!(
                "bound it with `{}`, or write `{}` if it must be",
                self.place.annotation("max_items(10)"),
                self.place.annotation("unbounded")
            )
        })?;
        Some(items)
    }

    /// The rule of what is inside. `#[unbounded]` on the collection alone covers it too.
    fn inside(
        &self,
        ty: &Type,
        listed: Option<&Vec<Annotation>>,
        what: &'static str,
    ) -> Option<Box<Value>> {
        let place = Place::Inside {
            what,
            outer: self.place,
        };
        let mut annotations = listed.cloned().unwrap_or_default();
        refuse_repetition(&mut annotations, self.errors);
        let mut whole_field = false;
        for annotation in &annotations {
            let name = &annotation.name;
            if matches!(
                annotation.rule,
                Rule::Default(_) | Rule::Redact | Rule::Lenient
            ) {
                whole_field = true;
                self.errors.at(
                    name,
                    format_args!("`{name}` is about the whole field"),
                    format_args!("write `#[{name}]` on the field itself"),
                );
            }
        }
        if whole_field {
            return None;
        }
        let could_be_unbounded = matches!(
            Kind::of(ty).bound(),
            Kind::Text | Kind::List(_) | Kind::Map(..) | Kind::Json
        );
        match &self.unbounded {
            Some(word) if annotations.is_empty() && could_be_unbounded => {
                annotations.push(Annotation {
                    name: word.clone(),
                    meta: syn::Meta::Path(word.clone().into()),
                    rule: Rule::Unbounded,
                });
            }
            // The bound of the inside may be what was misspelt or misplaced.
            None if self.excused && annotations.is_empty() && could_be_unbounded => return None,
            _ => {}
        }
        value(ty, &annotations, &place, self.errors).map(Box::new)
    }
}
