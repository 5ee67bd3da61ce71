//! `pattern("…")`: one regular expression for two readers, this crate's `regex` and the
//! ECMA-262 engines behind JSON Schema.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use regex_syntax::ast::{
    Ast, ClassPerl, ClassPerlKind, ClassSetItem, Visitor, parse::Parser, visit,
};
use syn::{
    LitStr,
    parse::{Parse, ParseStream},
};

/// A pattern that both readers understand alike.
#[derive(Clone)]
pub(crate) struct Pattern {
    literal: LitStr,
    /// The pattern for `regex`: `\d`, `\w` and `\s` spelt out, since JSON Schema's mean
    /// ASCII digits and letters and `regex`'s mean Unicode's.
    pub(crate) portable: String,
}

impl Parse for Pattern {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let literal: LitStr = input.parse()?;
        let source = literal.value();
        let ast = Parser::new()
            .parse(&source)
            .map_err(|error| bad(literal.span(), &error.kind().to_string()))?;
        // The visitor's error type has no values.
        let Ok(classes) = visit(&ast, PerlClasses::default());
        let portable = spell_out(&source, classes);
        // Parsing is not all: a repetition can be too large, a class empty.
        if let Err(error) = regex_syntax::parse(&portable) {
            return Err(bad(literal.span(), &kind(&error)));
        }
        Ok(Self { literal, portable })
    }
}

impl ToTokens for Pattern {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.literal.to_tokens(tokens);
    }
}

fn kind(error: &regex_syntax::Error) -> String {
    match error {
        regex_syntax::Error::Parse(error) => error.kind().to_string(),
        regex_syntax::Error::Translate(error) => error.kind().to_string(),
        _ => "not a regular expression".to_owned(),
    }
}

fn bad(span: Span, what: &str) -> syn::Error {
    syn::Error::new(
        span,
        format!(
            "this pattern does not compile: {what}\n\nhelp: use the common ground of Rust's \
             `regex` and JSON Schema: no look-around, no back-references"
        ),
    )
}

#[derive(Default)]
struct PerlClasses {
    found: Vec<ClassPerl>,
}

impl Visitor for PerlClasses {
    type Output = Vec<ClassPerl>;
    type Err = std::convert::Infallible;

    fn finish(self) -> Result<Self::Output, Self::Err> {
        Ok(self.found)
    }

    fn visit_pre(&mut self, ast: &Ast) -> Result<(), Self::Err> {
        if let Ast::ClassPerl(class) = ast {
            self.found.push((**class).clone());
        }
        Ok(())
    }

    fn visit_class_set_item_pre(&mut self, item: &ClassSetItem) -> Result<(), Self::Err> {
        if let ClassSetItem::Perl(class) = item {
            self.found.push(class.clone());
        }
        Ok(())
    }
}

/// ECMA-262's own sets, sections "CharacterClassEscape" and "WhiteSpace".
fn spell_out(source: &str, classes: Vec<ClassPerl>) -> String {
    let mut portable = source.to_owned();
    // From the back, so that earlier offsets stay true.
    for class in classes.into_iter().rev() {
        let set = match class.kind {
            ClassPerlKind::Digit => "0-9",
            ClassPerlKind::Word => "0-9A-Za-z_",
            ClassPerlKind::Space => {
                r"\t\n\x0B\x0C\r\x20\u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}"
            }
        };
        let negation = if class.negated { "^" } else { "" };
        let span = class.span.start.offset..class.span.end.offset;
        portable.replace_range(span, &format!("[{negation}{set}]"));
    }
    portable
}
