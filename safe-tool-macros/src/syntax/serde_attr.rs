//! The serde attributes that keep their meaning: names. The rest would let a value past
//! its rules and is refused.

use quote::ToTokens;
use syn::{Attribute, LitStr, Meta, Token, punctuated::Punctuated};

use super::attributes::Neighbours;
use crate::errors::Errors;

/// What `#[serde(…)]` says about names.
#[derive(Default)]
pub(crate) struct SerdeAttrs {
    pub(crate) rename: Option<LitStr>,
    pub(crate) rename_all: Option<RenameAll>,
    pub(crate) tag: Option<LitStr>,
    /// `untagged`, which is refused: that no tag is given is no mistake of its own.
    pub(crate) untagged: bool,
}

/// Where an attribute stands.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    Type,
    Field,
    Variant,
}

/// serde's naming styles.
#[derive(Clone, Copy)]
pub(crate) enum RenameAll {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

impl SerdeAttrs {
    /// Reads the serde attributes and takes them off, unless `Serialize` is derived too
    /// and needs them; mistakes are recorded.
    pub(super) fn take(
        attrs: &mut Vec<Attribute>,
        place: Place,
        neighbours: Neighbours,
        errors: &Errors,
    ) -> Self {
        let mut found = Self::default();
        let mut seen = Vec::new();
        attrs.retain(|attr| {
            let serde = attr.path().is_ident("serde");
            if serde || attr.path().is_ident("schemars") {
                found.read(attr, place, &mut seen, errors);
                return serde && neighbours.serialize;
            }
            true
        });
        found
    }

    /// Reads one attribute; `seen` are the names of those before it.
    fn read(&mut self, attr: &Attribute, place: Place, seen: &mut Vec<String>, errors: &Errors) {
        let metas = attr.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
        let help = "write it as in `#[serde(rename = \"name\")]`";
        for meta in errors.ok(metas, help).into_iter().flatten() {
            let name = meta.path().get_ident().map(ToString::to_string);
            let name = name.unwrap_or_default();
            let ours = matches!(name.as_str(), "rename" | "rename_all" | "tag");
            if ours && seen.contains(&name) {
                let text = format_args!("`{name}` is given twice");
                errors.at(&meta, text, "keep one of the two");
                continue;
            }
            seen.push(name.clone());
            match (name.as_str(), string_value(&meta), place) {
                ("rename", Some(value), Place::Field | Place::Variant) => self.rename = Some(value),
                ("rename_all", Some(value), Place::Type | Place::Variant) => {
                    self.rename_all = RenameAll::parse(&value, errors);
                }
                ("tag", Some(value), Place::Type) => self.tag = Some(value),
                // What `#[safe_tool]` does in any case.
                ("deny_unknown_fields", None, Place::Type) => {}
                // About `Serialize` alone.
                ("skip_serializing" | "skip_serializing_if" | "serialize_with", ..) => {}
                (name, value, _) => {
                    self.untagged |= name == "untagged";
                    let library = attr.path().to_token_stream();
                    errors.at(
                        &meta,
                        format_args!("`{name}` of {library} is not supported beside #[safe_tool]"),
                        alternative(name, value.is_some(), place),
                    );
                }
            }
        }
    }
}

fn alternative(name: &str, has_value: bool, place: Place) -> &'static str {
    match name {
        "rename" if !has_value => "one name serves both ways: `#[serde(rename = \"name\")]`",
        "rename" => "remove it: a tool is named where it is defined, `#[tool(name = \"…\")]`",
        "rename_all" if place == Place::Field => "write it on the type, or `rename` on the field",
        "tag" => "write it on the enum: `#[safe_tool(tag = \"kind\")]`",
        "default" => "use the annotation: `#[default]` or `#[default(expression)]`",
        "flatten" => {
            "nest the struct in a field of its own: unknown fields cannot be told apart otherwise"
        }
        "deserialize_with" | "with" | "from" | "try_from" => {
            "it would bypass the rules; take the value as it is sent and convert it in the tool, or use `#[check(path)]`"
        }
        "skip" | "skip_deserializing" => "leave the field out of the argument struct",
        "transparent" => "write `#[safe_tool(transparent)]`",
        "untagged" | "content" => "give the enum a tag: `#[safe_tool(tag = \"kind\")]`",
        "alias" => "a tool's schema names each field once; use `#[serde(rename = \"…\")]`",
        "description" | "title" => "write a doc comment: it becomes the description",
        _ => "remove it; `rename` and `rename_all` are supported",
    }
}

fn string_value(meta: &Meta) -> Option<LitStr> {
    match meta {
        Meta::NameValue(pair) => match &pair.value {
            syn::Expr::Lit(lit) => match &lit.lit {
                syn::Lit::Str(text) => Some(text.clone()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

impl RenameAll {
    fn parse(style: &LitStr, errors: &Errors) -> Option<Self> {
        Some(match style.value().as_str() {
            "lowercase" => Self::Lower,
            "UPPERCASE" => Self::Upper,
            "PascalCase" => Self::Pascal,
            "camelCase" => Self::Camel,
            "snake_case" => Self::Snake,
            "SCREAMING_SNAKE_CASE" => Self::ScreamingSnake,
            "kebab-case" => Self::Kebab,
            "SCREAMING-KEBAB-CASE" => Self::ScreamingKebab,
            _ => {
                errors.at(
                    style,
                    "not a naming style of serde",
                    "use camelCase, PascalCase, snake_case, kebab-case, lowercase, UPPERCASE, \
                     SCREAMING_SNAKE_CASE or SCREAMING-KEBAB-CASE",
                );
                return None;
            }
        })
    }

    /// The name in JSON of a field (`snake_case` in Rust). Exactly serde's, oddities
    /// included: a derived `Serialize` must call it the same.
    pub(crate) fn field(self, ident: &str) -> String {
        match self {
            Self::Lower | Self::Snake => ident.to_owned(),
            Self::Upper | Self::ScreamingSnake => ident.to_ascii_uppercase(),
            Self::Kebab => ident.replace('_', "-"),
            Self::ScreamingKebab => ident.to_ascii_uppercase().replace('_', "-"),
            Self::Pascal => pascal(ident),
            Self::Camel => uncapitalised(&pascal(ident)),
        }
    }

    /// The name in JSON of a variant (`PascalCase` in Rust), exactly serde's.
    pub(crate) fn variant(self, ident: &str) -> String {
        match self {
            Self::Pascal => ident.to_owned(),
            Self::Lower => ident.to_ascii_lowercase(),
            Self::Upper => ident.to_ascii_uppercase(),
            Self::Camel => uncapitalised(ident),
            Self::Snake => snake(ident),
            Self::ScreamingSnake => snake(ident).to_ascii_uppercase(),
            Self::Kebab => snake(ident).replace('_', "-"),
            Self::ScreamingKebab => snake(ident).to_ascii_uppercase().replace('_', "-"),
        }
    }
}

fn pascal(field: &str) -> String {
    let mut name = String::new();
    let mut capital = true;
    for c in field.chars() {
        match c {
            '_' => capital = true,
            c if capital => {
                name.push(c.to_ascii_uppercase());
                capital = false;
            }
            c => name.push(c),
        }
    }
    name
}

fn uncapitalised(name: &str) -> String {
    let mut chars = name.chars();
    let first = chars.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(chars).collect()
}

fn snake(variant: &str) -> String {
    let mut name = String::new();
    for (index, c) in variant.char_indices() {
        if index > 0 && c.is_uppercase() {
            name.push('_');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}
