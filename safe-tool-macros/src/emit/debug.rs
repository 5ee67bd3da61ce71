//! `Debug` that shows no redacted field.

use proc_macro2::TokenStream;
use syn::{ext::IdentExt, parse_quote, spanned::Spanned};

use super::code::{code, local};
use crate::{
    model::{Body, Field, Variant},
    syntax::Input,
};

pub(super) fn debug(input: &Input, body: &Body) -> TokenStream {
    let ident = &input.item.ident;
    let mut generics = input.item.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(parse_quote!(__p::Debug));
    }
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let name = ident.unraw().to_string();
    let body = match body {
        Body::Struct(fields) => shown(&code!(Self), &name, fields),
        Body::Transparent(field) => newtype(&name, field),
        Body::Choice(variants) | Body::Tagged { variants, .. } => {
            let arms = variants.iter().map(variant);
            code!(#(#arms)*)
        }
    };
    code! {
        impl #impl_generics __p::Debug for #ident #ty_generics #where_clause {
            fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::FmtResult {
                match self { #body }
            }
        }
    }
}

fn variant(variant: &Variant) -> TokenStream {
    let ident = &variant.ident;
    let name = ident.unraw().to_string();
    match &variant.fields {
        None => code!(Self::#ident => f.write_str(#name),),
        Some(fields) => shown(&code!(Self::#ident), &name, fields),
    }
}

/// A match arm that shows named fields.
fn shown(path: &TokenStream, name: &str, fields: &[Field]) -> TokenStream {
    let idents: Vec<_> = fields
        .iter()
        .filter_map(|field| field.ident.as_ref())
        .collect();
    // A type without `Debug` is wrong where the user wrote it.
    let bound: Vec<_> = fields
        .iter()
        .enumerate()
        .map(|(index, field)| {
            let here = field.value.ty.span();
            let mut name = local!("field_{}", index);
            name.set_span(here.resolved_at(name.span()));
            name
        })
        .collect();
    let labels = idents.iter().map(|ident| ident.unraw().to_string());
    let values = fields
        .iter()
        .zip(&bound)
        .map(|(field, name)| value(field, &code!(#name)));
    let wires = fields.iter().map(|field| &field.wire);
    let redact = fields.iter().map(|field| field.redact);
    code! {
        #path { #(#idents: #bound),* } => f
            .debug_struct(#name)
            #(.field(#labels, __p::debug_field(#wires, #values, #redact)))*
            .finish(),
    }
}

/// What is shown of a field bound as `name`. Of a redacted one it is named only, so that
/// it counts as read: its type needs no `Debug`.
fn value(field: &Field, name: &TokenStream) -> TokenStream {
    match field.redact {
        true => code!({
            let _ = #name;
            &()
        }),
        false => name.clone(),
    }
}

fn newtype(name: &str, field: &Field) -> TokenStream {
    let redact = field.redact;
    let member = match &field.ident {
        Some(ident) => code!(#ident),
        None => code!(0),
    };
    let value = value(field, &code!(field));
    code! {
        Self { #member: field } => f
            .debug_tuple(#name)
            .field(__p::debug_field(#name, #value, #redact))
            .finish(),
    }
}
