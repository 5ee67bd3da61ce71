//! Every annotation of every family with every other, and each inside a collection.

use super::{
    families::{ALL, Family},
    field::Field,
    item::{Fields, Item},
};

/// How many fields a struct gets: few, so that a mutation often meets the one it is about.
const FIELDS: usize = 5;

/// Each pair of annotations on one field, every third time inside an `Option`.
pub(crate) fn pairs() -> Vec<Item> {
    ALL.iter()
        .flat_map(|family| {
            let names = family.annotations();
            let mut fields = Fields::new();
            for (index, first) in names.iter().enumerate() {
                for second in &names[index + 1..] {
                    if !family.conflict([first, second]) {
                        let turn = fields.len();
                        let field = family.field(&[first, second], turn);
                        let field = match turn % 3 == 1 && *second != "default" {
                            true => optional(field),
                            false => field,
                        };
                        fields.push((format!("{first}_{second}"), field));
                    }
                }
            }
            structs(
                &format!("{family:?}Pairs"),
                "Two annotations on",
                *family,
                fields,
            )
        })
        .collect()
}

/// An `Option` of it, unless its default is an expression of the type itself.
fn optional(field: Field) -> Field {
    match field.may_miss {
        true => field,
        false => field.optional(),
    }
}

/// Each annotation on what is inside an `Option`, a list, a set, a map, or two of them.
pub(crate) fn inside() -> Vec<Item> {
    ALL.iter()
        .flat_map(|family| {
            let mut fields = Fields::new();
            for (index, name) in family.annotations().iter().enumerate() {
                // Those three are about a whole field.
                if !["default", "redact", "lenient"].contains(name) {
                    for wrapper in [2 * index, 2 * index + 1] {
                        let turn = fields.len();
                        let field = family.field(&[name], turn);
                        let (place, field) = wrapped(field, *family, wrapper);
                        fields.push((format!("{name}_{place}"), field));
                    }
                }
            }
            structs(
                &format!("{family:?}Inside"),
                "Inside something else:",
                *family,
                fields,
            )
        })
        .collect()
}

fn wrapped(field: Field, family: Family, wrapper: usize) -> (&'static str, Field) {
    // Not everything can be told apart as a set's items must be.
    let set = match family {
        Family::Float
        | Family::Json
        | Family::CommandArg
        | Family::Path
        | Family::Own
        | Family::Map => "Vec",
        Family::List if field.ty.contains("HashSet") => "VecDeque",
        Family::List => "BTreeSet",
        _ => "HashSet",
    };
    match wrapper % 7 {
        0 => ("in_list", field.listed("Vec")),
        1 => ("in_map", field.mapped("HashMap")),
        2 => ("in_set", field.listed(set)),
        3 => ("in_option", field.optional()),
        4 => ("in_options", field.optional().listed("VecDeque")),
        5 => ("in_lists", field.listed("Vec").mapped("BTreeMap")),
        _ => ("in_maps", field.mapped("BTreeMap").listed("Vec").optional()),
    }
}

fn structs(name: &str, what: &str, family: Family, fields: Fields) -> Vec<Item> {
    let doc = format!("{what} {}.", format!("{family:?}").to_lowercase());
    let mut items = Vec::new();
    for (index, fields) in fields.chunks(FIELDS).enumerate() {
        let name = format!("{name}{}", index + 1);
        items.push(Item::structure(&name, &doc, "", &fields.to_vec()));
    }
    items
}
