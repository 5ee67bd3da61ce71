//! A regular expression that is compiled when it is first needed.

use std::sync::OnceLock;

use regex::Regex;

/// The pattern of a field. The macro has parsed it already.
#[derive(Debug)]
pub struct Pattern {
    source: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern not compiled yet.
    pub const fn new(source: &'static str) -> Self {
        Self {
            source,
            compiled: OnceLock::new(),
        }
    }

    /// Whether `text` contains a match. A pattern that parses can still be too large to
    /// compile (`regex` limits it to 10 MB): then nothing matches, and the log says why.
    pub(super) fn is_match(&self, text: &str) -> bool {
        let compiled = self.compiled.get_or_init(|| {
            Regex::new(self.source)
                .inspect_err(|error| tracing::error!(%error, "a #[pattern] does not compile"))
                .ok()
        });
        compiled.as_ref().is_some_and(|regex| regex.is_match(text))
    }
}
