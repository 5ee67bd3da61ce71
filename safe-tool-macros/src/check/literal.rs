//! A literal against the rules of the field it is written for.

use quote::ToTokens;
use syn::{Expr, Lit, Token, UnOp, parse::Parser, punctuated::Punctuated};

use super::characters;
use crate::{
    kind::{self, Kind},
    model::{Items, Literal, Shape, Text, Value},
    syntax::Number,
};

/// How the runtime's redaction marker begins, wherever it stands.
const MARKER: &str = "[REDACTED";

const NOT_LISTED: &str = "is not one of those listed in `one_of`";

/// A literal that its field does not take.
pub(super) struct Misfit {
    /// The expression, or the item of a list.
    pub(super) at: proc_macro2::TokenStream,
    /// Predicate of a sentence about it.
    pub(super) problem: String,
    /// How it is written; `None`: another value is needed.
    pub(super) instead: Option<String>,
}

/// What a `macro_rules!` variable or a pair of parentheses holds.
pub(super) fn bare(expr: &Expr) -> &Expr {
    match expr {
        Expr::Group(group) => bare(&group.expr),
        Expr::Paren(paren) => bare(&paren.expr),
        _ => expr,
    }
}

/// The literal that an expression is, if it is one.
pub(super) fn literal(expr: &Expr, value: &Value) -> Result<Option<Literal>, Misfit> {
    let misfit = |problem: String, instead| Misfit {
        at: expr.to_token_stream(),
        problem,
        instead,
    };
    if let Shape::List { items, .. } | Shape::Map { items, .. } = &value.shape {
        return match list(expr, items, value)? {
            Some((problem, instead)) => Err(misfit(problem, instead)),
            None => Ok(None),
        };
    }
    match scalar(expr, value) {
        Ok(literal) => Ok(literal),
        Err(problem) => Err(misfit(problem, None)),
    }
}

/// A text, a number or a bool.
fn scalar(expr: &Expr, value: &Value) -> Result<Option<Literal>, String> {
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
        (Shape::SqlIdent { one_of }, Some(Lit::Str(value)), _) => {
            (ident_problem(&value.value(), one_of), Literal::Text)
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
        (Shape::Text(_) | Shape::SqlIdent { .. }, ..) => return Err("is not a string".to_owned()),
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

/// What is wrong with the default of a list or map, and how it is written; `Err` if it is one of
/// the items. Looked into is `vec![…]` alone.
fn list(
    expr: &Expr,
    items: &Items,
    value: &Value,
) -> Result<Option<(String, Option<String>)>, Misfit> {
    let made_of = |array: &str| {
        Some(match type_name(&value.ty) {
            Some(name) if name != "Vec" => format!("{name}::from({array})"),
            _ => format!("vec!{array}"),
        })
    };
    let content = match expr {
        Expr::Array(_) => {
            let text = format!("is an array, not a `{}`", kind::display(&value.ty));
            return Ok(Some((text, made_of(&kind::tokens(expr)))));
        }
        Expr::Lit(_) => {
            let text = format!("is not a `{}`", kind::display(&value.ty));
            return Ok(Some((text, made_of("[…]"))));
        }
        Expr::Macro(one) if one.mac.path.is_ident("vec") => &one.mac.tokens,
        _ => return Ok(None),
    };
    let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
    // `vec![0; 3]` is none.
    let Ok(listed) = parser.parse2(content.clone()) else {
        return Ok(None);
    };
    if let Shape::List { each, .. } = &value.shape {
        for item in &listed {
            literal(bare(item), each)?;
        }
    }
    Ok(items_problem(listed.len(), items).map(|problem| (problem, None)))
}

/// The type's name, if it is one.
fn type_name(ty: &syn::Type) -> Option<String> {
    match ty {
        syn::Type::Path(path) => Some(path.path.segments.last()?.ident.to_string()),
        _ => None,
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

/// The rule of a list or map that so many items break.
pub(super) fn items_problem(count: usize, items: &Items) -> Option<String> {
    let holds = match count {
        0 => "is empty".to_owned(),
        1 => "has 1 item".to_owned(),
        count => format!("has {count} items"),
    };
    if let Some(max) = items.max.as_ref().filter(|max| count > max.value) {
        return Some(format!("{holds}, more than `max_items({})`", max.value));
    }
    let min = items.min.as_ref().filter(|min| count < min.value)?;
    Some(format!("{holds}, less than `min_items({})`", min.value))
}

/// The rule of a text field that `value` breaks, in the order of the runtime.
pub(super) fn text_problem(value: &str, text: &Text) -> Option<String> {
    let length = value.chars().count();
    let kept = if text.trim { value.trim() } else { value };
    if let Some(max) = text.max_len.as_ref().filter(|max| length > max.value) {
        let has = characters(length);
        return Some(format!("{has}, more than `max_len({})`", max.value));
    }
    let kept_length = kept.chars().count();
    if let Some(min) = text.min_len.as_ref().filter(|min| kept_length < min.value) {
        let has = characters(kept_length);
        return Some(format!("{has}, less than `min_len({})`", min.value));
    }
    // A caller's text would arrive without it; a default is not trimmed.
    if kept != value {
        return Some("has white space around it, which `trim` takes away".to_owned());
    }
    if text.one_of.is_empty() {
        if let Some(problem) = characters::problem(value, text) {
            return Some(problem);
        }
        if value.contains(MARKER) && !text.allow_redaction_marker {
            return Some(format!(
                "holds `{MARKER}`, the redaction marker, which needs `allow_redaction_marker`"
            ));
        }
    } else if text.one_of.iter().all(|one| one.value() != value) {
        return Some(NOT_LISTED.to_owned());
    }
    let pattern = text.pattern.as_ref()?;
    (!pattern.is_match(value)).then(|| "does not match the field's `pattern`".to_owned())
}

fn ident_problem(value: &str, one_of: &[syn::LitStr]) -> Option<String> {
    let listed = one_of.iter().any(|one| one.value() == value);
    (!listed).then(|| NOT_LISTED.to_owned())
}

fn characters(count: usize) -> String {
    match count {
        1 => "has 1 character".to_owned(),
        count => format!("has {count} characters"),
    }
}

pub(super) fn integer_problem(value: i128, shape: &Shape) -> Option<String> {
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

pub(super) fn float_problem(value: f64, shape: &Shape) -> Option<String> {
    let Shape::Float { min, max } = shape else {
        return None;
    };
    let outside = min.is_some_and(|min| value < min) || max.is_some_and(|max| value > max);
    outside.then(|| format!("is {value}, outside its `range`"))
}
