//! Syntax to model: every rule about what may be written stands here or below.

mod characters;
mod collection;
mod command_arg;
mod cost;
mod default;
mod family;
mod literal;
mod names;
mod number;
mod output;
mod path;
mod place;
mod policy;
mod public_url;
mod sql_ident;
mod sql_param;
mod text;
mod value;

use syn::{Ident, Type, ext::IdentExt};

use self::place::Place;
use crate::{
    errors::Errors,
    model::{Body, Field, Model, Variant},
    syntax::{self, Annotation, Input, RenameAll, Rule},
};

/// The model, or `None` if the body has no form that could be emitted; mistakes are
/// recorded either way.
pub(crate) fn model(input: &Input, errors: &Errors) -> Option<Model> {
    refuse_lifetimes(input, errors);
    let body = body(input, errors);
    let policy = policy::policy(&input.options, body.as_ref(), errors);
    if let (Some(check), Some(Body::Choice(_))) = (&input.options.check, &body) {
        errors.at(
            check,
            "a C-like enum has no fields to check against each other",
            "put the check on the struct that holds it",
        );
    }
    let mut body = body?;
    if input.options.lenient {
        body.fields_mut().for_each(|field| field.lenient = true);
    }
    Some(Model {
        body,
        policy,
        check: input.options.check.clone(),
    })
}

/// A deserialised argument owns its values: it outlives the message it came in. The
/// lifetime is not worth an error of its own where a reference gets one.
fn refuse_lifetimes(input: &Input, errors: &Errors) {
    if let syntax::Body::Struct(fields) | syntax::Body::Tuple(fields) = &input.body
        && fields
            .iter()
            .any(|field| matches!(field.ty, Type::Reference(_)))
    {
        return;
    }
    for lifetime in input.item.generics.lifetimes() {
        errors.at(
            lifetime,
            "an argument type cannot borrow",
            "own the values: `String` for `&str`, `Vec<T>` for `&[T]`",
        );
    }
}

fn body(input: &Input, errors: &Errors) -> Option<Body> {
    let rename_all = input.serde.rename_all;
    let tag = input.options.tag.as_ref().or(input.serde.tag.as_ref());
    if let (Some(ours), Some(serde)) = (&input.options.tag, &input.serde.tag)
        && ours.value() != serde.value()
    {
        errors.at(
            ours,
            format_args!("serde's attribute calls the tag \"{}\"", serde.value()),
            "keep one of the two",
        );
    }
    names::refuse_empty(tag, errors);
    if let (Some(tag), false) = (tag, matches!(input.body, syntax::Body::Enum(_))) {
        errors.at(
            tag,
            "a tag tells the variants of an enum apart",
            "remove it from the struct",
        );
    }
    match &input.body {
        syntax::Body::Unsupported => None,
        syntax::Body::Struct(fields) if input.options.transparent.is_none() => {
            Some(Body::Struct(check_fields(fields, rename_all, errors)?))
        }
        syntax::Body::Struct(fields) | syntax::Body::Tuple(fields) => {
            transparent(input, fields, errors)
        }
        syntax::Body::Enum(variants) => {
            if let Some(word) = &input.options.transparent {
                errors.at(
                    word,
                    "an enum cannot be transparent",
                    "remove `transparent`",
                );
            }
            enumeration(input, variants, tag, errors)
        }
    }
}

fn transparent(input: &Input, fields: &[syntax::Field], errors: &Errors) -> Option<Body> {
    let [field] = fields else {
        match &input.options.transparent {
            Some(word) => errors.at(
                word,
                "a transparent struct has exactly one field",
                "leave one field, or remove `transparent`",
            ),
            None => errors.at(
                &input.item.ident,
                "the fields of an argument struct need names",
                "write `struct Name { field: Type }`",
            ),
        }
        return None;
    };
    if input.options.transparent.is_none() {
        errors.at(
            &input.item.ident,
            "a tuple struct stands for its one field only if it says so",
            "write `#[safe_tool(transparent)]`, or name the field",
        );
    }
    for annotation in &field.annotations {
        if let Rule::Default(_) = annotation.rule {
            errors.at(
                &annotation.name,
                "a transparent type is never missing",
                "put `#[default(…)]` on the fields of this type",
            );
        }
    }
    let field = check_field(field, None, errors)?;
    Some(Body::Transparent(Box::new(field)))
}

fn enumeration(
    input: &Input,
    variants: &[syntax::Variant],
    tag: Option<&syn::LitStr>,
    errors: &Errors,
) -> Option<Body> {
    if variants.is_empty() {
        let help = "add a variant";
        errors.at(
            &input.item.ident,
            "an enum without variants has no value",
            help,
        );
        return None;
    }
    names::check_variants(variants, input.serde.rename_all, errors);
    let checked: Vec<_> = variants
        .iter()
        .map(|variant| check_variant(variant, input.serde.rename_all, tag, errors))
        .collect();
    let checked: Vec<Variant> = checked.into_iter().collect::<Option<_>>()?;
    let Some(tag) = tag else {
        let with_fields = variants.iter().find(|variant| variant.fields.is_some());
        if let Some(variant) = with_fields {
            if !input.serde.untagged {
                errors.at(
                    &variant.ident,
                    "variants with fields are told apart by a tag",
                    "write `#[safe_tool(tag = \"kind\")]` on the enum",
                );
            }
            return None;
        }
        return Some(Body::Choice(checked));
    };
    Some(Body::Tagged {
        tag: tag.value(),
        variants: checked,
    })
}

fn check_variant(
    variant: &syntax::Variant,
    rename_all: Option<RenameAll>,
    tag: Option<&syn::LitStr>,
    errors: &Errors,
) -> Option<Variant> {
    let fields = match &variant.fields {
        Some(fields) => Some(check_fields(fields, variant.serde.rename_all, errors)?),
        None => None,
    };
    if let (Some(tag), Some(fields)) = (tag, &fields)
        && let Some(field) = fields.iter().find(|field| field.wire == tag.value())
    {
        errors.at(
            &field.ident,
            format_args!("\"{}\" is the tag's name already", field.wire),
            "rename the field or the tag",
        );
    }
    Some(Variant {
        ident: variant.ident.clone(),
        wire: names::variant(variant, rename_all),
        doc: variant.doc.clone(),
        fields,
    })
}

fn check_fields(
    fields: &[syntax::Field],
    rename_all: Option<RenameAll>,
    errors: &Errors,
) -> Option<Vec<Field>> {
    names::check_fields(fields, rename_all, errors);
    let checked: Vec<_> = fields
        .iter()
        .map(|field| check_field(field, rename_all, errors))
        .collect();
    checked.into_iter().collect()
}

fn check_field(
    field: &syntax::Field,
    rename_all: Option<RenameAll>,
    errors: &Errors,
) -> Option<Field> {
    let mut annotations = field.annotations.clone();
    refuse_repetition(&mut annotations, errors);
    let name = match &field.ident {
        Some(ident) => format!("`{}`", ident.unraw()),
        None => "the field".to_owned(),
    };
    let value = value::value(&field.ty, &annotations, &Place::Field(&name), errors)?;
    let presence = default::presence(&annotations, &value, errors);
    let has = |wanted: fn(&Rule) -> bool| annotations.iter().any(|one| wanted(&one.rule));
    Some(Field {
        ident: field.ident.clone(),
        wire: names::field(field, rename_all),
        doc: field.doc.clone(),
        value,
        presence,
        redact: has(|rule| matches!(rule, Rule::Redact)),
        lenient: has(|rule| matches!(rule, Rule::Lenient)),
    })
}

/// Refuses an annotation that is given twice, except `check`, of which there may be
/// many; the first stays.
fn refuse_repetition(annotations: &mut Vec<Annotation>, errors: &Errors) {
    let mut seen: Vec<Ident> = Vec::new();
    annotations.retain(|annotation| {
        let name = &annotation.name;
        let repeats = seen.contains(name) && !matches!(annotation.rule, Rule::Check(_));
        if repeats && !matches!(annotation.rule, Rule::Faulty) {
            let text = format_args!("`{name}` is given twice");
            errors.at(name, text, "keep one of the two");
        }
        seen.push(name.clone());
        !repeats
    });
}
