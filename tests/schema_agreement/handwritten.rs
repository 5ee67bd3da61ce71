//! Annotated types written by hand: those that a script would not think of.
#![allow(dead_code, reason = "arguments that no tool reads")]

use std::collections::{BTreeMap, HashMap, HashSet};

use safe_tool::{CheckError, safe_tool};

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
#[serde(rename_all = "kebab-case")]
#[derive(PartialEq, Eq, Hash)]
enum Sort {
    NewestFirst,
    #[serde(rename = "a z")]
    Alphabet,
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

/// Two types that nest each other.
#[safe_tool(tag = "is")]
enum Expression {
    Number {
        value: f64,
    },
    Call {
        #[max_len(4)]
        name: String,
        with: Box<Arguments>,
    },
}

#[safe_tool]
struct Arguments {
    #[max_items(2)]
    each: Vec<Expression>,
}

#[safe_tool]
struct Chain<T> {
    link: T,
    next: Option<Box<Chain<T>>>,
}

super::subjects! {
    Patterns {
        lenient: [],
        open: false,
        r##"{"words": "a_1", "digit": "x7", "solid": "", "dots": "ab"}"##,
        r##"{"words": "Z", "digit": "7", "solid": "é", "dots": "", "border": "ab", "letters": "éÉ"}"##,
    }
    Trimmed {
        lenient: [],
        open: false,
        r##"{"text": "ab", "pattern": "abc", "choice": "a", "set": ["a", "b"]}"##,
        r##"{"text": "é", "pattern": "", "set": []}"##,
    }
    Maps {
        lenient: [],
        open: false,
        r##"{"weights": {"a": 0.5}, "texts": {"ab": "x"}}"##,
        r##"{"weights": {"a": 0, "é": 1, "abc": 1.0}, "texts": {}, "points": {"a": {"x": 1}}}"##,
    }
    Action {
        lenient: [],
        open: false,
        r##"{"kind": "do_nothing"}"##,
        r##"{"kind": "move", "to": "abc"}"##,
        r##"{"kind": "move", "to": "", "steps": 4}"##,
        r##"{"kind": "say it", "words": {"x": 1}}"##,
    }
    Tag {
        lenient: [],
        open: false,
        r##""abcd""##,
        r##""7""##,
    }
    Sort {
        lenient: [],
        open: false,
        r##""newest-first""##,
        r##""a z""##,
    }
    Nested {
        lenient: [],
        open: false,
        r##"{"point": {"x": 1}, "boxed": {"x": 2, "y": 3}, "tag": "a", "points": []}"##,
        r##"{"point": {"x": 1, "y": 2}, "optional": {"x": 1}, "boxed": {"x": 0}, "tag": "b", "action": {"kind": "move", "to": "x"}, "points": [{"x": 1}]}"##,
    }
    Tree {
        lenient: [],
        open: false,
        r##"{"value": 1}"##,
        r##"{"value": 1, "left": {"value": 2, "left": {"value": 3}}, "children": [{"value": 4}]}"##,
    }
    Expression {
        lenient: [],
        open: false,
        r##"{"is": "Number", "value": 0.5}"##,
        r##"{"is": "Call", "name": "add", "with": {"each": [{"is": "Number", "value": 1}]}}"##,
    }
    Chain<u8> {
        lenient: [],
        open: false,
        r##"{"link": 1}"##,
        r##"{"link": 1, "next": {"link": 2, "next": {"link": 3}}}"##,
    }
    Checked {
        lenient: [],
        open: false,
        r##"{"low": 2, "high": 3}"##,
        r##"{"low": 0, "high": 0, "name": "ann"}"##,
    }
    Aliases {
        lenient: [],
        open: false,
        r##"{"name": "abc", "names": ["a"], "weights": {"a": 1}}"##,
        r##"{"name": "", "names": [], "weights": {}}"##,
    }
}
