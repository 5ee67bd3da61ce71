//! Field annotations: their names, and the form each is written in.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{
    Expr, Ident, LitStr, Meta, Token,
    parse::{Parse, ParseStream, Parser},
    punctuated::Punctuated,
};

use super::{Count, Number, Pattern};
use crate::{errors::Errors, suggest};

/// Every annotation. To add one: name it here, parse it below, apply it in `check/`,
/// write its rule in `emit/rule.rs`, and build that rule in the runtime's `validate/`.
pub(crate) const NAMES: &[&str] = &[
    "allow_control_chars",
    "allow_format_chars",
    "check",
    "default",
    "each",
    "keys",
    "max_items",
    "max_json_bytes",
    "max_len",
    "min_items",
    "min_len",
    "multiline",
    "multiple_of",
    "nested",
    "one_of",
    "pattern",
    "range",
    "redact",
    "sandboxed_path",
    "trim",
    "unbounded",
];

/// One annotation as it was written.
#[derive(Clone)]
pub(crate) struct Annotation {
    pub(crate) name: Ident,
    pub(crate) rule: Rule,
}

#[derive(Clone)]
pub(crate) enum Rule {
    AllowControlChars,
    AllowFormatChars,
    Check(syn::Path),
    /// `None`: the type's own default.
    Default(Option<Expr>),
    Each(Vec<Annotation>),
    Keys(Vec<Annotation>),
    MaxItems(Count),
    MaxJsonBytes(Count),
    MaxLen(Count),
    MinItems(Count),
    MinLen(Count),
    Multiline,
    MultipleOf(Number),
    Nested,
    OneOf(Vec<LitStr>),
    Pattern(Pattern),
    Range(Range),
    Redact,
    SandboxedPath(Root),
    Trim,
    Unbounded,
}

/// `range(lo, hi)`, `range(lo..=hi)`, `range(lo..)`, `range(..=hi)`.
#[derive(Clone)]
pub(crate) struct Range {
    pub(crate) min: Option<Number>,
    pub(crate) max: Option<Number>,
    tokens: TokenStream,
}

/// Where a path's sandbox is.
#[derive(Clone)]
pub(crate) enum Root {
    Fixed(LitStr),
    Env { variable: LitStr, default: LitStr },
    Static(syn::Path),
}

impl Annotation {
    /// Parses one annotation; its mistakes are recorded.
    pub(crate) fn parse(meta: &Meta, errors: &Errors) -> Option<Self> {
        let Some(name) = meta.path().get_ident() else {
            errors.at(
                meta,
                "not an annotation",
                "write its name, as in `max_len(64)`",
            );
            return None;
        };
        let rule = match (name.to_string().as_str(), arguments(meta, errors)?) {
            ("allow_control_chars", None) => Rule::AllowControlChars,
            ("allow_format_chars", None) => Rule::AllowFormatChars,
            ("check", Some(args)) => Rule::Check(errors.ok(syn::parse2(args))?),
            ("default", None) => Rule::Default(None),
            ("default", Some(args)) => Rule::Default(Some(errors.ok(syn::parse2(args))?)),
            ("each", Some(args)) => Rule::Each(list(args, errors)?),
            ("keys", Some(args)) => Rule::Keys(list(args, errors)?),
            ("max_items", Some(args)) => Rule::MaxItems(errors.ok(syn::parse2(args))?),
            ("max_json_bytes", Some(args)) => Rule::MaxJsonBytes(errors.ok(syn::parse2(args))?),
            ("max_len", Some(args)) => Rule::MaxLen(errors.ok(syn::parse2(args))?),
            ("min_items", Some(args)) => Rule::MinItems(errors.ok(syn::parse2(args))?),
            ("min_len", Some(args)) => Rule::MinLen(errors.ok(syn::parse2(args))?),
            ("multiline", None) => Rule::Multiline,
            ("multiple_of", Some(args)) => Rule::MultipleOf(errors.ok(syn::parse2(args))?),
            ("nested", None) => Rule::Nested,
            ("one_of", Some(args)) => {
                let parser = Punctuated::<LitStr, Token![,]>::parse_terminated;
                let choices = errors.ok(parser.parse2(args))?;
                Rule::OneOf(choices.into_iter().collect())
            }
            ("pattern", Some(args)) => Rule::Pattern(errors.ok(syn::parse2(args))?),
            ("range", Some(args)) => Rule::Range(errors.ok(syn::parse2(args))?),
            ("redact", None) => Rule::Redact,
            ("sandboxed_path", Some(args)) => Rule::SandboxedPath(errors.ok(syn::parse2(args))?),
            ("trim", None) => Rule::Trim,
            ("unbounded", None) => Rule::Unbounded,
            (known, args) if NAMES.contains(&known) => {
                wrong_form(meta, known, args.is_some(), errors);
                return None;
            }
            (unknown, _) => {
                let help = match suggest::nearest(unknown, NAMES) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("the annotations are {}", NAMES.join(", ")),
                };
                errors.at(
                    name,
                    format_args!("there is no annotation `{unknown}`"),
                    help,
                );
                return None;
            }
        };
        Some(Self {
            name: name.clone(),
            rule,
        })
    }
}

/// What stands in the parentheses; the outer `None` is a recorded mistake.
#[expect(clippy::option_option, reason = "absent and wrong are two things")]
fn arguments(meta: &Meta, errors: &Errors) -> Option<Option<TokenStream>> {
    match meta {
        Meta::Path(_) => Some(None),
        Meta::List(list) => Some(Some(list.tokens.clone())),
        Meta::NameValue(pair) => {
            let name = pair.path.to_token_stream();
            let value = pair.value.to_token_stream();
            errors.at(
                meta,
                "an annotation's value stands in parentheses",
                format_args!("write `{name}({value})`"),
            );
            None
        }
    }
}

/// A known annotation with arguments it does not take, or without those it needs.
fn wrong_form(meta: &Meta, name: &str, has_arguments: bool, errors: &Errors) {
    if has_arguments {
        errors.at(
            meta,
            format_args!("`{name}` takes no value"),
            format_args!("write `{name}` alone"),
        );
        return;
    }
    let example = match name {
        "check" => "check(path::to::function)",
        "each" | "keys" => "each(max_len(64))",
        "max_items" | "min_items" => "max_items(10)",
        "max_json_bytes" => "max_json_bytes(10_000)",
        "multiple_of" => "multiple_of(5)",
        "one_of" => "one_of(\"a\", \"b\")",
        "pattern" => "pattern(\"^[a-z]+$\")",
        "range" => "range(1, 50)",
        "sandboxed_path" => "sandboxed_path(\"/data/safe\")",
        _ => "max_len(200)",
    };
    errors.at(
        meta,
        format_args!("`{name}` needs a value"),
        format_args!("write it in parentheses, as in `{example}`"),
    );
}

fn list(args: TokenStream, errors: &Errors) -> Option<Vec<Annotation>> {
    let metas = errors.ok(Punctuated::<Meta, Token![,]>::parse_terminated.parse2(args))?;
    let parsed: Vec<_> = metas
        .iter()
        .map(|meta| Annotation::parse(meta, errors))
        .collect();
    parsed.into_iter().collect()
}

impl Parse for Range {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let tokens = input.cursor().token_stream();
        let help = "write `range(1, 50)`, `range(1..=50)`, `range(1..)` or `range(..=50)`; \
                    both ends are inside";
        let number = |input: ParseStream<'_>| match input.is_empty() {
            true => Ok(None),
            false => input.parse().map(Some),
        };
        if input.is_empty() {
            return Err(input.error(format!("`range` needs its bounds\n\nhelp: {help}")));
        }
        let min = match input.peek(Token![..]) || input.peek(Token![..=]) {
            true => None,
            false => Some(input.parse()?),
        };
        if input.peek(Token![..=]) {
            input.parse::<Token![..=]>()?;
        } else if input.peek(Token![..]) {
            let dots: Token![..] = input.parse()?;
            if !input.is_empty() {
                let text =
                    format!("a half-open range leaves unclear what is allowed\n\nhelp: {help}");
                return Err(syn::Error::new_spanned(dots, text));
            }
        } else if input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
        } else {
            return Err(input.error(format!("expected two bounds\n\nhelp: {help}")));
        }
        let max = number(input)?;
        input.parse::<Option<Token![,]>>()?;
        Ok(Self { min, max, tokens })
    }
}

impl ToTokens for Range {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.tokens.clone());
    }
}

impl Parse for Root {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let help = "write `sandboxed_path(\"/data/safe\")`, \
                    `sandboxed_path(env = \"DOCS_ROOT\", default = \"/data/safe\")` or \
                    `sandboxed_path(root = DOCS)` with a `static DOCS: SandboxRoot`";
        if input.peek(LitStr) {
            return Ok(Self::Fixed(absolute(input.parse()?)?));
        }
        let start = input.span();
        let mut variable = None;
        let mut default = None;
        let mut root = None;
        while !input.is_empty() {
            let name: Ident = input.parse()?;
            input.parse::<Token![=]>()?;
            match name.to_string().as_str() {
                "env" => variable = Some(input.parse::<LitStr>()?),
                "default" => default = Some(absolute(input.parse()?)?),
                "root" => root = Some(input.parse::<syn::Path>()?),
                other => {
                    let text = format!("there is no sandbox option `{other}`\n\nhelp: {help}");
                    return Err(syn::Error::new_spanned(name, text));
                }
            }
            input.parse::<Option<Token![,]>>()?;
        }
        match (root, variable, default) {
            (Some(root), None, None) => Ok(Self::Static(root)),
            (None, Some(variable), Some(default)) if !variable.value().is_empty() => {
                Ok(Self::Env { variable, default })
            }
            _ => Err(syn::Error::new(
                start,
                format!("this does not say where the sandbox is\n\nhelp: {help}"),
            )),
        }
    }
}

/// A sandbox root must mean the same folder wherever the server is started.
fn absolute(path: LitStr) -> syn::Result<LitStr> {
    let text = path.value();
    let drive = text.as_bytes().get(1..3) == Some(b":\\");
    if text.starts_with('/') || drive {
        return Ok(path);
    }
    Err(syn::Error::new(
        path.span(),
        "a sandbox root must be an absolute path\n\nhelp: write it from `/` on, as in \
         \"/data/safe\", or set it at start-up: `sandboxed_path(root = DOCS)`",
    ))
}
