//! `Debug` that shows no redacted field.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::parse_quote;

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
    let name = ident.to_string();
    let body = match body {
        Body::Struct(fields) => shown(&quote!(Self), &name, fields),
        Body::Transparent(field) => newtype(&name, field),
        Body::Choice(variants) | Body::Tagged { variants, .. } => {
            let arms = variants.iter().map(variant);
            quote!(#(#arms)*)
        }
    };
    quote! {
        impl #impl_generics __p::Debug for #ident #ty_generics #where_clause {
            fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::FmtResult {
                match self { #body }
            }
        }
    }
}

fn variant(variant: &Variant) -> TokenStream {
    let ident = &variant.ident;
    let name = ident.to_string();
    match &variant.fields {
        None => quote!(Self::#ident => f.write_str(#name),),
        Some(fields) => shown(&quote!(Self::#ident), &name, fields),
    }
}

/// A match arm that shows named fields.
fn shown(path: &TokenStream, name: &str, fields: &[Field]) -> TokenStream {
    let idents: Vec<_> = fields
        .iter()
        .filter_map(|field| field.ident.as_ref())
        .collect();
    let bound: Vec<_> = (0..idents.len())
        .map(|index| format_ident!("field_{index}"))
        .collect();
    let labels = idents.iter().map(ToString::to_string);
    let wires = fields.iter().map(|field| &field.wire);
    let redact = fields.iter().map(|field| field.redact);
    quote! {
        #path { #(#idents: #bound),* } => f
            .debug_struct(#name)
            #(.field(#labels, __p::debug_field(#wires, #bound, #redact)))*
            .finish(),
    }
}

fn newtype(name: &str, field: &Field) -> TokenStream {
    let redact = field.redact;
    let member = match &field.ident {
        Some(ident) => quote!(#ident),
        None => quote!(0),
    };
    quote! {
        Self { #member: field } => f
            .debug_tuple(#name)
            .field(__p::debug_field(#name, field, #redact))
            .finish(),
    }
}
