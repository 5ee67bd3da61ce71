//! `SqlIdent`: the list it is chosen from, each entry a plain identifier.

use syn::LitStr;

use super::value::{Context, find};
use crate::model::Shape;

/// PostgreSQL cuts a longer name; MySQL takes one character more, SQLite any number.
const MAX_BYTES: usize = 63;

/// `catalogue.table.column`, and `schema.table.column`.
const MAX_PARTS: usize = 3;

impl Context<'_> {
    pub(super) fn sql_ident(&self) -> Option<Shape> {
        let Some(one_of) = find!(self, OneOf) else {
            if !self.excused {
                let list = self.place.annotation("one_of(\"name\", \"created_at\")");
                self.errors.at(
                    self.ty,
                    format_args!("{} could name anything in the database", self.place),
                    format_args!("list the identifiers that it may be: `{list}`"),
                );
            }
            return None;
        };
        for (index, name) in one_of.iter().enumerate() {
            self.identifier(name, &one_of[..index]);
        }
        Some(Shape::SqlIdent {
            one_of: one_of.clone(),
        })
    }

    fn identifier(&self, name: &LitStr, earlier: &[LitStr]) {
        let text = name.value();
        if earlier.iter().any(|earlier| earlier.value() == text) {
            let help = "remove one of the two";
            self.errors.at(name, "this value is listed twice", help);
        } else if let Some(problem) = problem(&text) {
            self.errors.at(
                name,
                problem,
                "write one or up to three plain names, as in \"created_at\" or \"users.name\"; \
                 an expression has its place in the statement, chosen by an enum",
            );
        }
    }
}

/// Why this is no identifier that every dialect takes in quotes.
fn problem(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split('.').collect();
    if parts.len() > MAX_PARTS {
        return Some(format!("no identifier has more than {MAX_PARTS} names"));
    }
    if !parts.iter().all(|part| is_plain(part)) {
        return Some(
            "a name of an SQL identifier is a letter or `_`, then letters, digits and `_`"
                .to_owned(),
        );
    }
    let long = parts.iter().any(|part| part.len() > MAX_BYTES);
    long.then(|| format!("a name in PostgreSQL has at most {MAX_BYTES} characters"))
}

fn is_plain(name: &str) -> bool {
    let mut chars = name.chars();
    let first = chars.next();
    first.is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
        && chars.all(|c| c.is_ascii_alphanumeric() || c == '_')
}
