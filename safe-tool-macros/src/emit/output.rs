//! What is declared about the output, as an expression.

use proc_macro2::{Span, TokenStream};
use syn::Ident;

use super::code::code;
use crate::model::{InjectionPattern, Output};

pub(super) fn output(output: &Output) -> TokenStream {
    let Output {
        source,
        max_chars,
        max_bytes,
        more,
        frame,
        injection,
        flag_at,
        block_at,
        patterns,
    } = output;
    let owned = |text: &String| code!(<__p::String as __p::From<_>>::from(#text));
    let given = [
        field("source", source.as_ref().map(owned)),
        field("max_chars", max_chars.map(|max| code!(#max))),
        field("max_bytes", max_bytes.map(|max| code!(#max))),
        field("more", more.as_ref().map(owned)),
        field(
            "frame",
            frame.as_ref().map(|form| variant("FrameForm", form)),
        ),
        field(
            "injection",
            injection
                .as_ref()
                .map(|action| variant("InjectionAction", action)),
        ),
        field("flag_at", flag_at.map(|points| code!(#points))),
        field("block_at", block_at.map(|points| code!(#points))),
        (!patterns.is_empty()).then(|| {
            let patterns = patterns.iter().map(pattern);
            code!(patterns: __p::patterns(&[#(#patterns),*]),)
        }),
    ];
    // `..` with nothing left to fill is a lint.
    let rest = given
        .iter()
        .any(Option::is_none)
        .then(|| code!(..<__p::OutputPolicy as __p::Default>::default()));
    code!(__p::OutputPolicy { #(#given)* #rest })
}

fn field(name: &str, value: Option<TokenStream>) -> Option<TokenStream> {
    let name = Ident::new(name, Span::call_site());
    value.map(|value| code!(#name: __p::Option::Some(#value),))
}

/// `"json"` is `FrameForm::Json`.
fn variant(of: &str, word: &str) -> TokenStream {
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    let name: String = first.into_iter().chain(letters).collect();
    let of = Ident::new(of, Span::call_site());
    let name = Ident::new(&name, Span::call_site());
    code!(__p::#of::#name)
}

fn pattern(one: &InjectionPattern) -> TokenStream {
    let InjectionPattern {
        name,
        pattern,
        points,
    } = one;
    code!((#name, #pattern, #points))
}
