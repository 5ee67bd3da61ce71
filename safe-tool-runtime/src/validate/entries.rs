//! The entries of an object: which field each is, and what has been read of it.

use std::{fmt, marker::PhantomData};

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::{Cursor, Object, Rule, rule::Seed, suggest::nearest};

/// The entries of an object that is being read.
#[derive(Debug)]
pub struct Entries<A> {
    input: A,
    ignore_unknown: bool,
}

impl<A> Entries<A> {
    pub(super) fn new(input: A) -> Self {
        Self {
            input,
            ignore_unknown: false,
        }
    }

    /// Unknown entries are passed over without a word.
    #[must_use]
    pub fn ignore_unknown(mut self) -> Self {
        self.ignore_unknown = true;
        self
    }

    /// The position in [`Object::FIELDS`] of the next known entry. Unknown entries are
    /// recorded and passed over.
    ///
    /// # Errors
    /// Only what the input itself fails with.
    #[inline]
    pub fn next<'de, T: Object>(&mut self, at: &mut Cursor<'_>) -> Result<Option<usize>, A::Error>
    where
        A: MapAccess<'de>,
    {
        loop {
            let key = Key::<T> {
                object: PhantomData,
                ignore_unknown: self.ignore_unknown,
                at,
            };
            match self.input.next_key_seed(key)? {
                None => return Ok(None),
                Some(Some(field)) => return Ok(Some(field)),
                Some(None) => _ = self.input.next_value::<IgnoredAny>()?,
            }
        }
    }

    /// Reads the value of the entry that [`next`](Self::next) found.
    ///
    /// # Errors
    /// Only what the input itself fails with.
    #[inline]
    pub fn value<'de, R: Rule>(
        &mut self,
        slot: &mut Slot<R::Value>,
        rule: &R,
        at: &mut Cursor<'_>,
    ) -> Result<(), A::Error>
    where
        A: MapAccess<'de>,
    {
        if !matches!(slot, Slot::Absent) {
            self.input.next_value::<IgnoredAny>()?;
            at.refuse("duplicate_field", "must not be given twice");
            return Ok(());
        }
        *slot = match self.input.next_value_seed(Seed { rule, at })? {
            Some(value) => Slot::Valid(value),
            None => Slot::Refused,
        };
        Ok(())
    }
}

/// Looks a key up where the input has it, so that no key is copied. By type, not by a
/// list of names: the names are constants then, and so are the comparisons.
struct Key<'c, 'p, T> {
    object: PhantomData<fn() -> T>,
    ignore_unknown: bool,
    at: &'c mut Cursor<'p>,
}

impl<'de, T: Object> DeserializeSeed<'de> for Key<'_, '_, T> {
    type Value = Option<usize>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, key: D) -> Result<Self::Value, D::Error> {
        key.deserialize_str(self)
    }
}

impl<T: Object> Visitor<'_> for Key<'_, '_, T> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name")
    }

    #[inline]
    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        let field = T::FIELDS.iter().position(|name| *name == key);
        if field.is_none() && !self.ignore_unknown {
            unknown_field(key, T::FIELDS, &mut self.at.key(key));
        }
        Ok(field)
    }
}

#[cold]
fn unknown_field(key: &str, fields: &[&'static str], at: &mut Cursor<'_>) {
    match nearest(key, fields) {
        Some(name) => at.refuse(
            "unknown_field",
            format_args!("is not a known field; did you mean {name:?}?"),
        ),
        None => at.refuse("unknown_field", "is not a known field; leave it out"),
    }
}

/// What has been read of one field.
#[derive(Debug, Default)]
pub enum Slot<T> {
    /// The entry has not come.
    #[default]
    Absent,
    /// It came and was refused; the violation is recorded.
    Refused,
    /// It came and is valid.
    Valid(T),
}

impl<T> Slot<T> {
    /// The value; a missing one is a violation.
    #[inline]
    pub fn required(self, at: &mut Cursor<'_>) -> Option<T> {
        match self {
            Slot::Valid(value) => Some(value),
            Slot::Refused => None,
            Slot::Absent => at.reject("required", "is required but missing"),
        }
    }

    /// The value, or the declared default for a missing one. A default is the author's
    /// own, like a struct literal: the macro judges literals, nobody the rest.
    #[inline]
    pub fn or_default(self, default: impl FnOnce() -> T) -> Option<T> {
        match self {
            Slot::Valid(value) => Some(value),
            Slot::Refused => None,
            Slot::Absent => Some(default()),
        }
    }
}
