//! The attributes around the annotations: whose is which, and which are in the way.

use syn::{Attribute, Meta, Token, parse_quote, punctuated::Punctuated};

use super::{
    Reader,
    annotation::{Annotation, NAMES, Rule},
    conditional::{refuse_cfg, refuse_hidden},
};
use crate::{errors::Errors, suggest};

/// What else is derived on the type, as far as it stands below `#[safe_tool]`.
#[derive(Clone, Copy, Default)]
pub(super) struct Neighbours {
    /// serde's names must stay for `Serialize` to read.
    pub(super) serialize: bool,
    /// An enum's own `#[default]` variant.
    pub(super) default: bool,
    /// A derive or attribute whose helper attributes we cannot know.
    pub(super) foreign: bool,
}

impl Reader<'_> {
    /// Takes the annotations off a field. Attributes of others stay, unless they look
    /// like one of ours misspelt.
    pub(super) fn annotations(&self, attrs: &mut Vec<Attribute>) -> Vec<Annotation> {
        let mut taken = Vec::new();
        attrs.retain(|attr| {
            let Some(name) = attr.path().get_ident() else {
                return true;
            };
            let text = name.to_string();
            if NAMES.contains(&text.as_str()) {
                let meta = self.self_type.name_in(&attr.meta);
                taken.push(Annotation::parse(&meta, self.errors));
                return false;
            }
            match text.as_str() {
                "cfg" => {
                    refuse_cfg(attr, self.errors);
                    return true;
                }
                "cfg_attr" => {
                    let refused = refuse_hidden(&attr.meta, self.errors);
                    let keep = refused.is_empty();
                    taken.extend(refused.into_iter().map(Annotation::faulty));
                    return keep;
                }
                name if is_builtin(name) => return true,
                _ => {}
            }
            // Beside another derive only a slip of ours is certain enough to be one.
            let meant = match self.neighbours.foreign {
                true if text.len() < 6 => None,
                true => suggest::misspelt(&text, NAMES),
                false => suggest::nearest(&text, NAMES),
            };
            let Some(meant) = meant else { return true };
            self.errors.at(
                name,
                format_args!("there is no annotation `{text}`"),
                format_args!("did you mean `{meant}`?"),
            );
            taken.push(Annotation::faulty(name.clone()));
            false
        });
        taken
    }
}

/// Attributes of the language, some of which look like ours.
fn is_builtin(name: &str) -> bool {
    matches!(
        name,
        "doc"
            | "allow"
            | "warn"
            | "deny"
            | "forbid"
            | "expect"
            | "deprecated"
            | "serde"
            | "schemars"
    )
}

/// Refuses what stands on the type but belongs on a field.
pub(super) fn refuse_on_type(attrs: &mut Vec<Attribute>, errors: &Errors) {
    attrs.retain(|attr| {
        let Some(name) = attr.path().segments.last().map(|last| &last.ident) else {
            return true;
        };
        if name == "safe_tool" {
            errors.at(name, "#[safe_tool] is given twice", "keep one of the two");
            return false;
        }
        // `default` on a type is a helper of several derives.
        let ours = attr
            .path()
            .get_ident()
            .is_some_and(|name| name != "default" && NAMES.contains(&name.to_string().as_str()));
        if ours {
            errors.at(
                name,
                format_args!("`{name}` goes on a field, not on the type"),
                "move it to the field it is meant for",
            );
        }
        !ours
    });
}

/// Refuses what stands on a variant but belongs on a field.
pub(super) fn refuse_on_variant(
    attrs: &mut Vec<Attribute>,
    neighbours: Neighbours,
    errors: &Errors,
) {
    attrs.retain(|attr| {
        let Some(name) = attr.path().get_ident() else {
            return true;
        };
        let text = name.to_string();
        match text.as_str() {
            "cfg" => refuse_cfg(attr, errors),
            "cfg_attr" => return refuse_hidden(&attr.meta, errors).is_empty(),
            _ => {}
        }
        let rustc_default = text == "default" && neighbours.default;
        if rustc_default || !NAMES.contains(&text.as_str()) {
            return true;
        }
        let help = match text.as_str() {
            "default" => "derive `Default` below #[safe_tool], or move it to a field",
            _ => "move it to the field it is meant for",
        };
        errors.at(
            name,
            format_args!("`{text}` goes on a field, not on a variant"),
            help,
        );
        false
    });
}

/// Looks at the derives, and takes off those that `#[safe_tool]` itself generates: a
/// second impl would bypass the checks.
pub(super) fn neighbours(attrs: &mut Vec<Attribute>, is_enum: bool, errors: &Errors) -> Neighbours {
    let mut found = Neighbours::default();
    attrs.retain_mut(|attr| {
        if !attr.path().is_ident("derive") {
            let name = attr.path().get_ident().map(ToString::to_string);
            found.foreign |= !name.is_some_and(|name| is_builtin(&name) || name == "cfg");
            return true;
        }
        let parsed = attr.parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated);
        let Ok(paths) = parsed else { return true };
        let before = paths.len();
        let kept: Vec<_> = paths
            .into_iter()
            .filter(|path| keep_derive(path, is_enum, &mut found, errors))
            .collect();
        if kept.len() != before {
            attr.meta = parse_quote!(derive(#(#kept),*));
        }
        before == 0 || !kept.is_empty()
    });
    found
}

fn keep_derive(path: &syn::Path, is_enum: bool, found: &mut Neighbours, errors: &Errors) -> bool {
    let name = path.segments.last().map(|last| last.ident.to_string());
    match name.as_deref() {
        Some("Serialize") => found.serialize = true,
        // rustc takes only a unit variant for it, which no rule could refuse.
        Some("Default") if is_enum => found.default = true,
        Some("Default") => {
            errors.at(
                path,
                "a derived `Default` would make values that no rule has checked",
                "remove it, and give the fields their defaults: `#[default(…)]`",
            );
            return false;
        }
        Some("Debug") => {
            errors.at(
                path,
                "a derived `Debug` would show redacted fields",
                "remove it: `#[safe_tool]` generates a `Debug` that does not",
            );
            return false;
        }
        Some(name @ ("Deserialize" | "JsonSchema")) => {
            errors.at(
                path,
                format_args!("a derived `{name}` would know nothing of the annotations"),
                "remove it: `#[safe_tool]` generates the impl, with the checks inside",
            );
            return false;
        }
        Some("Clone" | "Copy" | "PartialEq" | "Eq" | "PartialOrd" | "Ord" | "Hash") => {}
        _ => found.foreign = true,
    }
    true
}

/// The doc comment as one text.
pub(super) fn doc(attrs: &[Attribute]) -> String {
    let lines = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            syn::Expr::Lit(lit) => match &lit.lit {
                syn::Lit::Str(text) => {
                    let text = text.value();
                    Some(text.strip_prefix(' ').unwrap_or(&text).to_owned())
                }
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

impl Annotation {
    /// Stands for an annotation whose mistake is recorded: its field must not be said to
    /// lack a bound as well.
    pub(super) fn faulty(name: syn::Ident) -> Self {
        Self {
            meta: Meta::Path(name.clone().into()),
            name,
            rule: Rule::Faulty,
        }
    }
}
