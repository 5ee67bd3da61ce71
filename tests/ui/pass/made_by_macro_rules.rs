//! A struct whose name, types and bounds come out of another macro.
#![deny(warnings)]

use safe_tool::safe_tool;

macro_rules! arguments {
    ($(#[$attr:meta])* $vis:vis $name:ident { $($field:ident: $ty:ty, $max:literal;)* } $low:expr) => {
        $(#[$attr])*
        #[safe_tool(check = $name::check)]
        $vis struct $name {
            $(
                #[max_len($max)]
                $field: $ty,
            )*
            #[range(1, 9)]
            #[default($low)]
            count: u32,
        }

        impl $name {
            fn check(&self) -> Result<(), &'static str> {
                if self.count == 3 { Err("must not be 3") } else { Ok(()) }
            }
        }
    };
}

arguments! {
    /// Made elsewhere.
    pub(crate) Made { a: String, 5; b: Option<String>, 6; } 4
}

fn main() {
    let made = Made::from_json(serde_json::json!({"a": "x"})).unwrap();
    assert_eq!((made.a.as_str(), made.b, made.count), ("x", None, 4));
    assert!(Made::from_json(serde_json::json!({"a": "toolong"})).is_err());
}
