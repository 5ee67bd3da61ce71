//! `rate_limit(…, cost = field)`: a call takes as many tokens as one of its arguments says.

use syn::{Ident, ext::IdentExt};

use crate::{
    errors::Errors,
    model::{Body, Cost, Field, Literal, Presence, Shape},
    syntax::RateLimit,
};

/// The limiter reads the argument before anything has checked it, so everything it needs
/// to know of it must be declared: an upper bound, and one that the burst can pay.
pub(super) fn cost(limit: &RateLimit, body: Option<&Body>, errors: &Errors) -> Option<Cost> {
    let named = limit.cost.as_ref()?;
    let fields: &[Field] = match body {
        Some(Body::Struct(fields)) => fields,
        Some(_) => &[],
        // The fields have mistakes of their own.
        None => return None,
    };
    let Some(field) = fields.iter().find(|field| is_named(field, named)) else {
        let names = fields.iter().filter_map(|field| field.ident.as_ref());
        let names: Vec<_> = names.map(|name| name.unraw().to_string()).collect();
        let help = match names.as_slice() {
            [] => "only a field of a struct can be the cost".to_owned(),
            names => format!("the fields are {}", names.join(", ")),
        };
        errors.at(named, format_args!("there is no field `{named}`"), help);
        return None;
    };
    let value = match &field.value.shape {
        Shape::Optional(inner) => inner,
        _ => &field.value,
    };
    let &Shape::Integer { max, .. } = &value.bound().shape else {
        errors.at(
            named,
            format_args!("`{named}` is no integer, so it cannot be a number of tokens"),
            "name an integer field",
        );
        return None;
    };
    let Some(max) = max else {
        errors.at(
            named,
            format_args!("`{named}` has no upper bound, so its cost has none"),
            format_args!("bound the field: `#[range(1, {})]`", limit.burst),
        );
        return None;
    };
    if max > limit.burst.into() {
        errors.at(
            named,
            format_args!(
                "`{named}` may be {max}, more than the burst of {} ever allows",
                limit.burst
            ),
            format_args!("raise the burst to {max}, or lower the field's `range`"),
        );
        return None;
    }
    Some(Cost {
        argument: field.wire.clone(),
        // A range below one costs what every call costs.
        max: u32::try_from(max).unwrap_or(1).max(1),
        default: missing(&field.presence),
    })
}

fn is_named(field: &Field, name: &Ident) -> bool {
    let ident = field.ident.as_ref();
    ident.is_some_and(|ident| ident.unraw() == name.unraw())
}

/// A default that is not known here costs what every call costs.
fn missing(presence: &Presence) -> u32 {
    match presence {
        Presence::Default {
            literal: Some(Literal::Integer(value)),
            ..
        } => u32::try_from(*value).unwrap_or(1).max(1),
        _ => 1,
    }
}
