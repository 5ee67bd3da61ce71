//! Whatever serde and schemars take, `#[safe_output]` takes too; no crate but `safe_tool`
//! need be named.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![allow(dead_code)]

use ::safe_tool as renamed;

/// Names that the expansion must not meet.
#[allow(non_camel_case_types)]
struct Option_;

#[renamed::safe_output(crate = ::safe_tool)]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Unit {
    A,
    B,
}

#[renamed::safe_output]
enum Never {}

#[renamed::safe_output]
struct Nothing;

#[renamed::safe_output]
#[serde(rename_all = "camelCase", tag = "kind", content = "value")]
enum Everything<'a, T, const N: usize>
where
    T: Clone,
{
    Plain,
    Newtype(#[redact] &'a str),
    Pair(T, #[redact] Option<T>),
    Fields {
        #[redact]
        #[serde(rename = "x", default)]
        #[schemars(title = "X")]
        r#type: String,
        field_0: u8,
        f: Vec<T>,
    },
}

#[renamed::safe_output]
struct Old {
    #[deprecated]
    #[redact]
    secret: String,
    #[deprecated]
    shown: String,
}

fn main() {
    let value: Everything<'_, u8, 3> = Everything::Newtype("secret");
    assert_eq!(format!("{value:?} {:?} {Nothing:?}", Unit::A), "Newtype([REDACTED]) A Nothing");
}
