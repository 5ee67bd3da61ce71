//! What the user wrote: the item without its annotations, and the annotations.

mod annotation;
mod literal;
mod options;
mod pattern;
mod serde_attr;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, DeriveInput, Fields, Ident, Item, Meta, Token, punctuated::Punctuated};

pub(crate) use annotation::{Annotation, NAMES, Range, Root, Rule};
pub(crate) use literal::{Count, Number};
pub(crate) use options::Options;
pub(crate) use pattern::Pattern;
pub(crate) use serde_attr::{RenameAll, SerdeAttrs};

use crate::{errors::Errors, suggest};

/// The annotated item, taken apart.
pub(crate) struct Input {
    /// The item as it is emitted again: annotations taken off.
    pub(crate) item: DeriveInput,
    pub(crate) options: Options,
    pub(crate) serde: SerdeAttrs,
    pub(crate) body: Body,
}

/// The fields and variants with their annotations.
pub(crate) enum Body {
    Struct(Vec<Field>),
    Tuple(Vec<Field>),
    Enum(Vec<Variant>),
    /// A union or a unit struct; the error is recorded.
    Unsupported,
}

pub(crate) struct Field {
    /// `None` in a tuple struct.
    pub(crate) ident: Option<Ident>,
    pub(crate) ty: syn::Type,
    pub(crate) annotations: Vec<Annotation>,
    pub(crate) serde: SerdeAttrs,
    pub(crate) doc: String,
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// `None` for a unit variant.
    pub(crate) fields: Option<Vec<Field>>,
    pub(crate) serde: SerdeAttrs,
    pub(crate) doc: String,
}

impl Input {
    /// Parses the item. `Err` only if there is no type to emit impls for.
    pub(crate) fn parse(
        options: TokenStream,
        item: TokenStream,
        errors: &Errors,
    ) -> syn::Result<Self> {
        let item: Item = syn::parse2(item)?;
        let mut item = match item {
            Item::Struct(item) => DeriveInput::from(item),
            Item::Enum(item) => DeriveInput::from(item),
            Item::Union(item) => DeriveInput::from(item),
            other => {
                return Err(syn::Error::new_spanned(
                    other,
                    "#[safe_tool] goes on the struct or enum that holds a tool's arguments\n\n\
                     help: keep `#[tool]` on the function, and put `#[safe_tool]` on the type \
                     inside its `Parameters<…>`",
                ));
            }
        };
        let options = Options::parse(options, errors);
        remove_conflicting_derives(&mut item.attrs, errors);
        let serde = SerdeAttrs::take(&mut item.attrs, serde_attr::Place::Type, errors);
        let name = item.ident.clone();
        let body = match &mut item.data {
            syn::Data::Struct(data) => match &mut data.fields {
                Fields::Named(fields) => Body::Struct(parse_fields(&mut fields.named, errors)),
                Fields::Unnamed(fields) => Body::Tuple(parse_fields(&mut fields.unnamed, errors)),
                Fields::Unit => {
                    errors.at(
                        &name,
                        "a unit struct has no fields, and MCP arguments are an object",
                        format_args!("write `struct {name} {{}}`"),
                    );
                    Body::Unsupported
                }
            },
            syn::Data::Enum(data) => Body::Enum(
                data.variants
                    .iter_mut()
                    .map(|variant| parse_variant(variant, errors))
                    .collect(),
            ),
            syn::Data::Union(_) => {
                errors.at(
                    &name,
                    "a union cannot be checked",
                    "use an enum: `#[safe_tool(tag = \"kind\")] enum …`",
                );
                Body::Unsupported
            }
        };
        Ok(Self {
            item,
            options,
            serde,
            body,
        })
    }
}

fn parse_fields(fields: &mut Punctuated<syn::Field, Token![,]>, errors: &Errors) -> Vec<Field> {
    fields
        .iter_mut()
        .map(|field| Field {
            ident: field.ident.clone(),
            ty: field.ty.clone(),
            doc: doc(&field.attrs),
            serde: SerdeAttrs::take(&mut field.attrs, serde_attr::Place::Field, errors),
            annotations: take_annotations(&mut field.attrs, errors),
        })
        .collect()
}

fn parse_variant(variant: &mut syn::Variant, errors: &Errors) -> Variant {
    let fields = match &mut variant.fields {
        Fields::Unit => None,
        Fields::Named(fields) => Some(parse_fields(&mut fields.named, errors)),
        Fields::Unnamed(fields) => {
            errors.at(
                &*fields,
                format_args!("the fields of variant `{}` need names", variant.ident),
                format_args!("write `{} {{ name: Type }}`", variant.ident),
            );
            // Their annotations are taken off all the same: unknown attributes would
            // be errors of their own.
            parse_fields(&mut fields.unnamed, &Errors::new());
            Some(Vec::new())
        }
    };
    for annotation in take_annotations(&mut variant.attrs, &Errors::new()) {
        errors.at(
            &annotation.name,
            format_args!("`{}` goes on a field, not on a variant", annotation.name),
            "move it to the field it is meant for",
        );
    }
    Variant {
        ident: variant.ident.clone(),
        doc: doc(&variant.attrs),
        serde: SerdeAttrs::take(&mut variant.attrs, serde_attr::Place::Variant, errors),
        fields,
    }
}

/// Takes the annotations off a field. Attributes of others stay, unless they look like
/// one of ours misspelt.
fn take_annotations(attrs: &mut Vec<Attribute>, errors: &Errors) -> Vec<Annotation> {
    let mut taken = Vec::new();
    attrs.retain(|attr| {
        let Some(name) = attr.path().get_ident() else {
            return true;
        };
        let text = name.to_string();
        if NAMES.contains(&text.as_str()) {
            taken.extend(Annotation::parse(&attr.meta, errors));
            return false;
        }
        if text == "cfg_attr" {
            refuse_hidden_annotation(attr, errors);
            return true;
        }
        match suggest::nearest(&text, NAMES) {
            Some(meant) if !is_builtin(&text) => {
                errors.at(
                    name,
                    format_args!("there is no annotation `{text}`"),
                    format_args!("did you mean `{meant}`?"),
                );
                false
            }
            _ => true,
        }
    });
    taken
}

fn is_builtin(name: &str) -> bool {
    matches!(
        name,
        "doc" | "cfg" | "allow" | "warn" | "deny" | "forbid" | "expect" | "deprecated"
    )
}

/// A rule that only some builds have is a rule that can be forgotten.
fn refuse_hidden_annotation(attr: &Attribute, errors: &Errors) {
    let nested = attr.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
    for meta in nested.iter().flatten().skip(1) {
        if let Some(name) = meta.path().get_ident()
            && NAMES.contains(&name.to_string().as_str())
        {
            errors.at(
                meta,
                format_args!("`{name}` inside `cfg_attr` would hold in some builds only"),
                format_args!("write `#[{}]` directly", meta.to_token_stream()),
            );
        }
    }
}

/// `#[safe_tool]` generates these impls; a second one would bypass the checks.
fn remove_conflicting_derives(attrs: &mut [Attribute], errors: &Errors) {
    for attr in attrs
        .iter_mut()
        .filter(|attr| attr.path().is_ident("derive"))
    {
        let parsed = attr.parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated);
        let Ok(paths) = parsed else { continue };
        let (conflicting, kept): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| {
            path.segments.last().is_some_and(|last| {
                matches!(
                    last.ident.to_string().as_str(),
                    "Deserialize" | "JsonSchema" | "Debug" | "Default"
                )
            })
        });
        for path in conflicting {
            let name = path.segments.last().map(|last| last.ident.to_string());
            match name.as_deref() {
                Some("Default") => errors.at(
                    &path,
                    "a derived `Default` would make values that no rule has checked",
                    "remove it, and give the fields their defaults: `#[default(…)]`",
                ),
                Some("Debug") => errors.at(
                    &path,
                    "a derived `Debug` would show redacted fields",
                    "remove it: `#[safe_tool]` generates a `Debug` that does not",
                ),
                _ => errors.at(
                    &path,
                    format_args!("`{}` stands beside #[safe_tool]", path.to_token_stream()),
                    "remove it: `#[safe_tool]` generates the impl, with the checks inside",
                ),
            }
        }
        attr.meta = syn::parse_quote!(derive(#(#kept),*));
    }
}

/// The doc comment as one text.
fn doc(attrs: &[Attribute]) -> String {
    let lines = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            syn::Expr::Lit(lit) => match &lit.lit {
                syn::Lit::Str(text) => {
                    let text = text.value();
                    Some(text.strip_prefix(' ').unwrap_or(&text).to_owned())
                }
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}
