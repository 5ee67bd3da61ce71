//! `sandboxed_path(…)`: text that becomes a capability.

use serde_json::json;

use super::{Cursor, JsonObject, Rule, Schemas, schema::object};
use crate::sandbox::{MAX_PATH_BYTES, SandboxRoot, SandboxedPath};

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
        match self.root.path(value) {
            Ok(path) => Some(path),
            Err(refusal) => at.reject("sandboxed_path", refusal),
        }
    }

    fn schema(&self, _: &mut Schemas) -> JsonObject {
        object(json!({ "type": "string", "minLength": 1, "maxLength": MAX_PATH_BYTES }))
    }
}
