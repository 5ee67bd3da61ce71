//! What the user wrote: the item without its annotations, and the annotations.

mod annotation;
mod attributes;
mod conditional;
mod literal;
mod options;
mod output;
mod pattern;
mod public_url;
mod range;
mod root;
mod sandbox;
mod self_type;
mod serde_attr;

use proc_macro2::TokenStream;
use syn::{DeriveInput, Fields, Ident, Item, Token, punctuated::Punctuated};

pub(crate) use annotation::{Annotation, Rule};
pub(crate) use literal::{Count, Number};
pub(crate) use options::{Options, RateLimit};
pub(crate) use output::{Output, Points};
pub(crate) use pattern::Pattern;
pub(crate) use public_url::{HELP as URL_HELP, UrlOptions};
pub(crate) use range::Range;
pub(crate) use root::Root;
pub(crate) use sandbox::{PathOptions, Sandbox};
pub(crate) use serde_attr::{RenameAll, SerdeAttrs};

use crate::errors::{Errors, error};
use attributes::Neighbours;
use self_type::SelfType;
use serde_attr::Place;

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
    /// With the type's name where `Self` was written.
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
        let mut item = match syn::parse2(item)? {
            Item::Struct(item) => DeriveInput::from(item),
            Item::Enum(item) => DeriveInput::from(item),
            Item::Union(item) => DeriveInput::from(item),
            _ => {
                return Err(error(
                    proc_macro2::Span::call_site(),
                    "#[safe_tool] goes on the struct or enum that holds a tool's arguments",
                    "keep `#[tool]` on the function, and put `#[safe_tool]` on the type \
                     inside its `Parameters<…>`",
                ));
            }
        };
        let self_type = SelfType::new(&item.ident, &item.generics);
        let is_enum = matches!(item.data, syn::Data::Enum(_));
        attributes::refuse_on_type(&mut item.attrs, errors);
        let neighbours = attributes::neighbours(&mut item.attrs, is_enum, errors);
        let reader = Reader {
            self_type: &self_type,
            neighbours,
            errors,
        };
        let body = reader.body(&mut item);
        let serde = SerdeAttrs::take(&mut item.attrs, Place::Type, neighbours, errors);
        Ok(Self {
            options: Options::parse(options, &self_type, errors),
            item,
            serde,
            body,
        })
    }
}

/// What the readers of fields and variants share.
struct Reader<'a> {
    self_type: &'a SelfType,
    neighbours: Neighbours,
    errors: &'a Errors,
}

impl Reader<'_> {
    fn body(&self, item: &mut DeriveInput) -> Body {
        let name = &item.ident;
        match &mut item.data {
            syn::Data::Struct(data) => match &mut data.fields {
                Fields::Named(fields) => Body::Struct(self.fields(&mut fields.named)),
                Fields::Unnamed(fields) => Body::Tuple(self.fields(&mut fields.unnamed)),
                Fields::Unit => {
                    self.errors.at(
                        name,
                        "a unit struct has no fields, and a tool's arguments are an object",
                        format_args!("write `struct {name} {{}}`"),
                    );
                    Body::Unsupported
                }
            },
            syn::Data::Enum(data) => {
                let variants = data.variants.iter_mut();
                Body::Enum(variants.map(|variant| self.variant(variant)).collect())
            }
            syn::Data::Union(union) => {
                self.fields(&mut union.fields.named);
                self.errors.at(
                    name,
                    "a union cannot be checked",
                    "use an enum: `#[safe_tool(tag = \"kind\")] enum …`",
                );
                Body::Unsupported
            }
        }
    }

    fn fields(&self, fields: &mut Punctuated<syn::Field, Token![,]>) -> Vec<Field> {
        fields
            .iter_mut()
            .map(|field| Field {
                ident: field.ident.clone(),
                ty: self.self_type.name_in(&field.ty),
                doc: attributes::doc(&field.attrs),
                annotations: self.annotations(&mut field.attrs),
                serde: SerdeAttrs::take(
                    &mut field.attrs,
                    Place::Field,
                    self.neighbours,
                    self.errors,
                ),
            })
            .collect()
    }

    fn variant(&self, variant: &mut syn::Variant) -> Variant {
        attributes::refuse_on_variant(&mut variant.attrs, self.neighbours, self.errors);
        let fields = match &mut variant.fields {
            Fields::Unit => None,
            Fields::Named(fields) => Some(self.fields(&mut fields.named)),
            Fields::Unnamed(fields) => {
                self.errors.at(
                    &*fields,
                    format_args!("the fields of variant `{}` need names", variant.ident),
                    format_args!("write `{} {{ name: Type }}`", variant.ident),
                );
                // Read all the same: annotations left on them would be errors of rustc's.
                self.fields(&mut fields.unnamed);
                Some(Vec::new())
            }
        };
        Variant {
            ident: variant.ident.clone(),
            doc: attributes::doc(&variant.attrs),
            serde: SerdeAttrs::take(
                &mut variant.attrs,
                Place::Variant,
                self.neighbours,
                self.errors,
            ),
            fields,
        }
    }
}
