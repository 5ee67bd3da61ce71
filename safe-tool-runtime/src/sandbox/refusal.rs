//! Why a text was refused as a path.

use super::lexical::{MAX_COMPONENT_BYTES, MAX_PATH_BYTES};

/// The lexical rule a path broke.
///
/// `Display` tells the caller what to change. It never contains the path, nor
/// where the folder is: the variants carry nothing that could leak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum PathRefusal {
    /// The text is empty.
    #[error("the path is empty: give one relative to the folder, such as notes/today.txt")]
    Empty,
    /// The text is longer than [`MAX_PATH_BYTES`].
    #[error("the path is too long: keep it within {MAX_PATH_BYTES} bytes")]
    TooLong,
    /// A component is longer than [`MAX_COMPONENT_BYTES`].
    #[error("a name in the path is too long: keep each within {MAX_COMPONENT_BYTES} bytes")]
    ComponentTooLong,
    /// The text begins with `/`, even if it lies in the root.
    #[error("the path is absolute: paths are relative to the folder, write it without a leading /")]
    Absolute,
    /// A component is `.` or `..`.
    #[error("the path has . or .. as a name: write it without . or ..")]
    DotComponent,
    /// Two slashes follow each other, or the text ends with one.
    #[error("the path has an empty name: write one / between names and none at the end")]
    EmptyComponent,
    /// The text contains `\`.
    #[error("the path has a backslash: separate names with /")]
    Backslash,
    /// The text contains `:` (a drive letter or an alternate stream).
    #[error("the path has a colon: write it without drive letters and without colons")]
    Colon,
    /// The first component begins with `~`.
    #[error("the path begins with ~, which is not expanded: paths are relative to the folder")]
    Home,
    /// A component is a Windows device name, with or without an extension.
    #[error("a name in the path is reserved for a device, as CON and NUL are: use another name")]
    DeviceName,
    /// A component begins or ends with a space, or ends with a dot.
    #[error("a name in the path begins or ends with a space or ends with a dot: leave those out")]
    Edge,
    /// The text contains a control character, NUL and line breaks included.
    #[error("the path has a control character: write it without NUL, tabs and line breaks")]
    Control,
    /// The text contains a character that shows nothing or reorders text.
    #[error("the path has an invisible character: write it in visible characters only")]
    Invisible,
    /// The text contains a character that passes for `.`, `/`, `\`, `:` or `~`.
    #[error("the path has a look-alike of a dot, slash, backslash, colon or tilde: leave it out")]
    LookAlike,
}
