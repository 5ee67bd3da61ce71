//! One argument of one program.

use std::{ffi::OsStr, fmt};

/// One argument of one program: checked text that can be handed to
/// [`Command::arg`](std::process::Command::arg) and to nothing that takes a string.
///
/// ```
/// use safe_tool_runtime::taint::CommandArg;
/// use std::process::Command;
///
/// fn log(rev: &CommandArg) -> Command {
///     let mut git = Command::new("git");
///     git.arg("log").arg("--end-of-options").arg(rev);
///     git
/// }
/// ```
///
/// A field of this type refuses control characters, NUL among them, invisible characters,
/// and, unless its annotations say otherwise, a leading `-` and the empty text. It has no
/// `Display`, `Deref`, `AsRef<str>` or `Serialize`: a command line that a shell takes apart
/// cannot be made of it by accident. `Debug` shows its length alone.
///
/// ```compile_fail,E0277
/// # use safe_tool_runtime::taint::CommandArg;
/// fn line(rev: &CommandArg) -> String {
///     format!("git log {rev}") // pass it as one argument
/// }
/// ```
///
/// What it cannot see is the program: `Command::new("sh").arg("-c").arg(&rev)` runs it as a
/// script. `Program` refuses shells and interpreters.
#[derive(Clone)]
pub struct CommandArg(Box<str>);

impl CommandArg {
    /// For what has checked `text`.
    pub(crate) fn checked(text: String) -> Self {
        Self(text.into())
    }

    /// **Leaves the protection**: the plain text, for what is no program and no shell, such as
    /// a comparison.
    ///
    /// Reviewers find each use with `grep -rn unprotected_text`.
    #[must_use]
    pub fn unprotected_text(&self) -> &str {
        &self.0
    }
}

impl AsRef<OsStr> for CommandArg {
    fn as_ref(&self) -> &OsStr {
        OsStr::new(&*self.0)
    }
}

/// The length in bytes alone.
impl fmt::Debug for CommandArg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CommandArg({} bytes)", self.0.len())
    }
}

/// What no type of ours is: it makes rustc say what to do in place of formatting.
#[diagnostic::on_unimplemented(
    message = "an argument of a program cannot be formatted into text",
    label = "pass it as one argument: `.arg(&value)`",
    note = "in a command line a shell would take its spaces, quotes and `;` apart; \
            `unprotected_text()` is the way out that a reviewer looks for"
)]
pub trait PassAsOneArgument<'a> {}

impl fmt::Display for CommandArg
where
    // Without the lifetime, rustc would refuse the impl itself: its bound never holds.
    for<'a> Self: PassAsOneArgument<'a>,
{
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Err(fmt::Error)
    }
}
