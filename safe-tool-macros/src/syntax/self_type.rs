//! `Self` in a field's type or annotation: the code that reads the field stands outside
//! of the type, so the type is named there instead.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Generics;

/// The annotated type as an expression and a type alike: `Page::<T>`.
pub(crate) struct SelfType {
    ident: Ident,
    generics: TokenStream,
}

impl SelfType {
    pub(crate) fn new(ident: &Ident, generics: &Generics) -> Self {
        let (_, ty_generics, _) = generics.split_for_impl();
        let turbofish = ty_generics.as_turbofish();
        Self {
            ident: ident.clone(),
            generics: quote!(#turbofish),
        }
    }

    /// `node` with the type's name in place of `Self`; as it was if that is not there or
    /// cannot be replaced.
    pub(crate) fn name_in<T: ToTokens + syn::parse::Parse + Clone>(&self, node: &T) -> T {
        let tokens = node.to_token_stream();
        if !mentions_self(tokens.clone()) {
            return node.clone();
        }
        syn::parse2(self.replaced(tokens)).unwrap_or_else(|_| node.clone())
    }

    fn replaced(&self, tokens: TokenStream) -> TokenStream {
        let mut named = TokenStream::new();
        for token in tokens {
            match token {
                TokenTree::Ident(word) if word == "Self" => {
                    let mut name = self.ident.clone();
                    name.set_span(word.span());
                    name.to_tokens(&mut named);
                    named.extend(self.generics.clone());
                }
                TokenTree::Group(group) => {
                    let inside = self.replaced(group.stream());
                    let mut copy = Group::new(group.delimiter(), inside);
                    copy.set_span(group.span());
                    copy.to_tokens(&mut named);
                }
                other => other.to_tokens(&mut named),
            }
        }
        named
    }
}

fn mentions_self(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(word) => word == "Self",
        TokenTree::Group(group) => mentions_self(group.stream()),
        _ => false,
    })
}
