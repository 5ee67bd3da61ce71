//! Literals inside annotations.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{
    Lit, LitFloat, LitInt, Token,
    parse::{Parse, ParseStream},
};

use crate::errors::error;

/// A length or a number of items.
#[derive(Clone)]
pub(crate) struct Count {
    pub(crate) value: usize,
    literal: LitInt,
}

impl Parse for Count {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![-]) {
            let text = "a length cannot be negative";
            return Err(error(input.span(), text, "write 0 or more"));
        }
        let literal: LitInt = input.parse().map_err(|unexpected: syn::Error| {
            // No help here: the annotation's own example is the better one.
            syn::Error::new(unexpected.span(), "expected a whole number")
        })?;
        // JSON Schema bounds travel through JSON parsers that hold integers as f64.
        const MAX: u64 = 1 << 53;
        let value = literal.base10_parse::<u64>().ok();
        let value = value.filter(|value| *value <= MAX);
        match value.and_then(|value| usize::try_from(value).ok()) {
            Some(value) => Ok(Self { value, literal }),
            None => Err(error(
                literal.span(),
                "this bound is too large to be one",
                "write a whole number up to 2^53, or `#[unbounded]`",
            )),
        }
    }
}

impl ToTokens for Count {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.literal.to_tokens(tokens);
    }
}

/// A number with its sign.
#[derive(Clone)]
pub(crate) struct Number {
    negative: Option<Token![-]>,
    literal: NumberLit,
}

#[derive(Clone)]
enum NumberLit {
    Int(LitInt),
    Float(LitFloat),
}

impl Number {
    /// The value if it is an integer that fits.
    pub(crate) fn integer(&self) -> Option<i128> {
        let NumberLit::Int(literal) = &self.literal else {
            return None;
        };
        let magnitude: i128 = literal.base10_parse().ok()?;
        Some(if self.negative.is_some() {
            -magnitude
        } else {
            magnitude
        })
    }

    /// The value as a float.
    pub(crate) fn float(&self) -> Option<f64> {
        let magnitude: f64 = match &self.literal {
            NumberLit::Int(literal) => literal.base10_digits().parse().ok()?,
            NumberLit::Float(literal) => literal.base10_parse().ok()?,
        };
        Some(if self.negative.is_some() {
            -magnitude
        } else {
            magnitude
        })
    }

    pub(crate) fn is_float(&self) -> bool {
        matches!(self.literal, NumberLit::Float(_))
    }

    /// Reads the number out of an expression: a literal, or `-` and a literal.
    pub(crate) fn from_expr(expr: &syn::Expr) -> Option<Self> {
        syn::parse2(expr.to_token_stream()).ok()
    }
}

impl Parse for Number {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let negative = input.parse()?;
        let literal = input.parse().map_err(|unexpected: syn::Error| {
            let help = "write a literal, as in `5` or `0.5`; a constant cannot be read here";
            error(unexpected.span(), "expected a number", help)
        })?;
        let literal = match literal {
            Lit::Int(literal) => NumberLit::Int(literal),
            Lit::Float(literal) => NumberLit::Float(literal),
            other => {
                let text = "expected a number";
                return Err(error(
                    other.span(),
                    text,
                    "write a literal, as in `5` or `0.5`",
                ));
            }
        };
        Ok(Self { negative, literal })
    }
}

impl ToTokens for Number {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.negative.to_tokens(tokens);
        match &self.literal {
            NumberLit::Int(literal) => literal.to_tokens(tokens),
            NumberLit::Float(literal) => literal.to_tokens(tokens),
        }
    }
}

/// A duration such as `"500ms"`, `"10s"`, `"1m"`, `"2h"`, in milliseconds.
pub(crate) fn duration_ms(literal: &syn::LitStr) -> syn::Result<u64> {
    let text = literal.value();
    let digits = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (count, unit) = text.split_at(digits);
    let unit_ms = match unit {
        "ms" => Some(1),
        "s" => Some(1_000),
        "m" | "min" => Some(60_000),
        "h" => Some(3_600_000),
        "d" => Some(86_400_000),
        _ => None,
    };
    let value = count.parse::<u64>().ok().zip(unit_ms);
    let value = value.and_then(|(count, unit)| count.checked_mul(unit));
    // A hundred years: beyond it the arithmetic of clocks gives out, not the wish.
    const MAX_MS: u64 = 100 * 365 * 86_400_000;
    let help = "write a whole number and a unit: \"500ms\", \"10s\", \"1m\", \"2h\" or \"1d\"";
    let what = match value {
        Some(0) => "a duration of zero",
        Some(ms) if ms <= MAX_MS => return Ok(ms),
        Some(_) => "a duration of more than a hundred years",
        None => "this is not a duration",
    };
    Err(error(literal.span(), what, help))
}
