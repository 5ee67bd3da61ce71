//! `sandboxed_path(…)`: text that becomes a capability.

mod pattern;
mod probes;

use std::fmt::Write as _;
use std::marker::PhantomData;

use serde_json::json;

use super::{
    Cursor, Examples, JsonObject, Probes, Rule, Schemas, marker,
    schema::{object, remark},
};
use crate::sandbox::{
    Access, MAX_PATH_BYTES, PathRules, ReadOnly, ReadWrite, SandboxRoot, SandboxedPath,
};

/// The rule of a `SandboxedPath` field.
#[derive(Clone, Copy, Debug)]
pub struct SandboxedPathRule<A: Access = ReadOnly> {
    root: &'static SandboxRoot,
    rules: &'static PathRules,
    access: PhantomData<A>,
}

/// A path beneath `root`. Only its form is looked at here; the disk is touched when
/// the path is used, or before if it must exist.
pub fn sandboxed_path(root: &'static SandboxRoot) -> SandboxedPathRule {
    SandboxedPathRule {
        root,
        rules: PathRules::NONE,
        access: PhantomData,
    }
}

impl SandboxedPathRule {
    /// For writing as well.
    #[must_use]
    pub fn write(self) -> SandboxedPathRule<ReadWrite> {
        SandboxedPathRule {
            root: self.root,
            rules: self.rules,
            access: PhantomData,
        }
    }
}

impl<A: Access> SandboxedPathRule<A> {
    /// With these options.
    #[must_use]
    pub fn rules(mut self, rules: &'static PathRules) -> Self {
        self.rules = rules;
        self
    }
}

impl<A: Access> Rule for SandboxedPathRule<A> {
    type Value = SandboxedPath<A>;

    fn expected(&self) -> &'static str {
        "a string"
    }

    fn text(&self, value: &str, at: &mut Cursor<'_>) -> Option<SandboxedPath<A>> {
        let before = at.count();
        marker::check(value, at);
        match self.root.path_with(value, self.rules) {
            Ok(path) => (at.count() == before).then_some(path),
            Err(refusal) => at.reject("sandboxed_path", refusal),
        }
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        let mut schema = object(json!({
            "type": "string",
            "minLength": 1,
            "maxLength": MAX_PATH_BYTES,
            "pattern": pattern::pattern(self.rules),
        }));
        remark(&mut schema, &told(self.rules));
        schemas.text(&mut schema, false);
        schema
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        probes::probes(self.rules, examples)
    }
}

/// What the model that calls should know of the rules.
fn told(rules: &PathRules) -> String {
    let mut text = String::from(
        "A relative path with forward slashes, in which `.`, `..`, backslashes, colons, device \
         names and invisible characters are refused.",
    );
    if let [only] = rules.extensions {
        // Writing to a String cannot fail, here and below.
        let _ = write!(text, " Must end in .{only}.");
    } else if !rules.extensions.is_empty() {
        let _ = write!(
            text,
            " Must end in one of .{}.",
            rules.extensions.join(" .")
        );
    }
    if let Some(max) = rules.max_depth {
        let _ = write!(text, " At most {max} names deep.");
    }
    if rules.no_hidden {
        text += " No name may begin with a dot.";
    }
    if rules.must_exist {
        text += " Must exist.";
    }
    if let Some(max) = rules.max_bytes {
        let _ = write!(text, " Files of at most {max} bytes.");
    }
    text
}
