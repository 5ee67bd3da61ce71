//! Enums: names, or objects told apart by a tag.

use proc_macro2::TokenStream;
use syn::Path;

use super::{
    bounded,
    code::{code, local},
    object,
};
use crate::{model::Variant, syntax::Input};

/// A C-like enum.
pub(super) fn choice(input: &Input, variants: &[Variant]) -> TokenStream {
    let ident = &input.item.ident;
    let generics = bounded(&input.item.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let wires = variants.iter().map(|variant| &variant.wire);
    let idents = variants.iter().map(|variant| &variant.ident);
    let index = 0..variants.len();
    code! {
        impl #impl_generics __p::Checked for #ident #ty_generics #where_clause {
            fn rule() -> impl __p::Rule<Value = Self> {
                __p::choice::<Self>()
            }
        }
        impl #impl_generics __p::Choice for #ident #ty_generics #where_clause {
            const VARIANTS: &'static [&'static str] = &[#(#wires),*];
            fn variant(index: usize) -> __p::Option<Self> {
                match index {
                    #(#index => __p::Option::Some(Self::#idents),)*
                    _ => __p::Option::None,
                }
            }
        }
    }
}

/// An enum with a tag: one `Object` a variant.
pub(super) fn tagged(
    input: &Input,
    tag: &str,
    variants: &[Variant],
    check: Option<&Path>,
) -> TokenStream {
    let ident = &input.item.ident;
    let generics = bounded(&input.item.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let wires = variants.iter().map(|variant| &variant.wire);
    let docs = variants.iter().map(|variant| &variant.doc);
    let readers: Vec<_> = (0..variants.len())
        .map(|index| {
            let reader = local!("__Variant{}", index);
            code!(#reader #ty_generics)
        })
        .collect();
    let objects = variants
        .iter()
        .zip(&readers)
        .enumerate()
        .map(|(index, (variant, reader))| {
            let name = &variant.ident;
            let marker = local!("__Variant{}", index);
            let no_fields = Vec::new();
            let fields = variant.fields.as_ref().unwrap_or(&no_fields);
            let object = object::object(
                input,
                reader,
                &code!(#ident::#name),
                fields,
                check,
                &format!("variant_{index}_"),
            );
            code! {
                struct #marker #impl_generics (__p::PhantomData<fn() -> #ident #ty_generics>)
                #where_clause;
                #object
            }
        });
    let index: Vec<_> = (0..variants.len()).collect();
    code! {
        #(#objects)*
        impl #impl_generics __p::Checked for #ident #ty_generics #where_clause {
            fn rule() -> impl __p::Rule<Value = Self> {
                __p::tagged::<Self>()
            }
        }
        impl #impl_generics __p::Tagged for #ident #ty_generics #where_clause {
            const TAG: &'static str = #tag;
            const VARIANTS: &'static [&'static str] = &[#(#wires),*];
            const DESCRIPTIONS: &'static [&'static str] = &[#(#docs),*];
            fn read(
                index: usize,
                fields: __p::JsonObject,
                at: &mut __p::Cursor<'_>,
            ) -> __p::Result<__p::Option<Self>, __p::JsonError> {
                match index {
                    #(#index => __p::read_object::<#readers>(fields, at),)*
                    _ => __p::Result::Ok(__p::Option::None),
                }
            }
            fn properties<__F: __p::Fields>(index: usize, properties: &mut __F) {
                match index {
                    #(#index => <#readers as __p::Object>::properties(properties),)*
                    _ => {}
                }
            }
        }
    }
}
