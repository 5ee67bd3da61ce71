//! Types that carry their own rule: what `#[safe_tool]` makes of a struct or an enum.

use serde::de::{self, Deserializer};

use super::{
    Cursor, Examples, JsonObject, Probes, Rule, Schemas, Violations, combine, read, refusal,
};
use crate::policy::{self, Policy};

/// A type that checks itself while it is deserialised.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a checked type, so nothing bounds what arrives in it",
    label = "add a bound: `#[max_len(…)]` for text, `#[max_items(…)]` for a list or map, `#[max_json_bytes(…)]` for free-form JSON",
    note = "a struct or enum of your own: put `#[safe_tool]` on it",
    note = "a type of another crate that checks itself (`Uuid`, `DateTime`): put `#[unbounded]` on the field, `#[each(unbounded)]` for the items of a list"
)]
pub trait Checked: Sized {
    /// The rule of the type.
    fn rule() -> impl Rule<Value = Self>;
}

impl Checked for bool {
    fn rule() -> impl Rule<Value = Self> {
        super::boolean()
    }
}

macro_rules! checked_numbers {
    ($new:ident: $($number:ty),*) => {$(
        impl Checked for $number {
            fn rule() -> impl Rule<Value = Self> {
                super::$new::<$number>()
            }
        }
    )*};
}
checked_numbers!(integer: i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize);
checked_numbers!(float: f32, f64);

impl<T: Checked> Checked for Option<T> {
    fn rule() -> impl Rule<Value = Self> {
        combine::optional(T::rule())
    }
}

/// Indirection, so that a type can nest itself.
impl<T: Checked> Checked for Box<T> {
    fn rule() -> impl Rule<Value = Self> {
        combine::then(nested::<T>(), |value, _: &mut Cursor<'_>| {
            Some(Self::new(value))
        })
    }
}

/// The rule of a field whose type carries its own.
#[derive(Clone, Copy, Debug)]
pub struct NestedRule<T>(std::marker::PhantomData<fn() -> T>);

/// Whatever `T` takes. The rule is made when it is used, so that a type that nests
/// itself has a rule of finite size.
///
/// The trait bound is the rule's, not this function's, so that a type without it is one
/// compile error and not two.
pub fn nested<T>() -> NestedRule<T> {
    NestedRule(std::marker::PhantomData)
}

impl<T: Checked> Rule for NestedRule<T> {
    type Value = T;

    fn expected(&self) -> &'static str {
        T::rule().expected()
    }

    fn is_secret(&self) -> bool {
        T::rule().is_secret()
    }

    fn null(&self, at: &mut Cursor<'_>) -> Option<T> {
        T::rule().null(at)
    }

    fn boolean(&self, value: bool, at: &mut Cursor<'_>) -> Option<T> {
        T::rule().boolean(value, at)
    }

    fn integer(&self, value: i128, at: &mut Cursor<'_>) -> Option<T> {
        T::rule().integer(value, at)
    }

    fn float(&self, value: f64, at: &mut Cursor<'_>) -> Option<T> {
        T::rule().float(value, at)
    }

    fn text(&self, value: &str, at: &mut Cursor<'_>) -> Option<T> {
        T::rule().text(value, at)
    }

    fn owned_text(&self, value: String, at: &mut Cursor<'_>) -> Option<T> {
        T::rule().owned_text(value, at)
    }

    fn list<'de, A: de::SeqAccess<'de>>(
        &self,
        items: A,
        at: &mut Cursor<'_>,
    ) -> Result<Option<T>, A::Error> {
        T::rule().list(items, at)
    }

    fn object<'de, A: de::MapAccess<'de>>(
        &self,
        entries: A,
        at: &mut Cursor<'_>,
    ) -> Result<Option<T>, A::Error> {
        T::rule().object(entries, at)
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        schemas.nested::<T>()
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        let inner = examples.enter::<T>();
        inner.map_or_else(Probes::default, |inner| T::rule().probes(&inner))
    }
}

/// The body of the generated `Deserialize`.
///
/// # Errors
/// The input's own error, or one whose text is the [`Violations`].
pub fn deserialize<'de, T: Checked, D: Deserializer<'de>>(input: D) -> Result<T, D::Error> {
    let mut violations = Violations::new();
    let value = read(&T::rule(), input, &mut Cursor::root(&mut violations))?;
    match value {
        Some(value) if violations.is_empty() => Ok(value),
        _ => Err(refused(violations)),
    }
}

#[cold]
fn refused<E: de::Error>(violations: Violations) -> E {
    let error = E::custom(&violations);
    refusal::remember(violations);
    error
}

/// The body of the generated `from_json`.
///
/// # Errors
/// Everything that is wrong with `arguments`.
pub fn from_json<T: Checked>(arguments: serde_json::Value) -> Result<T, Violations> {
    let mut violations = Violations::new();
    let mut root = Cursor::root(&mut violations);
    let value = match read(&T::rule(), arguments, &mut root) {
        Ok(value) => value,
        // A parsed value has no syntax to be wrong; serde's text could quote it.
        Err(_) => root.reject("type", "cannot be read"),
    };
    match value {
        Some(value) if violations.is_empty() => Ok(value),
        _ => Err(violations),
    }
}

/// The body of the generated `JsonSchema`: the type's schema, and at its root the
/// policy, by which `Guard::protect` knows the tool.
pub fn json_schema<T: Checked>(policy: &Policy) -> schemars::Schema {
    let (mut schema, size) = Schemas::root::<T>();
    policy::attach(policy, size, &mut schema);
    schema.into()
}
