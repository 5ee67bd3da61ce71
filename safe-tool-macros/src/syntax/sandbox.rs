//! `sandboxed_path(…)`: where the sandbox is, and what may be done there.

use syn::{
    Ident, LitStr, Token, parenthesized,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    token::Paren,
};

use super::{
    Count, Root,
    root::{folder, variable_name},
};
use crate::{errors::error, suggest};

/// One `sandboxed_path(…)`.
#[derive(Clone)]
pub(crate) struct Sandbox {
    pub(crate) root: Root,
    /// The word that says so.
    pub(crate) write: Option<Ident>,
    pub(crate) options: PathOptions,
}

/// What is asked of a path beyond being beneath its root.
#[derive(Clone, Default)]
pub(crate) struct PathOptions {
    /// Of [`FLAGS`], each once.
    pub(crate) flags: Vec<Ident>,
    /// Without their dots.
    pub(crate) extensions: Vec<LitStr>,
    pub(crate) max_depth: Option<Count>,
    pub(crate) max_bytes: Option<Count>,
}

const HELP: &str = "write `sandboxed_path(\"/data/safe\")`, \
                    `sandboxed_path(env = \"DOCS_ROOT\", default = \"/data/safe\")` or \
                    `sandboxed_path(root = DOCS)` with a `static DOCS: SandboxRoot`";

/// Methods of the runtime's `PathRules` without arguments.
const FLAGS: &[&str] = &[
    "must_exist",
    "no_hard_links",
    "no_hidden",
    "no_symlinks",
    "special_files",
];

/// Everything that may stand in the parentheses, for suggestions.
const WORDS: &[&str] = &[
    "default",
    "env",
    "extensions",
    "max_bytes",
    "max_depth",
    "must_exist",
    "no_hard_links",
    "no_hidden",
    "no_symlinks",
    "root",
    "special_files",
    "write",
];

/// What has been read so far.
#[derive(Default)]
struct Parts {
    seen: Vec<Ident>,
    fixed: Option<LitStr>,
    variable: Option<LitStr>,
    default: Option<LitStr>,
    root: Option<syn::Path>,
    write: Option<Ident>,
    options: PathOptions,
}

impl Parse for Sandbox {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let start = input.span();
        let mut parts = Parts::default();
        if input.peek(LitStr) {
            parts.fixed = Some(folder(input.parse()?)?);
            comma(input)?;
        }
        while !input.is_empty() {
            parts.read(input)?;
            comma(input)?;
        }
        let root = match (parts.fixed, parts.root, parts.variable, parts.default) {
            (Some(path), None, None, None) => Root::Fixed(path),
            (None, Some(root), None, None) => Root::Static(root),
            (None, None, Some(variable), Some(default)) => Root::Env { variable, default },
            (None, None, Some(variable), None) => {
                let text = "this sandbox has no root where the variable is not set";
                return Err(error(variable.span(), text, HELP));
            }
            _ => {
                let text = "this does not say where the sandbox is";
                return Err(error(start, text, HELP));
            }
        };
        Ok(Self {
            root,
            write: parts.write,
            options: parts.options,
        })
    }
}

fn comma(input: ParseStream<'_>) -> syn::Result<()> {
    if !input.is_empty() {
        input.parse::<Token![,]>()?;
    }
    Ok(())
}

impl Parts {
    fn read(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        if input.peek(LitStr) {
            let text = "the folder comes first, and there is one";
            return Err(error(input.span(), text, HELP));
        }
        let name: Ident = input.parse()?;
        if self.seen.contains(&name) {
            let text = format_args!("`{name}` is given twice");
            return Err(error(name.span(), text, "keep one of the two"));
        }
        let word = name.to_string();
        match word.as_str() {
            "env" | "default" | "root" => self.read_root(&name, input)?,
            "write" => {
                alone(&name, input)?;
                self.write = Some(name.clone());
            }
            "extensions" => self.options.extensions = extensions(&name, input)?,
            "max_depth" => self.options.max_depth = Some(count(&name, "4", input)?),
            "max_bytes" => self.options.max_bytes = Some(count(&name, "1_000_000", input)?),
            flag if FLAGS.contains(&flag) => {
                alone(&name, input)?;
                self.options.flags.push(name.clone());
            }
            _ => {
                let help = match suggest::nearest(&word, WORDS) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => HELP.to_owned(),
                };
                let text = format_args!("there is no sandbox option `{word}`");
                return Err(error(name.span(), text, help));
            }
        }
        self.seen.push(name);
        Ok(())
    }

    fn read_root(&mut self, name: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
        if let Some(path) = &self.fixed {
            let help = format!(
                "if a variable may move it, write `sandboxed_path(env = \"DOCS_ROOT\", default = {:?})`",
                path.value()
            );
            let text = "nothing moves a root that is fixed";
            return Err(error(name.span(), text, help));
        }
        input.parse::<Token![=]>()?;
        if name == "root" {
            self.root = Some(input.parse()?);
        } else if name == "env" {
            self.variable = Some(variable_name(input.parse()?)?);
        } else {
            self.default = Some(folder(input.parse()?)?);
        }
        Ok(())
    }
}

/// Refuses a value behind a word that takes none.
fn alone(name: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(());
    }
    let text = format_args!("`{name}` takes no value");
    let help = format_args!("write `{name}` alone, or leave it out");
    Err(error(name.span(), text, help))
}

fn count(name: &Ident, example: &str, input: ParseStream<'_>) -> syn::Result<Count> {
    if !input.peek(Token![=]) {
        let text = format_args!("`{name}` needs a value");
        let help = format_args!("write it as in `{name} = {example}`");
        return Err(error(name.span(), text, help));
    }
    input.parse::<Token![=]>()?;
    input.parse()
}

fn extensions(name: &Ident, input: ParseStream<'_>) -> syn::Result<Vec<LitStr>> {
    let help = "write them as in `extensions(\"md\", \"txt\")`";
    if !input.peek(Paren) {
        let text = "`extensions` needs a list in parentheses";
        return Err(error(name.span(), text, help));
    }
    let list;
    parenthesized!(list in input);
    let listed: Punctuated<LitStr, Token![,]> = Punctuated::parse_terminated(&list)
        .map_err(|unexpected| error(unexpected.span(), "an extension is a string", help))?;
    if listed.is_empty() {
        let text = "no file would have an extension that is allowed";
        return Err(error(name.span(), text, help));
    }
    Ok(listed.into_iter().collect())
}
