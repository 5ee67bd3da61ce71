//! `#[safe_output]`: a result whose redacted fields are redacted wherever it is written.
//!
//! `Serialize` and `JsonSchema` are serde's and schemars' own derives, so that all their
//! attributes mean what they mean; a redacted field has a `serialize_with` put before it.
//! What would undo that is refused. `Debug` is written here.

mod debug;
mod field;
mod neighbours;
mod options;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{DeriveInput, Item, Path, parse_quote};

use crate::errors::{Errors, error};

pub(crate) fn expand(options: TokenStream, item: TokenStream) -> TokenStream {
    let mut input = match parse(item.clone()) {
        Ok(input) => input,
        // Not an item that could have impls: handed back as it was.
        Err(error) => {
            let error = error.into_compile_error();
            return quote!(#item #error);
        }
    };
    let errors = Errors::new();
    let krate = options::krate(options, &errors);
    neighbours::refuse(&mut input.attrs, &errors);
    let marks = field::marks(&mut input, &krate, &errors);
    let debug = debug::debug(&input, &krate, &marks);
    let derives = derives(&krate);
    let errors = errors.finish();
    quote!(#derives #input #debug #errors)
}

fn parse(item: TokenStream) -> syn::Result<DeriveInput> {
    match syn::parse2(item)? {
        Item::Struct(item) => Ok(item.into()),
        Item::Enum(item) => Ok(item.into()),
        _ => Err(error(
            Span::call_site(),
            "#[safe_output] goes on the struct or enum that a tool returns",
            "put it on the type inside the tool's `Json<…>`",
        )),
    }
}

/// The derives. They come first, so that what stands below sees them as if written there.
fn derives(krate: &Path) -> TokenStream {
    let private: Path = parse_quote!(#krate::__private);
    let text = |path: &str| format!("{}::{path}", crate::kind::tokens(&private));
    let (serde, schemars) = (text("serde"), text("schemars"));
    quote! {
        #[derive(#private::serde::Serialize, #private::schemars::JsonSchema)]
        #[serde(crate = #serde)]
        #[schemars(crate = #schemars)]
    }
}
