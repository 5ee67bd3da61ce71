//! Why a text was refused as a path.

use super::lexical::{MAX_COMPONENT_BYTES, MAX_PATH_BYTES};

/// The lexical rule a path broke.
///
/// `Display` tells the caller what to change, as the predicate of a sentence about the
/// path. It never contains the path, nor
/// where the folder is: the variants carry nothing that could leak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum PathRefusal {
    /// The text is empty.
    #[error("must not be empty: write a path relative to the folder, such as notes/today.txt")]
    Empty,
    /// The text is longer than [`MAX_PATH_BYTES`].
    #[error("must be at most {MAX_PATH_BYTES} bytes long")]
    TooLong,
    /// A component is longer than [`MAX_COMPONENT_BYTES`].
    #[error("must consist of names of at most {MAX_COMPONENT_BYTES} bytes")]
    ComponentTooLong,
    /// The text begins with `/`, even if it lies in the root.
    #[error("must be relative to the folder: write it without a leading /")]
    Absolute,
    /// A component is `.` or `..`.
    #[error("must not have . or .. as a name")]
    DotComponent,
    /// Two slashes follow each other, or the text ends with one.
    #[error("must have one / between names and none at the end")]
    EmptyComponent,
    /// The text contains `\`.
    #[error("must separate names with /, and contain no backslash")]
    Backslash,
    /// The text contains `:` (a drive letter or an alternate stream).
    #[error("must not contain a colon, nor begin with a drive letter")]
    Colon,
    /// The first component begins with `~`.
    #[error("must not begin with ~, which is not expanded: it is relative to the folder")]
    Home,
    /// A component is a Windows device name, with or without an extension.
    #[error("must not use a name that is reserved for a device, as CON and NUL are")]
    DeviceName,
    /// A component begins or ends with a space, or ends with a dot.
    #[error("must not have a name that begins or ends with a space, or ends with a dot")]
    Edge,
    /// The text contains a control character, NUL and line breaks included.
    #[error("must not contain control characters, such as NUL, tabs and line breaks")]
    Control,
    /// The text contains a character that shows nothing or reorders text.
    #[error("must not contain invisible characters")]
    Invisible,
    /// The text contains a character that passes for `.`, `/`, `\`, `:` or `~`.
    #[error("must not contain look-alikes of a dot, slash, backslash, colon or tilde")]
    LookAlike,
    /// A component begins with a dot, where the field takes no hidden files.
    #[error("must not have a name that begins with a dot")]
    Hidden,
    /// The path has more names than the field takes.
    #[error("must be at most {max} {} deep", if *max == 1 { "name" } else { "names" })]
    TooDeep {
        /// The most that are allowed.
        max: usize,
    },
    /// The last name does not end in one of the extensions that the field takes.
    #[error("must end in {}", alternatives(allowed))]
    Extension {
        /// Without their dot.
        allowed: &'static [&'static str],
    },
    /// Nothing has that name, or it leads out, where the field wants what exists.
    #[error("must name something that exists in the folder")]
    Missing,
    /// Whether it exists cannot be told: the root is not available. The log says why.
    #[error("cannot be looked up: the folder is not available, which no other path will change")]
    Unavailable,
}

/// `.md, .txt or .csv`
fn alternatives(extensions: &[&str]) -> String {
    let mut text = String::new();
    for (index, extension) in extensions.iter().enumerate() {
        text += match index {
            0 => ".",
            _ if index + 1 == extensions.len() => " or .",
            _ => ", .",
        };
        text += extension;
    }
    text
}
