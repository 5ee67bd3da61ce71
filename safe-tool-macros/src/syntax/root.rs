//! `sandboxed_path(…)`: where a path's sandbox is.

use syn::{
    Ident, LitStr, Token,
    parse::{Parse, ParseStream},
};

use crate::errors::error;

#[derive(Clone)]
pub(crate) enum Root {
    Fixed(LitStr),
    Env { variable: LitStr, default: LitStr },
    Static(syn::Path),
}

const HELP: &str = "write `sandboxed_path(\"/data/safe\")`, \
                    `sandboxed_path(env = \"DOCS_ROOT\", default = \"/data/safe\")` or \
                    `sandboxed_path(root = DOCS)` with a `static DOCS: SandboxRoot`";

impl Parse for Root {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return fixed(input);
        }
        let start = input.span();
        let (mut variable, mut default, mut root) = (None, None, None);
        while !input.is_empty() {
            let name: Ident = input.parse()?;
            input.parse::<Token![=]>()?;
            let twice = match name.to_string().as_str() {
                "env" => variable.replace(variable_name(input.parse()?)?).is_some(),
                "default" => default.replace(folder(input.parse()?)?).is_some(),
                "root" => root.replace(input.parse::<syn::Path>()?).is_some(),
                other => {
                    let text = format_args!("there is no sandbox option `{other}`");
                    return Err(error(name.span(), text, HELP));
                }
            };
            if twice {
                let text = format_args!("`{name}` is given twice");
                return Err(error(name.span(), text, "keep one of the two"));
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        match (root, variable, default) {
            (Some(root), None, None) => Ok(Self::Static(root)),
            (None, Some(variable), Some(default)) => Ok(Self::Env { variable, default }),
            (None, Some(variable), None) => Err(error(
                variable.span(),
                "this sandbox has no root where the variable is not set",
                HELP,
            )),
            _ => Err(error(start, "this does not say where the sandbox is", HELP)),
        }
    }
}

/// A literal alone.
fn fixed(input: ParseStream<'_>) -> syn::Result<Root> {
    let path = folder(input.parse()?)?;
    input.parse::<Option<Token![,]>>()?;
    if input.is_empty() {
        return Ok(Root::Fixed(path));
    }
    let help = format!(
        "if a variable may move it, write `sandboxed_path(env = \"DOCS_ROOT\", default = {:?})`",
        path.value()
    );
    let text = "nothing stands beside a root that is fixed";
    Err(error(input.span(), text, help))
}

/// A sandbox root must mean the same folder wherever the server is started, and be the
/// one that is read here.
fn folder(path: LitStr) -> syn::Result<LitStr> {
    let text = path.value();
    let drive = text.as_bytes().get(1..3) == Some(b":\\");
    if !text.starts_with('/') && !drive {
        return Err(error(
            path.span(),
            "a sandbox root must be an absolute path",
            "write it from `/` on, as in \"/data/safe\", or set it at start-up: \
             `sandboxed_path(root = DOCS)`",
        ));
    }
    if text.contains(char::is_control) {
        let text = "a sandbox root holds no control characters";
        return Err(error(path.span(), text, "write the folder's name alone"));
    }
    let mut parts = text.split(|c| c == '/' || (drive && c == '\\'));
    if let Some(dots) = parts.find(|part| matches!(*part, "." | "..")) {
        let text = format_args!("`{dots}` hides which folder this sandbox root is");
        let help = "write the path that it comes to, as in \"/data/safe\"";
        return Err(error(path.span(), text, help));
    }
    Ok(path)
}

/// What `std::env::var` can look up.
fn variable_name(name: LitStr) -> syn::Result<LitStr> {
    let text = name.value();
    if text.is_empty() || text.contains(|c: char| c == '=' || c.is_control()) {
        let text = "no environment variable has this name";
        let help = "write a name as in `env = \"DOCS_ROOT\"`";
        return Err(error(name.span(), text, help));
    }
    Ok(name)
}
