//! Secrets named by a sibling instead of their own key:
//! `{"name": "password", "value": "hunter2"}`, `["password", "hunter2"]`.

use super::memo::{Role, role};

/// Keys, in any case, whose value names what lies beside it.
const NAME_KEYS: &[&str] = &[
    "name",
    "key",
    "k",
    "field",
    "header",
    "param",
    "parameter",
    "property",
    "variable",
];

/// Keys, in any case, of what is so named.
const VALUE_KEYS: &[&str] = &["value", "val", "v", "values", "content"];

/// How many words may name a secret. `{"name": "How to reset your password",
/// "content": …}` is an article, not a field.
const NAME_WORDS: usize = 3;

pub(super) fn is_name_key(key: &str) -> bool {
    is_listed(key, NAME_KEYS)
}

pub(super) fn is_value_key(key: &str) -> bool {
    is_listed(key, VALUE_KEYS)
}

/// Whether `name` is that of a secret.
pub(super) fn names_secret(name: &str) -> bool {
    name.split_whitespace().nth(NAME_WORDS).is_none() && role(name) == Role::Secret
}

fn is_listed(key: &str, list: &[&str]) -> bool {
    list.iter().any(|listed| key.eq_ignore_ascii_case(listed))
}
