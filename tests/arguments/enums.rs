use safe_tool::safe_tool;

use crate::{accepts, refuses};

#[safe_tool]
#[derive(PartialEq, Eq, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum Sort {
    NewestFirst,
    OldestFirst,
    #[serde(rename = "rel")]
    ByRelevance,
}

#[safe_tool(tag = "kind")]
#[serde(rename_all = "kebab-case")]
enum Shape {
    /// Nothing to draw.
    Empty,
    /// A circle.
    Circle {
        #[range(0.0, 10.0)]
        radius: f64,
    },
    #[serde(rename_all = "camelCase")]
    LongBox {
        #[range(1, 9)]
        side_len: u8,
        #[default("red")]
        #[max_len(10)]
        color: String,
    },
}

#[safe_tool]
struct Drawing {
    sort: Sort,
    #[nested]
    shape: Option<Shape>,
    #[max_items(2)]
    #[default]
    more: Vec<Shape>,
}

#[test]
fn names_are_serdes() {
    assert!(accepts!(Drawing, {"sort": "newest_first"}).sort == Sort::NewestFirst);
    assert!(accepts!(Drawing, {"sort": "rel"}).sort == Sort::ByRelevance);
    assert!(
        accepts!(Drawing, {"sort": "oldest_first", "shape": null})
            .shape
            .is_none()
    );
    refuses!(Drawing, {"sort": "NewestFirst"}, "/sort one_of");
    refuses!(Drawing, {"sort": 0}, "/sort type");
    refuses!(Drawing, {"sort": {"newest_first": null}}, "/sort type");
}

#[test]
fn the_tag_chooses_the_fields_wherever_it_stands() {
    let circle = r#"{"sort": "rel", "shape": {"radius": 2, "kind": "circle"}}"#;
    let drawing: Drawing = serde_json::from_str(circle).unwrap();
    assert!(matches!(drawing.shape, Some(Shape::Circle { radius }) if radius == 2.0));
    let drawing = accepts!(Drawing, {"sort": "rel", "more": [{"kind": "empty"}, {"kind": "long-box", "sideLen": 3}]});
    assert!(matches!(&drawing.more[0], Shape::Empty));
    assert!(matches!(&drawing.more[1], Shape::LongBox { side_len: 3, color } if color == "red"));
}

#[test]
fn a_variant_takes_its_own_fields_only() {
    refuses!(Drawing, {"sort": "rel", "shape": {"kind": "circle", "radius": 11, "sideLen": 1}}, "/shape/radius range", "/shape/sideLen unknown_field");
    refuses!(Drawing, {"sort": "rel", "shape": {"kind": "circle"}}, "/shape/radius required");
    refuses!(Drawing, {"sort": "rel", "shape": {"kind": "square"}}, "/shape/kind one_of");
    refuses!(Drawing, {"sort": "rel", "shape": {"kind": 1}}, "/shape/kind type");
    refuses!(Drawing, {"sort": "rel", "shape": {}}, "/shape/kind required");
    refuses!(Drawing, {"sort": "rel", "shape": "circle"}, "/shape type");
    let twice = r#"{"sort": "rel", "shape": {"kind": "empty", "kind": "circle", "radius": 1}}"#;
    let error = serde_json::from_str::<Drawing>(twice)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("/shape/kind must not be given twice"),
        "{error}"
    );
}
