//! `public_url(…)`: which URLs may be fetched.

use syn::{
    Ident, LitInt, LitStr, Token, parenthesized,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    token::Paren,
};

use crate::{errors::error, suggest};

/// One `public_url(…)`.
#[derive(Clone, Default)]
pub(crate) struct UrlOptions {
    pub(crate) schemes: Vec<LitStr>,
    pub(crate) allowed_hosts: Vec<LitStr>,
    /// The word that says so.
    pub(crate) any_host: Option<Ident>,
    pub(crate) ports: Vec<LitInt>,
}

pub(crate) const HELP: &str = "write `public_url(allowed_hosts(\"docs.example.org\", \"*.example.com\"))`, \
                               or `public_url(any_host)` if it may be fetched from anywhere";

const WORDS: &[&str] = &["allowed_hosts", "any_host", "ports", "schemes"];

impl Parse for UrlOptions {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut options = Self::default();
        let mut seen: Vec<Ident> = Vec::new();
        while !input.is_empty() {
            let name: Ident = input
                .parse()
                .map_err(|unexpected| error(unexpected.span(), "expected an option", HELP))?;
            if seen.contains(&name) {
                let text = format_args!("`{name}` is given twice");
                return Err(error(name.span(), text, "keep one of the two"));
            }
            match name.to_string().as_str() {
                "schemes" => options.schemes = list(&name, "schemes(\"https\")", input)?,
                "allowed_hosts" => {
                    let example = "allowed_hosts(\"docs.example.org\", \"*.example.com\")";
                    options.allowed_hosts = list(&name, example, input)?;
                }
                "ports" => options.ports = list(&name, "ports(443, 8443)", input)?,
                "any_host" if input.is_empty() || input.peek(Token![,]) => {
                    options.any_host = Some(name.clone());
                }
                "any_host" => {
                    let help = "write `any_host` alone, or leave it out";
                    return Err(error(name.span(), "`any_host` takes no value", help));
                }
                word => {
                    let help = match suggest::nearest(word, WORDS) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None => HELP.to_owned(),
                    };
                    let text = format_args!("there is no URL option `{word}`");
                    return Err(error(name.span(), text, help));
                }
            }
            seen.push(name);
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(options)
    }
}

/// What stands in parentheses behind a word.
fn list<T: Parse>(name: &Ident, example: &str, input: ParseStream<'_>) -> syn::Result<Vec<T>> {
    let help = format!("write it as in `{example}`");
    if !input.peek(Paren) {
        let text = format_args!("`{name}` needs a list in parentheses");
        return Err(error(name.span(), text, help));
    }
    let content;
    parenthesized!(content in input);
    let listed: Punctuated<T, Token![,]> = Punctuated::parse_terminated(&content)
        .map_err(|unexpected| error(unexpected.span(), "this is not what is listed here", &help))?;
    if listed.is_empty() {
        let text = format_args!("`{name}` lists nothing");
        return Err(error(name.span(), text, help));
    }
    Ok(listed.into_iter().collect())
}
