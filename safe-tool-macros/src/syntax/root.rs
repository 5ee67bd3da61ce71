//! Where a path's sandbox is.

use syn::LitStr;

use crate::errors::error;

#[derive(Clone)]
pub(crate) enum Root {
    Fixed(LitStr),
    Env { variable: LitStr, default: LitStr },
    Static(syn::Path),
}

/// A sandbox root must mean the same folder wherever the server is started, and be the
/// one that is read here.
pub(super) fn folder(path: LitStr) -> syn::Result<LitStr> {
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
pub(super) fn variable_name(name: LitStr) -> syn::Result<LitStr> {
    let text = name.value();
    if text.is_empty() || text.contains(|c: char| c == '=' || c.is_control()) {
        let text = "no environment variable has this name";
        let help = "write a name as in `env = \"DOCS_ROOT\"`";
        return Err(error(name.span(), text, help));
    }
    Ok(name)
}
