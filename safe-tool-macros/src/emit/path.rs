//! The rule of a path: its root and its options in statics.

use proc_macro2::{Ident, Span, TokenStream};

use super::code::code;
use crate::syntax::{PathOptions, Root, Sandbox};

pub(super) fn rule(sandbox: &Sandbox) -> TokenStream {
    let root = match &sandbox.root {
        Root::Static(path) => code!(&#path),
        Root::Fixed(path) => own(&code!(__p::SandboxRoot::at(#path))),
        Root::Env { variable, default } => {
            own(&code!(__p::SandboxRoot::from_env(#variable, #default)))
        }
    };
    let write = sandbox.write.is_some().then(|| code!(.write()));
    let rules = rules(&sandbox.options);
    code!(__p::sandboxed_path(#root) #write #rules)
}

/// A root of this field alone.
fn own(root: &TokenStream) -> TokenStream {
    code! {
        {
            static ROOT: __p::SandboxRoot = #root;
            &ROOT
        }
    }
}

fn rules(options: &PathOptions) -> Option<TokenStream> {
    let extensions = (!options.extensions.is_empty()).then(|| {
        let extensions = &options.extensions;
        code!(.extensions(&[#(#extensions),*]))
    });
    let max_depth = options.max_depth.as_ref().map(|max| {
        let max = max.value;
        code!(.max_depth(#max))
    });
    let max_bytes = options.max_bytes.as_ref().map(|max| {
        // A `Count` is at most 2^53.
        let max = max.value as u64;
        code!(.max_bytes(#max))
    });
    // Each is a method of the same name, which is not the user's to resolve.
    let flags = options.flags.iter().map(|flag| {
        let method = Ident::new(&flag.to_string(), Span::mixed_site());
        code!(.#method())
    });
    let calls = code!(#extensions #max_depth #max_bytes #(#flags)*);
    (!calls.is_empty()).then(|| {
        code! {
            .rules({
                static RULES: __p::PathRules = __p::PathRules::new() #calls;
                &RULES
            })
        }
    })
}
