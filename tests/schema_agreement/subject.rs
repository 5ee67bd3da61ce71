//! What the test needs of a type.

use safe_tool::Violations;
use serde_json::Value;

/// One annotated type: its schema, its check, and valid values to start from.
pub(super) struct Subject {
    pub(super) name: &'static str,
    pub(super) schema: Value,
    pub(super) check: fn(Value) -> Result<(), Violations>,
    pub(super) deserialize: fn(Value) -> bool,
    pub(super) from_str: fn(&str) -> bool,
    /// Names in JSON of the lenient fields, of which the schema says nothing; an empty
    /// one for the root.
    pub(super) lenient: &'static [&'static str],
    /// Whether the type, or one inside it, takes fields that it does not know.
    pub(super) open: bool,
    pub(super) samples: Vec<Value>,
}

/// `all()`, which lists these types with their valid values.
macro_rules! subjects {
    ($(
        $type:ty {
            lenient: [$($lenient:literal),*],
            open: $open:literal,
            $($sample:literal),+ $(,)?
        }
    )+) => {
        pub(super) fn all() -> Vec<$crate::subject::Subject> {
            vec![$($crate::subject::Subject {
                name: stringify!($type),
                schema: serde_json::to_value(schemars::schema_for!($type)).unwrap(),
                check: |value| <$type>::from_json(value).map(drop),
                deserialize: |value| serde_json::from_value::<$type>(value).is_ok(),
                from_str: |text| serde_json::from_str::<$type>(text).is_ok(),
                lenient: &[$($lenient),*],
                open: $open,
                samples: vec![$(serde_json::from_str($sample).unwrap()),+],
            }),+]
        }
    };
}
pub(super) use subjects;
