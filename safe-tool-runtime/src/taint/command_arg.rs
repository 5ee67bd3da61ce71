//! One argument of one program.

use std::{ffi::OsStr, fmt, marker::PhantomData};

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
pub struct CommandArg<Use = OneArgument> {
    text: Box<str>,
    use_: PhantomData<fn() -> Use>,
}

/// The only use there is: a parameter, so that what is wrong with another can be said.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum OneArgument {}

impl CommandArg {
    /// For what has checked `text`.
    pub(crate) fn checked(text: String) -> Self {
        Self {
            text: text.into(),
            use_: PhantomData,
        }
    }

    /// **Leaves the protection**: the plain text, for what is no program and no shell, such as
    /// a comparison.
    ///
    /// Reviewers find each use with `grep -rn unprotected_text`.
    #[must_use]
    pub fn unprotected_text(&self) -> &str {
        &self.text
    }
}

impl AsRef<OsStr> for CommandArg {
    fn as_ref(&self) -> &OsStr {
        OsStr::new(&*self.text)
    }
}

/// The length in bytes alone.
impl fmt::Debug for CommandArg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CommandArg({} bytes)", self.text.len())
    }
}

/// A use that formats: there is none, and rustc says what to do in its place.
#[diagnostic::on_unimplemented(
    message = "an argument of a program cannot be formatted into text",
    label = "pass it as one argument: `.arg(&value)`",
    note = "in a command line a shell would take its spaces, quotes and `;` apart",
    note = "`unprotected_text()` is the way out that a reviewer looks for"
)]
pub trait Formats {}

impl<Use: Formats> fmt::Display for CommandArg<Use> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Err(fmt::Error)
    }
}
