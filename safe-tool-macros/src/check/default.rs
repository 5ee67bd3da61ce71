//! Defaults: inside the field's own rules as far as a literal tells.

use syn::Expr;

use super::literal::{bare, float_problem, integer_problem, items_problem, literal, text_problem};
use crate::{
    errors::Errors,
    model::{Presence, Shape, Value},
    syntax::{Annotation, Rule},
};

/// What a missing field means.
pub(super) fn presence(annotations: &[Annotation], value: &Value, errors: &Errors) -> Presence {
    let default = annotations.iter().find_map(|one| match &one.rule {
        Rule::Default(expr) => Some((&one.name, expr)),
        _ => None,
    });
    let inner = match &value.shape {
        Shape::Optional(inner) => inner.bound(),
        _ => value.bound(),
    };
    let Some((name, expr)) = default else {
        return match value.shape {
            Shape::Optional(_) => Presence::Optional,
            _ => Presence::Required,
        };
    };
    if let Shape::CommandArg { .. } = inner.shape {
        errors.at(
            name,
            "an argument of a program has no default: it is chosen by the caller",
            "make the field an `Option<CommandArg>`, and write the default as a literal where the \
             program is run",
        );
        return Presence::Optional;
    }
    if let Shape::PublicUrl(_) = inner.shape {
        errors.at(
            name,
            "a URL has no default: it is chosen by the caller",
            "remove it, or make the field an `Option<PublicUrl>`",
        );
        return Presence::Optional;
    }
    if let Shape::SandboxedPath(_) = inner.shape {
        errors.at(
            name,
            "a path has no default: it is chosen by the caller",
            "remove it, or make the field an `Option<SandboxedPath>`",
        );
        return Presence::Optional;
    }
    let Some(expr) = expr else {
        if let Shape::SqlIdent { .. } = value.shape {
            errors.at(
                name,
                "there is no identifier of its own to default to",
                "name one of those listed, as in `#[default(\"name\")]`",
            );
            return Presence::Optional;
        }
        if let Some(problem) = type_default_problem(&value.bound().shape) {
            errors.at(
                name,
                format_args!("the type's own default {problem}"),
                "give a value: `#[default(…)]`",
            );
        }
        return Presence::TypeDefault;
    };
    let expr = bare(expr);
    let optional = matches!(value.shape, Shape::Optional(_));
    // A literal stands for the content of an option, so `Some` around it says no more.
    let content = content_of_some(expr).filter(|_| optional).unwrap_or(expr);
    let literal = match literal(content, inner) {
        Ok(literal) => literal,
        Err(misfit) => {
            let help = match &misfit.instead {
                Some(instead) if optional => format!("write `Some({instead})`"),
                Some(instead) => format!("write `{instead}`"),
                None => "give a default that a caller could send as well".to_owned(),
            };
            let text = format_args!("this default {}", misfit.problem);
            errors.at(misfit.at, text, help);
            None
        }
    };
    let expr = if literal.is_some() { content } else { expr };
    Presence::Default {
        expr: Box::new(expr.clone()),
        literal,
    }
}

/// What stands in `Some(…)`.
fn content_of_some(expr: &Expr) -> Option<&Expr> {
    let Expr::Call(call) = expr else { return None };
    match &*call.func {
        Expr::Path(path) if path.path.is_ident("Some") => call.args.first().map(bare),
        _ => None,
    }
}

/// What is wrong with `Default::default()` of the type; `None` also if that cannot be
/// told here.
fn type_default_problem(shape: &Shape) -> Option<String> {
    match shape {
        Shape::Text(text) => text_problem("", text),
        Shape::Integer { .. } => integer_problem(0, shape),
        Shape::Float { .. } => float_problem(0.0, shape),
        Shape::List { items, .. } | Shape::Map { items, .. } => items_problem(0, items),
        _ => None,
    }
}
