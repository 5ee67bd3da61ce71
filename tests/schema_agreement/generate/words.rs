//! Text fields, and arguments of programs.

use serde_json::{Value, json};

use super::field::Field;

/// `aaa` and `aab` meet every one of them.
const PATTERNS: &[&str] = &[
    r#"pattern("^[a-z]+$")"#,
    r#"pattern(r"\w")"#,
    r#"pattern(r"^\S*$")"#,
    r#"pattern(r"^[^\d\s]*$")"#,
    r#"pattern(r"^(?:a|b|\p{Lu})*$")"#,
    r#"pattern("^.*$")"#,
    r#"pattern(r"^a[\s\S]*\D$")"#,
];

pub(crate) fn text(names: &[&str], turn: usize) -> Field {
    let max = [3, 4, 8, 40][turn / 4 % 4];
    let min_len = format!("min_len({})", turn % 4);
    let max_len = format!("max_len({max})");
    // The type's own default is the empty text, which few rules take.
    let mut annotations: Vec<&str> = names
        .iter()
        .map(|name| match *name {
            "min_len" => min_len.as_str(),
            "max_len" => max_len.as_str(),
            "pattern" => PATTERNS[turn % PATTERNS.len()],
            // Each value meets the pattern, or it does not compile.
            "one_of" if names.contains(&"pattern") => r#"one_of("aaa", "aab", "aba")"#,
            "one_of" => r#"one_of("aaa", "aab", "é𝄞a")"#,
            "check" => "check(unlucky)",
            "default" => r#"default("aaa")"#,
            name => name,
        })
        .collect();
    if !["max_len", "one_of", "unbounded"]
        .iter()
        .any(|bound| names.contains(bound))
    {
        annotations.push(&max_len);
    }
    let mut samples = vec![json!("aaa"), json!("aab")];
    if !names.contains(&"one_of") {
        samples.push(Value::from("ab".repeat(max).split_at(max).0));
    }
    let types = ["String", "Box<str>", "Arc<str>", "Cow<'static, str>"];
    // Two of three are what most tools write.
    let ty = if turn.is_multiple_of(3) { turn / 3 } else { 0 };
    Field::new(types[ty % types.len()], &annotations, &samples)
}

/// An argument of a program, which has a bound and no default.
pub(crate) fn command_arg(names: &[&str], turn: usize) -> Field {
    let mut field = text(names, turn);
    field.ty = "CommandArg".to_owned();
    field
}
