use std::collections::BTreeMap;

use safe_tool::safe_tool;
use serde_json::{Map, Value};

use crate::{accepts, refuses};

#[safe_tool]
struct Point {
    #[range(0, 9)]
    x: i32,
}

#[safe_tool]
#[serde(rename_all = "lowercase")]
enum Sort {
    True,
    Asc,
}

#[safe_tool(lenient)]
struct Lenient {
    #[range(1, 50)]
    count: u32,
    ratio: Option<f64>,
    #[default(false)]
    flag: bool,
    #[max_items(3)]
    #[each(range(0, 9))]
    #[default]
    list: Vec<u8>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[default]
    map: BTreeMap<String, bool>,
    point: Option<Point>,
    sort: Option<Sort>,
    #[max_len(5)]
    text: Option<String>,
}

#[safe_tool]
struct Partly {
    #[lenient]
    count: u32,
    strict: Option<u32>,
}

#[safe_tool(unknown = "ignore")]
struct Ignoring {
    count: u32,
}

#[safe_tool]
struct Extra {
    #[max_items(1)]
    #[keys(max_len(3))]
    #[each(max_json_bytes(4))]
    map: Map<String, Value>,
}

#[test]
fn text_stands_for_the_json_it_holds() {
    let value = accepts!(Lenient, {
        "count": "5.0", "ratio": " -1.5 ", "flag": "true", "list": "[1, \"2\"]",
        "map": "{\"a\": \"false\"}", "point": "{\"x\": 3}", "sort": "true", "text": "5",
    });
    assert_eq!(
        (value.count, value.ratio, value.flag),
        (5, Some(-1.5), true)
    );
    assert_eq!((value.list, value.map.get("a")), (vec![1, 2], Some(&false)));
    assert_eq!(value.point.map(|point| point.x), Some(3));
    assert!(matches!(value.sort, Some(Sort::True)));
    assert_eq!(value.text.as_deref(), Some("5"));
    assert!(matches!(
        accepts!(Lenient, {"count": 1, "sort": "asc"}).sort,
        Some(Sort::Asc)
    ));
}

#[test]
fn rules_hold_after_the_reading() {
    refuses!(Lenient, {"count": "51"}, "/count range");
    refuses!(Lenient, {"count": 1, "list": "[1, 2, 3, 4]"}, "/list max_items");
    refuses!(Lenient, {"count": 1, "list": "[10]"}, "/list/0 range");
    refuses!(Lenient, {"count": 1, "point": "{\"x\": 10, \"y\": 1}"}, "/point/x range", "/point/y unknown_field");
    refuses!(Lenient, {"count": 1, "map": "{\"a\": true, \"a\": true}"}, "/map/a duplicate_field");
    refuses!(Lenient, {"count": 1, "text": 5}, "/text type");
}

#[test]
fn nothing_is_guessed() {
    for count in [
        "", "five", "5x", "0x5", "+5", "٥", "1.5", "1e400", "true", "null", "[5]", "5 5", "05",
    ] {
        let violations = Lenient::from_json(serde_json::json!({ "count": count })).unwrap_err();
        assert_eq!(violations.len(), 1, "{count}: {violations}");
    }
    refuses!(Lenient, {"count": true}, "/count type");
    refuses!(Lenient, {"count": 1, "flag": 1}, "/flag type");
    refuses!(Lenient, {"count": 1, "flag": "True"}, "/flag type");
    refuses!(Lenient, {"count": 1, "flag": "1"}, "/flag type");
    refuses!(Lenient, {"count": 1, "list": "[1"}, "/list type");
    refuses!(Lenient, {"count": 1, "point": "{\"x\": 1} {"}, "/point type");
    refuses!(Lenient, {"count": 1, "list": format!("[{}]", " ".repeat(300_000))}, "/list type");
    refuses!(Partly, {"count": "5", "strict": "5"}, "/strict type");
}

#[test]
fn the_schema_still_asks_for_the_real_types() {
    let schema = serde_json::to_value(schemars::schema_for!(Lenient)).unwrap();
    assert_eq!(schema["properties"]["count"]["type"], "integer");
    assert_eq!(schema["properties"]["list"]["type"], "array");
}

#[test]
fn unknown_fields_may_be_ignored_and_the_schema_says_so() {
    assert_eq!(
        accepts!(Ignoring, {"count": 1, "other": [1, 2], "more": "x"}).count,
        1
    );
    refuses!(Ignoring, {"count": -1, "other": 1}, "/count range");
    let schema = serde_json::to_value(schemars::schema_for!(Ignoring)).unwrap();
    assert_eq!(schema["additionalProperties"], true);
}

#[test]
fn a_json_object_is_a_map() {
    assert_eq!(accepts!(Extra, {"map": {"a": 1}}).map["a"], 1);
    refuses!(Extra, {"map": {"abcd": 1}}, "/map/abcd max_len");
    refuses!(Extra, {"map": {"a": "long"}}, "/map/a max_json_bytes");
    refuses!(Extra, {"map": {"a": 1, "b": 2}}, "/map max_items");
}

#[test]
fn a_lenient_newtype_of_text_keeps_the_text() {
    #[safe_tool(transparent)]
    struct Label(#[max_len(9)] String);
    #[safe_tool(lenient)]
    struct Labelled {
        label: Label,
    }
    let labelled = accepts!(Labelled, {"label": "{}"});
    assert_eq!(labelled.label.0, "{}");
}
