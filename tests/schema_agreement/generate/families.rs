//! What applies to what, as `safe-tool-macros/src/check/family.rs` says, and a field for
//! any of it.

use serde_json::{Value, json};

use super::{collections, field::Field, numbers, sql, words};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    Text,
    Integer,
    Float,
    Bool,
    List,
    Map,
    Json,
    CommandArg,
    Path,
    Ident,
    Own,
}

pub(crate) const ALL: &[Family] = &[
    Family::Text,
    Family::Integer,
    Family::Float,
    Family::Bool,
    Family::List,
    Family::Map,
    Family::Json,
    Family::CommandArg,
    Family::Path,
    Family::Ident,
    Family::Own,
];

impl Family {
    pub(crate) fn annotations(self) -> &'static [&'static str] {
        match self {
            Self::Text => &[
                "max_len",
                "min_len",
                "pattern",
                "one_of",
                "trim",
                "multiline",
                "allow_control_chars",
                "allow_format_chars",
                "allow_redaction_marker",
                "check",
                "default",
                "redact",
                "unbounded",
            ],
            Self::Integer => &[
                "range",
                "multiple_of",
                "lenient",
                "check",
                "default",
                "redact",
            ],
            Self::Float => &["range", "lenient", "check", "default", "redact"],
            Self::Bool => &["lenient", "check", "default", "redact"],
            Self::List => &[
                "max_items",
                "min_items",
                "each",
                "lenient",
                "check",
                "default",
                "redact",
                "unbounded",
            ],
            Self::Map => &[
                "max_items",
                "min_items",
                "keys",
                "each",
                "lenient",
                "check",
                "default",
                "redact",
                "unbounded",
            ],
            Self::Json => &[
                "max_json_bytes",
                "allow_control_chars",
                "allow_format_chars",
                "allow_redaction_marker",
                "check",
                "default",
                "redact",
                "unbounded",
            ],
            Self::CommandArg => &[
                "max_len",
                "min_len",
                "pattern",
                "one_of",
                "allow_dash",
                "check",
                "redact",
            ],
            Self::Path => &["sandboxed_path", "check", "redact"],
            Self::Ident => &["one_of", "check", "default", "redact"],
            Self::Own => &[
                "nested",
                "lenient",
                "allow_redaction_marker",
                "check",
                "default",
                "redact",
                "unbounded",
            ],
        }
    }

    /// Whether these two rule each other out.
    pub(crate) fn conflict(self, pair: [&str; 2]) -> bool {
        let bound = match self {
            Self::Text => ["max_len", "one_of"].as_slice(),
            Self::List | Self::Map => &["max_items"],
            Self::Json => &["max_json_bytes"],
            // A type of another crate reads itself: there is nothing to be lenient with.
            Self::Own => &["nested", "lenient"],
            _ => &[],
        };
        // Of that family, only what is read by itself has text of its own.
        let foreign = match self {
            Self::Own => ["unbounded", "allow_redaction_marker"].as_slice(),
            _ => &["unbounded"],
        };
        let has = |names: &[&str]| pair.iter().any(|name| names.contains(name));
        has(foreign) && has(bound)
    }

    /// A field with these annotations, and a bound if it needs one. Whatever else there is
    /// to choose varies with `turn`.
    pub(crate) fn field(self, names: &[&str], turn: usize) -> Field {
        match self {
            Self::Text => words::text(names, turn),
            Self::Integer => numbers::integer(names, turn),
            Self::Float => numbers::float(names, turn),
            Self::Bool => numbers::boolean(names),
            Self::List => collections::list(names, turn),
            Self::Map => collections::map(names, turn),
            Self::Json => json_value(names, turn),
            Self::CommandArg => words::command_arg(names, turn),
            Self::Path => path(names, turn),
            Self::Ident => sql::ident(names),
            Self::Own => own(names, turn),
        }
    }
}

fn json_value(names: &[&str], turn: usize) -> Field {
    let bound = format!("max_json_bytes({})", [20, 40, 1000][turn % 3]);
    let mut annotations: Vec<&str> = names
        .iter()
        .map(|name| match *name {
            "max_json_bytes" => bound.as_str(),
            "check" => "check(unlucky)",
            name => name,
        })
        .collect();
    if !names.contains(&"max_json_bytes") && !names.contains(&"unbounded") {
        annotations.insert(0, &bound);
    }
    let samples = [json!({"a": [1, null]}), json!("text"), json!(0.5)];
    Field::new("Value", &annotations, &samples)
}

/// A path without its sandbox does not compile.
fn path(names: &[&str], turn: usize) -> Field {
    let (root, samples) = [
        (r#"sandboxed_path("/data/safe")"#, ["a/b.txt", "notes"]),
        (
            r#"sandboxed_path(env = "SAFE_TOOL_TEST_ROOT", default = "/data/safe")"#,
            ["a/b.txt", "notes"],
        ),
        (
            r#"sandboxed_path(root = ROOT, extensions("txt", "md"), no_hidden, max_depth = 3)"#,
            ["a/b.txt", "c.md"],
        ),
    ][turn % 3];
    let mut annotations = vec![root];
    annotations.extend(names.iter().filter_map(|name| match *name {
        "sandboxed_path" => None,
        "check" => Some("check(unlucky)"),
        name => Some(name),
    }));
    Field::new(
        "SandboxedPath",
        &annotations,
        &samples.map(|sample| json!(sample)),
    )
}

/// Types with rules of their own; those of another crate where there is `unbounded`.
fn own(names: &[&str], turn: usize) -> Field {
    let foreign = names
        .iter()
        .any(|name| matches!(*name, "unbounded" | "allow_redaction_marker"));
    let (ty, default, samples): (&str, &str, [Value; 2]) = if foreign {
        match turn % 3 {
            0 => (
                "IpAddr",
                "default(IpAddr::from([0; 4]))",
                [json!("127.0.0.1"), json!("::1")],
            ),
            1 => (
                "Ipv4Addr",
                "default(Ipv4Addr::LOCALHOST)",
                [json!("10.0.0.1"), json!("0.0.0.0")],
            ),
            _ => ("NonZeroU8", "default(NonZeroU8::MIN)", [json!(1), json!(9)]),
        }
    } else {
        match turn % 4 {
            0 => (
                "Point",
                "default(Point { x: 1 })",
                [json!({"x": 1}), json!({"x": -2})],
            ),
            1 => (
                "Level",
                "default(Level::Low)",
                [json!("low"), json!("high")],
            ),
            2 => (
                "Step",
                "default(Step::Stay)",
                [json!({"kind": "stay"}), json!({"kind": "go", "by": 3})],
            ),
            _ => ("Ratio", "default(Ratio(0.5))", [json!(0.25), json!(1)]),
        }
    };
    let mut annotations: Vec<&str> = names
        .iter()
        .map(|name| match *name {
            "check" => "check(unlucky)",
            "default" => default,
            name => name,
        })
        .collect();
    if foreign && !names.contains(&"unbounded") {
        annotations.insert(0, "unbounded");
    }
    Field::new(ty, &annotations, &samples)
}
