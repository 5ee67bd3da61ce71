//! Which annotations apply to what.

use crate::{
    kind::Kind,
    syntax::{Annotation, Rule},
};

/// What a value is to its annotations.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Text,
    Integer,
    Float,
    Bool,
    List,
    Map,
    Json,
    CommandArg,
    PublicUrl,
    SandboxedPath,
    SqlIdent,
    /// A type with a rule of its own.
    Own,
}

impl Family {
    /// What the type's name says; for a name that says nothing, what the annotations
    /// say. A trait bound of the runtime sees to it that the type agrees.
    pub(super) fn of(kind: &Kind<'_>, annotations: &[Annotation]) -> Self {
        let has = |wanted: fn(&Rule) -> bool| annotations.iter().any(|one| wanted(&one.rule));
        match kind {
            // A struct of the user's own may be called `Value`.
            Kind::Json if has(|rule| matches!(rule, Rule::Nested)) => Self::Own,
            Kind::Text => Self::Text,
            Kind::Integer(_) => Self::Integer,
            Kind::Float(_) => Self::Float,
            Kind::Bool => Self::Bool,
            Kind::List(_) => Self::List,
            Kind::Map(..) => Self::Map,
            Kind::Json => Self::Json,
            Kind::CommandArg => Self::CommandArg,
            Kind::PublicUrl => Self::PublicUrl,
            Kind::SandboxedPath { .. } => Self::SandboxedPath,
            Kind::SqlIdent => Self::SqlIdent,
            Kind::SqlParam(value) => Self::of(&Kind::of(value), annotations),
            Kind::Optional(_) | Kind::Refused(_) | Kind::Other => {
                let told = annotations
                    .iter()
                    .filter_map(|one| Self::told_by(&one.rule));
                // Keys make a map of what could be a list.
                match told.reduce(|first, next| if next == Self::Map { next } else { first }) {
                    Some(family) if !has(|rule| matches!(rule, Rule::Nested)) => family,
                    _ => Self::Own,
                }
            }
        }
    }

    fn told_by(rule: &Rule) -> Option<Self> {
        Some(match rule {
            Rule::MinLen(_)
            | Rule::MaxLen(_)
            | Rule::Pattern(_)
            | Rule::OneOf(_)
            | Rule::Trim
            | Rule::Multiline
            | Rule::AllowControlChars
            | Rule::AllowFormatChars => Self::Text,
            Rule::AllowDash => Self::CommandArg,
            Rule::Range(range) if range.is_float() => Self::Float,
            Rule::Range(_) | Rule::MultipleOf(_) => Self::Integer,
            Rule::Keys(_) => Self::Map,
            Rule::MinItems(_) | Rule::MaxItems(_) | Rule::Each(_) => Self::List,
            _ => return None,
        })
    }

    pub(super) fn takes(self, rule: &Rule) -> bool {
        match rule {
            Rule::Check(_) | Rule::Default(_) | Rule::Redact | Rule::Faulty => true,
            Rule::MinLen(_) | Rule::MaxLen(_) | Rule::Pattern(_) => {
                matches!(self, Self::Text | Self::CommandArg)
            }
            Rule::OneOf(_) => matches!(self, Self::Text | Self::CommandArg | Self::SqlIdent),
            Rule::Trim | Rule::Multiline => self == Self::Text,
            Rule::AllowDash => self == Self::CommandArg,
            Rule::AllowControlChars | Rule::AllowFormatChars => {
                matches!(self, Self::Text | Self::Json)
            }
            Rule::AllowRedactionMarker => matches!(self, Self::Text | Self::Json | Self::Own),
            Rule::Range(_) => matches!(self, Self::Integer | Self::Float),
            Rule::MultipleOf(_) => self == Self::Integer,
            Rule::MinItems(_) | Rule::MaxItems(_) | Rule::Each(_) => {
                matches!(self, Self::List | Self::Map)
            }
            Rule::Keys(_) => self == Self::Map,
            Rule::MaxJsonBytes(_) => self == Self::Json,
            Rule::PublicUrl(_) => self == Self::PublicUrl,
            Rule::SandboxedPath(_) => self == Self::SandboxedPath,
            Rule::Nested => self == Self::Own,
            // A text is a text already, and free-form JSON may hold one.
            Rule::Lenient => !matches!(
                self,
                Self::Text
                    | Self::Json
                    | Self::CommandArg
                    | Self::PublicUrl
                    | Self::SandboxedPath
                    | Self::SqlIdent
            ),
            Rule::Unbounded => matches!(
                self,
                Self::Text | Self::List | Self::Map | Self::Json | Self::Own
            ),
        }
    }

    /// With its article, for messages.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Text => "a string",
            Self::Integer => "an integer",
            Self::Float => "a float",
            Self::Bool => "a bool",
            Self::List => "a list",
            Self::Map => "a map",
            Self::Json => "free-form JSON",
            Self::CommandArg => "an argument of a program",
            Self::PublicUrl => "a public URL",
            Self::SandboxedPath => "a sandboxed path",
            Self::SqlIdent => "an SQL identifier",
            Self::Own => "a type with rules of its own",
        }
    }

    /// The annotations that apply, for messages.
    pub(super) fn annotations(self) -> &'static str {
        match self {
            Self::Text => {
                "max_len, min_len, pattern, one_of, trim, multiline, allow_control_chars, \
                 allow_format_chars, allow_redaction_marker, check, default, redact, unbounded"
            }
            Self::Integer => "range, multiple_of, lenient, check, default, redact",
            Self::Float => "range, lenient, check, default, redact",
            Self::Bool => "lenient, check, default, redact",
            Self::List => "max_items, min_items, each, lenient, check, default, redact, unbounded",
            Self::Map => {
                "max_items, min_items, keys, each, lenient, check, default, redact, unbounded"
            }
            Self::Json => {
                "max_json_bytes, allow_control_chars, allow_format_chars, allow_redaction_marker, \
                 nested, check, default, redact, unbounded"
            }
            Self::CommandArg => "max_len, min_len, pattern, one_of, allow_dash, check, redact",
            Self::PublicUrl => "public_url, check, redact",
            Self::SandboxedPath => "sandboxed_path, check, redact",
            Self::SqlIdent => "one_of, check, default, redact",
            Self::Own => {
                "nested, lenient, allow_redaction_marker, check, default, redact, unbounded"
            }
        }
    }
}
