//! Values for SQL: identifiers, and parameters of every family that is bound.

use serde_json::json;

use super::{
    families::Family,
    field::Field,
    item::{Fields, Item},
};

/// An identifier without its list does not compile.
pub(crate) fn ident(names: &[&str]) -> Field {
    let mut annotations = vec![r#"one_of("name", "users.created_at")"#];
    annotations.extend(names.iter().filter_map(|name| match *name {
        "one_of" => None,
        "check" => Some("check(unlucky)"),
        "default" => Some(r#"default("name")"#),
        name => Some(name),
    }));
    let samples = [json!("name"), json!("users.created_at")];
    Field::new("SqlIdent", &annotations, &samples)
}

/// Each annotation of what can be bound, on a parameter; a default of a list is an
/// expression of the field's own type.
pub(crate) fn parameters() -> Vec<Item> {
    let families = [
        Family::Text,
        Family::Integer,
        Family::Float,
        Family::Bool,
        Family::List,
        Family::Json,
        Family::Own,
    ];
    families
        .into_iter()
        .map(|family| {
            let scalar = matches!(
                family,
                Family::Text | Family::Integer | Family::Float | Family::Bool
            );
            let names = family.annotations().iter();
            let names = names.filter(|name| scalar || **name != "default");
            let fields: Fields = names
                .enumerate()
                .map(|(turn, name)| (format!("bound_{name}"), bound(family, name, turn)))
                .collect();
            let doc = format!("Parameters: {}.", format!("{family:?}").to_lowercase());
            Item::structure(&format!("{family:?}Parameters"), &doc, "", &fields)
        })
        .collect()
}

fn bound(family: Family, name: &str, turn: usize) -> Field {
    let mut field = family.field(&[name], turn);
    field.ty = format!("SqlParam<{}>", field.ty);
    match turn % 4 {
        1 if !field.may_miss => field.optional(),
        2 if !["default", "redact", "lenient"].contains(&name) => field.listed("Vec"),
        _ => field,
    }
}
