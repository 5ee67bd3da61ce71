//! `cfg` and `cfg_attr` on fields and variants. An attribute macro sees every one still
//! in place, and whether it holds is not for it to know. (Those on the type itself are
//! gone before.)

use quote::ToTokens;
use syn::{Attribute, Ident, Meta, Token, punctuated::Punctuated};

use super::annotation::NAMES;
use crate::errors::Errors;

/// Refuses a field or variant that only some builds have.
pub(super) fn refuse_cfg(attr: &Attribute, errors: &Errors) {
    errors.at(
        attr,
        "a part that only some builds have would give the tool two schemas",
        "put the `cfg` on the whole type and write the type twice, or make the field an \
         `Option<…>`",
    );
}

/// A rule that only some builds have is a rule that can be forgotten. The names of those
/// that `cfg_attr` holds, each refused.
pub(super) fn refuse_hidden(attr: &Meta, errors: &Errors) -> Vec<Ident> {
    let Meta::List(list) = attr else {
        return Vec::new();
    };
    let nested = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
    let mut refused = Vec::new();
    for meta in nested.iter().flatten().skip(1) {
        let Some(name) = meta.path().get_ident() else {
            continue;
        };
        let text = name.to_string();
        if text == "cfg_attr" {
            refused.extend(refuse_hidden(meta, errors));
        } else if NAMES.contains(&text.as_str()) || text == "serde" || text == "schemars" {
            errors.at(
                meta,
                format_args!("`{text}` inside `cfg_attr` would hold in some builds only"),
                format_args!("write `#[{}]` directly", meta.to_token_stream()),
            );
            refused.push(name.clone());
        }
    }
    refused
}
