//! Patterns of `LIKE` in which a caller's text stands for itself.

use super::SqlParam;

/// What `LIKE` gives a meaning to, and what takes it away.
const SPECIAL: [char; 3] = ['%', '_', ESCAPE];
const ESCAPE: char = '\\';

/// Patterns for `LIKE`, with every `%`, `_` and `\` of the caller's taken literally.
///
/// The statement says what escapes: `name LIKE ? ESCAPE '\'`. SQLite knows no escape
/// without it, and finds nothing that holds one of the three; PostgreSQL and MySQL know
/// this one anyway. MySQL reads a backslash in a literal as an escape too: leave the clause
/// out there, or write `ESCAPE '\\'`.
impl<T: AsRef<str>> SqlParam<T> {
    /// Finds what has this text anywhere in it.
    ///
    /// ```
    /// # use safe_tool_runtime::taint::SqlParam;
    /// let found = SqlParam::new("50%_off").like_containing();
    /// assert_eq!(found, r"%50\%\_off%");
    /// ```
    #[must_use]
    pub fn like_containing(&self) -> SqlParam<String> {
        self.like("%", "%")
    }

    /// Finds what begins with this text.
    #[must_use]
    pub fn like_starting_with(&self) -> SqlParam<String> {
        self.like("", "%")
    }

    /// Finds what ends with this text.
    #[must_use]
    pub fn like_ending_with(&self) -> SqlParam<String> {
        self.like("%", "")
    }

    fn like(&self, before: &str, after: &str) -> SqlParam<String> {
        let text = self.escape_the_parameter().as_ref();
        let mut pattern = String::with_capacity(before.len() + text.len() + after.len());
        pattern.push_str(before);
        for c in text.chars() {
            if SPECIAL.contains(&c) {
                pattern.push(ESCAPE);
            }
            pattern.push(c);
        }
        pattern.push_str(after);
        SqlParam::new(pattern)
    }
}
