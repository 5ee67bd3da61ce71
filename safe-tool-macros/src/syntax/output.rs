//! `output(…)`: what is done to the tool's results. Each mistake is an error on its own
//! token; what the parts say together is checked in `check/output.rs`.

use proc_macro2::TokenStream;
use quote::ToTokens;
use regex::Regex;
use syn::{Ident, LitInt, LitStr, Token, parse::ParseStream};

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

/// The longest name of a rule, in bytes: as the runtime has it.
const MAX_RULE_NAME: usize = 40;

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

/// `pattern("internal-host", "corp\\.example", 100)`.
pub(crate) struct InjectionPattern {
    pub(crate) name: LitStr,
    pub(crate) pattern: LitStr,
    pub(crate) points: Option<Points>,
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
            output.read(&part, input, errors)?;
            seen.push(name);
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(output)
    }

    fn read(&mut self, part: &str, input: ParseStream<'_>, errors: &Errors) -> syn::Result<()> {
        if part == "pattern" {
            let content;
            syn::parenthesized!(content in input);
            let parsed = content.call(InjectionPattern::parse);
            self.patterns.extend(errors.ok(parsed, example(part)));
            // What follows it is not ours to complain of twice.
            return content.parse::<TokenStream>().map(drop);
        }
        if input.peek(syn::token::Paren) {
            let help = format_args!("write it as in `{}`", hint(part));
            return Err(error(input.span(), "expected `=` and a value", help));
        }
        input.parse::<Token![=]>()?;
        // Up to the next comma, so that a mistake here leaves the next part readable.
        let value: TokenStream = {
            let mut value = TokenStream::new();
            while !input.is_empty() && !input.peek(Token![,]) {
                value.extend(Some(input.parse::<proc_macro2::TokenTree>()?));
            }
            value
        };
        self.set(part, value, errors);
        Ok(())
    }

    fn set(&mut self, part: &str, value: TokenStream, errors: &Errors) {
        let help = example(part);
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

impl InjectionPattern {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name: LitStr = input.parse()?;
        if !is_rule_name(&name.value()) {
            return Err(error(
                name.span(),
                "this is not the name of a rule",
                "write 1 to 40 lower-case letters, digits and single hyphens, as in \
                 \"internal-host\"",
            ));
        }
        input.parse::<Token![,]>()?;
        let pattern: LitStr = input.parse()?;
        check_regex(&pattern)?;
        let mut points = None;
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
        if !input.is_empty() {
            points = Some(Points::parse(input)?);
            input.parse::<Option<Token![,]>>()?;
        }
        if !input.is_empty() {
            return Err(input.error("a pattern has a name, a regular expression and points"));
        }
        Ok(Self {
            name,
            pattern,
            points,
        })
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

fn points(value: TokenStream, help: &str, errors: &Errors) -> Option<Points> {
    let parse = |input: ParseStream<'_>| Points::parse(input);
    errors.ok(syn::parse::Parser::parse2(parse, value), help)
}

fn limit(value: TokenStream, nothing: &str, help: &str, errors: &Errors) -> Option<Count> {
    let count: Count = errors.ok(syn::parse2(value), help)?;
    if count.value == 0 {
        let text = format_args!("{nothing} says nothing");
        errors.at(&count, text, format_args!("write 1 or more, {help}"));
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

fn is_rule_name(name: &str) -> bool {
    let mut words = name.split('-');
    let is_word = |word: &str| {
        let legal = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        !word.is_empty() && word.bytes().all(legal)
    };
    name.len() <= MAX_RULE_NAME && words.all(is_word)
}

/// As the runtime will compile it. The pattern is for Rust's `regex` alone: no schema
/// shows it.
fn check_regex(pattern: &LitStr) -> syn::Result<()> {
    let help = "write it in the syntax of the crate `regex`; a bracket or a `*` as a character \
                is `\\\\(`, `\\\\*`";
    match Regex::new(&pattern.value()) {
        Ok(regex) if regex.is_match("") => Err(error(
            pattern.span(),
            "this pattern matches the empty text, and so every output",
            "leave out `*` and `?` around the whole of it, or write `+`",
        )),
        Ok(_) => Ok(()),
        Err(regex::Error::CompiledTooBig(_)) => Err(error(
            pattern.span(),
            "this pattern is too large: compiled, it takes more than 10 MB",
            "lower its repetitions",
        )),
        Err(_) => {
            let kind = match regex_syntax::parse(&pattern.value()) {
                Err(regex_syntax::Error::Parse(error)) => format!(": {}", error.kind()),
                Err(regex_syntax::Error::Translate(error)) => format!(": {}", error.kind()),
                _ => String::new(),
            };
            let text = format_args!("this pattern does not compile{kind}");
            Err(error(pattern.span(), text, help))
        }
    }
}

fn hint(part: &str) -> &'static str {
    example(part)
        .trim_start_matches("as in `")
        .trim_end_matches('`')
}

fn example(part: &str) -> &'static str {
    match part {
        "source" => "as in `source = \"documents\"`",
        "max_chars" => "as in `max_chars = 8_000`",
        "max_bytes" => "as in `max_bytes = 32_000`",
        "more" => "as in `more = \"call again with a larger offset\"`",
        "frame" => "as in `frame = \"json\"`",
        "injection" => "as in `injection = \"flag\"`",
        "flag_at" => "as in `flag_at = 50`",
        "block_at" => "as in `block_at = 100`",
        _ => "as in `pattern(\"internal-host\", \"corp\\\\.example\", 100)`",
    }
}
