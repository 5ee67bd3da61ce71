//! `redact` on the field of a newtype: the secret is the type itself, wherever it is used.

use serde::de::{MapAccess, SeqAccess};

use super::{Cursor, Examples, JsonObject, Probes, Rule, Schemas, combine::delegate};

/// The rule of a type whose values are secrets.
#[derive(Clone, Debug)]
pub struct SecretRule<R> {
    inner: R,
}

/// What `inner` takes; of what it refuses nothing is told.
pub fn secret<R: Rule>(inner: R) -> SecretRule<R> {
    SecretRule { inner }
}

impl<R: Rule> SecretRule<R> {
    fn finish(&self, value: R::Value, _: &mut Cursor<'_>) -> Option<R::Value> {
        Some(value)
    }
}

impl<R: Rule> Rule for SecretRule<R> {
    type Value = R::Value;

    delegate!();

    fn is_secret(&self) -> bool {
        true
    }

    fn null(&self, at: &mut Cursor<'_>) -> Option<R::Value> {
        self.inner.null(at)
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        self.inner.schema(schemas)
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        self.inner.probes(examples).secret(&self.inner)
    }
}
