//! Bounds where they go wrong: nothing, one, the type's own limits, 2^53, large.

use serde_json::{Value, json};

use super::{
    field::Field,
    item::{Fields, Item},
    numbers::{INTEGERS, number},
};

pub(crate) fn bounds() -> Vec<Item> {
    vec![
        texts(),
        text_extremes(),
        integers("IntegerTypes", "", &INTEGERS[..6]),
        integers("OtherIntegerTypes", "", &INTEGERS[6..]),
        integers("IntegerOptions", "Option", &INTEGERS[..6]),
        integers("OtherIntegerOptions", "Option", &INTEGERS[6..]),
        around_two_to_the_53(),
        large_integers(),
        steps(),
        floats(),
        narrow_floats(),
        collections(),
        free_form(),
    ]
}

/// A struct whose fields are called `a`, `b`, `c`.
fn lettered(name: &str, doc: &str, fields: Vec<Field>) -> Item {
    let letters = ('a'..='z').map(String::from);
    let fields: Fields = letters.zip(fields).collect();
    Item::structure(name, doc, "", &fields)
}

fn texts() -> Item {
    let text = |min: usize, max: usize| {
        let annotations = [format!("min_len({min})"), format!("max_len({max})")];
        let annotations: Vec<&str> = annotations.iter().map(String::as_str).collect();
        let samples = [json!("a".repeat(min)), json!("𝄞".repeat(max))];
        Field::new("String", &annotations, &samples)
    };
    lettered(
        "TextBounds",
        "Lengths from nothing on.",
        vec![text(0, 5), text(0, 1), text(1, 1), text(1, 2), text(3, 3)],
    )
}

fn text_extremes() -> Item {
    let long = json!("a".repeat(300));
    lettered(
        "LongTexts",
        "Lengths beyond a block of the scanners.",
        vec![
            Field::new("String", &["min_len(300)", "max_len(301)"], &[long]),
            Field::new(
                "String",
                &["trim", "min_len(64)", "max_len(66)"],
                &[json!("a".repeat(64))],
            ),
            Field::new(
                "String",
                &["min_len(33)", "unbounded"],
                &[json!("a".repeat(33))],
            ),
        ],
    )
}

/// What the type holds, and nothing said about it.
fn integers(name: &str, wrapper: &str, types: &[(&str, i128, i128)]) -> Item {
    let fields = types.iter().map(|(ty, least, most)| {
        let field = Field::new(ty, &[], &[number(*least), number(*most)]);
        if wrapper.is_empty() {
            field
        } else {
            field.optional()
        }
    });
    lettered(name, "No rule but the type's own.", fields.collect())
}

fn around_two_to_the_53() -> Item {
    let exact: i128 = 1 << 53;
    let field = |ty: &str, range: String, samples: [i128; 2]| {
        Field::new(ty, &[&range], &samples.map(number))
    };
    lettered(
        "AroundTwoToThe53",
        "Where floats stop to hold every integer.",
        vec![
            field("u64", format!("range(..={})", exact - 1), [0, exact - 1]),
            field("u64", format!("range(..={exact})"), [1, exact]),
            field("i64", format!("range(..={})", exact + 1), [2, exact + 1]),
            field("i64", format!("range(-{exact}..=0)"), [-exact, 0]),
            field(
                "i128",
                format!("range(-{}..=0)", exact + 1),
                [-exact - 1, 0],
            ),
        ],
    )
}

fn large_integers() -> Item {
    let (least, most) = (i128::from(i64::MIN), i128::from(u64::MAX));
    let field = |ty: &str, range: String, samples: [i128; 2]| {
        Field::new(ty, &[&range], &samples.map(number))
    };
    lettered(
        "LargeIntegers",
        "At the limits of 64 bits and beyond.",
        vec![
            field("u64", format!("range(0, {most})"), [0, most]),
            field("i64", format!("range({least}..=-1)"), [least, -1]),
            field(
                "i128",
                format!("range({}..={})", 2 * least, 2 * most),
                [least, most],
            ),
            field("u128", format!("range(1..={})", i128::MAX), [1, most]),
            field("i128", format!("range(..={})", i128::MAX), [least, most]),
        ],
    )
}

fn steps() -> Item {
    let field = |ty: &str, annotations: &[&str], samples: [i128; 2]| {
        Field::new(ty, annotations, &samples.map(number))
    };
    lettered(
        "Steps",
        "Multiples of one, of much, and below nothing.",
        vec![
            field("u8", &["multiple_of(1)"], [0, 255]),
            field("u8", &["multiple_of(255)"], [0, 255]),
            field("i32", &["multiple_of(7)", "range(-14..=-7)"], [-14, -7]),
            field(
                "i64",
                &["multiple_of(4503599627370496)"],
                [-(1 << 52), 1 << 53],
            ),
            field(
                "u64",
                &["multiple_of(9007199254740991)"],
                [0, 18_446_744_073_709_549_568],
            ),
        ],
    )
}

fn floats() -> Item {
    let field =
        |range: &str, samples: [f64; 2]| Field::new("f64", &[range], &samples.map(Value::from));
    lettered(
        "FloatBounds",
        "Zero, its neighbours, and the far ends.",
        vec![
            field("range(0, 0)", [0.0, -0.0]),
            field("range(-0.0..=1e-300)", [0.0, 1e-300]),
            field("range(0.1..=0.30000000000000004)", [0.1, 0.3]),
            field("range(-1.7976931348623157e308..=0)", [-1e308, 0.0]),
            Field::new(
                "f64",
                &[],
                &[json!(1.797_693_134_862_315_7e308), json!(5e-324)],
            ),
        ],
    )
}

fn narrow_floats() -> Item {
    let field =
        |range: &str, samples: [f64; 2]| Field::new("f32", &[range], &samples.map(Value::from));
    lettered(
        "NarrowFloatBounds",
        "The same of `f32`, which is judged before it is rounded.",
        vec![
            field("range(0.1, 1)", [0.1, 1.0]),
            field("range(..=3.0e38)", [-3.4e38, 3e38]),
            field("range(1e-40..)", [1e-40, 1.0]),
            Field::new("f32", &[], &[json!(f64::from(f32::MAX)), json!(-3.4e38)]),
        ],
    )
}

fn collections() -> Item {
    let numbers = |length: usize| json!((0..length).collect::<Vec<_>>());
    let list = |ty: &str, min: usize, max: usize| {
        let annotations = [format!("min_items({min})"), format!("max_items({max})")];
        let annotations: Vec<&str> = annotations.iter().map(String::as_str).collect();
        Field::new(ty, &annotations, &[numbers(min), numbers(max)])
    };
    lettered(
        "ItemBounds",
        "Numbers of items from nothing on.",
        vec![
            list("Vec<u8>", 0, 2),
            list("HashSet<u64>", 0, 1),
            list("BTreeSet<i8>", 1, 1),
            list("VecDeque<u16>", 2, 3),
            list("Vec<i128>", 0, 20),
            Field::new(
                "HashMap<String, u8>",
                &[
                    "min_items(1)",
                    "max_items(1)",
                    "keys(min_len(0), max_len(1))",
                ],
                &[json!({"": 1}), json!({"𝄞": 255})],
            ),
        ],
    )
}

fn free_form() -> Item {
    let field = |bytes: usize, samples: [Value; 2]| {
        Field::new("Value", &[&format!("max_json_bytes({bytes})")], &samples)
    };
    lettered(
        "JsonBounds",
        "Sizes of free-form JSON from one byte on.",
        vec![
            field(1, [json!(0), json!(9)]),
            field(2, [json!([]), json!({})]),
            field(4, [json!(null), json!("ab")]),
            field(
                300,
                [json!({"a": {"b": [1, 2, 3]}}), json!("a".repeat(298))],
            ),
            Field::new(
                "Map<String, Value>",
                &[
                    "max_items(2)",
                    "keys(max_len(3))",
                    "each(max_json_bytes(9))",
                ],
                &[json!({}), json!({"a": [1], "b": null})],
            ),
        ],
    )
}
