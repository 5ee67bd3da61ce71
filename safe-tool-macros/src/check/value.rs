//! The annotations of one value against its type.

use quote::ToTokens;
use syn::{Path, Type, parse_quote};

use super::refuse_repetition;
use crate::{
    errors::Errors,
    kind::{self, Kind, Limits},
    model::{Items, Shape, Text, Value},
    syntax::{Annotation, Count, Range, Rule},
};

/// The rule of a value, or `None` with the mistakes recorded. `name` is how messages
/// call it.
pub(super) fn value(
    ty: &Type,
    annotations: Vec<Annotation>,
    name: &str,
    errors: &Errors,
) -> Option<Value> {
    refuse_repetition(&annotations, errors);
    let kind = Kind::of(ty);
    if let Kind::Optional(inner) = kind {
        let inner = value(inner, annotations, name, errors)?;
        return Some(Value {
            ty: ty.clone(),
            shape: Shape::Optional(Box::new(inner)),
            checks: Vec::new(),
        });
    }
    if let Kind::Refused(help) = kind {
        let text = format!(
            "{name} is a `{}`, which cannot hold an argument",
            kind::display(ty)
        );
        errors.at(ty, text, help);
        return None;
    }
    let mut taken = Annotations {
        left: annotations,
        errors,
    };
    let checks = taken.checks();
    let unbounded = taken.take(|rule| matches!(rule, Rule::Unbounded).then_some(()));
    let context = Context {
        ty,
        name,
        unbounded: unbounded.is_some(),
        errors,
    };
    let shape = context.shape(&kind, &mut taken);
    for annotation in &taken.left {
        let help = match annotation.rule {
            Rule::SandboxedPath(_) => "write the type as `SandboxedPath`".to_owned(),
            _ => format!("what applies is {}", kind.annotations()),
        };
        errors.at(
            &annotation.name,
            format_args!(
                "`{}` does not apply to {}: {name} is a `{}`",
                annotation.name,
                kind.noun(),
                kind::display(ty)
            ),
            help,
        );
    }
    Some(Value {
        ty: ty.clone(),
        shape: shape?,
        checks,
    })
}

/// The annotations of a value that no rule has taken yet.
struct Annotations<'e> {
    left: Vec<Annotation>,
    errors: &'e Errors,
}

impl Annotations<'_> {
    fn take<T>(&mut self, pick: impl Fn(&Rule) -> Option<T>) -> Option<T> {
        let index = self.left.iter().position(|one| pick(&one.rule).is_some())?;
        pick(&self.left.remove(index).rule)
    }

    fn flag(&mut self, wanted: fn(&Rule) -> bool) -> bool {
        self.take(|rule| wanted(rule).then_some(())).is_some()
    }

    fn checks(&mut self) -> Vec<Path> {
        let pick = |rule: &Rule| match rule {
            Rule::Check(path) => Some(path.clone()),
            _ => None,
        };
        std::iter::from_fn(|| self.take(pick)).collect()
    }

    fn has(&self, wanted: fn(&Rule) -> bool) -> bool {
        self.left.iter().any(|one| wanted(&one.rule))
    }
}

/// What is known of the value besides its annotations.
struct Context<'a> {
    ty: &'a Type,
    name: &'a str,
    unbounded: bool,
    errors: &'a Errors,
}

impl Context<'_> {
    fn shape(&self, kind: &Kind<'_>, taken: &mut Annotations<'_>) -> Option<Shape> {
        let unbounded_ok = matches!(
            kind,
            Kind::Text | Kind::List(_) | Kind::Map(..) | Kind::Json | Kind::Other
        );
        if self.unbounded && !unbounded_ok {
            self.errors.at(
                self.ty,
                format_args!(
                    "{} is {}, which is bounded by its type",
                    self.name,
                    kind.noun()
                ),
                "remove `#[unbounded]`",
            );
        }
        match kind {
            Kind::Text => self.text(taken).map(Shape::Text),
            Kind::Integer(limits) => self.integer(Some(*limits), taken),
            Kind::Float(max) => self.float(*max, taken),
            Kind::Bool => Some(Shape::Bool),
            Kind::List(item) => self.list((*item).clone(), taken),
            Kind::Map(key, each) => self.map((*key).clone(), (*each).clone(), taken),
            Kind::Json => self.json(taken),
            Kind::SandboxedPath => self.path(taken),
            Kind::Optional(_) | Kind::Refused(_) => None,
            Kind::Other => self.other(taken),
        }
    }

    /// A type that its name does not explain: the annotations say what it should be,
    /// and a trait bound of the runtime says whether it is.
    fn other(&self, taken: &mut Annotations<'_>) -> Option<Shape> {
        let ty = self.ty;
        if taken.has(|rule| matches!(rule, Rule::Keys(_))) {
            let key = parse_quote!(<#ty as __p::Map>::Key);
            let each = parse_quote!(<#ty as __p::Map>::Value);
            return self.map(key, each, taken);
        }
        if taken.has(|rule| matches!(rule, Rule::MaxItems(_) | Rule::MinItems(_) | Rule::Each(_))) {
            return self.list(parse_quote!(<#ty as __p::List>::Item), taken);
        }
        if taken.has(|rule| matches!(rule, Rule::Range(range) if range.is_float())) {
            return self.float(None, taken);
        }
        if taken.has(|rule| matches!(rule, Rule::Range(_) | Rule::MultipleOf(_))) {
            return self.integer(None, taken);
        }
        let text = |rule: &Rule| {
            matches!(
                rule,
                Rule::MinLen(_)
                    | Rule::MaxLen(_)
                    | Rule::Pattern(_)
                    | Rule::OneOf(_)
                    | Rule::Trim
                    | Rule::Multiline
                    | Rule::AllowControlChars
                    | Rule::AllowFormatChars
            )
        };
        if taken.has(text) {
            return self.text(taken).map(Shape::Text);
        }
        let nested = taken.flag(|rule| matches!(rule, Rule::Nested));
        match (nested, self.unbounded) {
            (true, true) => {
                self.errors.at(
                    ty,
                    "`nested` and `unbounded` contradict each other",
                    "`nested` is for types with `#[safe_tool]`, `unbounded` for those of other crates",
                );
                None
            }
            (_, true) => Some(Shape::Foreign),
            (_, false) => Some(Shape::Nested),
        }
    }

    fn text(&self, taken: &mut Annotations<'_>) -> Option<Text> {
        let text = Text {
            min_len: taken.take(|rule| match rule {
                Rule::MinLen(count) => Some(count.clone()),
                _ => None,
            }),
            max_len: taken.take(|rule| match rule {
                Rule::MaxLen(count) => Some(count.clone()),
                _ => None,
            }),
            pattern: taken.take(|rule| match rule {
                Rule::Pattern(pattern) => Some(pattern.clone()),
                _ => None,
            }),
            one_of: taken
                .take(|rule| match rule {
                    Rule::OneOf(choices) => Some(choices.clone()),
                    _ => None,
                })
                .unwrap_or_default(),
            trim: taken.flag(|rule| matches!(rule, Rule::Trim)),
            multiline: taken.flag(|rule| matches!(rule, Rule::Multiline)),
            allow_control_chars: taken.flag(|rule| matches!(rule, Rule::AllowControlChars)),
            allow_format_chars: taken.flag(|rule| matches!(rule, Rule::AllowFormatChars)),
        };
        self.ordered(text.min_len.as_ref(), text.max_len.as_ref(), "len");
        self.choices(&text);
        match (&text.max_len, self.unbounded) {
            (Some(max), true) => self.contradiction(max, "max_len"),
            (None, false) if text.one_of.is_empty() => {
                self.errors.at(
                    self.ty,
                    format_args!("{} can be of any length", self.name),
                    "bound it with `#[max_len(200)]` (or `each(max_len(200))` for the items of \
                     a list), list its values with `#[one_of(\"a\", \"b\")]`, or write \
                     `#[unbounded]` if it must be",
                );
                return None;
            }
            _ => {}
        }
        Some(text)
    }

    fn choices(&self, text: &Text) {
        for (index, choice) in text.one_of.iter().enumerate() {
            let value = choice.value();
            if text
                .one_of
                .iter()
                .take(index)
                .any(|earlier| earlier.value() == value)
            {
                self.errors.at(
                    choice,
                    "this value is listed twice",
                    "remove one of the two",
                );
            }
            if let Some(problem) = super::default::text_problem(&value, text) {
                self.errors.at(
                    choice,
                    format_args!("this value {problem}"),
                    "change the value or the bound",
                );
            }
        }
    }

    fn integer(&self, limits: Option<Limits>, taken: &mut Annotations<'_>) -> Option<Shape> {
        let range = taken.take(|rule| match rule {
            Rule::Range(range) => Some(range.clone()),
            _ => None,
        });
        let multiple_of = taken.take(|rule| match rule {
            Rule::MultipleOf(number) => Some(number.clone()),
            _ => None,
        });
        let bound = |number: &crate::syntax::Number| {
            let value = number.integer();
            let inside = match (value, limits) {
                (Some(value), Some(limits)) => (limits.min..=limits.max).contains(&value),
                (value, _) => value.is_some(),
            };
            if !inside {
                let ty = kind::display(self.ty);
                let help = match limits {
                    Some(limits) => {
                        format!("a `{ty}` lies between {} and {}", limits.min, limits.max)
                    }
                    None => "write an integer".to_owned(),
                };
                self.errors
                    .at(number, format_args!("no `{ty}` has this value"), help);
            }
            value
        };
        let min = range
            .as_ref()
            .and_then(|range| range.min.as_ref())
            .and_then(bound);
        let max = range
            .as_ref()
            .and_then(|range| range.max.as_ref())
            .and_then(bound);
        if let (Some(range), Some(min), Some(max)) = (&range, min, max)
            && min > max
        {
            self.empty_range(range, &min, &max);
        }
        let multiple_of = match &multiple_of {
            Some(number) => match bound(number) {
                Some(divisor) if divisor > 0 => Some(divisor),
                Some(_) => {
                    let help = "write 1 or more";
                    self.errors
                        .at(number, "nothing is a multiple of zero or less", help);
                    None
                }
                None => None,
            },
            None => None,
        };
        Some(Shape::Integer {
            min,
            max,
            multiple_of,
        })
    }

    fn float(&self, type_max: Option<f64>, taken: &mut Annotations<'_>) -> Option<Shape> {
        let range = taken.take(|rule| match rule {
            Rule::Range(range) => Some(range.clone()),
            _ => None,
        });
        let Some(range) = range else {
            return Some(Shape::Float {
                min: None,
                max: None,
            });
        };
        for number in [&range.min, &range.max].into_iter().flatten() {
            let value = number.float().unwrap_or(f64::INFINITY);
            if !value.is_finite() || type_max.is_some_and(|max| value.abs() > max) {
                let ty = kind::display(self.ty);
                let text = format!("no `{ty}` has this value");
                self.errors
                    .at(number, text, "write a finite number of the type");
            }
        }
        let value = |number: &Option<crate::syntax::Number>| number.as_ref()?.float();
        if let (Some(min), Some(max)) = (value(&range.min), value(&range.max))
            && min > max
        {
            self.empty_range(&range, &min, &max);
        }
        Some(Shape::Float {
            min: range.min,
            max: range.max,
        })
    }

    fn empty_range(&self, range: &Range, min: &dyn std::fmt::Display, max: &dyn std::fmt::Display) {
        self.errors.at(
            range,
            format_args!("no value lies between {min} and {max}"),
            format_args!("swap the bounds: `range({max}, {min})`"),
        );
    }

    fn items(&self, taken: &mut Annotations<'_>, what: &str) -> Items {
        let items = Items {
            min: taken.take(|rule| match rule {
                Rule::MinItems(count) => Some(count.clone()),
                _ => None,
            }),
            max: taken.take(|rule| match rule {
                Rule::MaxItems(count) => Some(count.clone()),
                _ => None,
            }),
        };
        self.ordered(items.min.as_ref(), items.max.as_ref(), "items");
        match (&items.max, self.unbounded) {
            (Some(max), true) => self.contradiction(max, "max_items"),
            (None, false) => self.errors.at(
                self.ty,
                format_args!("{} can hold any number of {what}", self.name),
                "bound it with `#[max_items(10)]`, or write `#[unbounded]` if it must be",
            ),
            _ => {}
        }
        items
    }

    /// The rule of what is inside a collection. `#[unbounded]` on the collection alone
    /// covers it too.
    fn inside(&self, ty: Type, listed: Option<Vec<Annotation>>, what: &str) -> Option<Box<Value>> {
        let mut annotations = listed.unwrap_or_default();
        let bare = annotations.is_empty();
        let has_bounds = matches!(
            Kind::of(&ty),
            Kind::Text | Kind::List(_) | Kind::Map(..) | Kind::Json
        );
        if self.unbounded && bare && has_bounds {
            annotations.push(Annotation {
                name: syn::Ident::new("unbounded", proc_macro2::Span::call_site()),
                rule: Rule::Unbounded,
            });
        }
        let name = format!("{what} of {}", self.name);
        for annotation in &annotations {
            if matches!(annotation.rule, Rule::Default(_) | Rule::Redact) {
                self.errors.at(
                    &annotation.name,
                    format_args!("`{}` is about the whole field", annotation.name),
                    format_args!("write `#[{}]` on the field itself", annotation.name),
                );
                return None;
            }
        }
        value(&ty, annotations, &name, self.errors).map(Box::new)
    }

    fn list(&self, item: Type, taken: &mut Annotations<'_>) -> Option<Shape> {
        let items = self.items(taken, "items");
        let each = taken.take(|rule| match rule {
            Rule::Each(annotations) => Some(annotations.clone()),
            _ => None,
        });
        Some(Shape::List {
            items,
            each: self.inside(item, each, "each item")?,
        })
    }

    fn map(&self, key: Type, each: Type, taken: &mut Annotations<'_>) -> Option<Shape> {
        let items = self.items(taken, "entries");
        let keys = taken.take(|rule| match rule {
            Rule::Keys(annotations) => Some(annotations.clone()),
            _ => None,
        });
        if keys.is_none() && !self.unbounded && matches!(Kind::of(&key), Kind::Text) {
            self.errors.at(
                self.ty,
                format_args!("the keys of {} can be of any length", self.name),
                "bound them with `#[keys(max_len(64))]`",
            );
            return None;
        }
        let values = taken.take(|rule| match rule {
            Rule::Each(annotations) => Some(annotations.clone()),
            _ => None,
        });
        let keys = self.inside(key, keys, "each key");
        let each = self.inside(each, values, "each value");
        Some(Shape::Map {
            items,
            keys: keys?,
            each: each?,
        })
    }

    fn json(&self, taken: &mut Annotations<'_>) -> Option<Shape> {
        let max_bytes = taken.take(|rule| match rule {
            Rule::MaxJsonBytes(count) => Some(count.clone()),
            _ => None,
        });
        match (&max_bytes, self.unbounded) {
            (Some(max), true) => self.contradiction(max, "max_json_bytes"),
            (None, false) => {
                self.errors.at(
                    self.ty,
                    format_args!("{} can hold JSON of any size", self.name),
                    "bound it with `#[max_json_bytes(10_000)]`, or write `#[unbounded]` if it must be",
                );
            }
            _ => {}
        }
        Some(Shape::Json {
            max_bytes,
            allow_control_chars: taken.flag(|rule| matches!(rule, Rule::AllowControlChars)),
            allow_format_chars: taken.flag(|rule| matches!(rule, Rule::AllowFormatChars)),
        })
    }

    fn path(&self, taken: &mut Annotations<'_>) -> Option<Shape> {
        let root = taken.take(|rule| match rule {
            Rule::SandboxedPath(root) => Some(root.clone()),
            _ => None,
        });
        if root.is_none() {
            self.errors.at(
                self.ty,
                format_args!("{} has no sandbox", self.name),
                "say where it may point: `#[sandboxed_path(\"/data/safe\")]`",
            );
        }
        root.map(Shape::SandboxedPath)
    }

    fn ordered(&self, min: Option<&Count>, max: Option<&Count>, what: &str) {
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

    fn contradiction(&self, bound: impl ToTokens, name: &str) {
        self.errors.at(
            bound,
            format_args!("`{name}` and `unbounded` contradict each other"),
            "keep one of the two",
        );
    }
}

impl Range {
    fn is_float(&self) -> bool {
        let float = |number: &Option<crate::syntax::Number>| {
            number.as_ref().is_some_and(crate::syntax::Number::is_float)
        };
        float(&self.min) || float(&self.max)
    }
}
