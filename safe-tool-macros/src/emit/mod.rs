//! Model to code. Nothing here can fail.
//!
//! What is emitted stands in one anonymous `const`, in which `__p` is the runtime; every
//! name is written through it, so neither a shadowed prelude nor a renamed crate matters.

mod code;
mod debug;
mod enumeration;
mod object;
mod output;
mod path;
mod policy;
mod public_url;
mod rule;

use proc_macro2::TokenStream;
use syn::{Generics, parse_quote};

use self::code::code;
use crate::{
    model::{Body, Model},
    syntax::Input,
};

/// Every impl of a type without mistakes.
pub(crate) fn impls(input: &Input, model: &Model) -> TokenStream {
    let checked = match &model.body {
        Body::Struct(fields) => object::structure(input, fields, model.check.as_ref()),
        Body::Transparent(field) => object::newtype(input, field, model.check.as_ref()),
        Body::Choice(variants) => enumeration::choice(input, variants),
        Body::Tagged { tag, variants } => {
            enumeration::tagged(input, tag, variants, model.check.as_ref())
        }
    };
    let debug = debug::debug(input, &model.body);
    let common = common(input, &policy::policy(&model.policy));
    wrap(input, &code!(#checked #debug #common))
}

/// The same impls for a type with mistakes, so that the mistakes are the only errors.
/// They accept nothing.
pub(crate) fn fallback(input: &Input) -> TokenStream {
    let ident = &input.item.ident;
    let generics = bounded(&input.item.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let common = common(input, &code!(<__p::Policy as __p::Default>::default()));
    wrap(
        input,
        &code! {
            impl #impl_generics __p::Checked for #ident #ty_generics #where_clause {
                fn rule() -> impl __p::Rule<Value = Self> {
                    __p::then(__p::boolean(), |_, _: &mut __p::Cursor<'_>| __p::Option::None)
                }
            }
            impl #impl_generics __p::Debug for #ident #ty_generics #where_clause {
                fn fmt(&self, _: &mut __p::Formatter<'_>) -> __p::FmtResult {
                    __p::Result::Ok(())
                }
            }
            #common
        },
    )
}

/// `Deserialize`, `JsonSchema`, `from_json` and `assert_policy`, which differ only in the
/// policy.
fn common(input: &Input, policy: &TokenStream) -> TokenStream {
    let ident = &input.item.ident;
    let vis = &input.item.vis;
    let name = ident.to_string();
    let generics = bounded(&input.item.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let mut with_input = generics.clone();
    with_input.params.insert(0, parse_quote!('__de));
    let (de_generics, ..) = with_input.split_for_impl();
    code! {
        #[automatically_derived]
        impl #de_generics __p::Deserialize<'__de> for #ident #ty_generics #where_clause {
            fn deserialize<__D: __p::Deserializer<'__de>>(
                input: __D,
            ) -> __p::Result<Self, __D::Error> {
                __p::deserialize(input)
            }
        }
        #[automatically_derived]
        impl #impl_generics __p::JsonSchema for #ident #ty_generics #where_clause {
            fn schema_name() -> __p::Cow<'static, str> {
                __p::Cow::Borrowed(#name)
            }
            fn schema_id() -> __p::Cow<'static, str> {
                __p::Cow::Borrowed(__p::type_name::<Self>())
            }
            fn json_schema(_: &mut __p::SchemaGenerator) -> __p::Schema {
                __p::json_schema::<Self>(&#policy)
            }
        }
        impl #impl_generics #ident #ty_generics #where_clause {
            /// Checks arguments that are parsed JSON.
            ///
            /// # Errors
            /// Everything that is wrong with them, at once.
            #[allow(dead_code, unreachable_pub)]
            #vis fn from_json(arguments: __p::JsonValue) -> __p::Result<Self, __p::Violations> {
                __p::from_json(arguments)
            }

            /// For a test of yours: sends, for each rule of each field, a value just
            /// inside and one just outside through `Deserialize`.
            ///
            /// # Panics
            /// If one of them is not treated as the rule says; also if a field has a
            /// pattern, a check or a foreign type for which no valid value is known: then
            /// use `assert_policy_with`.
            // Inlined: compiled only where it is called.
            #[allow(dead_code, unreachable_pub)]
            #[inline]
            #[track_caller]
            #vis fn assert_policy() {
                __p::assert_policy::<Self>(__p::Option::None);
            }

            /// As `assert_policy`, for a type that needs a valid example, or a list of
            /// them: their values stand in where the rules alone do not tell one.
            ///
            /// # Panics
            /// As `assert_policy`, and if an example is refused.
            #[allow(dead_code, unreachable_pub)]
            #[inline]
            #[track_caller]
            #vis fn assert_policy_with(example: __p::JsonValue) {
                __p::assert_policy::<Self>(__p::Option::Some(example));
            }
        }
    }
}

fn wrap(input: &Input, impls: &TokenStream) -> TokenStream {
    let runtime = match &input.options.krate {
        Some(path) => code!(#path::__private),
        None => code!(::safe_tool::__private),
    };
    // Emitted code has to name what the user deprecates. Only then: an `allow` for nothing
    // would meet a `forbid` of the user's.
    let allow = deprecates(&input.item).then(|| code!(#[allow(deprecated)]));
    code! {
        #allow
        const _: () = {
            #[allow(unused_imports)]
            use #runtime as __p;
            #impls
        };
    }
}

/// Whether the type, a field or a variant of it is deprecated.
pub(crate) fn deprecates(item: &syn::DeriveInput) -> bool {
    let is = |attrs: &[syn::Attribute]| attrs.iter().any(|one| one.path().is_ident("deprecated"));
    let fields: Box<dyn Iterator<Item = &syn::Field>> = match &item.data {
        syn::Data::Struct(data) => Box::new(data.fields.iter()),
        syn::Data::Enum(data) => {
            if data.variants.iter().any(|variant| is(&variant.attrs)) {
                return true;
            }
            Box::new(data.variants.iter().flat_map(|variant| &variant.fields))
        }
        syn::Data::Union(_) => return false,
    };
    is(&item.attrs) || fields.into_iter().any(|field| is(&field.attrs))
}

/// The type's generics, each type parameter a checked one.
fn bounded(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(parse_quote!(__p::Checked));
    }
    generics
}
