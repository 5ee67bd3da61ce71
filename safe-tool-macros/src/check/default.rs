//! Defaults: inside the field's own rules as far as a literal tells.

use syn::{Expr, Lit, UnOp};

use crate::{
    errors::Errors,
    kind::{self, Kind},
    model::{Literal, Presence, Shape, Text, Value},
    syntax::{Annotation, Number, Rule},
};

/// What a missing field means.
pub(super) fn presence(annotations: &[Annotation], value: &Value, errors: &Errors) -> Presence {
    let default = annotations.iter().find_map(|one| match &one.rule {
        Rule::Default(expr) => Some((&one.name, expr)),
        _ => None,
    });
    let inner = match &value.shape {
        Shape::Optional(inner) => inner,
        _ => value,
    };
    let Some((name, expr)) = default else {
        return match value.shape {
            Shape::Optional(_) => Presence::Optional,
            _ => Presence::Required,
        };
    };
    if let Shape::SandboxedPath(_) = inner.shape {
        errors.at(
            name,
            "a path has no default: it is chosen by the caller",
            "remove it, or make the field an `Option<SandboxedPath>`",
        );
        return Presence::Optional;
    }
    let Some(expr) = expr else {
        if let Some(problem) = type_default_problem(&value.shape) {
            errors.at(
                name,
                format_args!("the type's own default {problem}"),
                "give a value: `#[default(…)]`",
            );
        }
        return Presence::TypeDefault;
    };
    let expr = bare(expr);
    let literal = match literal(expr, inner) {
        Ok(literal) => literal,
        Err(problem) => {
            errors.at(
                expr,
                format_args!("this default {problem}"),
                "give a default that a caller could send as well",
            );
            None
        }
    };
    Presence::Default {
        expr: Box::new(expr.clone()),
        literal,
    }
}

/// What a `macro_rules!` variable or a pair of parentheses holds.
fn bare(expr: &Expr) -> &Expr {
    match expr {
        Expr::Group(group) => bare(&group.expr),
        Expr::Paren(paren) => bare(&paren.expr),
        _ => expr,
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
        _ => None,
    }
}

/// The literal that a default is, if it is one; `Err` says which rule it breaks.
fn literal(expr: &Expr, value: &Value) -> Result<Option<Literal>, String> {
    let lit = match expr {
        Expr::Lit(lit) => Some(&lit.lit),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => match bare(&unary.expr) {
            Expr::Lit(_) => None,
            _ => return Ok(None),
        },
        _ => return Ok(None),
    };
    let (problem, literal) = match (&value.shape, lit, Number::from_expr(expr)) {
        (Shape::Text(text), Some(Lit::Str(value)), _) => {
            (text_problem(&value.value(), text), Literal::Text)
        }
        (Shape::Integer { .. }, _, Some(number)) => match number.integer() {
            Some(integer) => {
                let problem =
                    outside_type(integer, value).or_else(|| integer_problem(integer, &value.shape));
                (problem, Literal::Integer(integer))
            }
            None => return Err("is not an integer".to_owned()),
        },
        (Shape::Float { .. }, _, Some(number)) => match number.float() {
            Some(float) => (float_problem(float, &value.shape), Literal::Float(float)),
            None => return Err("is not a number".to_owned()),
        },
        (Shape::Bool, Some(Lit::Bool(_)), _) => (None, Literal::Bool),
        (Shape::Text(_), ..) => return Err("is not a string".to_owned()),
        (Shape::Integer { .. }, ..) => return Err("is not an integer".to_owned()),
        (Shape::Float { .. }, ..) => return Err("is not a number".to_owned()),
        (Shape::Bool, ..) => return Err("is not `true` or `false`".to_owned()),
        // A literal for any other type is rustc's to judge.
        _ => return Ok(None),
    };
    match problem {
        Some(problem) => Err(problem),
        None => Ok(Some(literal)),
    }
}

fn outside_type(integer: i128, value: &Value) -> Option<String> {
    let Kind::Integer(limits) = Kind::of(&value.ty) else {
        return None;
    };
    let outside = integer < limits.min || integer > limits.max;
    outside.then(|| {
        format!(
            "is {integer}, which no `{}` holds",
            kind::display(&value.ty)
        )
    })
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
    let outside = min.is_some_and(|min| value < min) || max.is_some_and(|max| value > max);
    outside.then(|| format!("is {value}, outside its `range`"))
}
