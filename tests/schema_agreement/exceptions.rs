//! Where JSON Schema cannot say what the check does. Everything else is a bug.
//!
//! What the check refuses and the schema does not, the schema has to say in words: the
//! description of that place holds the rule's phrase. What the check takes and the schema
//! does not is text that is read before it is judged: trimmed, or lenient.

use safe_tool::{Violation, Violations};
use serde_json::Value;

use super::{
    plain,
    schema::inner,
    spot::{Spot, spots},
    subject::Subject,
};

/// A rule that no keyword of JSON Schema expresses.
struct Exception {
    rules: &'static [&'static str],
    /// What the description says of it.
    phrase: &'static str,
    /// Whether the refused value may break the rule at all.
    evident: fn(&Value) -> bool,
}

const EXCEPTIONS: &[Exception] = &[
    Exception {
        rules: &["control_chars"],
        phrase: "control ",
        evident: |value| any_char(value, breaks_the_line),
    },
    Exception {
        rules: &["format_chars"],
        phrase: "invisible characters",
        evident: |value| any_char(value, |c| !c.is_ascii()),
    },
    Exception {
        rules: &["allow_dash"],
        phrase: "Does not begin with a dash",
        evident: |value| any_text(value, &|text| text.starts_with('-')),
    },
    Exception {
        rules: &["check"],
        phrase: "Must pass the check",
        evident: |_| true,
    },
    Exception {
        rules: &["max_json_bytes"],
        phrase: "Any JSON, at most ",
        evident: |_| true,
    },
    Exception {
        rules: &["max_depth"],
        phrase: "nested at most 64 levels deep",
        evident: |_| true,
    },
    Exception {
        rules: &["public_url"],
        phrase: "A URL on ",
        evident: Value::is_string,
    },
    Exception {
        rules: &["sandboxed_path"],
        phrase: "A relative path",
        evident: Value::is_string,
    },
    // A default that is written out and one that is left out are one value.
    Exception {
        rules: &["unique_items"],
        phrase: "Items that mean the same count as equal",
        evident: |_| true,
    },
    // A foreign type has its own idea of what is valid, and of what is equal.
    Exception {
        rules: &["format", "unique_items"],
        phrase: "Must be a valid ",
        evident: |_| true,
    },
    // The check is about the text that is left, the schema about all of it.
    Exception {
        rules: &[
            "min_len",
            "pattern",
            "one_of",
            "unique_items",
            "duplicate_field",
        ],
        phrase: TRIMMED,
        evident: has_outer_space,
    },
    // An integer written as a float whose digits are no longer exact.
    Exception {
        rules: &["range"],
        phrase: "Beyond 2^53",
        evident: |value| value.is_f64() && value.as_f64().is_some_and(|it| it.abs() > MAX_EXACT),
    },
];

/// What the description of a trimmed text says.
pub(super) const TRIMMED: &str = "White space around the text is dropped";

const MAX_EXACT: f64 = 9_007_199_254_740_992.0;

/// Whether this disagreement is one of those.
pub(super) fn known(
    subject: &Subject,
    oracle: &jsonschema::Validator,
    value: &Value,
    checked: &Result<(), Violations>,
) -> bool {
    match checked {
        Ok(()) => oracle.is_valid(&plain::plain(subject, value)),
        // A refusal lists twenty; a value with more is left to the others.
        Err(violations) => violations
            .iter()
            .all(|violation| is_said(&subject.schema, value, violation)),
    }
}

fn is_said(root: &Value, value: &Value, violation: &Violation) -> bool {
    let Violation { pointer, rule, .. } = violation;
    if MARKER.rules.contains(rule) {
        return says(root, MARKER.phrase) && (MARKER.evident)(value);
    }
    let mut found = spots(root, value, pointer);
    // A check of all the fields may point at one of them.
    if let ("check", Some((parent, _))) = (*rule, pointer.rsplit_once('/')) {
        found.extend(spots(root, value, parent));
    }
    found.iter().any(|spot| {
        EXCEPTIONS.iter().any(|exception| match *rule {
            // A refusal does not say which rule a secret broke, nor where in it.
            "constraint" => spot
                .nodes
                .iter()
                .any(|node| says_inside(node, exception.phrase)),
            rule => exception.rules.contains(&rule) && is_evident(exception, rule, spot),
        })
    })
}

/// Said once, at the root, of all text.
const MARKER: Exception = Exception {
    rules: &["redaction_marker"],
    phrase: "redaction marker [REDACTED]",
    evident: |value| any_text(value, &|text| text.contains("REDACTED")),
};

fn is_evident(exception: &Exception, rule: &str, spot: &Spot<'_>) -> bool {
    // What repeats another is only to be seen where both are.
    let subject = match rule {
        "unique_items" | "duplicate_field" => spot.around,
        _ => spot.value,
    };
    spot.nodes.iter().any(|node| says(node, exception.phrase))
        && (subject.is_some_and(exception.evident) || (exception.evident)(&spot.key.into()))
}

fn says(schema: &Value, phrase: &str) -> bool {
    let description = schema.get("description").and_then(Value::as_str);
    description.is_some_and(|description| description.contains(phrase))
}

fn says_inside(schema: &Value, phrase: &str) -> bool {
    says(schema, phrase) || inner(schema).any(|inner| says_inside(inner, phrase))
}

fn any_char(value: &Value, wanted: fn(char) -> bool) -> bool {
    any_text(value, &|text| text.contains(wanted))
}

fn breaks_the_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

fn has_outer_space(value: &Value) -> bool {
    any_text(value, &|text| text.trim() != text)
}

fn any_text(value: &Value, wanted: &dyn Fn(&str) -> bool) -> bool {
    match value {
        Value::String(text) => wanted(text),
        Value::Array(list) => list.iter().any(|inner| any_text(inner, wanted)),
        Value::Object(map) => map
            .iter()
            .any(|(key, inner)| wanted(key) || any_text(inner, wanted)),
        _ => false,
    }
}
