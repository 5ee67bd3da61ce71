//! Field annotations: their names, and the form each is written in.

use quote::ToTokens;
use syn::{
    Expr, Ident, LitStr, Meta, MetaList, Token,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

use super::{Count, Number, Pattern, Range, Sandbox, UrlOptions};
use crate::{errors::Errors, suggest};

/// Every annotation. To add one: name it here, parse it below, say in
/// `check/family.rs` what it applies to, apply it there, write its rule in
/// `emit/rule.rs`, and build that rule in the runtime's `validate/`.
pub(super) const NAMES: &[&str] = &[
    "allow_control_chars",
    "allow_dash",
    "allow_format_chars",
    "allow_redaction_marker",
    "check",
    "default",
    "each",
    "keys",
    "lenient",
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
    "public_url",
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
    /// All of it, for messages.
    pub(crate) meta: Meta,
}

#[derive(Clone)]
pub(crate) enum Rule {
    AllowControlChars,
    AllowDash,
    AllowFormatChars,
    AllowRedactionMarker,
    Check(syn::Path),
    /// `None`: the type's own default.
    Default(Option<Expr>),
    Each(Vec<Annotation>),
    /// Its mistake is recorded; nothing more is known of it.
    Faulty,
    Keys(Vec<Annotation>),
    Lenient,
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
    PublicUrl(UrlOptions),
    Range(Range),
    Redact,
    SandboxedPath(Sandbox),
    Trim,
    Unbounded,
}

impl Annotation {
    /// Parses one annotation; its mistakes are recorded.
    pub(super) fn parse(meta: &Meta, errors: &Errors) -> Self {
        let path = meta.path();
        let Some(name) = path.get_ident() else {
            errors.at(
                meta,
                "this is not an annotation",
                "write its name alone, as in `max_len(64)`",
            );
            let span = syn::spanned::Spanned::span(path);
            return Self::faulty(Ident::new("annotation", span));
        };
        match rule(meta, name, errors) {
            Some(rule) => Self {
                name: name.clone(),
                rule,
                meta: meta.clone(),
            },
            None => Self::faulty(name.clone()),
        }
    }
}

fn rule(meta: &Meta, name: &Ident, errors: &Errors) -> Option<Rule> {
    let text = name.to_string();
    let arguments = match meta {
        Meta::Path(_) => None,
        Meta::List(list) => Some(Arguments {
            list,
            name: &text,
            errors,
        }),
        Meta::NameValue(pair) => {
            let value = pair.value.to_token_stream();
            errors.at(
                meta,
                "an annotation's value stands in parentheses",
                format_args!("write `{name}({value})`"),
            );
            return None;
        }
    };
    Some(match (text.as_str(), arguments) {
        ("allow_control_chars", None) => Rule::AllowControlChars,
        ("allow_dash", None) => Rule::AllowDash,
        ("allow_format_chars", None) => Rule::AllowFormatChars,
        ("allow_redaction_marker", None) => Rule::AllowRedactionMarker,
        ("check", Some(args)) => Rule::Check(args.read()?),
        ("default", None) => Rule::Default(None),
        ("default", Some(args)) => Rule::Default(Some(args.read()?)),
        ("each", Some(args)) => Rule::Each(args.annotations()?),
        ("keys", Some(args)) => Rule::Keys(args.annotations()?),
        ("lenient", None) => Rule::Lenient,
        ("max_items", Some(args)) => Rule::MaxItems(args.read()?),
        ("max_json_bytes", Some(args)) => Rule::MaxJsonBytes(args.read()?),
        ("max_len", Some(args)) => Rule::MaxLen(args.read()?),
        ("min_items", Some(args)) => Rule::MinItems(args.read()?),
        ("min_len", Some(args)) => Rule::MinLen(args.read()?),
        ("multiline", None) => Rule::Multiline,
        ("multiple_of", Some(args)) => Rule::MultipleOf(args.read()?),
        ("nested", None) => Rule::Nested,
        ("one_of", Some(args)) => Rule::OneOf(args.list()?),
        ("pattern", Some(args)) => Rule::Pattern(args.read()?),
        ("public_url", Some(args)) => Rule::PublicUrl(args.read()?),
        ("range", Some(args)) => Rule::Range(args.read()?),
        ("redact", None) => Rule::Redact,
        ("sandboxed_path", Some(args)) => Rule::SandboxedPath(args.read()?),
        ("trim", None) => Rule::Trim,
        ("unbounded", None) => Rule::Unbounded,
        (known, args) if NAMES.contains(&known) => {
            let (what, fix) = match args {
                Some(_) => ("takes no value", format!("write `{known}` alone")),
                None => ("needs a value", example(known)),
            };
            errors.at(meta, format_args!("`{known}` {what}"), fix);
            return None;
        }
        (unknown, _) => {
            let help = match suggest::nearest(unknown, NAMES) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("the annotations are {}", NAMES.join(", ")),
            };
            let text = format_args!("there is no annotation `{unknown}`");
            errors.at(name, text, help);
            return None;
        }
    })
}

/// What stands in an annotation's parentheses.
struct Arguments<'a> {
    list: &'a MetaList,
    name: &'a str,
    errors: &'a Errors,
}

impl Arguments<'_> {
    fn read<T: Parse>(&self) -> Option<T> {
        self.errors.ok(self.list.parse_args(), example(self.name))
    }

    fn list<T: Parse>(&self) -> Option<Vec<T>> {
        let parser = |input: ParseStream<'_>| {
            let items: Punctuated<T, Token![,]> = Punctuated::parse_terminated(input)?;
            match items.is_empty() {
                true => Err(syn::Error::new(input.span(), "the parentheses are empty")),
                false => Ok(items.into_iter().collect()),
            }
        };
        let listed = self.list.parse_args_with(parser);
        self.errors.ok(listed, example(self.name))
    }

    fn annotations(&self) -> Option<Vec<Annotation>> {
        let metas: Vec<Meta> = self.list()?;
        let parse = |meta| Annotation::parse(meta, self.errors);
        Some(metas.iter().map(parse).collect())
    }
}

fn example(name: &str) -> String {
    let example = match name {
        "check" => "check(path::to::function)",
        "default" => "default(true)",
        "each" => "each(max_len(64))",
        "keys" => "keys(max_len(64))",
        "max_items" => "max_items(10)",
        "min_items" => "min_items(1)",
        "max_json_bytes" => "max_json_bytes(10_000)",
        "multiple_of" => "multiple_of(5)",
        "one_of" => "one_of(\"a\", \"b\")",
        "pattern" => "pattern(\"^[a-z]+$\")",
        "public_url" => "public_url(allowed_hosts(\"docs.example.org\"))",
        "range" => "range(1, 50)",
        "sandboxed_path" => "sandboxed_path(\"/data/safe\")",
        "min_len" => "min_len(1)",
        _ => "max_len(200)",
    };
    format!("write it as in `{example}`")
}
