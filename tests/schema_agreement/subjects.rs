//! Annotated types that between them use every annotation.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use safe_tool::{CheckError, SandboxedPath, safe_tool};
use schemars::schema_for;
use serde_json::{Value, json};

use super::Subject;

/// A subject of this type with these valid values.
macro_rules! subject {
    ($type:ty: $($sample:tt),+ $(,)?) => {
        Subject {
            name: stringify!($type),
            schema: serde_json::to_value(schema_for!($type)).unwrap(),
            check: |value| <$type>::from_json(value).map(drop),
            deserialize: |value| serde_json::from_value::<$type>(value).is_ok(),
            samples: vec![$(json!($sample)),+],
        }
    };
}

#[safe_tool]
struct Texts {
    #[min_len(2)]
    #[max_len(5)]
    bounded: String,
    #[unbounded]
    unbounded: String,
    #[max_len(3)]
    #[multiline]
    lines: Box<str>,
    #[max_len(3)]
    #[allow_control_chars]
    #[allow_format_chars]
    any: std::sync::Arc<str>,
    #[max_len(4)]
    note: Option<String>,
    // A refusal does not say which rule a secret broke, so it may break no other.
    #[redact]
    #[allow_control_chars]
    #[allow_format_chars]
    #[max_len(6)]
    pin: Option<String>,
}

#[safe_tool]
struct Patterns {
    #[pattern(r"^\w+$")]
    #[max_len(6)]
    words: String,
    #[pattern(r"\d")]
    #[max_len(6)]
    digit: String,
    #[pattern(r"^[^\s]*$")]
    #[max_len(6)]
    solid: String,
    #[pattern(r"^.{0,3}$")]
    #[max_len(6)]
    #[multiline]
    dots: String,
    #[pattern(r"^(?<first>\S)+\D$|^$")]
    #[max_len(6)]
    border: Option<String>,
    #[pattern(r"^(?:[a-z\u{e9}]|\p{Lu})*$")]
    #[max_len(6)]
    letters: Option<String>,
}

#[safe_tool]
struct Trimmed {
    #[trim]
    #[min_len(1)]
    #[max_len(5)]
    text: String,
    #[trim]
    #[max_len(9)]
    #[pattern("^[a-z]*$")]
    pattern: String,
    #[trim]
    #[one_of("a", "b")]
    choice: Option<String>,
    #[max_items(3)]
    #[each(trim, max_len(4))]
    set: HashSet<String>,
}

#[safe_tool]
struct Choices {
    #[one_of("a", "b b", "", "é")]
    choice: String,
    #[one_of("x", "long")]
    #[max_len(4)]
    #[min_len(1)]
    #[default("x")]
    defaulted: String,
    sort: Sort,
    sorts: Option<Sort>,
}

#[safe_tool]
#[serde(rename_all = "kebab-case")]
#[derive(PartialEq, Eq, Hash)]
enum Sort {
    NewestFirst,
    #[serde(rename = "a z")]
    Alphabet,
}

#[safe_tool]
struct Small {
    #[range(1, 50)]
    limit: u32,
    tiny: u8,
    signed: i8,
    #[range(-3..=3)]
    around: i16,
    #[range(5..)]
    from: u16,
    #[range(..=-5)]
    to: i32,
    #[multiple_of(3)]
    #[range(0, 100)]
    threes: u8,
    #[default(3)]
    #[range(0, 9)]
    defaulted: Option<u8>,
}

#[safe_tool]
struct Large {
    unsigned: u64,
    signed: i64,
    wide: i128,
    wider: u128,
    size: usize,
    offset: isize,
    #[multiple_of(7)]
    sevens: i64,
    #[range(9007199254740991, 9007199254740993)]
    exact: Option<u64>,
}

#[safe_tool]
struct Floats {
    any: f64,
    narrow: f32,
    #[range(0.1, 1)]
    part: f32,
    #[range(-0.5..=0.5)]
    around: f64,
    #[range(0..)]
    #[default(1)]
    from: f64,
    #[default]
    flag: bool,
}

#[safe_tool]
struct Lists {
    #[min_items(1)]
    #[max_items(3)]
    #[each(max_len(3))]
    texts: Vec<String>,
    #[max_items(2)]
    #[each(range(0, 9))]
    numbers: VecDeque<u8>,
    #[max_items(2)]
    #[each(max_items(2), each(max_len(2)))]
    nested: Vec<Vec<String>>,
    #[max_items(3)]
    #[each(max_len(2))]
    optional: Vec<Option<String>>,
    #[unbounded]
    #[default]
    all: Vec<String>,
}

#[safe_tool]
struct Sets {
    #[max_items(3)]
    #[each(max_len(3))]
    texts: HashSet<String>,
    #[min_items(1)]
    #[max_items(4)]
    numbers: BTreeSet<i64>,
    #[max_items(2)]
    #[each(nested)]
    sorts: HashSet<Sort>,
    #[max_items(3)]
    #[default]
    flags: HashSet<bool>,
}

#[safe_tool]
struct Maps {
    #[min_items(1)]
    #[max_items(3)]
    #[keys(min_len(1), max_len(3))]
    #[each(range(0.0, 1.0))]
    weights: BTreeMap<String, f64>,
    #[max_items(2)]
    #[keys(pattern("^[a-z]+$"), max_len(4))]
    #[each(max_len(3))]
    texts: HashMap<String, String>,
    #[max_items(2)]
    #[keys(one_of("a", "b"))]
    #[each(nested)]
    #[default]
    points: HashMap<String, Point>,
}

#[safe_tool]
struct Point {
    x: i32,
    #[default(0)]
    y: i32,
}

#[safe_tool]
struct Free {
    #[max_json_bytes(40)]
    json: Value,
    #[max_json_bytes(40)]
    optional: Option<Value>,
    #[unbounded]
    #[default]
    any: Value,
    #[max_items(2)]
    #[each(max_json_bytes(9))]
    list: Vec<Value>,
}

#[safe_tool]
struct Paths {
    #[sandboxed_path("/data/safe")]
    file: SandboxedPath,
    #[sandboxed_path(env = "SAFE_TOOL_TEST_ROOT", default = "/data/safe")]
    other: Option<SandboxedPath>,
}

#[safe_tool(tag = "kind")]
#[serde(rename_all = "snake_case")]
enum Action {
    DoNothing,
    /// With a bound.
    Move {
        #[max_len(5)]
        to: String,
        #[default(3)]
        #[range(1..=4)]
        steps: u8,
    },
    #[serde(rename = "say it")]
    Say {
        words: Option<Point>,
    },
}

#[safe_tool(transparent)]
struct Tag(
    #[max_len(4)]
    #[pattern("^[a-z\\d]+$")]
    String,
);

#[safe_tool]
struct Nested {
    point: Point,
    optional: Option<Point>,
    boxed: Box<Point>,
    tag: Tag,
    action: Option<Action>,
    #[max_items(2)]
    points: Vec<Point>,
}

#[safe_tool]
struct Tree {
    value: i8,
    left: Option<Box<Self>>,
    #[max_items(2)]
    #[default]
    children: Vec<Tree>,
}

#[safe_tool]
#[serde(rename_all = "camelCase")]
struct Renamed {
    first_name: bool,
    #[serde(rename = "$ref")]
    reference: Option<bool>,
    r#type: Option<bool>,
    #[serde(rename = "with space/and ~ signs")]
    odd: Option<u8>,
}

#[safe_tool(check = ordered)]
struct Checked {
    #[check(even)]
    low: u32,
    high: u32,
    #[max_len(5)]
    #[check(no_bob)]
    name: Option<String>,
}

fn even(value: &u32) -> Result<(), &'static str> {
    if value.is_multiple_of(2) {
        Ok(())
    } else {
        Err("must be even")
    }
}

fn no_bob(value: &str) -> Result<(), String> {
    if value == "bob" {
        Err("must be another".into())
    } else {
        Ok(())
    }
}

fn ordered(value: &Checked) -> Result<(), CheckError> {
    match value.low > value.high {
        true => Err(CheckError::new("must not exceed high").at("low")),
        false => Ok(()),
    }
}

#[safe_tool]
struct Foreign {
    #[unbounded]
    address: std::net::IpAddr,
    #[unbounded]
    other: Option<std::net::Ipv4Addr>,
}

#[safe_tool]
struct Page<T> {
    #[max_items(2)]
    items: Vec<T>,
    next: Option<T>,
}

#[safe_tool]
struct Ping {}

type Name = String;
type Names = Vec<Name>;
type Weights = BTreeMap<Name, u8>;

#[safe_tool]
struct Aliases {
    #[max_len(3)]
    name: Name,
    #[max_items(2)]
    #[each(max_len(3))]
    names: Names,
    #[max_items(2)]
    #[keys(max_len(3))]
    weights: Weights,
}

pub(super) fn all() -> Vec<Subject> {
    vec![
        subject!(Texts:
            {"bounded": "ab", "unbounded": "x", "lines": "a\nb", "any": "\u{0}\u{200b}"},
            {"bounded": "𝄞𝄞𝄞𝄞𝄞", "unbounded": "", "lines": "", "any": "", "note": null, "pin": "1234"}),
        subject!(Patterns:
            {"words": "a_1", "digit": "x7", "solid": "", "dots": "ab"},
            {"words": "Z", "digit": "7", "solid": "é", "dots": "", "border": "ab", "letters": "éÉ"}),
        subject!(Trimmed:
            {"text": "ab", "pattern": "abc", "choice": "a", "set": ["a", "b"]},
            {"text": "é", "pattern": "", "set": []}),
        subject!(Choices:
            {"choice": "a", "sort": "newest-first"},
            {"choice": "", "defaulted": "long", "sort": "a z", "sorts": "newest-first"}),
        subject!(Small:
            {"limit": 1, "tiny": 255, "signed": -128, "around": 0, "from": 5, "to": -5, "threes": 99},
            {"limit": 50.0, "tiny": 0, "signed": 127, "around": -3, "from": 65535, "to": -6, "threes": 0, "defaulted": 9}),
        subject!(Large:
            {"unsigned": 18446744073709551615_u64, "signed": -9223372036854775808_i64, "wide": 1, "wider": 1, "size": 0, "offset": -1, "sevens": 7},
            {"unsigned": 0, "signed": 9223372036854775807_i64, "wide": -5, "wider": 18446744073709551615_u64, "size": 9, "offset": 0, "sevens": -14, "exact": 9007199254740993_u64}),
        subject!(Floats:
            {"any": 1e308, "narrow": 3.0e38, "part": 0.1, "around": -0.5},
            {"any": 5, "narrow": -1, "part": 1, "around": 0, "from": 0, "flag": true}),
        subject!(Lists:
            {"texts": ["a"], "numbers": [1, 2], "nested": [["a"], []], "optional": [null, "b"]},
            {"texts": ["a", "b", "c"], "numbers": [], "nested": [], "optional": [], "all": ["x", "y"]}),
        subject!(Sets:
            {"texts": ["a", "b"], "numbers": [1], "sorts": ["newest-first"]},
            {"texts": [], "numbers": [1, 2, 3.0, 4], "sorts": ["newest-first", "a z"], "flags": [true, false]}),
        subject!(Maps:
            {"weights": {"a": 0.5}, "texts": {"ab": "x"}},
            {"weights": {"a": 0, "é": 1, "abc": 1.0}, "texts": {}, "points": {"a": {"x": 1}}}),
        subject!(Free:
            {"json": {"a": [1, null]}, "list": [1]},
            {"json": null, "optional": "text", "any": {"deep": {"er": []}}, "list": []}),
        subject!(Paths:
            {"file": "a/b.txt"},
            {"file": "notes", "other": "x.y"}),
        subject!(Action:
            {"kind": "do_nothing"},
            {"kind": "move", "to": "abc"},
            {"kind": "move", "to": "", "steps": 4},
            {"kind": "say it", "words": {"x": 1}}),
        subject!(Tag: "abcd", "7"),
        subject!(Sort: "newest-first", "a z"),
        subject!(Nested:
            {"point": {"x": 1}, "boxed": {"x": 2, "y": 3}, "tag": "a", "points": []},
            {"point": {"x": 1, "y": 2}, "optional": {"x": 1}, "boxed": {"x": 0}, "tag": "b", "action": {"kind": "move", "to": "x"}, "points": [{"x": 1}]}),
        subject!(Tree:
            {"value": 1},
            {"value": 1, "left": {"value": 2, "left": {"value": 3}}, "children": [{"value": 4}]}),
        subject!(Renamed:
            {"firstName": true, "$ref": true, "type": false, "with space/and ~ signs": 3},
            {"firstName": false}),
        subject!(Checked:
            {"low": 2, "high": 3},
            {"low": 0, "high": 0, "name": "ann"}),
        subject!(Foreign:
            {"address": "127.0.0.1"},
            {"address": "::1", "other": "10.0.0.1"}),
        subject!(Page<Point>:
            {"items": [{"x": 1}], "next": {"x": 1}},
            {"items": []}),
        subject!(Ping: {}),
        subject!(Aliases:
            {"name": "abc", "names": ["a"], "weights": {"a": 1}},
            {"name": "", "names": [], "weights": {}}),
    ]
}
