//! `sandboxed_path(…)` against the type of its field, and its options among each other.

use quote::ToTokens;

use super::value::{Context, find};
use crate::{
    kind::{self, Kind},
    model::Shape,
    syntax::{Count, PathOptions, Sandbox},
};

/// No path within the runtime's limit of 4096 bytes has more names.
const MOST_NAMES: usize = 2048;

impl Context<'_> {
    pub(super) fn path(&self) -> Option<Shape> {
        let Some(sandbox) = find!(self, SandboxedPath) else {
            if !self.excused {
                let bound = self.place.annotation("sandboxed_path(\"/data/safe\")");
                self.errors.at(
                    self.ty,
                    format_args!("{} has no sandbox", self.place),
                    format_args!("say where it may point: `{bound}`"),
                );
            }
            return None;
        };
        self.path_access(sandbox);
        self.path_options(&sandbox.options);
        Some(Shape::SandboxedPath(sandbox.clone()))
    }

    /// The annotation says what may be done, the type what can be.
    fn path_access(&self, sandbox: &Sandbox) {
        let shown = kind::display(self.ty);
        match (&sandbox.write, self.kind) {
            (
                Some(word),
                Kind::SandboxedPath {
                    writes: Some(false),
                },
            ) => self.errors.at(
                word,
                format_args!("{} is a `{shown}`, which can only be read", self.place),
                "make it a `SandboxedPath<ReadWrite>`, or remove `write`",
            ),
            (None, Kind::SandboxedPath { writes: Some(true) }) => self.errors.at(
                self.ty,
                format_args!(
                    "{} can be written, and its sandbox is declared for reading",
                    self.place
                ),
                "add `write` to it, as in `sandboxed_path(\"/data/safe\", write)`, or make it a \
                 `SandboxedPath`",
            ),
            _ => {}
        }
    }

    fn path_options(&self, options: &PathOptions) {
        let empty = |max: &Option<Count>| max.clone().filter(|max| max.value == 0);
        if let Some(zero) = empty(&options.max_depth) {
            let text = "a path has at least one name";
            self.errors.at(zero, text, "write 1 or more");
        }
        if let Some(zero) = empty(&options.max_bytes) {
            let text = "only empty files would be opened";
            self.errors.at(zero, text, "write 1 or more");
        }
        if let Some(max) = &options.max_depth
            && max.value > MOST_NAMES
        {
            self.errors.at(
                max,
                format_args!("no path has more than {MOST_NAMES} names"),
                "write a depth that bounds something, or remove it",
            );
        }
        for (index, extension) in options.extensions.iter().enumerate() {
            let text = extension.value();
            let bare = text.trim_matches('.');
            let fits = |c: char| c.is_alphanumeric() || "_-+.".contains(c);
            let (problem, help) = if options.extensions[..index].contains(extension) {
                (
                    "this extension is named twice",
                    "keep one of the two".to_owned(),
                )
            } else if bare.is_empty() {
                ("this is no extension", "write it as in \"md\"".to_owned())
            } else if bare != text {
                (
                    "an extension is written without the dots around it",
                    format!("write {bare:?}"),
                )
            } else if !text.chars().all(fits) {
                (
                    "an extension is made of letters, digits, `_`, `-`, `+` and inner dots",
                    "write it as in \"md\" or \"tar.gz\"".to_owned(),
                )
            } else {
                continue;
            };
            self.errors.at(extension.to_token_stream(), problem, help);
        }
    }
}
