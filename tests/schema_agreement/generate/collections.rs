//! List, set and map fields.

use serde_json::{Value, json};

use super::field::Field;

/// What is inside: its type, its rules, two values in JSON, and one in Rust.
struct Inside {
    ty: &'static str,
    each: &'static str,
    values: [Value; 2],
    rust: &'static str,
}

fn inside(with_rules: bool, turn: usize) -> Inside {
    let (ty, each, values, rust) = match (with_rules, turn % 3) {
        (true, 0) => (
            "String",
            "each(max_len(3))",
            [json!("a"), json!("bcd")],
            r#"String::from("a")"#,
        ),
        (true, 1) => ("u8", "each(range(0, 9))", [json!(0), json!(9)], "9"),
        (true, _) => (
            "Vec<bool>",
            "each(max_items(2))",
            [json!([]), json!([true, false])],
            "vec![true]",
        ),
        (false, 0) => ("i64", "", [json!(i64::MIN), json!(1)], "1"),
        (false, 1) => ("bool", "", [json!(true), json!(false)], "true"),
        (false, _) => ("Level", "", [json!("low"), json!("high")], "Level::Low"),
    };
    Inside {
        ty,
        each,
        values,
        rust,
    }
}

/// The annotations both kinds of collection take.
fn common(names: &[&str], inside: &Inside, entry: &str, turn: usize) -> Vec<String> {
    let max = format!("max_items({})", [2, 4, 10][turn % 3]);
    let mut annotations: Vec<String> = names
        .iter()
        .map(|name| match *name {
            "max_items" => max.clone(),
            "min_items" => format!("min_items({})", turn % 2),
            "each" => inside.each.to_owned(),
            "check" => "check(unlucky)".to_owned(),
            "default" if names.contains(&"min_items") => format!("default(From::from([{entry}]))"),
            name => name.to_owned(),
        })
        .collect();
    if !names.contains(&"max_items") && !names.contains(&"unbounded") {
        annotations.insert(0, max);
    }
    annotations
}

fn field(ty: &str, annotations: &[String], samples: &[Value]) -> Field {
    let annotations: Vec<&str> = annotations.iter().map(String::as_str).collect();
    Field::new(ty, &annotations, samples)
}

pub(crate) fn list(names: &[&str], turn: usize) -> Field {
    let inside = inside(names.contains(&"each"), turn);
    let list = ["Vec", "HashSet", "VecDeque", "BTreeSet"][turn / 3 % 4];
    let [first, second] = inside.values.clone();
    field(
        &format!("{list}<{}>", inside.ty),
        &common(names, &inside, inside.rust, turn),
        &[json!([first]), json!([second, first])],
    )
}

pub(crate) fn map(names: &[&str], turn: usize) -> Field {
    let inside = inside(names.contains(&"each"), turn);
    let map = ["HashMap", "BTreeMap"][turn % 2];
    // A C-like enum bounds its names by itself.
    let named = !names.contains(&"keys") && turn % 4 == 3;
    let (key, rust) = match named {
        true => ("Level", "Level::High"),
        false => ("String", r#"String::from("high")"#),
    };
    let entry = format!("({rust}, {})", inside.rust);
    let mut annotations = common(names, &inside, &entry, turn);
    let keys = match turn % 4 {
        0 => "keys(min_len(1), max_len(4))",
        1 => r#"keys(pattern("^[a-z]+$"), max_len(4))"#,
        2 => r#"keys(one_of("low", "high"))"#,
        _ => "keys(trim, max_len(5))",
    };
    for annotation in &mut annotations {
        if annotation == "keys" {
            *annotation = keys.to_owned();
        }
    }
    // Text needs a bound; `unbounded` alone covers the keys as well.
    if !named && !names.contains(&"keys") && !names.contains(&"unbounded") {
        annotations.push("keys(max_len(4))".to_owned());
    }
    let [first, second] = inside.values.clone();
    field(
        &format!("{map}<{key}, {}>", inside.ty),
        &annotations,
        &[json!({"low": first}), json!({"low": second, "high": first})],
    )
}
