//! `pattern(…)` inside `output(…)`: a rule of the tool's own.

use regex::Regex;
use syn::{LitStr, Token, parse::ParseStream};

use super::Points;
use crate::errors::error;

/// The longest name of a rule, in bytes: as the runtime has it.
const MAX_RULE_NAME: usize = 40;

/// `pattern("internal-host", "corp\\.example", 100)`.
pub(crate) struct InjectionPattern {
    pub(crate) name: LitStr,
    pub(crate) pattern: LitStr,
    pub(crate) points: Option<Points>,
}

impl InjectionPattern {
    pub(super) fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
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
