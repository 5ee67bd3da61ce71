//! Taking secrets out of JSON.
//!
//! The walk keeps its own stack and drops what it takes out piece by piece, so that no
//! depth of nesting can overflow the thread's.

use serde_json::{Map, Value};

use super::{
    marker::{REDACTED, TOO_DEEP},
    memo::{Role, role},
    pairs,
    text::redact_quoted,
};

/// How deep a value may lie, in objects and arrays around it. The original design had
/// 10, which real documents reach; 64 is half of what serde_json itself will parse.
pub(crate) const MAX_DEPTH: usize = 64;

/// How many times JSON may be quoted inside a string of JSON and still be looked into.
pub(super) const MAX_QUOTINGS: usize = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// A secret becomes one string, whatever it was.
    Replace,
    /// A secret keeps its shape, and its leaves their types.
    KeepTypes,
}

/// Replaces the value of every sensitive key by [`REDACTED`], at any depth. `true` if
/// anything changed.
///
/// A value may also be named by its sibling: `{"name": "password", "value": …}` with
/// `key`, `field`, `header` and their like for the one and `val` or `content` for the
/// other, and, in a list of pairs, `["password", …]`. `null` stays, as it hides nothing.
/// Strings are looked into as [`redact_json_text`](super::redact_json_text) does. What
/// lies more than 64 objects and arrays deep is replaced by `"[max depth]"`.
pub fn redact_json(value: &mut Value) -> bool {
    redact(value, Mode::Replace, MAX_QUOTINGS)
}

/// As [`redact_json`], for values that a schema describes: under a sensitive key,
/// strings become [`REDACTED`], numbers 0, booleans `false`, and objects and arrays keep
/// their shape and keys while every leaf in them is so redacted. Of `["password", …]`
/// only a string is. `true` if anything changed.
///
/// Types hold, narrower constraints (`enum`, `pattern`, `minimum`) may not. Past the
/// depth bound, strings become `"[max depth]"` and objects and arrays are emptied.
pub fn redact_json_keeping_types(value: &mut Value) -> bool {
    redact(value, Mode::KeepTypes, MAX_QUOTINGS)
}

/// A value still to be looked at.
struct Visit<'a> {
    value: &'a mut Value,
    depth: usize,
    /// Whether it lies under a sensitive key, so that its leaves are secrets.
    secret: bool,
    /// Whether it is an item of an array.
    in_list: bool,
}

pub(super) fn redact(root: &mut Value, mode: Mode, quotings: usize) -> bool {
    let mut changed = false;
    let mut to_visit = vec![Visit {
        value: root,
        depth: 0,
        secret: false,
        in_list: false,
    }];
    while let Some(Visit {
        value,
        depth,
        secret,
        in_list,
    }) = to_visit.pop()
    {
        if depth > MAX_DEPTH {
            changed |= withhold(value, mode, TOO_DEEP);
            continue;
        }
        let depth = depth + 1;
        match value {
            Value::Object(map) => {
                let named = has_secret_name(map);
                for (key, value) in map {
                    let secret = secret
                        || match role(key) {
                            Role::Secret => true,
                            Role::Value => named,
                            Role::Name | Role::Other => false,
                        };
                    if secret && mode == Mode::Replace {
                        changed |= withhold(value, mode, REDACTED);
                    } else {
                        to_visit.push(Visit {
                            value,
                            depth,
                            secret,
                            in_list: false,
                        });
                    }
                }
            }
            Value::Array(items) => {
                // In a list of pairs; alone, two strings are a list of two.
                if let [Value::String(name), value] = items.as_mut_slice()
                    && in_list
                    && (mode == Mode::Replace || value.is_string())
                    && pairs::names_secret(name)
                {
                    changed |= withhold(value, mode, REDACTED);
                }
                let items = items.iter_mut();
                to_visit.extend(items.map(|value| Visit {
                    value,
                    depth,
                    secret,
                    in_list: true,
                }));
            }
            leaf if secret => changed |= withhold(leaf, mode, REDACTED),
            Value::String(text) => {
                if let Some(redacted) = redact_quoted(text, quotings) {
                    *text = redacted;
                    changed = true;
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    changed
}

/// Whether a member of the object says that its value is a secret.
fn has_secret_name(map: &Map<String, Value>) -> bool {
    map.iter().any(|(key, value)| {
        role(key) == Role::Name && value.as_str().is_some_and(pairs::names_secret)
    })
}

/// Puts `notice`, or an empty value of the same type, in place of `value`.
fn withhold(value: &mut Value, mode: Mode, notice: &str) -> bool {
    let blank = match (&*value, mode) {
        (Value::Null, _) => return false,
        (Value::String(_), _) | (_, Mode::Replace) => Value::from(notice),
        (Value::Bool(_), Mode::KeepTypes) => Value::from(false),
        (Value::Number(_), Mode::KeepTypes) => Value::from(0),
        (Value::Array(_), Mode::KeepTypes) => Value::Array(Vec::new()),
        (Value::Object(_), Mode::KeepTypes) => Value::Object(Map::new()),
    };
    // An array or object is compared only with an empty one or a string: no recursion.
    if *value == blank {
        return false;
    }
    discard(std::mem::replace(value, blank));
    true
}

/// Drops a value of any depth without recursion, which the `Drop` of `Value` does not.
pub(crate) fn discard(value: Value) {
    let mut left = vec![value];
    while let Some(value) = left.pop() {
        match value {
            Value::Array(items) => left.extend(items),
            Value::Object(map) => left.extend(map.into_iter().map(|(_, value)| value)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}
