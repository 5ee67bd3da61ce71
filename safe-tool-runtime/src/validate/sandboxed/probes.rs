//! Paths just inside and just outside of the rule, for `assert_policy`.

use serde_json::Value;

use super::super::{Examples, Probes};
use crate::sandbox::{MAX_COMPONENT_BYTES, MAX_PATH_BYTES, PathRules};

const ESCAPES: [&str; 9] = [
    "",
    "../x",
    "x/../../y",
    "/x",
    "~/x",
    "x\\y",
    "C:x",
    "x\0",
    ".",
];

pub(super) fn probes(rules: &PathRules, examples: &Examples<'_>) -> Probes {
    let end = rules.extensions.first();
    let end = end.map_or_else(String::new, |extension| format!(".{extension}"));
    let file = |bytes: usize| "a".repeat(bytes.saturating_sub(end.len()).max(1)) + &end;
    let folders = |names: usize| "a/".repeat(names);
    let folder = match rules.max_depth {
        Some(..=1) => "",
        _ => "folder/",
    };

    let mut probes = Probes::of(Value::is_string);
    probes.valid = (0..examples.wanted())
        .map(|n| format!("{folder}file-{n}{end}").into())
        .collect();
    let mut inside = vec![file(1), file(MAX_COMPONENT_BYTES)];
    let mut outside = vec![file(MAX_COMPONENT_BYTES + 1)];

    // An even last name ends a path of one-letter folders at the very limit.
    let last = (end.len() + 2).next_multiple_of(2);
    let longest = (MAX_PATH_BYTES - last) / 2;
    if let Some(max) = rules.max_depth.filter(|max| *max <= longest) {
        inside.push(folders(max.saturating_sub(1)) + &file(1));
        outside.push(folders(max) + &file(1));
    } else {
        inside.push(folders(longest) + &file(last));
        outside.push(folders(longest) + &file(last + 1));
    }
    outside.extend(ESCAPES.map(str::to_owned));
    if rules.no_hidden {
        outside.push(format!(".a{end}"));
    }
    if !end.is_empty() {
        outside.push("a".to_owned());
    }

    for path in outside {
        probes.outside(path, "sandboxed_path");
    }
    // Of what must exist only the author knows a path.
    if !rules.must_exist {
        for path in inside {
            probes.inside(path);
        }
    }
    probes
}
