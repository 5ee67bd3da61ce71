//! No name of the prelude is needed.
#![no_implicit_prelude]
#![deny(warnings)]

#[::safe_tool::safe_tool(rate_limit(5, per = "1s"), timeout = "1s", output(source = "x", max_chars = 5))]
#[derive(::std::clone::Clone)]
struct Bare {
    #[max_len(5)]
    #[default("x")]
    name: ::std::string::String,
    #[range(1, 5)]
    count: ::std::option::Option<u32>,
    #[sandboxed_path("/data/safe")]
    path: ::std::option::Option<::safe_tool::SandboxedPath>,
    #[max_len(5)]
    #[default("y")]
    bound: ::safe_tool::SqlParam<::std::string::String>,
    #[one_of("id")]
    #[default("id")]
    sort: ::std::option::Option<::safe_tool::SqlIdent>,
}

#[::safe_tool::safe_tool(tag = "kind")]
enum Action {
    Nothing,
    Move { steps: u8 },
}

#[::safe_tool::safe_tool(transparent)]
struct Tag(#[one_of("a")] ::std::string::String);

fn main() {
    let bare = Bare::from_json(::serde_json::from_str(r#"{"count": 2}"#).unwrap()).unwrap();
    let Bare { name, count, path, bound, sort } = ::std::clone::Clone::clone(&bare);
    ::std::assert!(name == "x" && count == ::std::option::Option::Some(2) && path.is_none());
    ::std::assert!(bound == *"y" && sort.unwrap() == *"id");
    match ::serde_json::from_str(r#"{"kind": "Nothing"}"#).unwrap() {
        Action::Move { steps } => ::std::assert!(steps == 0),
        Action::Nothing => {}
    }
    let tag: Tag = ::serde_json::from_str(r#""a""#).unwrap();
    ::std::assert!(tag.0 == "a");
}
