//! `range(lo, hi)`, `range(lo..=hi)`, `range(lo..)`, `range(..=hi)`.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{
    Token,
    parse::{Parse, ParseStream},
};

use super::Number;
use crate::errors::error;

/// The bounds of a number, both inside.
#[derive(Clone)]
pub(crate) struct Range {
    pub(crate) min: Option<Number>,
    pub(crate) max: Option<Number>,
    tokens: TokenStream,
}

impl Range {
    /// Whether a bound is written as a float.
    pub(crate) fn is_float(&self) -> bool {
        let float = |number: &Option<Number>| number.as_ref().is_some_and(Number::is_float);
        float(&self.min) || float(&self.max)
    }
}

impl Parse for Range {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let tokens = input.cursor().token_stream();
        let help = "write `range(1, 50)`, `range(1..=50)`, `range(1..)` or `range(..=50)`; \
                    both ends are inside";
        if input.is_empty() {
            return Err(error(input.span(), "`range` needs its bounds", help));
        }
        let min = match input.peek(Token![..]) {
            true => None,
            false => Some(input.parse()?),
        };
        // `..=` first: it begins with `..`.
        if input.peek(Token![..=]) {
            input.parse::<Token![..=]>()?;
        } else if input.peek(Token![..]) {
            let dots: Token![..] = input.parse()?;
            if !input.is_empty() {
                let text =
                    format!("a half-open range leaves unclear what is allowed\n\nhelp: {help}");
                return Err(syn::Error::new_spanned(dots, text));
            }
            if min.is_none() {
                return Err(error(dots.spans[0], "`range` needs its bounds", help));
            }
        } else if input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
        } else {
            return Err(error(input.span(), "`range` needs two bounds", help));
        }
        let max = match input.is_empty() {
            true => None,
            false => Some(input.parse()?),
        };
        input.parse::<Option<Token![,]>>()?;
        Ok(Self { min, max, tokens })
    }
}

impl ToTokens for Range {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.tokens.clone());
    }
}
