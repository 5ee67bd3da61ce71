//! Defaults: inside the field's own rules as far as a literal tells.

use syn::{Expr, Lit};

use crate::{
    errors::Errors,
    model::{Presence, Shape, Text, Value},
    syntax::{Annotation, Number, Rule},
};

/// What a missing field means.
pub(super) fn presence(own: &[Annotation], value: &Value, errors: &Errors) -> Presence {
    let default = own.iter().find_map(|annotation| match &annotation.rule {
        Rule::Default(expr) => Some((&annotation.name, expr)),
        _ => None,
    });
    let inner = match &value.shape {
        Shape::Optional(inner) => &inner.shape,
        shape => shape,
    };
    match default {
        None if matches!(value.shape, Shape::Optional(_)) => Presence::Optional,
        None => Presence::Required,
        Some((name, None)) => {
            if let Some(problem) = type_default_problem(&value.shape) {
                errors.at(
                    name,
                    format_args!("the type's own default {problem}"),
                    "give a value: `#[default(…)]`",
                );
            }
            Presence::TypeDefault
        }
        Some((_, Some(expr))) => {
            if let Some(problem) = literal_problem(expr, inner) {
                errors.at(
                    expr,
                    format_args!("this default {problem}"),
                    "give a default that a caller could send as well",
                );
            }
            Presence::Default {
                expr: expr.clone(),
                literal: is_literal(expr),
            }
        }
    }
}

/// A literal, or a negated one.
fn is_literal(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Unary(unary) => matches!(*unary.expr, Expr::Lit(_)),
        _ => false,
    }
}

/// What is wrong with `Default::default()` of the type; `None` also if that cannot be
/// told here.
fn type_default_problem(shape: &Shape) -> Option<String> {
    match shape {
        Shape::Text(text) => text_problem("", text),
        Shape::Integer { .. } => integer_problem(0, shape),
        Shape::Float { .. } => float_problem(0.0, shape),
        Shape::List { items, .. } | Shape::Map { items, .. } => items
            .min
            .as_ref()
            .filter(|min| min.value > 0)
            .map(|min| format!("is empty, less than `min_items({})`", min.value)),
        Shape::SandboxedPath(_) => {
            Some("does not exist: a path is chosen by the caller".to_owned())
        }
        _ => None,
    }
}

fn literal_problem(expr: &Expr, shape: &Shape) -> Option<String> {
    if !is_literal(expr) {
        return None;
    }
    let lit = match expr {
        Expr::Lit(lit) => Some(&lit.lit),
        _ => None,
    };
    match (shape, lit, Number::from_expr(expr)) {
        (Shape::Text(text), Some(Lit::Str(value)), _) => text_problem(&value.value(), text),
        (Shape::Integer { .. }, _, Some(number)) => match number.integer() {
            Some(value) => integer_problem(value, shape),
            None => Some("is not an integer".to_owned()),
        },
        (Shape::Float { .. }, _, Some(number)) => float_problem(number.float()?, shape),
        (Shape::Bool, Some(Lit::Bool(_)), _) => None,
        (Shape::Text(_), ..) => Some("is not a string".to_owned()),
        (Shape::Integer { .. }, ..) => Some("is not an integer".to_owned()),
        (Shape::Float { .. }, ..) => Some("is not a number".to_owned()),
        (Shape::Bool, ..) => Some("is not `true` or `false`".to_owned()),
        // A literal for any other type is rustc's to judge.
        _ => None,
    }
}

/// The rule of a text field that `value` breaks. Characters and the pattern are left to
/// the tests: the runtime's tables are not at hand here.
pub(super) fn text_problem(value: &str, text: &Text) -> Option<String> {
    let length = value.chars().count();
    let kept = if text.trim { value.trim() } else { value };
    if let Some(max) = text.max_len.as_ref().filter(|max| length > max.value) {
        return Some(format!(
            "has {length} characters, more than `max_len({})`",
            max.value
        ));
    }
    let kept_length = kept.chars().count();
    if let Some(min) = text.min_len.as_ref().filter(|min| kept_length < min.value) {
        return Some(format!(
            "has {kept_length} characters, less than `min_len({})`",
            min.value
        ));
    }
    let listed = text.one_of.is_empty() || text.one_of.iter().any(|one| one.value() == kept);
    (!listed).then(|| "is not one of those listed in `one_of`".to_owned())
}

fn integer_problem(value: i128, shape: &Shape) -> Option<String> {
    let Shape::Integer {
        min,
        max,
        multiple_of,
    } = shape
    else {
        return None;
    };
    if min.is_some_and(|min| value < min) || max.is_some_and(|max| value > max) {
        return Some(format!("is {value}, outside its `range`"));
    }
    multiple_of
        .filter(|divisor| value % divisor != 0)
        .map(|divisor| format!("is {value}, not a multiple of {divisor}"))
}

fn float_problem(value: f64, shape: &Shape) -> Option<String> {
    let Shape::Float { min, max } = shape else {
        return None;
    };
    let bound = |number: &Option<Number>| number.as_ref()?.float();
    let outside =
        bound(min).is_some_and(|min| value < min) || bound(max).is_some_and(|max| value > max);
    outside.then(|| format!("is {value}, outside its `range`"))
}
