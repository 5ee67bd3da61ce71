//! What may be asked of a path beyond being beneath its root.

use super::refusal::PathRefusal;

/// The options of one `sandboxed_path(…)`. They live in a `static`, as its root does: a
/// path is small.
///
/// ```
/// use safe_tool_runtime::sandbox::PathRules;
///
/// static NOTES: PathRules = PathRules::new()
///     .extensions(&["md", "txt"])
///     .no_hidden()
///     .max_depth(4)
///     .max_bytes(64 * 1024);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PathRules {
    pub(crate) extensions: &'static [&'static str],
    pub(crate) max_depth: Option<usize>,
    pub(crate) max_bytes: Option<u64>,
    pub(crate) must_exist: bool,
    pub(crate) no_hidden: bool,
    pub(crate) no_symlinks: bool,
    pub(crate) no_hard_links: bool,
    pub(crate) special_files: bool,
}

impl PathRules {
    /// [`new`](Self::new), for where a reference is wanted.
    pub const NONE: &'static Self = &Self::new();

    /// No rule beyond those that every path keeps.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            extensions: &[],
            max_depth: None,
            max_bytes: None,
            must_exist: false,
            no_hidden: false,
            no_symlinks: false,
            no_hard_links: false,
            special_files: false,
        }
    }

    /// The last name ends in one of these, written without the dot and compared as they
    /// are written: `md` takes neither `.MD` nor `.mdx`.
    #[must_use]
    pub const fn extensions(mut self, extensions: &'static [&'static str]) -> Self {
        self.extensions = extensions;
        self
    }

    /// At most this many names: `a/b.txt` has two.
    #[must_use]
    pub const fn max_depth(mut self, names: usize) -> Self {
        self.max_depth = Some(names);
        self
    }

    /// No file of more bytes is opened, read or written. What is done with an open
    /// `File` is its user's own.
    #[must_use]
    pub const fn max_bytes(mut self, bytes: u64) -> Self {
        self.max_bytes = Some(bytes);
        self
    }

    /// Something has that name when the path is accepted, which costs a look at the
    /// disk. It may be gone when it is used.
    #[must_use]
    pub const fn must_exist(mut self) -> Self {
        self.must_exist = true;
        self
    }

    /// No name begins with a dot.
    #[must_use]
    pub const fn no_hidden(mut self) -> Self {
        self.no_hidden = true;
        self
    }

    /// No symbolic link is followed, not even one that stays inside.
    #[must_use]
    pub const fn no_symlinks(mut self) -> Self {
        self.no_symlinks = true;
        self
    }

    /// No file is opened that has another name as well, which may be outside.
    #[must_use]
    pub const fn no_hard_links(mut self) -> Self {
        self.no_hard_links = true;
        self
    }

    /// FIFOs and devices are opened too. They are never waited for: what is opened is
    /// in non-blocking mode.
    #[must_use]
    pub const fn special_files(mut self) -> Self {
        self.special_files = true;
        self
    }

    /// Checks what the text alone tells. `text` has passed the lexical check.
    pub(super) fn check(&self, text: &str) -> Result<(), PathRefusal> {
        self.check_place(text)?;
        if self.takes_extension(text) {
            Ok(())
        } else {
            Err(PathRefusal::Extension {
                allowed: self.extensions,
            })
        }
    }

    /// What holds for folders as well, which need no extension.
    pub(super) fn check_place(&self, text: &str) -> Result<(), PathRefusal> {
        if self.no_hidden && text.split('/').any(|name| name.starts_with('.')) {
            return Err(PathRefusal::Hidden);
        }
        match self.max_depth {
            Some(max) if text.split('/').count() > max => Err(PathRefusal::TooDeep { max }),
            _ => Ok(()),
        }
    }

    /// Whether a file of this path has an extension that is allowed. A name that is
    /// nothing but the extension (`.md`) has none.
    pub(super) fn takes_extension(&self, text: &str) -> bool {
        if self.extensions.is_empty() {
            return true;
        }
        let name = text.rsplit('/').next().unwrap_or(text);
        let fits = |extension: &&str| {
            name.strip_suffix(extension)
                .and_then(|rest| rest.strip_suffix('.'))
                .is_some_and(|stem| !stem.is_empty())
        };
        self.extensions.iter().any(fits)
    }

    /// The smaller of a limit and `max_bytes`.
    pub(super) fn at_most(&self, limit: u64) -> u64 {
        self.max_bytes.map_or(limit, |max| max.min(limit))
    }
}

impl Default for PathRules {
    fn default() -> Self {
        Self::new()
    }
}
