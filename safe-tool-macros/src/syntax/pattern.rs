//! `pattern("…")`: one regular expression for two readers, this crate's `regex` and the
//! ECMA-262 engines behind JSON Schema.

use std::ops::Range;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use regex_syntax::ast::{
    AssertionKind, Ast, ClassPerl, ClassPerlKind, ClassSetBinaryOp, ClassSetItem, ClassUnicode,
    ClassUnicodeKind, GroupKind, HexLiteralKind, Literal, LiteralKind, SpecialLiteralKind, Visitor,
    parse::Parser, visit,
};
use syn::{
    LitStr,
    parse::{Parse, ParseStream},
};

use crate::errors::error;

/// A pattern that both readers understand alike.
#[derive(Clone)]
pub(crate) struct Pattern {
    literal: LitStr,
    /// The pattern for `regex`: `\d`, `\w`, `.` and their like spelt out, since JSON
    /// Schema's mean ASCII digits and letters and `regex`'s mean Unicode's.
    pub(crate) portable: String,
}

impl Parse for Pattern {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let literal: LitStr = input.parse()?;
        let source = literal.value();
        let ast = Parser::new()
            .parse(&source)
            .map_err(|error| bad(literal.span(), &error.kind().to_string()))?;
        let portable = match visit(&ast, Differences::default()) {
            Ok(differences) => differences.spelt_out(&source),
            Err(what) => {
                let text = format_args!("JSON Schema's regular expressions have no {what}");
                return Err(error(literal.span(), text, COMMON_GROUND));
            }
        };
        // Parsing is not all: a repetition can be too large, a class empty.
        if let Err(error) = regex_syntax::parse(&portable) {
            return Err(bad(literal.span(), &kind(&error)));
        }
        Ok(Self { literal, portable })
    }
}

const COMMON_GROUND: &str = "use the common ground of Rust's `regex` and JSON Schema: classes \
                             such as `[a-z]` and `\\d`, groups, repetitions, `^` and `$`; no \
                             flags, look-around or back-references";

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
    let text = format_args!("this pattern does not compile: {what}");
    error(span, text, COMMON_GROUND)
}

/// Collects what the two readers understand differently and can be written so that they
/// do not; fails at what cannot.
#[derive(Default)]
struct Differences {
    found: Vec<(Range<usize>, String)>,
}

impl Differences {
    fn perl(&mut self, class: &ClassPerl) {
        // ECMA-262's own sets, sections "CharacterClassEscape" and "WhiteSpace".
        let set = match class.kind {
            ClassPerlKind::Digit => "0-9",
            ClassPerlKind::Word => "0-9A-Za-z_",
            ClassPerlKind::Space => {
                r"\t\n\x0B\x0C\r\x20\u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}"
            }
        };
        let negation = if class.negated { "^" } else { "" };
        self.replace(&class.span, format!("[{negation}{set}]"));
    }

    fn replace(&mut self, span: &regex_syntax::ast::Span, by: String) {
        self.found.push((span.start.offset..span.end.offset, by));
    }

    /// The pattern for `regex` that means what the source means to JSON Schema.
    fn spelt_out(mut self, source: &str) -> String {
        let mut portable = source.to_owned();
        self.found.sort_by_key(|(range, _)| range.start);
        // From the back, so that earlier offsets stay true.
        for (range, by) in self.found.into_iter().rev() {
            portable.replace_range(range, &by);
        }
        portable
    }
}

impl Visitor for Differences {
    type Output = Self;
    type Err = &'static str;

    fn finish(self) -> Result<Self, Self::Err> {
        Ok(self)
    }

    fn visit_pre(&mut self, ast: &Ast) -> Result<(), Self::Err> {
        match ast {
            Ast::ClassPerl(class) => self.perl(class),
            Ast::Dot(span) => self.replace(span, r"[^\n\r\u{2028}\u{2029}]".to_owned()),
            Ast::Flags(_) => return Err("flags such as `(?i)`"),
            Ast::Group(group) => match &group.kind {
                GroupKind::NonCapturing(flags) if !flags.items.is_empty() => {
                    return Err("flags such as `(?i:…)`");
                }
                GroupKind::CaptureName {
                    starts_with_p: true,
                    ..
                } => {
                    return Err("`(?P<name>…)`: write `(?<name>…)`");
                }
                _ => {}
            },
            Ast::Assertion(assertion) => match assertion.kind {
                AssertionKind::StartLine | AssertionKind::EndLine => {}
                AssertionKind::StartText | AssertionKind::EndText => {
                    return Err(r"`\A` and `\z`: write `^` and `$`");
                }
                // Of ASCII letters by ECMA-262, of all letters to some of its readers.
                _ => return Err("one meaning of word boundaries such as `\\b`"),
            },
            Ast::Literal(literal) => return portable_literal(literal),
            Ast::ClassUnicode(class) if one_letter(class) => return Err(ONE_LETTER),
            _ => {}
        }
        Ok(())
    }

    fn visit_class_set_item_pre(&mut self, item: &ClassSetItem) -> Result<(), Self::Err> {
        match item {
            ClassSetItem::Perl(class) => self.perl(class),
            ClassSetItem::Ascii(_) => return Err("classes such as `[[:alpha:]]`"),
            ClassSetItem::Bracketed(_) => return Err("class inside a class"),
            ClassSetItem::Literal(literal) => return portable_literal(literal),
            ClassSetItem::Unicode(class) if one_letter(class) => return Err(ONE_LETTER),
            _ => {}
        }
        Ok(())
    }

    fn visit_class_set_binary_op_pre(&mut self, _: &ClassSetBinaryOp) -> Result<(), Self::Err> {
        Err("operators inside a class")
    }
}

const ONE_LETTER: &str = r"`\pL`: write `\p{L}`";

fn one_letter(class: &ClassUnicode) -> bool {
    matches!(class.kind, ClassUnicodeKind::OneLetter(_))
}

fn portable_literal(literal: &Literal) -> Result<(), &'static str> {
    match literal.kind {
        LiteralKind::HexBrace(HexLiteralKind::X) => Err(r"`\x{…}`: write `\u{…}`"),
        LiteralKind::HexFixed(HexLiteralKind::UnicodeLong)
        | LiteralKind::HexBrace(HexLiteralKind::UnicodeLong) => Err(r"`\U`: write `\u{…}`"),
        LiteralKind::Special(SpecialLiteralKind::Bell) => Err(r"`\a`"),
        LiteralKind::Superfluous => Err("escape of a character that needs none"),
        _ => Ok(()),
    }
}
