//! `Debug` that shows no redacted field.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::{Data, DeriveInput, Fields, Ident, Path, ext::IdentExt, parse_quote};

use super::field::Marks;
use crate::emit::deprecates;

/// As `quote!`, with names that user code cannot meet.
macro_rules! code {
    ($($tokens:tt)*) => {
        quote_spanned!(Span::mixed_site()=> $($tokens)*)
    };
}

pub(super) fn debug(input: &DeriveInput, krate: &Path, marks: &Marks) -> TokenStream {
    let ident = &input.ident;
    let mut generics = input.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(parse_quote!(__p::Debug));
    }
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let name = ident.unraw().to_string();
    let mut marks = marks.iter();
    let mut marks = || marks.next().map_or(&[][..], Vec::as_slice);
    let arms: Vec<_> = match &input.data {
        Data::Struct(data) => vec![arm(&code!(Self), &name, &data.fields, marks())],
        Data::Enum(data) => {
            let variants = data.variants.iter();
            let arm = variants.map(|variant| {
                let ident = &variant.ident;
                let name = ident.unraw().to_string();
                arm(&code!(Self::#ident), &name, &variant.fields, marks())
            });
            arm.collect()
        }
        Data::Union(_) => Vec::new(),
    };
    // As `#[safe_tool]` does it: an `allow` for nothing would meet a `forbid`.
    let allow = deprecates(input).then(|| code!(#[allow(deprecated)]));
    // An enum without variants has no value to match.
    let body = match arms.is_empty() {
        true => code!(match *self {}),
        false => code!(match self { #(#arms)* }),
    };
    code! {
        const _: () = {
            #[allow(unused_imports)]
            use #krate::__private as __p;
            #allow
            impl #impl_generics __p::Debug for #ident #ty_generics #where_clause {
                fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::FmtResult {
                    #body
                }
            }
        };
    }
}

/// A match arm that shows the fields of a struct or a variant.
fn arm(path: &TokenStream, name: &str, fields: &Fields, marks: &[bool]) -> TokenStream {
    let bound: Vec<Ident> = (0..fields.len())
        .map(|index| format_ident!("field_{}", index, span = Span::mixed_site()))
        .collect();
    let values = bound.iter().zip(marks).map(|(bound, redact)| match redact {
        // Named, so that it counts as read; its type needs no `Debug`.
        true => code!({
            let _ = #bound;
            &()
        }),
        false => code!(#bound),
    });
    match fields {
        Fields::Unit => code!(#path => f.write_str(#name),),
        Fields::Named(fields) => {
            let idents: Vec<_> = fields.named.iter().flat_map(|field| &field.ident).collect();
            let labels: Vec<_> = idents
                .iter()
                .map(|ident| ident.unraw().to_string())
                .collect();
            code! {
                #path { #(#idents: #bound),* } => f
                    .debug_struct(#name)
                    #(.field(#labels, __p::debug_field(#labels, #values, #marks)))*
                    .finish(),
            }
        }
        // Of one field, the type's or the variant's name is its own.
        Fields::Unnamed(_) => {
            let label = if fields.len() == 1 { name } else { "" };
            code! {
                #path(#(#bound),*) => f
                    .debug_tuple(#name)
                    #(.field(__p::debug_field(#label, #values, #marks)))*
                    .finish(),
            }
        }
    }
}
