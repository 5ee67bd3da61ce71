//! The serde attributes that keep their meaning: names. The rest would let a value past
//! its rules and is refused.

use syn::{Attribute, LitStr, Meta, Token, punctuated::Punctuated};

use crate::errors::Errors;

/// What `#[serde(…)]` says about names.
#[derive(Default)]
pub(crate) struct SerdeAttrs {
    pub(crate) rename: Option<LitStr>,
    pub(crate) rename_all: Option<RenameAll>,
    pub(crate) tag: Option<LitStr>,
}

/// Where an attribute stands.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Place {
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
    /// Takes the serde attributes off; mistakes are recorded.
    pub(crate) fn take(attrs: &mut Vec<Attribute>, place: Place, errors: &Errors) -> Self {
        let mut found = Self::default();
        attrs.retain(|attr| {
            let ours = attr.path().is_ident("serde") || attr.path().is_ident("schemars");
            if ours {
                found.read(attr, place, errors);
            }
            !ours
        });
        found
    }

    fn read(&mut self, attr: &Attribute, place: Place, errors: &Errors) {
        let metas = attr.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
        let Some(metas) = errors.ok(metas) else {
            return;
        };
        for meta in metas {
            let name = meta
                .path()
                .get_ident()
                .map(ToString::to_string)
                .unwrap_or_default();
            let value = string_value(&meta);
            match (name.as_str(), value, place) {
                ("rename", Some(value), Place::Field | Place::Variant) => self.rename = Some(value),
                ("rename_all", Some(value), Place::Type | Place::Variant) => {
                    self.rename_all = RenameAll::parse(&value, errors);
                }
                ("tag", Some(value), Place::Type) => self.tag = Some(value),
                // What `#[safe_tool]` does in any case.
                ("deny_unknown_fields", None, Place::Type) => {}
                (name, ..) => {
                    errors.at(
                        &meta,
                        format_args!("`{name}` of serde is not supported beside #[safe_tool]"),
                        alternative(name),
                    );
                }
            }
        }
    }
}

fn alternative(name: &str) -> &'static str {
    match name {
        "default" => "use the annotation: `#[default]` or `#[default(expression)]`",
        "flatten" => {
            "nest the struct in a field of its own: unknown fields cannot be told apart otherwise"
        }
        "deserialize_with" | "with" => {
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

    /// The name in JSON of a Rust identifier, of a field (`snake_case`) or a variant
    /// (`PascalCase`), as serde makes it.
    pub(crate) fn apply(self, ident: &str) -> String {
        let words = words(ident);
        let capital = |word: &String| {
            let mut chars = word.chars();
            chars.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(chars).collect()
            })
        };
        match self {
            Self::Lower => ident.to_lowercase(),
            Self::Upper => ident.to_uppercase(),
            Self::Snake => words.join("_"),
            Self::ScreamingSnake => words.join("_").to_uppercase(),
            Self::Kebab => words.join("-"),
            Self::ScreamingKebab => words.join("-").to_uppercase(),
            Self::Pascal => words.iter().map(capital).collect(),
            Self::Camel => {
                let pascal: String = words.iter().map(capital).collect();
                let mut chars = pascal.chars();
                chars.next().map_or_else(String::new, |first| {
                    first.to_lowercase().chain(chars).collect()
                })
            }
        }
    }
}

/// The lower-case words of an identifier: split at `_` and before each capital.
fn words(ident: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in ident.chars() {
        if c == '_' || c.is_uppercase() {
            words.push(String::new());
        }
        if c != '_'
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}
