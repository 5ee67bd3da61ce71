//! The rule of a value, as an expression of the runtime's builders.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    model::{Items, Shape, Text, Value},
    syntax::Root,
};

/// An expression of a type that implements `Rule<Value = #ty>`.
pub(super) fn rule(value: &Value) -> TokenStream {
    let ty = &value.ty;
    let rule = match &value.shape {
        Shape::Text(text) => {
            let calls = text_calls(text);
            quote!(__p::text::<#ty>() #calls)
        }
        Shape::Integer {
            min,
            max,
            multiple_of,
        } => {
            let min = min.map(|min| quote!(.min(#min)));
            let max = max.map(|max| quote!(.max(#max)));
            let multiple_of = multiple_of.map(|divisor| quote!(.multiple_of(#divisor)));
            quote!(__p::integer::<#ty>() #min #max #multiple_of)
        }
        Shape::Float { min, max } => {
            let float = |number: &crate::syntax::Number| number.float();
            let min = min.as_ref().and_then(float).map(|min| quote!(.min(#min)));
            let max = max.as_ref().and_then(float).map(|max| quote!(.max(#max)));
            quote!(__p::float::<#ty>() #min #max)
        }
        Shape::Bool => quote!(__p::boolean()),
        Shape::List { items, each } => {
            let each = rule(each);
            let calls = items_calls(items);
            quote!(__p::list::<#ty, _>(#each) #calls)
        }
        Shape::Map { items, keys, each } => {
            let keys = rule(keys);
            let each = rule(each);
            let calls = items_calls(items);
            quote!(__p::map::<#ty, _, _>(#keys, #each) #calls)
        }
        Shape::Optional(inner) => {
            let inner = rule(inner);
            quote!(__p::optional(#inner))
        }
        Shape::Json {
            max_bytes,
            allow_control_chars,
            allow_format_chars,
        } => {
            let max = max_bytes.as_ref().map(|max| {
                let max = max.value;
                quote!(.max_json_bytes(#max))
            });
            let control = allow_control_chars.then(|| quote!(.allow_control_chars()));
            let format = allow_format_chars.then(|| quote!(.allow_format_chars()));
            quote!(__p::json() #max #control #format)
        }
        Shape::SandboxedPath(root) => sandboxed_path(root),
        Shape::Nested => quote!(__p::nested::<#ty>()),
        Shape::Foreign => quote!(__p::foreign::<#ty>()),
    };
    value.checks.iter().fold(rule, |rule, check| {
        quote! {
            __p::then(#rule, |value, at: &mut __p::Cursor<'_>| match #check(&value) {
                __p::Result::Ok(()) => __p::Option::Some(value),
                __p::Result::Err(error) => {
                    __p::CheckError::from(error).report(at);
                    __p::Option::None
                }
            })
        }
    })
}

fn text_calls(text: &Text) -> TokenStream {
    let mut calls = TokenStream::new();
    if let Some(min) = &text.min_len {
        let min = min.value;
        calls.extend(quote!(.min_len(#min)));
    }
    if let Some(max) = &text.max_len {
        let max = max.value;
        calls.extend(quote!(.max_len(#max)));
    }
    if text.trim {
        calls.extend(quote!(.trim()));
    }
    if text.multiline {
        calls.extend(quote!(.multiline()));
    }
    if text.allow_control_chars {
        calls.extend(quote!(.allow_control_chars()));
    }
    if text.allow_format_chars {
        calls.extend(quote!(.allow_format_chars()));
    }
    if !text.one_of.is_empty() {
        let choices = &text.one_of;
        calls.extend(quote!(.one_of(&[#(#choices),*])));
    }
    if let Some(pattern) = &text.pattern {
        let portable = &pattern.portable;
        calls.extend(quote! {
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
        quote!(.min_items(#min))
    });
    let max = items.max.as_ref().map(|max| {
        let max = max.value;
        quote!(.max_items(#max))
    });
    quote!(#min #max)
}

fn sandboxed_path(root: &Root) -> TokenStream {
    let root = match root {
        Root::Static(path) => return quote!(__p::sandboxed_path(&#path)),
        Root::Fixed(path) => quote!(__p::SandboxRoot::at(#path)),
        Root::Env { variable, default } => {
            quote!(__p::SandboxRoot::from_env(#variable, #default))
        }
    };
    quote! {
        __p::sandboxed_path({
            static ROOT: __p::SandboxRoot = #root;
            &ROOT
        })
    }
}
