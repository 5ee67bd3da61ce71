//! Structs: reading their fields one by one, and their schemas.

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote_spanned;
use syn::{Expr, Ident, Path, ext::IdentExt, spanned::Spanned};

use super::{
    bounded,
    code::{code, local},
    rule::{check, check_name, rule},
};
use crate::{
    model::{Field, Literal, Presence, Shape, Value},
    syntax::Input,
};

/// A struct with named fields.
pub(super) fn structure(input: &Input, fields: &[Field], check_all: Option<&Path>) -> TokenStream {
    let ident = &input.item.ident;
    let generics = bounded(&input.item.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let object = object(
        input,
        &code!(#ident #ty_generics),
        &code!(#ident),
        fields,
        check_all,
        "",
    );
    code! {
        impl #impl_generics __p::Checked for #ident #ty_generics #where_clause {
            fn rule() -> impl __p::Rule<Value = Self> {
                __p::fields::<Self>()
            }
        }
        #object
    }
}

/// A newtype: the rule of its field, wrapped.
pub(super) fn newtype(input: &Input, field: &Field, check_all: Option<&Path>) -> TokenStream {
    let ident = &input.item.ident;
    let generics = bounded(&input.item.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let mut inner = rule(&field.value, field.lenient);
    if field.redact {
        inner = code!(__p::secret(#inner));
    }
    let member = member(field);
    let check = check_all.map(check);
    let check_name = check_all.map(check_name).map(|name| code!(.check(#name)));
    code! {
        impl #impl_generics __p::Checked for #ident #ty_generics #where_clause {
            fn rule() -> impl __p::Rule<Value = Self> {
                __p::then(#inner, |value, at: &mut __p::Cursor<'_>| {
                    let value = Self { #member: value };
                    #check
                    __p::Option::Some(value)
                }) #check_name
            }
        }
    }
}

fn member(field: &Field) -> TokenStream {
    match &field.ident {
        Some(ident) => code!(#ident),
        None => code!(0),
    }
}

/// Function that makes a field's rule: `rule_query`, or `rule_create_name` in a variant.
fn rule_name(field: &Field, prefix: &str) -> Ident {
    let name = field.ident.as_ref().map(IdentExt::unraw);
    let name = name.map(|name| name.to_string()).unwrap_or_default();
    local!("__rule_{}{}", prefix, name)
}

/// `impl Object` on `reader` for the fields of `constructor`, with one function a field
/// for its rule.
pub(super) fn object(
    input: &Input,
    reader: &TokenStream,
    constructor: &TokenStream,
    fields: &[Field],
    check_all: Option<&Path>,
    prefix: &str,
) -> TokenStream {
    let value_type = value_type(input);
    let ignore_unknown = input
        .options
        .ignore_unknown
        .then(|| code!(.ignore_unknown()));
    let generics = bounded(&input.item.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let turbofish = ty_generics.as_turbofish();
    let wires: Vec<_> = fields.iter().map(|field| &field.wire).collect();
    let names: Vec<_> = fields
        .iter()
        .filter_map(|field| field.ident.as_ref())
        .collect();
    let slots: Vec<_> = names
        .iter()
        .map(|name| local!("slot_{}", name.unraw()))
        .collect();
    let rules: Vec<_> = fields
        .iter()
        .map(|field| rule_name(field, prefix))
        .collect();
    let rule_fns = fields.iter().zip(&rules).map(|(field, name)| {
        let ty = &field.value.ty;
        let rule = rule(&field.value, field.lenient);
        // A type that its rule cannot fill is wrong where the user wrote it.
        let here = ty.span().resolved_at(proc_macro2::Span::mixed_site());
        let returned = quote_spanned!(here=> impl __p::Rule<Value = #ty>);
        code! {
            fn #name #impl_generics () -> #returned #where_clause { #rule }
        }
    });
    let index = 0..fields.len();
    let places: Vec<_> = fields.iter().map(place).collect();
    let finish = fields
        .iter()
        .zip(&slots)
        .zip(&places)
        .map(|((field, slot), place)| match &field.presence {
            Presence::Required => code!(#slot.required(&mut #place)),
            Presence::Optional => code!(#slot.or_default(|| __p::Option::None)),
            Presence::TypeDefault => code!(#slot.or_default(__p::Default::default)),
            Presence::Default { expr, literal } => {
                let default = default(expr, literal.as_ref(), field);
                code!(#slot.or_default(|| #default))
            }
        });
    let check = check_all.map(check);
    let check_name = check_all.map(check_name).map(|name| code!(.check(#name)));
    let properties = fields.iter().zip(&rules).map(|(field, rule)| {
        let wire = &field.wire;
        let doc = &field.doc;
        let rule = if field.redact {
            code!(&__p::secret(#rule #turbofish()))
        } else {
            code!(&#rule #turbofish())
        };
        match &field.presence {
            Presence::Required => code!(properties.required(#wire, #rule, #doc);),
            presence => {
                let default = schema_default(presence, field);
                code!(properties.optional(#wire, #rule, #doc, #default);)
            }
        }
    });
    code! {
        #(#rule_fns)*
        impl #impl_generics __p::Object for #reader #where_clause {
            type Value = #value_type;
            const FIELDS: &'static [&'static str] = &[#(#wires),*];
            fn read<'__de, __A: __p::MapAccess<'__de>>(
                entries: __p::Entries<__A>,
                at: &mut __p::Cursor<'_>,
            ) -> __p::Result<__p::Option<#value_type>, __A::Error> {
                let before = at.count();
                let mut entries = entries #ignore_unknown;
                #(let mut #slots = __p::Slot::Absent;)*
                while let __p::Option::Some(index) = entries.next::<Self>(at)? {
                    match index {
                        #(#index => entries.value(&mut #slots, &#rules #turbofish(), &mut #places)?,)*
                        _ => {}
                    }
                }
                #(let #slots = #finish;)*
                let build = |at: &mut __p::Cursor<'_>| -> __p::Option<#value_type> {
                    #(let #slots = #slots?;)*
                    if at.count() != before {
                        return __p::Option::None;
                    }
                    let value = #constructor { #(#names: #slots),* };
                    #check
                    __p::Option::Some(value)
                };
                __p::Result::Ok(build(at))
            }
            fn properties<__F: __p::Fields>(properties: &mut __F) {
                let properties = properties #ignore_unknown #check_name;
                let _ = &properties;
                #(#properties)*
            }
        }
    }
}

/// The annotated type itself.
pub(super) fn value_type(input: &Input) -> TokenStream {
    let ident = &input.item.ident;
    let (_, ty_generics, _) = input.item.generics.split_for_impl();
    code!(#ident #ty_generics)
}

fn place(field: &Field) -> TokenStream {
    let wire = &field.wire;
    if field.redact {
        code!(at.field(#wire).redacted())
    } else {
        code!(at.field(#wire))
    }
}

/// A default as a value of the field's type: a text literal becomes the string type, a
/// whole number may stand for a float, and a literal for an option is its content.
fn default(expr: &Expr, literal: Option<&Literal>, field: &Field) -> TokenStream {
    let value = match literal {
        None => return code!(#expr),
        Some(Literal::Float(value)) => {
            // Of the field's own float type; proc_macro2 writes no sign.
            let mut token = Token::f64_unsuffixed(value.abs());
            token.set_span(expr.span());
            let sign = value.is_sign_negative().then(|| code!(-));
            code!(#sign #token)
        }
        Some(Literal::Text | Literal::Bool | Literal::Integer(_)) => code!(#expr),
    };
    wrapped(value, &field.value)
}

/// A literal in what it is the content of.
fn wrapped(literal: TokenStream, value: &Value) -> TokenStream {
    match &value.shape {
        Shape::Optional(inner) => {
            let inner = wrapped(literal, inner);
            code!(__p::Option::Some(#inner))
        }
        Shape::SqlParam(bound) => {
            let bound = wrapped(literal, bound);
            code!(__p::SqlParam::new(#bound))
        }
        Shape::Text(_) => code!(__p::From::from(#literal)),
        Shape::SqlIdent { .. } => code!(__p::listed_ident(#literal)),
        _ => literal,
    }
}

/// What the schema says of a missing field, as `Option<Value>`.
fn schema_default(presence: &Presence, field: &Field) -> TokenStream {
    let value = match presence {
        Presence::Default {
            expr,
            literal: Some(literal),
        } => match literal {
            Literal::Text | Literal::Bool => Some(code!(#expr)),
            Literal::Integer(value) => integer(*value),
            Literal::Float(value) => Some(code!(#value)),
        },
        Presence::TypeDefault => match &field.value.bound().shape {
            Shape::Text(_) => Some(code!("")),
            Shape::Integer { .. } => Some(code!(0)),
            Shape::Float { .. } => Some(code!(0.0)),
            Shape::Bool => Some(code!(false)),
            _ => None,
        },
        _ => None,
    };
    match value {
        Some(value) => code!(__p::Option::Some(<__p::JsonValue as __p::From<_>>::from(#value))),
        None => code!(__p::Option::None),
    }
}

/// An integer with the type that JSON keeps it in; none if it takes more than 64 bits.
fn integer(value: i128) -> Option<TokenStream> {
    let signed = i64::try_from(value).map(|value| code!(#value));
    let number = signed.or_else(|_| u64::try_from(value).map(|value| code!(#value)));
    number.ok()
}
