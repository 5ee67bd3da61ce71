//! The `#[safe_tool]` and `#[safe_output]` attributes. Use them through the `safe-tool`
//! crate, which documents every annotation.
//!
//! The pipeline of `#[safe_tool]`: `syntax` parses the item and its annotations, `check` turns them
//! into a `model` and says what is wrong with them, `emit` writes the model out and
//! cannot fail. Errors accumulate in `errors::Errors`, and the impls are emitted even
//! then, so that a mistake is one error and not a dozen.

use proc_macro2::TokenStream;
use quote::quote;

mod check;
mod emit;
mod errors;
mod kind;
mod model;
mod output;
#[cfg(test)]
mod snapshots;
mod suggest;
mod syntax;

/// Makes a tool's argument type safe by declaration; see the `safe-tool` crate.
#[proc_macro_attribute]
pub fn safe_tool(
    options: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    expand(options.into(), item.into()).into()
}

/// Makes a tool's result keep its secrets to itself; see the `safe-tool` crate.
#[proc_macro_attribute]
pub fn safe_output(
    options: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    output::expand(options.into(), item.into()).into()
}

fn expand(options: TokenStream, item: TokenStream) -> TokenStream {
    let errors = errors::Errors::new();
    let input = match syntax::Input::parse(options, item.clone(), &errors) {
        Ok(input) => input,
        // Not an item that could have impls. It is handed back as it was, so that what
        // uses it does not fail as well.
        Err(error) => {
            let error = error.into_compile_error();
            return quote!(#item #error);
        }
    };
    let model = check::model(&input, &errors);
    let errors = errors.finish();
    let item = &input.item;
    let impls = match (&model, &errors) {
        (Some(model), None) => emit::impls(&input, model),
        _ => emit::fallback(&input),
    };
    quote!(#item #impls #errors)
}
