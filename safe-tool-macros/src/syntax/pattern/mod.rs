//! `pattern("…")`: one regular expression for two readers, this crate's `regex` and the
//! ECMA-262 engines behind JSON Schema.

mod common_ground;
mod properties;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use regex::Regex;
use regex_syntax::ast::ErrorKind;
use syn::{
    LitStr,
    parse::{Parse, ParseStream},
};

use crate::errors::error;
use common_ground::{Refusal, portable};

/// A pattern that both readers understand alike.
#[derive(Clone)]
pub(crate) struct Pattern {
    literal: LitStr,
    /// The pattern for `regex`: `\d`, `\w`, `.` and their like spelt out, since JSON
    /// Schema's mean ASCII digits and letters and `regex`'s mean Unicode's.
    pub(crate) portable: String,
    /// For the literals of the same field: defaults and choices.
    compiled: Regex,
}

const COMMON_GROUND: &str = "use the common ground of Rust's `regex` and JSON Schema: classes \
                             such as `[a-z]` and `\\d`, groups, repetitions, `^` and `$`; no \
                             flags, look-around or back-references";

impl Pattern {
    /// Whether `text` contains a match.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.compiled.is_match(text)
    }
}

impl Parse for Pattern {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let literal: LitStr = input.parse()?;
        let source = literal.value();
        let ast = regex_syntax::ast::parse::Parser::new()
            .parse(&source)
            .map_err(|error| bad(literal.span(), error.kind()))?;
        let portable = portable(&source, &ast).map_err(|Refusal { what, help }| {
            let text = format_args!("JSON Schema's regular expressions have no {what}");
            error(
                literal.span(),
                text,
                help.as_deref().unwrap_or(COMMON_GROUND),
            )
        })?;
        // Parsing is not all: a repetition can be too large, a class empty.
        match regex_syntax::parse(&portable) {
            Err(regex_syntax::Error::Parse(error)) => {
                return Err(bad(literal.span(), error.kind()));
            }
            Err(regex_syntax::Error::Translate(error)) => {
                return Err(error_at(literal.span(), error.kind(), COMMON_GROUND));
            }
            _ => {}
        }
        // What is left is `regex`'s limit on what a pattern takes in memory.
        let compiled = Regex::new(&portable).map_err(|_| {
            let text = "this pattern is too large: compiled, it takes more than 10 MB";
            error(
                literal.span(),
                text,
                "lower its repetitions; `max_len` bounds a length",
            )
        })?;
        Ok(Self {
            literal,
            portable,
            compiled,
        })
    }
}

impl ToTokens for Pattern {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.literal.to_tokens(tokens);
    }
}

fn bad(span: Span, kind: &ErrorKind) -> syn::Error {
    let help = match kind {
        ErrorKind::ClassUnclosed => "close the class with `]`; a `[` as a character is `\\[`",
        ErrorKind::GroupUnclosed => "close the group with `)`; a `(` as a character is `\\(`",
        ErrorKind::GroupUnopened => "remove the `)`; as a character it is `\\)`",
        ErrorKind::RepetitionMissing => {
            "say what is repeated; `*`, `+`, `?` and `{` as characters are `\\*`, `\\+`, `\\?`, `\\{`"
        }
        ErrorKind::RepetitionCountDecimalEmpty | ErrorKind::RepetitionCountUnclosed => {
            "write `{2}`, `{2,}` or `{0,2}`; a `{` as a character is `\\{`"
        }
        _ => COMMON_GROUND,
    };
    error_at(span, kind, help)
}

fn error_at(span: Span, what: &impl std::fmt::Display, help: &str) -> syn::Error {
    error(
        span,
        format_args!("this pattern does not compile: {what}"),
        help,
    )
}
