//! `#[safe_tool(…)]`: what is declared about the tool as a whole.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{
    Expr, Ident, LitInt, LitStr, Meta, Path, Token,
    parse::{Parse, ParseStream, Parser},
    punctuated::Punctuated,
};

use super::literal::duration_ms;
use crate::{errors::Errors, suggest};

const OPTIONS: &[&str] = &[
    "check",
    "crate",
    "output",
    "rate_limit",
    "tag",
    "timeout",
    "transparent",
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
}

/// `rate_limit(60, per = "1m", burst = 60)`.
pub(crate) struct RateLimit {
    pub(crate) tokens: u32,
    pub(crate) per_ms: u64,
    pub(crate) burst: u32,
}

/// `output(source = "…", max_chars = 8_000)`.
#[derive(Default)]
pub(crate) struct Output {
    pub(crate) source: Option<LitStr>,
    pub(crate) max_chars: Option<usize>,
}

impl Options {
    pub(crate) fn parse(tokens: TokenStream, errors: &Errors) -> Self {
        let mut options = Self::default();
        let parser = Punctuated::<Option_, Token![,]>::parse_terminated;
        let mut seen: Vec<String> = Vec::new();
        for Option_ { name, meta } in errors.ok(parser.parse2(tokens)).into_iter().flatten() {
            if seen.contains(&name) {
                errors.at(
                    &meta,
                    format_args!("`{name}` is given twice"),
                    "keep one of the two",
                );
                continue;
            }
            options.read(&name, &meta, errors);
            seen.push(name);
        }
        options
    }

    fn read(&mut self, name: &str, meta: &Meta, errors: &Errors) {
        match (name, meta) {
            ("rate_limit", Meta::List(list)) => {
                self.rate_limit = errors.ok(syn::parse2(list.tokens.clone()));
            }
            ("output", Meta::List(list)) => {
                self.output = errors.ok(syn::parse2(list.tokens.clone()));
            }
            ("timeout", Meta::NameValue(pair)) => {
                let text = errors.ok(syn::parse2::<LitStr>(pair.value.to_token_stream()));
                self.timeout_ms = text.and_then(|text| errors.ok(duration_ms(&text)));
            }
            ("check", Meta::NameValue(pair)) => {
                self.check = errors.ok(syn::parse2(pair.value.to_token_stream()));
            }
            ("crate", Meta::NameValue(pair)) => {
                self.krate = errors.ok(syn::parse2(pair.value.to_token_stream()));
            }
            ("tag", Meta::NameValue(pair)) => {
                self.tag = errors.ok(syn::parse2(pair.value.to_token_stream()));
            }
            ("transparent", Meta::Path(path)) => {
                self.transparent = path.get_ident().cloned();
            }
            (known, _) if OPTIONS.contains(&known) => {
                errors.at(
                    meta,
                    format_args!("`{known}` is not written like this"),
                    format_args!("write `{}`", example(known)),
                );
            }
            (unknown, _) => {
                let help = match suggest::nearest(unknown, OPTIONS) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("the options are {}", OPTIONS.join(", ")),
                };
                errors.at(meta, format_args!("there is no option `{unknown}`"), help);
            }
        }
    }
}

fn example(option: &str) -> &'static str {
    match option {
        "rate_limit" => "rate_limit(60, per = \"1m\", burst = 60)",
        "output" => "output(source = \"documents\", max_chars = 8_000)",
        "timeout" => "timeout = \"10s\"",
        "check" => "check = path::to::function",
        "tag" => "tag = \"kind\"",
        "crate" => "crate = path::to::safe_tool",
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
        if input.peek(Token![crate]) {
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
        let tokens = positive(input)?;
        let mut per_ms = 60_000;
        let mut burst = tokens;
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if input.is_empty() {
                break;
            }
            let name: Ident = input.parse()?;
            input.parse::<Token![=]>()?;
            match name.to_string().as_str() {
                "per" => per_ms = duration_ms(&input.parse()?)?,
                "burst" => burst = positive(input)?,
                other => {
                    return Err(syn::Error::new_spanned(
                        &name,
                        format!(
                            "`rate_limit` has no part `{other}`\n\nhelp: write `{}`",
                            example("rate_limit")
                        ),
                    ));
                }
            }
        }
        Ok(Self {
            tokens,
            per_ms,
            burst,
        })
    }
}

fn positive(input: ParseStream<'_>) -> syn::Result<u32> {
    let literal: LitInt = input.parse().map_err(|error| {
        let text = format!(
            "expected a number of calls\n\nhelp: write `{}`",
            example("rate_limit")
        );
        syn::Error::new(error.span(), text)
    })?;
    match literal.base10_parse::<u32>() {
        Ok(0) => Err(syn::Error::new(
            literal.span(),
            "a limit of zero would refuse every call\n\nhelp: write 1 or more, or leave the tool out",
        )),
        Ok(value) => Ok(value),
        Err(_) => Err(syn::Error::new(
            literal.span(),
            "this limit is too large to be one\n\nhelp: write a number below 2^32",
        )),
    }
}

impl Parse for Output {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut output = Self::default();
        while !input.is_empty() {
            let name: Ident = input.parse()?;
            input.parse::<Token![=]>()?;
            match name.to_string().as_str() {
                "source" => output.source = Some(input.parse()?),
                "max_chars" => {
                    output.max_chars = Some(input.parse::<super::Count>()?.value);
                }
                other => {
                    return Err(syn::Error::new_spanned(
                        &name,
                        format!(
                            "`output` has no part `{other}`\n\nhelp: write `{}`",
                            example("output")
                        ),
                    ));
                }
            }
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(output)
    }
}
