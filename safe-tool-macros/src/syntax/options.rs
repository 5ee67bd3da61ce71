//! `#[safe_tool(…)]`: what is declared about the tool as a whole.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{
    Expr, Ident, LitInt, LitStr, Meta, Path, Token,
    ext::IdentExt,
    parse::{Parse, ParseStream, Parser},
    punctuated::Punctuated,
};

use super::{annotation::NAMES, literal::duration_ms, output::Output, self_type::SelfType};
use crate::{
    errors::{Errors, error},
    suggest,
};

const OPTIONS: &[&str] = &[
    "check",
    "crate",
    "lenient",
    "output",
    "rate_limit",
    "tag",
    "timeout",
    "transparent",
    "unknown",
];

/// The options, each at most once.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) rate_limit: Option<RateLimit>,
    pub(crate) output: Option<Output>,
    pub(crate) timeout_ms: Option<u64>,
    pub(crate) check: Option<Path>,
    pub(crate) transparent: Option<Ident>,
    pub(crate) tag: Option<LitStr>,
    pub(crate) krate: Option<Path>,
    pub(crate) lenient: bool,
    pub(crate) ignore_unknown: bool,
}

/// `rate_limit(60, per = "1m", burst = 60, cost = max_results)`.
pub(crate) struct RateLimit {
    pub(crate) tokens: u32,
    pub(crate) per_ms: u64,
    pub(crate) burst: u32,
    /// The field that says how many tokens a call takes.
    pub(crate) cost: Option<Ident>,
}

impl Options {
    pub(super) fn parse(tokens: TokenStream, self_type: &SelfType, errors: &Errors) -> Self {
        let mut options = Self::default();
        let parser = Punctuated::<Option_, Token![,]>::parse_terminated;
        let help = "write the options as in `#[safe_tool(rate_limit(60, per = \"1m\"), timeout = \"10s\")]`";
        let mut seen: Vec<String> = Vec::new();
        let parsed = errors.ok(parser.parse2(tokens), help);
        for Option_ { name, meta } in parsed.into_iter().flatten() {
            if seen.contains(&name) {
                let text = format_args!("`{name}` is given twice");
                errors.at(&meta, text, "keep one of the two");
                continue;
            }
            options.read(&name, &self_type.name_in(&meta), errors);
            seen.push(name);
        }
        options
    }

    fn read(&mut self, name: &str, meta: &Meta, errors: &Errors) {
        let help = || format!("write it as in `{}`", example(name));
        let value = match meta {
            Meta::NameValue(pair) => pair.value.to_token_stream(),
            _ => TokenStream::new(),
        };
        match (name, meta) {
            ("rate_limit", Meta::List(list)) => {
                self.rate_limit = errors.ok(list.parse_args(), help());
            }
            ("output", Meta::List(list)) => {
                let parse = |input: ParseStream<'_>| Output::parse(input, errors);
                self.output = errors.ok(list.parse_args_with(parse), help());
            }
            ("timeout", Meta::NameValue(_)) => {
                let text = errors.ok(syn::parse2::<LitStr>(value), help());
                self.timeout_ms = text.and_then(|text| errors.ok(duration_ms(&text), help()));
            }
            ("check", Meta::NameValue(_)) => self.check = errors.ok(syn::parse2(value), help()),
            ("crate", Meta::NameValue(_)) => self.krate = errors.ok(syn::parse2(value), help()),
            ("tag", Meta::NameValue(_)) => self.tag = errors.ok(syn::parse2(value), help()),
            ("transparent", Meta::Path(path)) => self.transparent = path.get_ident().cloned(),
            ("lenient", Meta::Path(_)) => self.lenient = true,
            ("unknown", Meta::NameValue(_)) => {
                let choice = errors.ok(syn::parse2::<LitStr>(value), help());
                match choice.as_ref().map(LitStr::value).as_deref() {
                    None => {}
                    Some("ignore") => self.ignore_unknown = true,
                    Some(_) => errors.at(choice, "unknown fields are refused or ignored", help()),
                }
            }
            (known, _) if OPTIONS.contains(&known) => {
                let text = format_args!("`{known}` is not written like this");
                errors.at(meta, text, help());
            }
            (unknown, _) => {
                let help = match suggest::nearest(unknown, OPTIONS) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None if NAMES.contains(&unknown) => {
                        format!("`{unknown}` is an annotation: write it on a field")
                    }
                    None => format!("the options are {}", OPTIONS.join(", ")),
                };
                let text = format_args!("there is no option `{unknown}`");
                errors.at(meta.path(), text, help);
            }
        }
    }
}

fn example(option: &str) -> &'static str {
    match option {
        "rate_limit" => "rate_limit(60, per = \"1m\", burst = 60, cost = max_results)",
        "output" => "output(source = \"documents\", max_chars = 8_000)",
        "timeout" => "timeout = \"10s\"",
        "check" => "check = path::to::function",
        "tag" => "tag = \"kind\"",
        "crate" => "crate = path::to::safe_tool",
        "unknown" => "unknown = \"ignore\"",
        "lenient" => "lenient",
        _ => "transparent",
    }
}

/// One option. `crate` is a keyword, which `Meta` alone does not take as a name.
struct Option_ {
    name: String,
    meta: Meta,
}

impl Parse for Option_ {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![crate]) && input.peek2(Token![=]) {
            let keyword: Token![crate] = input.parse()?;
            let path = Ident::new("krate", keyword.span);
            let eq_token: Token![=] = input.parse()?;
            let value: Expr = input.parse()?;
            let pair = syn::MetaNameValue {
                path: path.into(),
                eq_token,
                value,
            };
            return Ok(Self {
                name: "crate".to_owned(),
                meta: Meta::NameValue(pair),
            });
        }
        let meta: Meta = input.parse()?;
        let name = meta.path().to_token_stream().to_string();
        Ok(Self { name, meta })
    }
}

impl Parse for RateLimit {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let start = input.span();
        let tokens = positive(input)?;
        let mut per_ms = 60_000;
        let mut burst = tokens;
        let mut cost = None;
        named_parts(input, |name, input| {
            match name {
                "per" => per_ms = duration_ms(&input.parse()?)?,
                "burst" => burst = positive(input)?,
                "cost" => cost = Some(input.call(Ident::parse_any)?),
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        // What `Quota::new` of the runtime refuses: it counts in whole nanoseconds.
        let period = u128::from(per_ms) * 1_000_000;
        let refill = period.div_ceil(tokens.into()) * u128::from(burst);
        if period < tokens.into() {
            let text = "this rate limit is above one call a nanosecond";
            return Err(error(start, text, "lower it, or lengthen `per`"));
        }
        if refill > u64::MAX.into() {
            let text = "a spent burst would take more than 500 years to come back";
            return Err(error(start, text, "lower `burst`, or shorten `per`"));
        }
        Ok(Self {
            tokens,
            per_ms,
            burst,
            cost,
        })
    }
}

/// Reads `, name = value, …`.
fn named_parts(
    input: ParseStream<'_>,
    mut read: impl FnMut(&str, ParseStream<'_>) -> syn::Result<bool>,
) -> syn::Result<()> {
    let mut seen: Vec<Ident> = Vec::new();
    while !input.is_empty() {
        input.parse::<Token![,]>()?;
        if input.is_empty() {
            break;
        }
        let name: Ident = input.parse()?;
        if seen.contains(&name) {
            let text = format_args!("`{name}` is given twice");
            return Err(error(name.span(), text, "keep one of the two"));
        }
        input.parse::<Token![=]>()?;
        if !read(&name.to_string(), input)? {
            let text = format_args!("`rate_limit` has no part `{name}`");
            let help = format_args!("write it as in `{}`", example("rate_limit"));
            return Err(error(name.span(), text, help));
        }
        seen.push(name);
    }
    Ok(())
}

fn positive(input: ParseStream<'_>) -> syn::Result<u32> {
    if input.peek(Token![-]) {
        let text = "a limit cannot be negative";
        return Err(error(input.span(), text, "write 1 or more"));
    }
    let literal: LitInt = input.parse().map_err(|unexpected: syn::Error| {
        let help = format_args!("write it as in `{}`", example("rate_limit"));
        error(unexpected.span(), "expected a number of calls", help)
    })?;
    match literal.base10_parse::<u32>() {
        Ok(0) => Err(error(
            literal.span(),
            "a limit of zero would refuse every call",
            "write 1 or more, or leave the tool out",
        )),
        Ok(value) => Ok(value),
        Err(_) => Err(error(
            literal.span(),
            "this limit is too large to be one",
            "write a number below 2^32",
        )),
    }
}
