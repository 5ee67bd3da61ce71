//! The rule of a value, as an expression of the runtime's builders.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::{Path, ext::IdentExt, spanned::Spanned};

use super::{code::code, path, public_url};
use crate::model::{Items, Shape, Text, Value};

/// An expression of a type that implements `Rule<Value = #ty>`.
pub(super) fn rule(value: &Value, lenient: bool) -> TokenStream {
    let ty = &value.ty;
    let mut rule = match &value.shape {
        Shape::Text(text) => {
            let calls = text_calls(text);
            code!(__p::text::<#ty>() #calls)
        }
        Shape::Integer {
            min,
            max,
            multiple_of,
        } => {
            let min = min.map(|min| code!(.min(#min)));
            let max = max.map(|max| code!(.max(#max)));
            let multiple_of = multiple_of.map(|divisor| code!(.multiple_of(#divisor)));
            code!(__p::integer::<#ty>() #min #max #multiple_of)
        }
        Shape::Float { min, max } => {
            let min = min.map(|min| code!(.min(#min)));
            let max = max.map(|max| code!(.max(#max)));
            code!(__p::float::<#ty>() #min #max)
        }
        Shape::Bool => code!(__p::boolean()),
        Shape::List { items, each } => {
            let each = rule(each, lenient);
            let calls = items_calls(items);
            code!(__p::list::<#ty, _>(#each) #calls)
        }
        Shape::Map { items, keys, each } => {
            let keys = rule(keys, false);
            let each = rule(each, lenient);
            let calls = items_calls(items);
            code!(__p::map::<#ty, _, _>(#keys, #each) #calls)
        }
        Shape::Optional(inner) => {
            let inner = rule(inner, lenient);
            code!(__p::optional(#inner))
        }
        Shape::Json {
            max_bytes,
            allow_control_chars,
            allow_format_chars,
            allow_redaction_marker,
        } => {
            let max = max_bytes.as_ref().map(|max| {
                let max = max.value;
                code!(.max_json_bytes(#max))
            });
            let control = allow_control_chars.then(|| code!(.allow_control_chars()));
            let format = allow_format_chars.then(|| code!(.allow_format_chars()));
            let marker = allow_redaction_marker.then(|| code!(.allow_redaction_marker()));
            code!(__p::json() #max #control #format #marker)
        }
        Shape::CommandArg { text, allow_dash } => {
            let calls = text_calls(text);
            let dash = allow_dash.then(|| code!(.allow_dash()));
            // Not empty unless the annotations say so.
            let not_empty = text.one_of.is_empty().then(|| code!(.min_len(1)));
            code!(__p::command_arg(__p::text::<__p::String>() #not_empty #calls) #dash)
        }
        Shape::PublicUrl(options) => public_url::rule(options),
        Shape::SandboxedPath(sandbox) => path::rule(sandbox),
        Shape::SqlParam(bound) => {
            let bound = rule(bound, lenient);
            code!(__p::sql_param(#bound))
        }
        Shape::SqlIdent { one_of } => code!(__p::sql_ident(&[#(#one_of),*])),
        // A type that an alias hides is wrong where the user wrote it.
        Shape::Nested => {
            let here = ty.span().resolved_at(proc_macro2::Span::mixed_site());
            quote_spanned!(here=> __p::nested::<#ty>())
        }
        Shape::Foreign {
            allow_redaction_marker,
        } => {
            let marker = allow_redaction_marker.then(|| code!(.allow_redaction_marker()));
            code!(__p::foreign::<#ty>() #marker)
        }
    };
    if let (true, Some(written)) = (lenient, written(&value.shape)) {
        rule = code!(__p::lenient(#rule, __p::Written::#written));
    }
    value.checks.iter().fold(rule, |rule, path| {
        let name = check_name(path);
        let check = check(path);
        code! {
            __p::then(#rule, |value, at: &mut __p::Cursor<'_>| {
                #check
                __p::Option::Some(value)
            })
            .check(#name)
        }
    })
}

/// What a text has to hold to stand for a value of this shape, if one can.
fn written(shape: &Shape) -> Option<TokenStream> {
    Some(match shape {
        Shape::Integer { .. } | Shape::Float { .. } => code!(Number),
        Shape::Bool => code!(Boolean),
        Shape::List { .. } => code!(List),
        Shape::Map { .. } | Shape::Nested => code!(Object),
        Shape::Text(_)
        | Shape::Optional(_)
        | Shape::Json { .. }
        | Shape::CommandArg { .. }
        | Shape::PublicUrl(_)
        | Shape::SandboxedPath(_)
        | Shape::SqlParam(_)
        | Shape::SqlIdent { .. }
        | Shape::Foreign { .. } => return None,
    })
}

/// Runs a check on the local `value`; leaves the function with `None` if it refuses. A
/// function of the wrong type is wrong where the user named it, hence the spans.
pub(super) fn check(path: &Path) -> TokenStream {
    let here = path.span().resolved_at(proc_macro2::Span::mixed_site());
    quote_spanned! {here=>
        if let __p::Option::Some(error) = __p::refusal_of(#path(&value)) {
            <__p::CheckError as __p::From<_>>::from(error).report(at);
            return __p::Option::None;
        }
    }
}

/// What the schema calls the check: the function without its path.
pub(super) fn check_name(path: &Path) -> String {
    let last = path.segments.last();
    last.map(|last| last.ident.unraw().to_string())
        .unwrap_or_default()
}

fn text_calls(text: &Text) -> TokenStream {
    let mut calls = TokenStream::new();
    if let Some(min) = &text.min_len {
        let min = min.value;
        calls.extend(code!(.min_len(#min)));
    }
    if let Some(max) = &text.max_len {
        let max = max.value;
        calls.extend(code!(.max_len(#max)));
    }
    if text.trim {
        calls.extend(code!(.trim()));
    }
    if text.multiline {
        calls.extend(code!(.multiline()));
    }
    if text.allow_control_chars {
        calls.extend(code!(.allow_control_chars()));
    }
    if text.allow_format_chars {
        calls.extend(code!(.allow_format_chars()));
    }
    if text.allow_redaction_marker {
        calls.extend(code!(.allow_redaction_marker()));
    }
    if !text.one_of.is_empty() {
        let choices = &text.one_of;
        calls.extend(code!(.one_of(&[#(#choices),*])));
    }
    if let Some(pattern) = &text.pattern {
        let portable = &pattern.portable;
        calls.extend(code! {
            .pattern(#pattern, {
                static PATTERN: __p::Pattern = __p::Pattern::new(#portable);
                &PATTERN
            })
        });
    }
    calls
}

fn items_calls(items: &Items) -> TokenStream {
    let min = items.min.as_ref().map(|min| {
        let min = min.value;
        code!(.min_items(#min))
    });
    let max = items.max.as_ref().map(|max| {
        let max = max.value;
        code!(.max_items(#max))
    });
    code!(#min #max)
}
