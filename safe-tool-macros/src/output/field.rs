//! `#[redact]` on the fields of a result.

use syn::{
    Attribute, Data, DeriveInput, Field, LitStr, Meta, Path, Token, Type, parse_quote,
    punctuated::Punctuated, spanned::Spanned,
};

use crate::{
    errors::Errors,
    kind::{self, Kind},
    suggest,
};

/// Whether each field is redacted: of each variant in turn, of a struct as of one.
pub(super) type Marks = Vec<Vec<bool>>;

/// What serde and schemars may say of a redacted field: the rest would change what is
/// written, or promise more of it than the marker keeps.
const HARMLESS: &[&str] = &[
    "alias",
    "borrow",
    "bound",
    "default",
    "deprecated",
    "description",
    "deserialize_with",
    "rename",
    "skip",
    "skip_deserializing",
    "skip_serializing",
    "skip_serializing_if",
    "title",
];

/// Takes `#[redact]` off the fields and puts in its place what does it.
pub(super) fn marks(input: &mut DeriveInput, krate: &Path, errors: &Errors) -> Marks {
    let marks = |fields: &mut syn::Fields| {
        let fields = fields.iter_mut();
        fields.map(|field| mark(field, krate, errors)).collect()
    };
    match &mut input.data {
        Data::Struct(data) => vec![marks(&mut data.fields)],
        Data::Enum(data) => {
            let variants = data.variants.iter_mut();
            variants
                .map(|variant| {
                    take(&mut variant.attrs, errors, |attr| {
                        errors.at(
                            attr.path(),
                            "`redact` goes on a field, not on a variant",
                            "move it to the field that is secret",
                        );
                    });
                    marks(&mut variant.fields)
                })
                .collect()
        }
        Data::Union(_) => Vec::new(),
    }
}

fn mark(field: &mut Field, krate: &Path, errors: &Errors) -> bool {
    let mut redact = false;
    let mut faulty = false;
    take(&mut field.attrs, errors, |attr| {
        if let Meta::Path(path) = &attr.meta {
            if redact {
                errors.at(path, "`redact` is given twice", "keep one of the two");
            }
        } else {
            errors.at(
                &attr.meta,
                "`redact` takes no value",
                "write `redact` alone",
            );
        }
        redact = true;
    });
    if !redact {
        return false;
    }
    for attr in &field.attrs {
        faulty |= contradicts(attr, errors);
    }
    faulty |= has_no_room(field, errors);
    if !faulty {
        // Where its type has no such form, that is wrong where the type is written.
        let path: Path = parse_quote!(#krate::__private::redacted);
        let path = LitStr::new(&kind::tokens(&path), field.ty.span());
        field
            .attrs
            .push(parse_quote!(#[serde(serialize_with = #path)]));
    }
    true
}

/// Takes the `redact` attributes off, and refuses what was meant for one.
fn take(attrs: &mut Vec<Attribute>, errors: &Errors, mut found: impl FnMut(&Attribute)) {
    attrs.retain(|attr| {
        let Some(name) = attr.path().get_ident() else {
            return true;
        };
        let text = name.to_string();
        if text == "redact" {
            found(attr);
            return false;
        }
        if text == "cfg_attr" && holds_redact(attr) {
            errors.at(
                attr,
                "`redact` inside `cfg_attr` would hold in some builds only",
                "write `#[redact]` directly",
            );
            return false;
        }
        if suggest::nearest(&text, &["redact"]).is_some() {
            errors.at(
                name,
                format_args!("there is no annotation `{text}`"),
                "did you mean `redact`?",
            );
            return false;
        }
        true
    });
}

fn holds_redact(attr: &Attribute) -> bool {
    let metas = attr.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
    metas.is_ok_and(|metas| metas.iter().any(|meta| meta.path().is_ident("redact")))
}

/// Refuses what serde or schemars would do to the field instead.
fn contradicts(attr: &Attribute, errors: &Errors) -> bool {
    let library = attr.path();
    if !library.is_ident("serde") && !library.is_ident("schemars") {
        return false;
    }
    let metas = attr.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
    let mut refused = false;
    for meta in metas.iter().flatten() {
        let name = meta.path().get_ident().map(ToString::to_string);
        let name = name.unwrap_or_default();
        if !HARMLESS.contains(&name.as_str()) {
            errors.at(
                meta,
                format_args!("`{name}` and `redact` contradict each other"),
                "remove it: of a redacted field only the marker is written",
            );
            refused = true;
        }
    }
    refused
}

/// Refuses a type that cannot be the marker, nor `null`, as far as its name tells; the
/// rest is left to a trait bound of the runtime.
fn has_no_room(field: &Field, errors: &Errors) -> bool {
    let ty = &field.ty;
    let known = match Kind::of(ty) {
        Kind::Text | Kind::Optional(_) | Kind::Other => false,
        Kind::Refused(_) => !matches!(ty, Type::Reference(_)),
        _ => true,
    };
    if known {
        let shown = kind::display(ty);
        let text = match &field.ident {
            Some(name) => format!("`{name}` is a `{shown}`, which has no room for a marker"),
            None => format!("the field is a `{shown}`, which has no room for a marker"),
        };
        let help = format!("make it an `Option<{shown}>`: a redacted one is `null`");
        errors.at(ty, text, help);
    }
    known
}
