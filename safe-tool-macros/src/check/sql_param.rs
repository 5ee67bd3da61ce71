//! `SqlParam<T>`: the rules of the value that it binds.

use syn::Type;

use super::{place::Place, value};
use crate::{
    errors::Errors,
    kind::{self, Kind},
    model::{Shape, Value},
    syntax::Annotation,
};

/// The rule of a parameter of type `ty` that binds a `bound`. Checks are of that value too.
pub(super) fn value(
    ty: &Type,
    bound: &Type,
    annotations: &[Annotation],
    place: &Place<'_>,
    errors: &Errors,
) -> Option<Value> {
    if let Some(help) = not_bound(bound) {
        let shown = kind::display(ty);
        let text = format_args!("{place} is a `{shown}`, and a parameter binds one plain value");
        errors.at(ty, text, help);
        return None;
    }
    let bound = value::value(bound, annotations, place, errors)?;
    Some(Value {
        ty: ty.clone(),
        shape: Shape::SqlParam(Box::new(bound)),
        checks: Vec::new(),
    })
}

/// What to write instead of a type that is no value of a statement.
fn not_bound(ty: &Type) -> Option<String> {
    match Kind::of(ty) {
        Kind::Optional(inner) => Some(format!(
            "write `Option<SqlParam<{}>>`, which binds `NULL` if it is missing",
            kind::display(inner)
        )),
        Kind::SqlParam(_) => Some(format!("write `{}`", kind::display(ty))),
        Kind::SqlIdent => Some(
            "an identifier stands in the statement's text: make it a `SqlIdent`, and write it \
             with `.quoted(…)`"
                .to_owned(),
        ),
        Kind::SandboxedPath { .. } => {
            Some("a path is opened, not stored: make it a `SandboxedPath`".to_owned())
        }
        _ => None,
    }
}
