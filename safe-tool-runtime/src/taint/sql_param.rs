//! A value that can be bound to a statement, and nothing else.

use std::{any::Any, borrow::Cow, fmt, sync::Arc};

use crate::validate::{Checked, Cursor, Rule, nested, then};

/// A caller's value, to be bound as a parameter of an SQL statement.
///
/// It has the rules of the `T` in it: `#[max_len(64)] name: SqlParam<String>`,
/// `#[range(1, 50)] limit: SqlParam<i64>`. With the feature `sqlx` it is what `bind` takes,
/// with `rusqlite` what `params!` takes. It is no text: it has no `Display`, `Deref`,
/// `AsRef<str>`, `Borrow<str>`, `Into<String>` or `Serialize`, so it cannot become part of
/// the statement itself.
///
/// ```
/// # use safe_tool_runtime::taint::SqlParam;
/// let name = SqlParam::new("'; DROP TABLE users; --".to_owned());
/// assert_eq!(format!("{name:?}"), "SqlParam<String>(23 characters)");
/// ```
///
/// ```compile_fail,E0277
/// # use safe_tool_runtime::taint::SqlParam;
/// # let name = SqlParam::new(String::new());
/// format!("SELECT id FROM users WHERE name = '{name}'"); // bind it as a parameter
/// ```
///
/// A missing value is an `Option<SqlParam<T>>`, and binds `NULL`.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct SqlParam<T> {
    value: T,
}

impl<T> SqlParam<T> {
    /// A value of one's own, where a caller's may be missing.
    pub const fn new(value: T) -> Self {
        Self { value }
    }

    /// **Leaves the parameter**: the plain value, for what is not SQL.
    ///
    /// Whoever formats it into a statement is where it began. Reviewers find each use with
    /// `grep -rn escape_the_parameter`.
    pub const fn escape_the_parameter(&self) -> &T {
        &self.value
    }
}

impl<T> From<T> for SqlParam<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

/// To compare is not to format: `args.name == "admin"` tells nothing but that.
impl<T: AsRef<str>> PartialEq<str> for SqlParam<T> {
    fn eq(&self, other: &str) -> bool {
        self.value.as_ref() == other
    }
}

impl<T: AsRef<str>> PartialEq<&str> for SqlParam<T> {
    fn eq(&self, other: &&str) -> bool {
        self.value.as_ref() == *other
    }
}

/// Shows the type, and of a text how long it is.
impl<T: 'static> fmt::Debug for SqlParam<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SqlParam<{}>", bare_type_name::<T>())?;
        match length(&self.value) {
            Some(1) => f.write_str("(1 character)"),
            Some(characters) => write!(f, "({characters} characters)"),
            None => Ok(()),
        }
    }
}

/// `Vec<String>` for `alloc::vec::Vec<alloc::string::String>`.
fn bare_type_name<T>() -> String {
    let full = std::any::type_name::<T>();
    let mut bare = String::new();
    let mut rest = full;
    while let Some(end) = rest.find(['<', '>', ',', '&', ' ', '(', ')', '[', ']']) {
        let (path, after) = rest.split_at(end);
        bare.push_str(last_segment(path));
        let mut chars = after.chars();
        bare.extend(chars.next());
        rest = chars.as_str();
    }
    bare.push_str(last_segment(rest));
    bare
}

fn last_segment(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

/// In characters, if it is a text.
fn length(value: &dyn Any) -> Option<usize> {
    let text: &str = if let Some(text) = value.downcast_ref::<String>() {
        text
    } else if let Some(text) = value.downcast_ref::<Box<str>>() {
        text
    } else if let Some(text) = value.downcast_ref::<Arc<str>>() {
        text
    } else {
        value.downcast_ref::<Cow<'static, str>>()?
    };
    Some(text.chars().count())
}

/// Of nothing: it is there for what the compiler says where a parameter is formatted. Of
/// the value in it, because a bound on the parameter itself would not be told of.
#[diagnostic::on_unimplemented(
    message = "a `SqlParam<{Self}>` cannot be formatted: bind it as a parameter",
    label = "bind it as a parameter",
    note = "write `?` or `$1` in the statement, and give the value to `.bind(…)` (sqlx) or `params![…]` (rusqlite)",
    note = "a column to sort by is a `SqlIdent`; a pattern for `LIKE` is made by `.like_containing()`"
)]
pub trait CanBeFormatted {}

impl<T: CanBeFormatted> fmt::Display for SqlParam<T> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Err(fmt::Error)
    }
}

/// The rule of a parameter: that of the value it binds.
#[doc(hidden)]
pub fn sql_param<R: Rule>(bound: R) -> impl Rule<Value = SqlParam<R::Value>> {
    then(bound, |value, _: &mut Cursor<'_>| {
        Some(SqlParam::new(value))
    })
}

impl<T: Checked> Checked for SqlParam<T> {
    fn rule() -> impl Rule<Value = Self> {
        sql_param(nested::<T>())
    }
}
