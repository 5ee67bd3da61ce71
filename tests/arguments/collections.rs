use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use safe_tool::safe_tool;

use crate::{accepts, refuses};

#[safe_tool]
struct Lists {
    #[min_items(1)]
    #[max_items(3)]
    #[each(max_len(4))]
    tags: Vec<String>,
    #[max_items(2)]
    #[each(max_items(2), each(range(0, 9)))]
    #[default]
    grid: Vec<Vec<u8>>,
    #[max_items(2)]
    #[default]
    queue: VecDeque<bool>,
    #[max_items(3)]
    #[each(trim, max_len(4))]
    #[default]
    set: HashSet<String>,
    #[max_items(3)]
    #[default]
    ordered: BTreeSet<i8>,
    #[max_items(2)]
    #[each(max_len(2))]
    #[default]
    gaps: Vec<Option<String>>,
    #[unbounded]
    #[default]
    wild: Vec<String>,
}

#[safe_tool]
struct Maps {
    #[max_items(2)]
    #[min_items(1)]
    #[keys(max_len(3), pattern("^[a-z]"))]
    #[each(range(1, 5))]
    weights: BTreeMap<String, u8>,
    #[max_items(2)]
    #[keys(max_len(3))]
    #[each(max_items(1))]
    #[default]
    nested: HashMap<String, Vec<bool>>,
}

#[test]
fn lists_are_bounded_outside_and_inside() {
    let value = accepts!(Lists, {
        "tags": ["a", "bbbb"], "grid": [[1], [2, 9]], "queue": [true], "set": ["a", "b"],
        "ordered": [3, 1], "gaps": [null, "ab"], "wild": ["anything"],
    });
    assert_eq!(value.tags, ["a", "bbbb"]);
    assert_eq!(value.grid, [vec![1], vec![2, 9]]);
    assert_eq!(value.gaps, [None, Some("ab".to_owned())]);
    assert_eq!(value.queue, [true]);
    assert_eq!(value.set.len() + value.ordered.len() + value.wild.len(), 5);

    refuses!(Lists, {"tags": []}, "/tags min_items");
    refuses!(Lists, {"tags": ["a", "b", "c", "d", "eeeee"]}, "/tags max_items");
    refuses!(Lists, {"tags": ["eeeee", 5]}, "/tags/0 max_len", "/tags/1 type");
    refuses!(Lists, {"tags": ["a"], "grid": [[10], [1, 2, 3]]}, "/grid/0/0 range", "/grid/1 max_items");
    refuses!(Lists, {"tags": {"0": "a"}}, "/tags type");
    refuses!(Lists, {"tags": "a"}, "/tags type");
}

#[test]
fn sets_refuse_repetition() {
    refuses!(Lists, {"tags": ["a", "a"], "set": ["x", " x"]}, "/set/1 unique_items");
    refuses!(Lists, {"tags": ["a"], "ordered": [1, 1.0]}, "/ordered/1 unique_items");
}

#[test]
fn maps_are_bounded_in_keys_values_and_number() {
    let value = accepts!(Maps, {"weights": {"a": 1, "b": 5}, "nested": {"x": [true]}});
    assert_eq!(value.weights.values().copied().collect::<Vec<_>>(), [1, 5]);
    assert_eq!(value.nested["x"], [true]);
    refuses!(Maps, {"weights": {}}, "/weights min_items");
    refuses!(Maps, {"weights": {"a": 1, "b": 2, "c": 3}}, "/weights max_items");
    refuses!(Maps, {"weights": {"abcd": 1}}, "/weights/abcd max_len");
    refuses!(Maps, {"weights": {"A": 9}}, "/weights/A range", "/weights/A pattern");
    refuses!(Maps, {"weights": [1]}, "/weights type");
}

#[test]
fn repeated_keys_are_refused_where_the_parser_still_sees_them() {
    let text = r#"{"weights": {"a": 1, "a": 2}}"#;
    let error = serde_json::from_str::<Maps>(text).unwrap_err().to_string();
    assert!(
        error.contains("/weights/a must not be given twice"),
        "{error}"
    );
    let text = r#"{"weights": {"a": 1}, "weights": {"a": 2}}"#;
    let error = serde_json::from_str::<Maps>(text).unwrap_err().to_string();
    assert!(
        error.contains("/weights must not be given twice"),
        "{error}"
    );
}

#[test]
fn a_set_of_structs_says_that_it_compares_meanings() {
    #[safe_tool]
    #[derive(PartialEq, Eq, Hash)]
    struct Point {
        x: u8,
        #[default(0)]
        y: u8,
    }
    #[safe_tool]
    struct Points {
        #[max_items(3)]
        points: std::collections::HashSet<Point>,
    }
    refuses!(Points, {"points": [{"x": 2, "y": 0}, {"x": 2}]}, "/points/1 unique_items");
    let schema = serde_json::to_value(schemars::schema_for!(Points)).unwrap();
    let said = &schema["properties"]["points"]["description"];
    assert_eq!(said, "Items that mean the same count as equal.");
}
