//! What stands in `#[safe_tool(…)]`.

use serde_json::json;

use super::{
    families::{ALL, Family},
    field::Field,
    item::{Fields, Item},
};

pub(crate) fn options() -> Vec<Item> {
    let mut items = vec![
        Item::structure("Nothing", "No fields at all.", "", &Fields::new()),
        Item::structure(
            "Policy",
            "What the schema says about the tool, and not about its arguments.",
            "rate_limit(10, per = \"1m\", burst = 3), timeout = \"10s\", \
             output(source = \"{query}\", max_chars = 100)",
            &vec![("query".to_owned(), Family::Text.field(&["max_len"], 0))],
        ),
        checked(),
        checked_variants(),
        ignoring_variants(),
        ignoring_inside(),
    ];
    items.extend(
        ALL.iter()
            .map(|family| every(*family, "Ignoring", "unknown = \"ignore\"")),
    );
    let lenient = |family: &&Family| family.annotations().contains(&"lenient");
    let lenient = ALL.iter().filter(lenient);
    items.extend(lenient.map(|family| every(*family, "Lenient", "lenient")));
    items.push(lenient_inside());
    items.push(combined());
    items
}

/// A struct with one field for each annotation that needs no other.
fn every(family: Family, what: &str, options: &str) -> Item {
    let names = family.annotations().iter().enumerate();
    let fields: Fields = names
        .filter(|(_, name)| what != "Lenient" || !["lenient", "unbounded"].contains(name))
        .map(|(turn, name)| (format!("{name}_here"), family.field(&[name], turn)))
        .collect();
    let name = format!("{what}{family:?}");
    Item::structure(&name, "An option of the struct.", options, &fields)
}

fn checked() -> Item {
    let fields = vec![
        (
            "low".to_owned(),
            Field::new("u16", &["check(unlucky)"], &[json!(1)]),
        ),
        (
            "high".to_owned(),
            Field::new("Option<u16>", &[], &[json!(2), json!(null)]),
        ),
    ];
    Item::structure(
        "Checked",
        "A check of a field, and one of them all.",
        "check = unlucky_struct",
        &fields,
    )
}

fn checked_variants() -> Item {
    let source = "/// A check of every variant.\n#[safe_tool(tag = \"kind\", check = unlucky)]\n\
                  enum CheckedVariants {\n    Idle,\n    Wait { seconds: u16 },\n}\n";
    let samples = vec![
        json!({"kind": "Idle"}),
        json!({"kind": "Wait", "seconds": 5}),
    ];
    Item::new("CheckedVariants", source, samples)
}

fn ignoring_variants() -> Item {
    let source = "/// Variants with more fields than are known.\n\
                  #[safe_tool(tag = \"kind\", unknown = \"ignore\")]\n\
                  enum IgnoringVariants {\n    Idle,\n    Wait { seconds: u16 },\n}\n";
    let samples = vec![
        json!({"kind": "Idle", "more": [1]}),
        json!({"kind": "Wait", "seconds": 5}),
    ];
    let mut item = Item::new("IgnoringVariants", source, samples);
    item.open = true;
    item
}

/// The option is the type's own: it holds neither for what is inside nor outside of it.
fn ignoring_inside() -> Item {
    let fields = vec![
        (
            "open".to_owned(),
            Field::new("IgnoringVariants", &[], &[json!({"kind": "Idle"})]),
        ),
        (
            "point".to_owned(),
            Field::new("Point", &[], &[json!({"x": 1})]).optional(),
        ),
    ];
    let mut item = Item::structure(
        "IgnoringInside",
        "An open type in a closed one.",
        "",
        &fields,
    );
    item.open = true;
    item
}

fn lenient_inside() -> Item {
    let fields = vec![
        (
            "numbers".to_owned(),
            Field::new("Vec<u8>", &["max_items(3)"], &[json!([1])]),
        ),
        (
            "lists".to_owned(),
            Field::new(
                "Vec<Vec<bool>>",
                &["max_items(2)", "each(max_items(2))"],
                &[json!([[true]])],
            ),
        ),
        (
            "options".to_owned(),
            Field::new("Vec<Option<i64>>", &["max_items(2)"], &[json!([1, null])]),
        ),
        (
            "map".to_owned(),
            Field::new(
                "HashMap<String, f64>",
                &["max_items(2)", "keys(max_len(4))"],
                &[json!({"1": 1})],
            ),
        ),
        (
            "point".to_owned(),
            Field::new("Option<Point>", &[], &[json!({"x": 1}), json!(null)]),
        ),
        (
            "set".to_owned(),
            Field::new("BTreeSet<i32>", &["max_items(3)"], &[json!([1, 2])]),
        ),
    ];
    Item::structure(
        "LenientInside",
        "What was written as text, at every depth.",
        "lenient",
        &fields,
    )
}

fn combined() -> Item {
    let options = "lenient, unknown = \"ignore\", check = unlucky";
    let fields = vec![
        (
            "number".to_owned(),
            Field::new(
                "u8",
                &["default(3)", "multiple_of(3)", "range(0..=30)"],
                &[json!(3)],
            ),
        ),
        (
            "text".to_owned(),
            Field::new(
                "String",
                &["trim", "min_len(1)", "max_len(6)", "multiline"],
                &[json!("a\nb")],
            ),
        ),
        (
            "flag".to_owned(),
            Field::new("Option<bool>", &["redact"], &[json!(true), json!(null)]),
        ),
    ];
    Item::structure("Combined", "Options together.", options, &fields)
}
