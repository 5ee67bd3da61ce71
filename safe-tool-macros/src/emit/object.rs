//! Structs: reading their fields one by one, and their schemas.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Expr, Ident, Lit, Path, ext::IdentExt};

use super::{bounded, rule::rule};
use crate::{
    model::{Field, Presence, Shape},
    syntax::Input,
};

/// A struct with named fields.
pub(super) fn structure(input: &Input, fields: &[Field], check: Option<&Path>) -> TokenStream {
    let ident = &input.item.ident;
    let generics = bounded(&input.item.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let object = object(
        input,
        &quote!(#ident #ty_generics),
        &quote!(#ident),
        fields,
        check,
        "",
    );
    quote! {
        impl #impl_generics __p::Checked for #ident #ty_generics #where_clause {
            fn rule() -> impl __p::Rule<Value = Self> {
                __p::fields::<Self>()
            }
        }
        #object
    }
}

/// A newtype: the rule of its field, wrapped.
pub(super) fn newtype(input: &Input, field: &Field, check: Option<&Path>) -> TokenStream {
    let ident = &input.item.ident;
    let generics = bounded(&input.item.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let inner = rule(&field.value);
    let member = member(field);
    let check = cross_check(check);
    quote! {
        impl #impl_generics __p::Checked for #ident #ty_generics #where_clause {
            fn rule() -> impl __p::Rule<Value = Self> {
                __p::then(#inner, |value, at: &mut __p::Cursor<'_>| {
                    let value = Self { #member: value };
                    #check
                    __p::Option::Some(value)
                })
            }
        }
    }
}

fn member(field: &Field) -> TokenStream {
    match &field.ident {
        Some(ident) => quote!(#ident),
        None => quote!(0),
    }
}

/// Runs the cross-field check on `value`; leaves the closure or function if it refuses.
fn cross_check(check: Option<&Path>) -> TokenStream {
    check.map_or_else(TokenStream::new, |check| {
        quote! {
            if let __p::Result::Err(error) = #check(&value) {
                __p::CheckError::from(error).report(at);
                return __p::Option::None;
            }
        }
    })
}

/// Function that makes a field's rule: `rule_query`, or `rule_create_name` in a variant.
fn rule_name(field: &Field, prefix: &str) -> Ident {
    let name = field.ident.as_ref().map(IdentExt::unraw);
    let name = name.map(|name| name.to_string()).unwrap_or_default();
    format_ident!("rule_{prefix}{name}")
}

/// `impl Object` on `reader` for the fields of `constructor`, with one function a field
/// for its rule.
pub(super) fn object(
    input: &Input,
    reader: &TokenStream,
    constructor: &TokenStream,
    fields: &[Field],
    check: Option<&Path>,
    prefix: &str,
) -> TokenStream {
    let value_type = value_type(input);
    let generics = bounded(&input.item.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let turbofish = ty_generics.as_turbofish();
    let wires: Vec<_> = fields.iter().map(|field| &field.wire).collect();
    let names: Vec<_> = fields
        .iter()
        .filter_map(|field| field.ident.as_ref())
        .collect();
    let slots: Vec<_> = names
        .iter()
        .map(|name| format_ident!("slot_{}", name.unraw()))
        .collect();
    let rules: Vec<_> = fields
        .iter()
        .map(|field| rule_name(field, prefix))
        .collect();
    let rule_fns = fields.iter().zip(&rules).map(|(field, name)| {
        let ty = &field.value.ty;
        let rule = rule(&field.value);
        quote! {
            fn #name #impl_generics () -> impl __p::Rule<Value = #ty> #where_clause { #rule }
        }
    });
    let index = 0..fields.len();
    let places: Vec<_> = fields.iter().map(place).collect();
    let finish = fields
        .iter()
        .zip(&slots)
        .zip(&places)
        .map(|((field, slot), place)| match &field.presence {
            Presence::Required => quote!(#slot.required(&mut #place)),
            Presence::Optional => quote!(#slot.or_default(|| __p::Option::None)),
            Presence::TypeDefault => quote!(#slot.or_default(__p::Default::default)),
            Presence::Default { expr, .. } => {
                let default = default(expr, field);
                quote!(#slot.or_default(|| #default))
            }
        });
    let check = cross_check(check);
    let properties = fields.iter().zip(&rules).map(|(field, rule)| {
        let wire = &field.wire;
        let doc = &field.doc;
        let rule = quote!(&#rule #turbofish());
        match &field.presence {
            Presence::Required => quote!(properties.required(#wire, #rule, #doc);),
            presence => {
                let default = schema_default(presence, field);
                quote!(properties.optional(#wire, #rule, #doc, #default);)
            }
        }
    });
    quote! {
        #(#rule_fns)*
        impl #impl_generics __p::Object for #reader #where_clause {
            type Value = #value_type;
            const FIELDS: &'static [&'static str] = &[#(#wires),*];
            fn read<'de, A: __p::MapAccess<'de>>(
                mut entries: __p::Entries<A>,
                at: &mut __p::Cursor<'_>,
            ) -> __p::Result<__p::Option<#value_type>, A::Error> {
                let before = at.count();
                #(let mut #slots = __p::Slot::Absent;)*
                while let __p::Option::Some(index) = entries.next(Self::FIELDS, at)? {
                    match index {
                        #(#index => entries.value(&mut #slots, &#rules #turbofish(), &mut #places)?,)*
                        _ => {}
                    }
                }
                #(let #slots = #finish;)*
                let build = |at: &mut __p::Cursor<'_>| -> __p::Option<#value_type> {
                    #(let #slots = #slots?;)*
                    if at.count() != before {
                        return __p::Option::None;
                    }
                    let value = #constructor { #(#names: #slots),* };
                    #check
                    __p::Option::Some(value)
                };
                __p::Result::Ok(build(at))
            }
            fn properties(properties: &mut __p::Properties<'_>) {
                let _ = &properties;
                #(#properties)*
            }
        }
    }
}

/// The annotated type itself.
pub(super) fn value_type(input: &Input) -> TokenStream {
    let ident = &input.item.ident;
    let (_, ty_generics, _) = input.item.generics.split_for_impl();
    quote!(#ident #ty_generics)
}

fn place(field: &Field) -> TokenStream {
    let wire = &field.wire;
    if field.redact {
        quote!(at.field(#wire).redacted())
    } else {
        quote!(at.field(#wire))
    }
}

/// A default as a value of the field's type: text literals become the string type,
/// whole numbers may stand for floats, and a literal for an option is its content.
fn default(expr: &Expr, field: &Field) -> TokenStream {
    let literal = matches!(field.presence, Presence::Default { literal: true, .. });
    let (shape, optional) = match &field.value.shape {
        Shape::Optional(inner) => (&inner.shape, true),
        shape => (shape, false),
    };
    let is_text = matches!(expr, Expr::Lit(lit) if matches!(lit.lit, Lit::Str(_)));
    let value = match shape {
        _ if !literal => quote!(#expr),
        _ if is_text => quote!(__p::From::from(#expr)),
        Shape::Float { .. } => quote!((#expr) as _),
        _ => quote!(#expr),
    };
    if optional && literal {
        quote!(__p::Option::Some(#value))
    } else {
        value
    }
}

/// What the schema says of a missing field, as `Option<Value>`.
fn schema_default(presence: &Presence, field: &Field) -> TokenStream {
    let value = match presence {
        Presence::Default {
            expr,
            literal: true,
        } => quote!(#expr),
        Presence::TypeDefault => match &field.value.shape {
            Shape::Text(_) => quote!(""),
            Shape::Integer { .. } => quote!(0),
            Shape::Float { .. } => quote!(0.0),
            Shape::Bool => quote!(false),
            _ => return quote!(__p::Option::None),
        },
        _ => return quote!(__p::Option::None),
    };
    quote!(__p::Option::Some(__p::JsonValue::from(#value)))
}
