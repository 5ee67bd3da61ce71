//! Rules made of rules: `Option<T>`, `check(path)`, newtypes.

use serde::de::{MapAccess, SeqAccess};
use serde_json::{Value, json};

use super::{
    Cursor, Examples, JsonObject, Probes, Rule, Schemas,
    check::check_remark,
    schema::{object, remark},
};

/// Hands each JSON type but `null` to `self.inner` and its value to `self.finish`.
macro_rules! delegate {
    () => {
        fn expected(&self) -> &'static str {
            self.inner.expected()
        }
        fn boolean(&self, value: bool, at: &mut Cursor<'_>) -> Option<Self::Value> {
            let value = self.inner.boolean(value, at)?;
            self.finish(value, at)
        }
        fn integer(&self, value: i128, at: &mut Cursor<'_>) -> Option<Self::Value> {
            let value = self.inner.integer(value, at)?;
            self.finish(value, at)
        }
        fn float(&self, value: f64, at: &mut Cursor<'_>) -> Option<Self::Value> {
            let value = self.inner.float(value, at)?;
            self.finish(value, at)
        }
        fn text(&self, value: &str, at: &mut Cursor<'_>) -> Option<Self::Value> {
            let value = self.inner.text(value, at)?;
            self.finish(value, at)
        }
        fn owned_text(&self, value: String, at: &mut Cursor<'_>) -> Option<Self::Value> {
            let value = self.inner.owned_text(value, at)?;
            self.finish(value, at)
        }
        fn list<'de, A: SeqAccess<'de>>(
            &self,
            items: A,
            at: &mut Cursor<'_>,
        ) -> Result<Option<Self::Value>, A::Error> {
            let value = self.inner.list(items, at)?;
            Ok(value.and_then(|value| self.finish(value, at)))
        }
        fn object<'de, A: MapAccess<'de>>(
            &self,
            entries: A,
            at: &mut Cursor<'_>,
        ) -> Result<Option<Self::Value>, A::Error> {
            let value = self.inner.object(entries, at)?;
            Ok(value.and_then(|value| self.finish(value, at)))
        }
    };
}

pub(super) use delegate;

/// The rule of an `Option<T>` field.
#[derive(Clone, Debug)]
pub struct OptionalRule<R> {
    inner: R,
}

/// `null`, or what `inner` takes.
pub fn optional<R: Rule>(inner: R) -> OptionalRule<R> {
    OptionalRule { inner }
}

impl<R: Rule> OptionalRule<R> {
    fn finish(&self, value: R::Value, _: &mut Cursor<'_>) -> Option<Option<R::Value>> {
        Some(Some(value))
    }
}

impl<R: Rule> Rule for OptionalRule<R> {
    type Value = Option<R::Value>;

    delegate!();

    fn is_secret(&self) -> bool {
        self.inner.is_secret()
    }

    fn null(&self, _: &mut Cursor<'_>) -> Option<Self::Value> {
        Some(None)
    }

    // `anyOf`, not a list of types: many hosts know only a single `type`.
    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        let mut inner = self.inner.schema(schemas);
        // Outside, where a host looks for it.
        let description = inner.remove_entry("description");
        let mut schema = object(json!({ "anyOf": [inner, { "type": "null" }] }));
        schema.extend(description);
        schema
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        let mut probes = examples.probes_of(&self.inner);
        probes.valid.push(Value::Null);
        probes.inside.push(Value::Null);
        probes.outside.retain(|probe| !probe.value.is_null());
        probes
    }
}

/// The rule of a field with custom checks, or of a newtype.
#[derive(Clone, Debug)]
pub struct ThenRule<R, F> {
    inner: R,
    then: F,
    check: Option<&'static str>,
}

/// What `inner` takes, if `then` takes it too and makes a `T` of it.
pub fn then<R, T, F>(inner: R, then: F) -> ThenRule<R, F>
where
    R: Rule,
    F: Fn(R::Value, &mut Cursor<'_>) -> Option<T>,
{
    ThenRule {
        inner,
        then,
        check: None,
    }
}

impl<R, F> ThenRule<R, F> {
    /// The function's name, for the schema, which has no other way to tell of it.
    pub fn check(mut self, name: &'static str) -> Self {
        self.check = Some(name);
        self
    }

    fn finish<T>(&self, value: R::Value, at: &mut Cursor<'_>) -> Option<T>
    where
        R: Rule,
        F: Fn(R::Value, &mut Cursor<'_>) -> Option<T>,
    {
        (self.then)(value, at)
    }
}

impl<R, T, F> Rule for ThenRule<R, F>
where
    R: Rule,
    F: Fn(R::Value, &mut Cursor<'_>) -> Option<T>,
{
    type Value = T;

    delegate!();

    fn is_secret(&self) -> bool {
        self.inner.is_secret()
    }

    fn null(&self, at: &mut Cursor<'_>) -> Option<T> {
        let value = self.inner.null(at)?;
        self.finish(value, at)
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        let mut schema = self.inner.schema(schemas);
        if let Some(check) = self.check {
            remark(&mut schema, &check_remark(check));
        }
        schema
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        self.inner.probes(examples)
    }
}
