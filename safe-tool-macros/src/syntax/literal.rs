//! Literals inside annotations.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{
    Lit, LitFloat, LitInt, Token,
    parse::{Parse, ParseStream},
};

/// A length or a number of items.
#[derive(Clone)]
pub(crate) struct Count {
    pub(crate) value: usize,
    literal: LitInt,
}

impl Parse for Count {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.is_empty() {
            return Err(input.error(
                "a number is missing\n\nhelp: write it in the parentheses, as in `max_len(200)`",
            ));
        }
        if input.peek(Token![-]) {
            return Err(input.error("a length cannot be negative\n\nhelp: write 0 or more"));
        }
        let literal: LitInt = input.parse().map_err(|error| {
            let text = "expected a whole number\n\nhelp: write a literal, as in `max_len(200)`";
            syn::Error::new(error.span(), text)
        })?;
        // JSON Schema bounds travel through JSON parsers that hold integers as f64.
        const MAX: u64 = 1 << 53;
        match literal.base10_parse::<u64>() {
            Ok(value) if value <= MAX => match usize::try_from(value) {
                Ok(value) => Ok(Self { value, literal }),
                Err(_) => Err(too_large(&literal)),
            },
            _ => Err(too_large(&literal)),
        }
    }
}

fn too_large(literal: &LitInt) -> syn::Error {
    syn::Error::new(
        literal.span(),
        "this bound is too large to be one\n\nhelp: write a whole number below 2^53, or `#[unbounded]`",
    )
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
        let literal = match input.parse()? {
            Lit::Int(literal) => NumberLit::Int(literal),
            Lit::Float(literal) => NumberLit::Float(literal),
            other => {
                return Err(syn::Error::new(
                    other.span(),
                    "expected a number\n\nhelp: write a literal, as in `range(1, 50)`",
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
    match value {
        Some(0) => Err(error(literal.span(), "a duration of zero")),
        Some(ms) if ms <= MAX_MS => Ok(ms),
        Some(_) => Err(error(
            literal.span(),
            "a duration of more than a hundred years",
        )),
        None => Err(error(literal.span(), "not a duration")),
    }
}

fn error(span: Span, what: &str) -> syn::Error {
    let help = "write a whole number and a unit: \"500ms\", \"10s\", \"1m\", \"2h\" or \"1d\"";
    syn::Error::new(span, format!("{what}\n\nhelp: {help}"))
}
