//! The annotations of one value against its type.

use syn::{Ident, Path, Type, parse_quote_spanned, spanned::Spanned};

use super::{family::Family, place::Place, sql_param};
use crate::{
    errors::Errors,
    kind::{self, Kind},
    model::{Shape, Value},
    syntax::{Annotation, Count, Rule},
};

/// The payload of the first annotation of this kind.
macro_rules! find {
    ($context:expr, $rule:ident) => {
        $context.annotations.iter().find_map(|one| match &one.rule {
            $crate::syntax::Rule::$rule(payload) => Some(payload),
            _ => None,
        })
    };
}

/// Whether there is an annotation of this kind, which takes no value.
macro_rules! flag {
    ($context:expr, $rule:ident) => {
        $context
            .annotations
            .iter()
            .any(|one| matches!(one.rule, $crate::syntax::Rule::$rule))
    };
}
pub(super) use {find, flag};

/// The rule of a value, or `None` with the mistakes recorded.
pub(super) fn value(
    ty: &Type,
    annotations: &[Annotation],
    place: &Place<'_>,
    errors: &Errors,
) -> Option<Value> {
    let kind = Kind::of(ty);
    if let Kind::Optional(inner) = kind {
        let inner = value(inner, annotations, place, errors)?;
        return Some(Value {
            ty: ty.clone(),
            shape: Shape::Optional(Box::new(inner)),
            checks: Vec::new(),
        });
    }
    if let Kind::SqlParam(bound) = kind {
        return sql_param::value(ty, bound, annotations, place, errors);
    }
    if let Kind::Refused(help) = kind {
        let shown = kind::display(ty);
        let text = format!("{place} is a `{shown}`, which cannot hold an argument");
        errors.at(ty, text, help);
        return None;
    }
    let family = Family::of(&kind, annotations);
    let fitting = fitting(ty, family, annotations, place, errors);
    let context = Context {
        ty,
        kind: &kind,
        place,
        // A mistake among the annotations may well be the bound that is missed.
        excused: fitting.len() < annotations.len() || flag!(fitting, Faulty),
        unbounded: fitting.unbounded().cloned(),
        annotations: fitting.annotations,
        errors,
    };
    let shape = match family {
        Family::Text => context.text().map(Shape::Text),
        Family::Integer => Some(context.integer()),
        Family::Float => Some(context.float()),
        Family::Bool => Some(Shape::Bool),
        Family::List => context.list(),
        Family::Map => context.map(),
        Family::Json => context.json(),
        Family::CommandArg => context.command_arg(),
        Family::PublicUrl => context.public_url(),
        Family::SandboxedPath => context.path(),
        Family::SqlIdent => context.sql_ident(),
        Family::Own => context.own(),
    };
    Some(Value {
        ty: ty.clone(),
        shape: shape?,
        checks: context.checks(),
    })
}

/// The annotations that apply to a value of this family, each once.
struct Fitting {
    annotations: Vec<Annotation>,
}

impl Fitting {
    fn len(&self) -> usize {
        self.annotations.len()
    }

    fn unbounded(&self) -> Option<&Ident> {
        let found = self.annotations.iter();
        let mut found = found.filter(|one| matches!(one.rule, Rule::Unbounded));
        found.next().map(|one| &one.name)
    }
}

fn fitting(
    ty: &Type,
    family: Family,
    annotations: &[Annotation],
    place: &Place<'_>,
    errors: &Errors,
) -> Fitting {
    let fits = |annotation: &&Annotation| {
        if family.takes(&annotation.rule) {
            return true;
        }
        let name = &annotation.name;
        let text = format!(
            "`{name}` does not apply to {}: {place} is a `{}`",
            family.noun(),
            kind::display(ty)
        );
        let inner = match Kind::of(ty) {
            Kind::List(item) => Family::of(&Kind::of(item), &[]).takes(&annotation.rule),
            Kind::Map(_, value) => Family::of(&Kind::of(value), &[]).takes(&annotation.rule),
            _ => false,
        };
        let help = match annotation.rule {
            Rule::SandboxedPath(_) => {
                "make it a `SandboxedPath`, which opens only beneath its root".to_owned()
            }
            Rule::PublicUrl(_) => {
                "make it a `PublicUrl`, which is fetched from public addresses alone".to_owned()
            }
            Rule::AllowDash => {
                "make it a `CommandArg`, which refuses a leading `-` unless told otherwise"
                    .to_owned()
            }
            Rule::Unbounded if family == Family::CommandArg => {
                let bound = place.annotation("max_len(200)");
                format!("bound it with `{bound}`: no system takes arguments of any length")
            }
            Rule::Unbounded => "remove it: the type is a bound".to_owned(),
            Rule::MaxItems(_) | Rule::MinItems(_) if family == Family::Text => {
                "the length of a text is bounded with `min_len` and `max_len`".to_owned()
            }
            _ if inner => {
                let each = place.annotation(&format!("each({})", kind::tokens(&annotation.meta)));
                format!("to say it of what is inside, write `{each}`")
            }
            _ => format!("what applies is {}", family.annotations()),
        };
        errors.at(name, text, help);
        false
    };
    Fitting {
        annotations: annotations.iter().filter(fits).cloned().collect(),
    }
}

/// A value with the annotations that apply to it.
pub(super) struct Context<'a> {
    pub(super) ty: &'a Type,
    pub(super) kind: &'a Kind<'a>,
    pub(super) place: &'a Place<'a>,
    pub(super) annotations: Vec<Annotation>,
    pub(super) unbounded: Option<Ident>,
    /// A missing bound is not worth an error of its own.
    pub(super) excused: bool,
    pub(super) errors: &'a Errors,
}

impl Context<'_> {
    fn checks(&self) -> Vec<Path> {
        let checks = self.annotations.iter().filter_map(|one| match &one.rule {
            Rule::Check(path) => Some(path.clone()),
            _ => None,
        });
        checks.collect()
    }

    fn json(&self) -> Option<Shape> {
        let max_bytes = find!(self, MaxJsonBytes);
        self.bounded(
            max_bytes,
            "max_json_bytes",
            "can hold JSON of any size",
            || {
                let bound = self.place.annotation("max_json_bytes(10_000)");
                format!(
                    "bound it with `{bound}`, write `{}` if it is a type of your own with \
                     #[safe_tool], or `{}` if it must be",
                    self.place.annotation("nested"),
                    self.place.annotation("unbounded")
                )
            },
        )?;
        Some(Shape::Json {
            max_bytes: max_bytes.cloned(),
            allow_control_chars: flag!(self, AllowControlChars),
            allow_format_chars: flag!(self, AllowFormatChars),
            allow_redaction_marker: flag!(self, AllowRedactionMarker),
        })
    }

    fn own(&self) -> Option<Shape> {
        if let (true, Some(word)) = (flag!(self, Nested), &self.unbounded) {
            self.errors.at(
                word,
                "`nested` and `unbounded` contradict each other",
                "keep `nested` for a type with #[safe_tool], `unbounded` for one of another crate",
            );
            return None;
        }
        let allow_redaction_marker = flag!(self, AllowRedactionMarker);
        if self.unbounded.is_some() {
            return Some(Shape::Foreign {
                allow_redaction_marker,
            });
        }
        if let Some(annotation) = self
            .annotations
            .iter()
            .find(|one| matches!(one.rule, Rule::AllowRedactionMarker))
        {
            self.errors.at(
                &annotation.name,
                format_args!(
                    "`allow_redaction_marker` is about text, and {} is a type with rules of its own",
                    self.place
                ),
                "write it on the fields of that type",
            );
        }
        Some(Shape::Nested)
    }

    /// Refuses a value without its upper bound, one that is bounded and unbounded, and a
    /// bound that only an empty value keeps.
    pub(super) fn bounded(
        &self,
        bound: Option<&Count>,
        name: &str,
        can: &str,
        help: impl Fn() -> String,
    ) -> Option<()> {
        match (bound, &self.unbounded) {
            (Some(_), Some(word)) => {
                self.errors.at(
                    word,
                    format_args!("`{name}` and `unbounded` contradict each other"),
                    "keep one of the two",
                );
                None
            }
            (Some(bound), None) if bound.value == 0 => {
                self.errors.at(
                    bound,
                    format_args!("`{name}(0)` leaves room for nothing"),
                    "write 1 or more, or leave the field out",
                );
                None
            }
            (None, None) => {
                if !self.excused {
                    let text = format_args!("{} {can}", self.place);
                    self.errors.at(self.ty, text, help());
                }
                None
            }
            _ => Some(()),
        }
    }

    /// Refuses a lower bound above the upper.
    pub(super) fn ordered(&self, min: Option<&Count>, max: Option<&Count>, what: &str) {
        if let (Some(min), Some(max)) = (min, max)
            && min.value > max.value
        {
            self.errors.at(
                min,
                format_args!("`min_{what}` is above `max_{what}`, so no value would do"),
                format_args!("write {} or less, or raise `max_{what}`", max.value),
            );
        }
    }

    /// The type of what is inside a collection, by the runtime's trait if the type's
    /// own name does not tell.
    pub(super) fn associated(&self, of: &str, name: &str) -> Type {
        let ty = self.ty;
        let span = ty.span();
        let (of, name) = (Ident::new(of, span), Ident::new(name, span));
        parse_quote_spanned!(span=> <#ty as __p::#of>::#name)
    }
}
