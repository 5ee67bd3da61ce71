//! What every rule is: a reader of one JSON value and the schema that says the same.

use std::fmt;

use serde::de::{self, Deserializer, IgnoredAny, MapAccess, SeqAccess};

use super::{Cursor, Examples, Probes, Schemas};

/// A JSON object, as schemas are built of.
pub type JsonObject = serde_json::Map<String, serde_json::Value>;

/// Reads one value, whatever JSON was sent in its place, and describes what it takes.
///
/// A reader never fails on a wrong value: it records a violation and returns `None`,
/// so that one refused call lists everything that is wrong with it. `Err` is left for
/// broken input (JSON syntax), after which there is nothing more to read.
///
/// One method per JSON type; those a rule leaves out refuse that type.
pub trait Rule {
    /// The type of the field that this rule guards.
    type Value;

    /// The JSON type that is wanted, with its article: "a string".
    fn expected(&self) -> &'static str;

    /// True if nothing may be told about the value but that it was refused.
    fn is_secret(&self) -> bool {
        false
    }

    /// The JSON Schema of the accepted values.
    fn schema(&self, schemas: &mut Schemas) -> JsonObject;

    /// The values just inside and just outside of this rule, for `assert_policy`. Without
    /// them, the type's author has to give an example.
    fn probes(&self, _examples: &Examples<'_>) -> Probes {
        Probes::unknown()
    }

    /// Reads `null`.
    fn null(&self, at: &mut Cursor<'_>) -> Option<Self::Value> {
        wrong_type(self.expected(), "null", at)
    }

    /// Reads `true` or `false`.
    fn boolean(&self, _value: bool, at: &mut Cursor<'_>) -> Option<Self::Value> {
        wrong_type(self.expected(), "a boolean", at)
    }

    /// Reads a number without fraction or exponent.
    fn integer(&self, _value: i128, at: &mut Cursor<'_>) -> Option<Self::Value> {
        wrong_type(self.expected(), "a number", at)
    }

    /// Reads any other number.
    fn float(&self, _value: f64, at: &mut Cursor<'_>) -> Option<Self::Value> {
        wrong_type(self.expected(), "a number", at)
    }

    /// Reads a string that the input keeps.
    fn text(&self, _value: &str, at: &mut Cursor<'_>) -> Option<Self::Value> {
        wrong_type(self.expected(), "a string", at)
    }

    /// Reads a string that the input gives away.
    fn owned_text(&self, value: String, at: &mut Cursor<'_>) -> Option<Self::Value> {
        self.text(&value, at)
    }

    /// Reads a list.
    ///
    /// # Errors
    /// Only what the input itself fails with.
    fn list<'de, A: SeqAccess<'de>>(
        &self,
        mut items: A,
        at: &mut Cursor<'_>,
    ) -> Result<Option<Self::Value>, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(wrong_type(self.expected(), "a list", at))
    }

    /// Reads an object.
    ///
    /// # Errors
    /// Only what the input itself fails with.
    fn object<'de, A: MapAccess<'de>>(
        &self,
        mut entries: A,
        at: &mut Cursor<'_>,
    ) -> Result<Option<Self::Value>, A::Error> {
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(wrong_type(self.expected(), "an object", at))
    }
}

#[cold]
fn wrong_type<T>(expected: &str, got: &str, at: &mut Cursor<'_>) -> Option<T> {
    at.reject("type", format_args!("must be {expected}, not {got}"))
}

/// Reads one value of `input` by `rule`.
///
/// # Errors
/// Only what the input itself fails with; a value that breaks the rule is `Ok(None)`
/// with its violations recorded.
#[inline]
pub fn read<'de, R: Rule, D: Deserializer<'de>>(
    rule: &R,
    input: D,
    at: &mut Cursor<'_>,
) -> Result<Option<R::Value>, D::Error> {
    if rule.is_secret() {
        let mut at = at.here().redacted();
        return input.deserialize_any(Reader { rule, at: &mut at });
    }
    input.deserialize_any(Reader { rule, at })
}

/// [`read`] as a seed, for the values of lists and objects.
pub(super) struct Seed<'r, 'c, 'p, R> {
    pub(super) rule: &'r R,
    pub(super) at: &'c mut Cursor<'p>,
}

impl<'de, R: Rule> de::DeserializeSeed<'de> for Seed<'_, '_, '_, R> {
    type Value = Option<R::Value>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Self::Value, D::Error> {
        read(self.rule, input, self.at)
    }
}

/// serde's visitor over a rule: folds serde's many types into JSON's seven.
struct Reader<'r, 'c, 'p, R> {
    rule: &'r R,
    at: &'c mut Cursor<'p>,
}

impl<'de, R: Rule> de::Visitor<'de> for Reader<'_, '_, '_, R> {
    type Value = Option<R::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.rule.expected())
    }

    #[inline]
    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(self.rule.boolean(value, self.at))
    }

    #[inline]
    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(self.rule.integer(value.into(), self.at))
    }

    #[inline]
    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(self.rule.integer(value.into(), self.at))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Self::Value, E> {
        Ok(self.rule.integer(value, self.at))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Self::Value, E> {
        match i128::try_from(value) {
            Ok(value) => Ok(self.rule.integer(value, self.at)),
            Err(_) => Ok(self
                .at
                .reject("range", "must be a number of at most 128 bits")),
        }
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(self.rule.float(value, self.at))
    }

    #[inline]
    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(self.rule.text(value, self.at))
    }

    #[inline]
    fn visit_string<E>(self, value: String) -> Result<Self::Value, E> {
        Ok(self.rule.owned_text(value, self.at))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(self.rule.null(self.at))
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(self.rule.null(self.at))
    }

    fn visit_some<D: Deserializer<'de>>(self, input: D) -> Result<Self::Value, D::Error> {
        read(self.rule, input, self.at)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, input: D) -> Result<Self::Value, D::Error> {
        read(self.rule, input, self.at)
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        self.rule.list(items, self.at)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Self::Value, A::Error> {
        self.rule.object(entries, self.at)
    }
}
