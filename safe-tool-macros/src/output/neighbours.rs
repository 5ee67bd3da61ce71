//! What stands on the type beside `#[safe_output]`.

use syn::{Attribute, Meta, Path, Token, parse_quote, punctuated::Punctuated};

use crate::errors::Errors;

/// Refuses and takes off what would show a redacted field after all.
pub(super) fn refuse(attrs: &mut Vec<Attribute>, errors: &Errors) {
    attrs.retain_mut(|attr| {
        let path = attr.path();
        if path.is_ident("derive") {
            return keep_derive(attr, errors);
        }
        if path.is_ident("serde") || path.is_ident("schemars") {
            return keep_attribute(attr, errors);
        }
        if path.is_ident("redact") {
            errors.at(
                path,
                "`redact` goes on a field, not on the type",
                "move it to each field that is secret",
            );
            return false;
        }
        true
    });
}

fn keep_derive(attr: &mut Attribute, errors: &Errors) -> bool {
    let parsed = attr.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated);
    let Ok(paths) = parsed else { return true };
    let before = paths.len();
    let keep = |path: &Path| {
        let name = path.segments.last().map(|last| last.ident.to_string());
        let Some(name @ ("Debug" | "Serialize" | "JsonSchema")) = name.as_deref() else {
            return true;
        };
        errors.at(
            path,
            format_args!("a derived `{name}` would know nothing of redacted fields"),
            "remove it: `#[safe_output]` generates one that does",
        );
        false
    };
    let kept: Vec<Path> = paths.into_iter().filter(keep).collect();
    if kept.len() != before {
        attr.meta = parse_quote!(derive(#(#kept),*));
    }
    before == 0 || !kept.is_empty()
}

/// `false` if the attribute holds nothing but what is refused.
fn keep_attribute(attr: &Attribute, errors: &Errors) -> bool {
    let metas = attr.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
    let Ok(metas) = metas else { return true };
    let mut keep = true;
    for meta in &metas {
        let (problem, help) = if meta.path().is_ident("crate") {
            (
                "`crate` is said by #[safe_output] already",
                "write `#[safe_output(crate = path::to::safe_tool)]`",
            )
        } else if meta.path().is_ident("into") || meta.path().is_ident("remote") {
            (
                "another type would be written, which knows nothing of redacted fields",
                "put #[safe_output] on that type",
            )
        } else {
            continue;
        };
        errors.at(meta, problem, help);
        keep = false;
    }
    keep
}
