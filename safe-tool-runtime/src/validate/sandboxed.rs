//! `sandboxed_path(…)`: text that becomes a capability.

use serde_json::{Value, json};

use super::{
    Cursor, Examples, JsonObject, Probes, Rule, Schemas, marker,
    schema::{object, remark},
};
use crate::sandbox::{MAX_COMPONENT_BYTES, MAX_PATH_BYTES, SandboxRoot, SandboxedPath};

/// The rule of a `SandboxedPath` field.
#[derive(Clone, Copy, Debug)]
pub struct SandboxedPathRule {
    root: &'static SandboxRoot,
}

/// A path beneath `root`. Only its form is looked at here; the disk is touched when
/// the path is used.
pub fn sandboxed_path(root: &'static SandboxRoot) -> SandboxedPathRule {
    SandboxedPathRule { root }
}

impl Rule for SandboxedPathRule {
    type Value = SandboxedPath;

    fn expected(&self) -> &'static str {
        "a string"
    }

    fn text(&self, value: &str, at: &mut Cursor<'_>) -> Option<SandboxedPath> {
        let before = at.count();
        marker::check(value, at);
        match self.root.path(value) {
            Ok(path) => (at.count() == before).then_some(path),
            Err(refusal) => at.reject("sandboxed_path", refusal),
        }
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        let mut schema =
            object(json!({ "type": "string", "minLength": 1, "maxLength": MAX_PATH_BYTES }));
        remark(
            &mut schema,
            "A relative path with forward slashes, in which `.`, `..`, backslashes, colons, device names and invisible characters are refused.",
        );
        schemas.text(&mut schema, false);
        schema
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        let name = |length| "a".repeat(length);
        let mut probes = Probes::of(Value::is_string);
        probes.valid = (0..examples.wanted())
            .map(|n| format!("folder/file-{n}.txt").into())
            .collect();
        probes.inside(name(1));
        probes.inside(name(MAX_COMPONENT_BYTES));
        let names = MAX_PATH_BYTES / 2;
        let longest = "a/".repeat(names - 1) + &name(MAX_PATH_BYTES - 2 * (names - 1));
        probes.outside(format!("{longest}a"), "sandboxed_path");
        probes.inside(longest);
        for escape in [
            "",
            "../x",
            "x/../../y",
            "/x",
            "~/x",
            "x\\y",
            "C:x",
            "x\0",
            ".",
        ] {
            probes.outside(escape, "sandboxed_path");
        }
        probes.outside(name(MAX_COMPONENT_BYTES + 1), "sandboxed_path");
        probes
    }
}
