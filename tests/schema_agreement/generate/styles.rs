//! serde's renaming: every style, on a struct, a C-like enum and a tagged one.

use serde_json::{Value, json};

use super::item::Item;

/// A style, what it makes of the field `first_name2`, of the variant `TwoWords`.
const STYLES: &[(&str, &str, &str)] = &[
    ("lowercase", "first_name2", "twowords"),
    ("UPPERCASE", "FIRST_NAME2", "TWOWORDS"),
    ("PascalCase", "FirstName2", "TwoWords"),
    ("camelCase", "firstName2", "twoWords"),
    ("snake_case", "first_name2", "two_words"),
    ("SCREAMING_SNAKE_CASE", "FIRST_NAME2", "TWO_WORDS"),
    ("kebab-case", "first-name2", "two-words"),
    ("SCREAMING-KEBAB-CASE", "FIRST-NAME2", "TWO-WORDS"),
];

pub(crate) fn styles() -> Vec<Item> {
    let styles = STYLES.iter().enumerate();
    let mut items: Vec<_> = styles
        .map(|(index, (style, field, variant))| match index % 3 {
            0 => structure(style, field),
            1 => choice(style, variant),
            _ => tagged(style, field, variant),
        })
        .collect();
    items.push(odd_names());
    items
}

/// The style as a type's name.
fn name(style: &str, shape: &str) -> String {
    let letters = style.chars().filter(char::is_ascii_alphanumeric);
    let mut name: String = letters.collect::<String>().to_lowercase();
    name[..1].make_ascii_uppercase();
    format!("{name}{shape}")
}

fn structure(style: &str, field: &str) -> Item {
    let name = name(style, "Struct");
    let source = format!(
        "/// Fields renamed.\n#[safe_tool]\n#[serde(rename_all = \"{style}\")]\nstruct {name} {{\n    \
         first_name2: bool,\n    #[serde(rename = \"x y\")]\n    other: Option<u8>,\n}}\n"
    );
    let samples = vec![
        object(&[(field, json!(true))]),
        object(&[(field, json!(false)), ("x y", json!(1))]),
    ];
    Item::new(&name, &source, samples)
}

fn choice(style: &str, variant: &str) -> Item {
    let name = name(style, "Names");
    let source = format!(
        "/// Variants renamed.\n#[safe_tool]\n#[serde(rename_all = \"{style}\")]\nenum {name} {{\n    \
         TwoWords,\n    #[serde(rename = \".\")]\n    Other,\n}}\n"
    );
    Item::new(&name, &source, vec![json!(variant), json!(".")])
}

/// The style of the variants is not that of their fields, each of which may have its own.
fn tagged(style: &str, field: &str, variant: &str) -> Item {
    let name = name(style, "Variants");
    let source = format!(
        "/// Variants and their fields renamed.\n#[safe_tool(tag = \"of kind\")]\n\
         #[serde(rename_all = \"{style}\")]\nenum {name} {{\n    #[serde(rename_all = \"{style}\")]\n    \
         TwoWords {{\n        first_name2: bool,\n    }},\n    Plain {{\n        first_name2: \
         Option<bool>,\n    }},\n    #[serde(rename = \"of kind\")]\n    Other,\n}}\n"
    );
    let tag = |variant: &str| ("of kind", json!(variant));
    let samples = vec![
        object(&[tag(variant), (field, json!(true))]),
        object(&[tag("of kind")]),
    ];
    Item::new(&name, &source, samples)
}

/// Names that mean something to JSON Schema, to JSON pointers, or to Rust.
fn odd_names() -> Item {
    let source = "/// Names that mean something elsewhere.\n#[safe_tool]\nstruct OddNames {\n    \
                  r#type: u8,\n    #[serde(rename = \"$ref\")]\n    reference: Option<u8>,\n    \
                  properties: Option<u8>,\n    #[serde(rename = \"additionalProperties\")]\n    \
                  additional: Option<u8>,\n    #[serde(rename = \"a/b~c\")]\n    pointer: \
                  Option<u8>,\n    #[serde(rename = \".\")]\n    nothing: Option<u8>,\n    \
                  #[serde(rename = \"ключ 𝄞\")]\n    letters: Option<u8>,\n}\n";
    let samples = vec![
        json!({"type": 1}),
        json!({"type": 1, "$ref": 2, "properties": 3, "additionalProperties": 4, "a/b~c": 5, ".": 6, "ключ 𝄞": 7}),
    ];
    Item::new("OddNames", source, samples)
}

fn object(entries: &[(&str, Value)]) -> Value {
    let entries = entries.iter();
    entries
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect()
}
