//! Collects every mistake of an item, so that one compile reports them all.

use std::cell::RefCell;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// The mistakes so far.
pub(crate) struct Errors {
    found: RefCell<Vec<syn::Error>>,
}

/// What separates a message from its fix.
const HELP: &str = "\n\nhelp: ";

impl Errors {
    pub(crate) fn new() -> Self {
        Self {
            found: RefCell::new(Vec::new()),
        }
    }

    /// Records a mistake: `message` says what is wrong with `tokens`, `help` names the fix.
    pub(crate) fn at(
        &self,
        tokens: impl ToTokens,
        message: impl std::fmt::Display,
        help: impl std::fmt::Display,
    ) {
        let text = format!("{message}{HELP}{help}");
        self.push(syn::Error::new_spanned(tokens, text));
    }

    /// Records an error that was found while parsing.
    pub(crate) fn push(&self, error: syn::Error) {
        self.found.borrow_mut().push(error);
    }

    /// The value of a result whose error is recorded; syn's own errors, which name no
    /// fix, get `help`.
    pub(crate) fn ok<T>(&self, result: syn::Result<T>, help: impl std::fmt::Display) -> Option<T> {
        result
            .map_err(|error| {
                let text = error.to_string();
                if text.contains(HELP) {
                    return self.push(error);
                }
                self.push(syn::Error::new(error.span(), format!("{text}{HELP}{help}")));
            })
            .ok()
    }

    /// The `compile_error!`s, or `None` if nothing was wrong.
    pub(crate) fn finish(self) -> Option<TokenStream> {
        let found = self.found.into_inner();
        if found.is_empty() {
            return None;
        }
        let errors = found.iter().map(syn::Error::to_compile_error);
        Some(quote!(#(#errors)*))
    }
}

/// An error of a parser: what is wrong at `span`, and its fix.
pub(crate) fn error(
    span: proc_macro2::Span,
    message: impl std::fmt::Display,
    help: impl std::fmt::Display,
) -> syn::Error {
    syn::Error::new(span, format!("{message}{HELP}{help}"))
}
