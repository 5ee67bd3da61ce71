//! A type alias of a checked type, and local types that are called like the prelude's.
#![deny(warnings)]

use safe_tool::safe_tool;

mod hidden {
    pub type Text = std::string::String;
    pub type Option<T> = std::option::Option<T>;
}

type Count = u32;

#[safe_tool]
struct Aliased {
    #[max_len(5)]
    name: hidden::Text,
    #[max_len(5)]
    note: hidden::Option<hidden::Text>,
    #[range(1, 5)]
    count: Count,
    other: Count,
}

mod shadowed {
    #![allow(dead_code)]
    use safe_tool::safe_tool;

    struct Option;
    struct Result;
    struct Vec;
    struct Box;
    struct Default;
    trait From {}
    trait Debug {}
    struct Some;
    struct None;

    #[safe_tool(check = check)]
    pub(super) struct Shadows {
        #[max_len(5)]
        #[default("x")]
        name: String,
        #[default(5)]
        at: std::option::Option<u32>,
    }

    fn check(_: &Shadows) -> std::result::Result<(), &'static str> {
        Ok(())
    }
}

fn main() {
    let json = serde_json::json!({"name": "a", "note": null, "count": 1, "other": 9});
    let aliased = Aliased::from_json(json).unwrap();
    assert_eq!((aliased.name.as_str(), aliased.note, aliased.count, aliased.other), ("a", None, 1, 9));
    assert!(shadowed::Shadows::from_json(serde_json::json!({"at": 7})).is_ok());
}
