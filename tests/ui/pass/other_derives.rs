//! Derives above and below, `Serialize` with serde's attributes, an empty struct,
//! recursion, more than twelve fields.
#![deny(warnings)]

use safe_tool::safe_tool;
use serde_json::json;

#[derive(Clone, PartialEq)]
#[safe_tool]
#[derive(serde::Serialize)]
#[serde(rename_all = "kebab-case")]
struct Echo {
    #[max_len(5)]
    the_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    the_count: Option<u32>,
}

#[safe_tool(tag = "kind")]
#[derive(serde::Serialize)]
#[serde(tag = "kind")]
enum Action {
    Nothing,
    #[serde(rename = "go")]
    Move { steps: u8 },
}

#[safe_tool]
struct Ping {}

#[safe_tool]
struct Tree {
    #[max_items(2)]
    children: Vec<Self>,
    left: Option<Box<Self>>,
    #[max_items(2)]
    #[each(nested)]
    #[default]
    right: Vec<Tree>,
}

#[safe_tool]
#[derive(Clone, Copy)]
struct Wide {
    a: u8, b: u16, c: u32, d: u64, e: u128, f: usize, g: i8,
    h: i16, i: i32, j: i64, k: i128, l: isize, m: bool,
    #[range(0.1, 1)]
    #[default(0.5)]
    n: f32,
    #[default(-1)]
    o: f64,
    #[default(18_446_744_073_709_551_615)]
    p: u64,
    #[default(-5)]
    q: Option<isize>,
    #[default(2.5f32)]
    r: f32,
}

#[safe_tool]
struct Defaults {
    #[max_len(9)]
    #[default("boxed")]
    boxed: Box<str>,
    #[max_len(9)]
    #[default("cow")]
    cow: std::borrow::Cow<'static, str>,
    #[max_len(9)]
    #[default("some")]
    some: Option<String>,
    #[default(Some(3))]
    three: Option<u8>,
    #[max_items(2)]
    #[default(vec![1, 2])]
    list: Vec<u8>,
}

fn main() {
    let echo = Echo::from_json(json!({"the-name": "x"})).unwrap();
    assert_eq!(serde_json::to_value(echo.clone()).unwrap(), json!({"the-name": "x"}));
    let action = Action::from_json(json!({"kind": "go", "steps": 2})).unwrap();
    assert_eq!(serde_json::to_value(action).unwrap(), json!({"kind": "go", "steps": 2}));
    assert!(matches!(Action::from_json(json!({"kind": "Nothing"})), Ok(Action::Nothing)));
    assert!(Ping::from_json(json!({})).is_ok() && Ping::from_json(json!({"a": 1})).is_err());
    let tree = Tree::from_json(json!({"children": [{"children": []}], "left": {"children": []}})).unwrap();
    assert!(tree.left.is_some() && tree.children.len() == 1 && tree.right.is_empty());
    let mut wide = json!({"m": true});
    for name in "abcdefghijkl".chars() {
        wide[name.to_string()] = 1.into();
    }
    let wide = Wide::from_json(wide).unwrap();
    assert_eq!((wide.n, wide.o, wide.p, wide.q, wide.r), (0.5, -1.0, u64::MAX, Some(-5), 2.5));
    let all = Defaults::from_json(json!({})).unwrap();
    assert_eq!((&*all.boxed, &*all.cow, all.some.as_deref(), all.three, all.list), ("boxed", "cow", Some("some"), Some(3), vec![1, 2]));
    let schema = serde_json::to_value(schemars::schema_for!(Wide)).unwrap();
    assert_eq!(schema["properties"]["p"]["default"], json!(u64::MAX));
    assert_eq!(schema["properties"]["q"]["default"], json!(-5));
}
