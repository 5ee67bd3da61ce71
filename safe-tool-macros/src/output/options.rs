//! `#[safe_output(crate = path)]`.

use proc_macro2::TokenStream;
use syn::{
    Path, Token,
    parse::{ParseStream, Parser},
    parse_quote,
};

use crate::errors::{Errors, error};

/// The path of the `safe-tool` crate.
pub(super) fn krate(options: TokenStream, errors: &Errors) -> Path {
    let parser = |input: ParseStream<'_>| {
        if input.is_empty() {
            return Ok(None);
        }
        if !input.peek(Token![crate]) {
            return Err(error(
                input.span(),
                "#[safe_output] has no option but `crate`",
                "what is done to a tool's results is said on its arguments: \
                 `#[safe_tool(output(…))]`",
            ));
        }
        input.parse::<Token![crate]>()?;
        input.parse::<Token![=]>()?;
        let path = input.call(Path::parse_mod_style)?;
        input.parse::<Option<Token![,]>>()?;
        Ok(Some(path))
    };
    let help = "write it as in `crate = path::to::safe_tool`";
    let path = errors.ok(parser.parse2(options), help).flatten();
    path.unwrap_or_else(|| parse_quote!(::safe_tool))
}
