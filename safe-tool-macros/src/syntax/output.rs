//! `output(…)`: what is done to the tool's results. Each mistake is an error on its own
//! token; what the parts say together is checked in `check/output.rs`.

mod pattern;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Ident, LitInt, LitStr, Token, parse::ParseStream, token::Paren};

pub(crate) use pattern::InjectionPattern;

use super::literal::Count;
use crate::{
    errors::{Errors, error},
    suggest,
};

/// The parts, each at most once, except `pattern`.
const PARTS: &[&str] = &[
    "block_at",
    "flag_at",
    "frame",
    "injection",
    "max_bytes",
    "max_chars",
    "more",
    "pattern",
    "source",
];

/// The longest hint on how to get what was cut, in characters: every cut repeats it.
const MAX_HINT: usize = 200;

/// `output(source = "documents", max_chars = 8_000, …)`.
#[derive(Default)]
pub(crate) struct Output {
    pub(crate) source: Option<LitStr>,
    pub(crate) max_chars: Option<Count>,
    pub(crate) max_bytes: Option<Count>,
    pub(crate) more: Option<LitStr>,
    pub(crate) frame: Option<Choice>,
    pub(crate) injection: Option<Choice>,
    pub(crate) flag_at: Option<Points>,
    pub(crate) block_at: Option<Points>,
    pub(crate) patterns: Vec<InjectionPattern>,
}

/// One of a few words.
pub(crate) struct Choice {
    pub(crate) literal: LitStr,
    pub(crate) value: String,
}

/// A score, 1 or more.
pub(crate) struct Points {
    literal: LitInt,
    pub(crate) value: u32,
}

impl ToTokens for Choice {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.literal.to_tokens(tokens);
    }
}

impl ToTokens for Points {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.literal.to_tokens(tokens);
    }
}

impl Output {
    /// Reads every part; `Err` only where what follows cannot be told apart.
    pub(super) fn parse(input: ParseStream<'_>, errors: &Errors) -> syn::Result<Self> {
        let mut output = Self::default();
        let mut seen: Vec<Ident> = Vec::new();
        while !input.is_empty() {
            let name: Ident = input.parse()?;
            let part = name.to_string();
            if seen.contains(&name) && part != "pattern" {
                let text = format_args!("`{name}` is given twice");
                errors.at(&name, text, "keep one of the two");
            } else if !PARTS.contains(&part.as_str()) {
                let help = match suggest::nearest(&part, PARTS) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("the parts are {}", PARTS.join(", ")),
                };
                let text = format_args!("`output` has no part `{name}`");
                errors.at(&name, text, help);
            }
            if PARTS.contains(&part.as_str()) {
                output.read(&name, input, errors)?;
            } else {
                up_to_comma(input)?;
            }
            seen.push(name);
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(output)
    }

    fn read(&mut self, name: &Ident, input: ParseStream<'_>, errors: &Errors) -> syn::Result<()> {
        let part = name.to_string();
        let part = part.as_str();
        if part == "pattern" {
            if !input.peek(Paren) {
                return Err(error(
                    name.span(),
                    "a pattern stands in parentheses",
                    help(part),
                ));
            }
            let content;
            syn::parenthesized!(content in input);
            let parsed = content.call(InjectionPattern::parse);
            self.patterns.extend(errors.ok(parsed, help(part)));
            // What follows it is not ours to complain of twice.
            return content.parse::<TokenStream>().map(drop);
        }
        let equals = input.parse::<Option<Token![=]>>()?;
        // So that a mistake here leaves the next part readable.
        let value = up_to_comma(input)?;
        if equals.is_none() || value.is_empty() {
            let text = format_args!("`{part}` needs `=` and a value");
            errors.at(name, text, help(part));
            return Ok(());
        }
        self.set(part, value, errors);
        Ok(())
    }

    fn set(&mut self, part: &str, value: TokenStream, errors: &Errors) {
        let help = &help(part);
        match part {
            "source" => self.source = errors.ok(syn::parse2(value), help),
            "more" => {
                let text: Option<LitStr> = errors.ok(syn::parse2(value), help);
                self.more = text.and_then(|text| errors.ok(checked_hint(text), help));
            }
            "max_chars" => {
                self.max_chars = limit(value, "an output of no characters", help, errors)
            }
            "max_bytes" => self.max_bytes = limit(value, "an output of no bytes", help, errors),
            "frame" => {
                let forms = &["text", "json", "datamark"];
                self.frame = choice(value, "form of a frame", forms, help, errors);
            }
            "injection" => {
                let actions = &["block", "flag", "off"];
                self.injection = choice(value, "treatment of injections", actions, help, errors);
            }
            "flag_at" => self.flag_at = points(value, help, errors),
            "block_at" => self.block_at = points(value, help, errors),
            // Reported by its name.
            _ => {}
        }
    }
}

impl Points {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![-]) {
            let text = "a score cannot be negative";
            return Err(error(input.span(), text, "write 1 or more"));
        }
        let literal: LitInt = input.parse().map_err(|unexpected: syn::Error| {
            let help = "write a whole number: by default 50 flags and 100 blocks";
            error(unexpected.span(), "expected a score", help)
        })?;
        match literal.base10_parse::<u32>() {
            Ok(0) => Err(error(
                literal.span(),
                "every text has a score of 0",
                "write 1 or more: by default 50 flags and 100 blocks",
            )),
            Ok(value) => Ok(Self { literal, value }),
            Err(_) => Err(error(
                literal.span(),
                "no text has a score like that",
                "write a number below 2^32: by default 50 flags and 100 blocks",
            )),
        }
    }
}

fn up_to_comma(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut value = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        value.extend(Some(input.parse::<TokenTree>()?));
    }
    Ok(value)
}

fn points(value: TokenStream, help: &str, errors: &Errors) -> Option<Points> {
    let parse = |input: ParseStream<'_>| Points::parse(input);
    errors.ok(syn::parse::Parser::parse2(parse, value), help)
}

fn limit(value: TokenStream, nothing: &str, help: &str, errors: &Errors) -> Option<Count> {
    let count: Count = errors.ok(syn::parse2(value), help)?;
    if count.value == 0 {
        let text = format_args!("{nothing} says nothing");
        errors.at(&count, text, "write 1 or more, or leave the limit out");
        return None;
    }
    Some(count)
}

fn choice(
    value: TokenStream,
    what: &str,
    choices: &'static [&'static str],
    help: &str,
    errors: &Errors,
) -> Option<Choice> {
    let literal: LitStr = errors.ok(syn::parse2(value), help)?;
    let value = literal.value();
    if choices.contains(&value.as_str()) {
        return Some(Choice { literal, value });
    }
    let quoted = choices.join("\", \"");
    let help = match suggest::misspelt(&value, choices) {
        Some(meant) => format!("did you mean \"{meant}\"? There are \"{quoted}\""),
        None => format!("write one of \"{quoted}\""),
    };
    let text = format_args!("there is no {what} \"{value}\"");
    errors.at(literal, text, help);
    None
}

fn checked_hint(text: LitStr) -> syn::Result<LitStr> {
    let value = text.value();
    let what = if value.trim().is_empty() {
        "an empty hint says nothing"
    } else if value.chars().any(char::is_control) {
        "this hint is more than a line"
    } else if value.chars().count() > MAX_HINT {
        "this hint is longer than 200 characters, and every cut repeats it"
    } else {
        return Ok(text);
    };
    let help = "say in a few words how to get what was cut, as in \"call again with a larger \
                `offset`\"";
    Err(error(text.span(), what, help))
}

fn help(part: &str) -> String {
    format!("write it as in `{}`", example(part))
}

fn example(part: &str) -> &'static str {
    match part {
        "source" => "source = \"documents\"",
        "max_chars" => "max_chars = 8_000",
        "max_bytes" => "max_bytes = 32_000",
        "more" => "more = \"call again with a larger offset\"",
        "frame" => "frame = \"json\"",
        "injection" => "injection = \"flag\"",
        "flag_at" => "flag_at = 50",
        "block_at" => "block_at = 100",
        _ => "pattern(\"internal-host\", \"corp\\\\.example\", 100)",
    }
}
