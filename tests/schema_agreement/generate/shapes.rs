//! Types other than plain structs, and types inside types.

use serde_json::{Value, json};

use super::{
    families::{ALL, Family},
    field::Field,
    item::{Fields, Item, objects},
    layout::attribute,
};

/// The types that fields of others name.
pub(crate) fn own() -> Vec<Item> {
    vec![
        Item::structure(
            "Point",
            "A type that checks itself.",
            "",
            &vec![(
                "x".to_owned(),
                Field::new("i16", &[], &[json!(1), json!(-2)]),
            )],
        ),
        Item::new(
            "Level",
            "/// A C-like enum.\n#[safe_tool]\n#[serde(rename_all = \"lowercase\")]\n\
             #[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]\nenum Level {\n    Low,\n    High,\n    \
             #[serde(rename = \"Level 13\")]\n    Thirteenth13,\n}\n",
            vec![json!("low"), json!("Level 13")],
        ),
        Item::new(
            "Step",
            "/// An enum with a tag.\n#[safe_tool(tag = \"kind\")]\n\
             #[serde(rename_all = \"snake_case\")]\nenum Step {\n    Stay,\n    Go {\n        \
             #[range(1..=13)]\n        by: u8,\n    },\n}\n",
            vec![json!({"kind": "stay"}), json!({"kind": "go", "by": 13})],
        ),
        Item::new(
            "Ratio",
            "/// A newtype.\n#[safe_tool(transparent)]\nstruct Ratio(#[range(0.0, 1.0)] f64);\n",
            vec![json!(0), json!(0.5), json!(1.0)],
        ),
    ]
}

pub(crate) fn shapes() -> Vec<Item> {
    let mut items = newtypes();
    items.extend(ALL.iter().map(|family| tagged(*family)));
    items.push(nested());
    items.extend(generics());
    items
}

/// A newtype over each family; its rules are the type's own wherever it is used.
fn newtypes() -> Vec<Item> {
    let families = ALL.iter().enumerate();
    let mut items: Vec<_> = families
        .map(|(index, family)| {
            let names = family.annotations();
            let field = family.field(&[names[0], "check"], index);
            newtype(&format!("{family:?}Newtype"), &field)
        })
        .collect();
    let redacted = Family::Text.field(&["max_len", "redact"], 4);
    items.push(newtype("RedactedNewtype", &redacted));
    items
}

fn newtype(name: &str, field: &Field) -> Item {
    let annotations: String = field
        .annotations
        .iter()
        .map(|one| attribute(one, "    "))
        .collect();
    let source = format!(
        "/// A newtype.\n#[safe_tool(transparent)]\nstruct {name}(\n{annotations}    {},\n);\n",
        field.ty
    );
    let mut item = Item::new(name, &source, field.samples.clone());
    item.lenient = field.lenient.then(String::new).into_iter().collect();
    item
}

/// Variants that hold each annotation of one family.
fn tagged(family: Family) -> Item {
    let name = format!("{family:?}Variants");
    let mut source = format!(
        "/// Variants with fields of every kind.\n#[safe_tool(tag = \"type\")]\nenum {name} {{\n    \
         Nothing,\n"
    );
    let mut samples = vec![json!({"type": "Nothing"})];
    let mut lenient = Vec::new();
    for (index, names) in family.annotations().chunks(3).enumerate() {
        let fields: Fields = names
            .iter()
            .map(|name| (format!("{name}_alone"), family.field(&[name], index)))
            .collect();
        let lines: String = fields
            .iter()
            .map(|(name, field)| field.source(name, "        "))
            .collect();
        source += &format!("    Variant{index} {{\n{lines}    }},\n");
        samples.extend(objects(&fields).into_iter().map(|mut object| {
            object["type"] = format!("Variant{index}").into();
            object
        }));
        let found = fields.iter().filter(|(_, field)| field.lenient);
        lenient.extend(found.map(|(name, _)| name.clone()));
    }
    let mut item = Item::new(&name, &(source + "}\n"), samples);
    item.lenient = lenient;
    item
}

/// Each shape in each place a type can stand in.
fn nested() -> Item {
    let types = [
        ("point", "Point", [json!({"x": 1}), json!({"x": 2})]),
        ("level", "Level", [json!("low"), json!("high")]),
        (
            "step",
            "Step",
            [json!({"kind": "stay"}), json!({"kind": "go", "by": 1})],
        ),
        ("ratio", "Ratio", [json!(0), json!(1)]),
    ];
    let mut fields = Fields::new();
    for (name, ty, samples) in types {
        let field = Field::new(ty, &[], &samples);
        let boxed = Field::new(&format!("Box<{ty}>"), &[], &samples);
        fields.push((format!("boxed_{name}"), boxed));
        fields.push((format!("{name}_list"), field.clone().listed("Vec")));
        fields.push((format!("{name}_map"), field.mapped("HashMap").optional()));
    }
    Item::structure("Nested", "Types inside types.", "", &fields)
}

fn generics() -> Vec<Item> {
    let source = "/// A type with parameters.\n#[safe_tool]\nstruct Pair<A, B> {\n    first: A,\n    \
                  #[max_items(2)]\n    rest: Vec<B>,\n    last: Option<Box<A>>,\n}\n";
    let pair = |ty: &str, source: &str, [a, b]: [Value; 2]| {
        let samples = vec![
            json!({"first": a, "rest": []}),
            json!({"first": a, "rest": [b, b], "last": a}),
        ];
        Item::new(ty, source, samples)
    };
    let either = "/// An enum with a parameter.\n#[safe_tool(tag = \"is\")]\nenum Either<T> {\n    \
                  One {\n        one: T,\n    },\n    Many {\n        #[max_items(3)]\n        \
                  many: Vec<T>,\n    },\n}\n";
    vec![
        pair("Pair<u8, bool>", source, [json!(255), json!(true)]),
        pair(
            "Pair<Point, Step>",
            "",
            [json!({"x": 1}), json!({"kind": "stay"})],
        ),
        pair(
            "Pair<Option<i64>, Pair<Level, f32>>",
            "",
            [json!(null), json!({"first": "low", "rest": [0.5]})],
        ),
        Item::new(
            "Either<Ratio>",
            either,
            vec![
                json!({"is": "One", "one": 0.5}),
                json!({"is": "Many", "many": [0, 1]}),
            ],
        ),
    ]
}
