//! Names in JSON: serde's renaming, no name twice, and none empty.

use quote::ToTokens;
use syn::{Ident, LitStr, ext::IdentExt};

use crate::{
    errors::Errors,
    syntax::{Field, RenameAll, Variant},
};

/// The name of a field in JSON.
pub(super) fn field(field: &Field, rename_all: Option<RenameAll>) -> String {
    match (&field.ident, &field.serde.rename) {
        (None, _) => String::new(),
        (_, Some(name)) => name.value(),
        (Some(ident), None) => {
            let ident = ident.unraw().to_string();
            rename_all.map_or(ident.clone(), |style| style.field(&ident))
        }
    }
}

/// The name of a variant in JSON.
pub(super) fn variant(variant: &Variant, rename_all: Option<RenameAll>) -> String {
    if let Some(name) = &variant.serde.rename {
        return name.value();
    }
    let ident = variant.ident.unraw().to_string();
    rename_all.map_or(ident.clone(), |style| style.variant(&ident))
}

/// Refuses a name in JSON that is no name.
pub(super) fn refuse_empty(name: Option<&LitStr>, errors: &Errors) {
    if let Some(name) = name.filter(|name| name.value().trim().is_empty()) {
        let text = "an empty name tells a caller nothing";
        errors.at(name, text, "write a name, as in \"kind\", or remove it");
    }
}

pub(super) fn check_fields(fields: &[Field], rename_all: Option<RenameAll>, errors: &Errors) {
    for field in fields {
        refuse_empty(field.serde.rename.as_ref(), errors);
    }
    let named = fields
        .iter()
        .filter_map(|one| Some((one.ident.as_ref()?, field(one, rename_all))));
    unique(named, errors);
}

pub(super) fn check_variants(variants: &[Variant], rename_all: Option<RenameAll>, errors: &Errors) {
    for variant in variants {
        refuse_empty(variant.serde.rename.as_ref(), errors);
    }
    let named = variants
        .iter()
        .map(|one| (&one.ident, variant(one, rename_all)));
    unique(named, errors);
}

fn unique<'a>(named: impl Iterator<Item = (&'a Ident, String)>, errors: &Errors) {
    let mut seen: Vec<(String, &Ident)> = Vec::new();
    for (ident, name) in named {
        match seen.iter().find(|(earlier, _)| *earlier == name) {
            Some((_, earlier)) => errors.at(
                ident.to_token_stream(),
                format_args!("`{ident}` and `{earlier}` are both called \"{name}\" in JSON"),
                "give one of them another name: `#[serde(rename = \"…\")]`",
            ),
            None => seen.push((name, ident)),
        }
    }
}
