//! The checked model that code is emitted from: every question is answered, nothing in
//! it can be wrong.

use syn::{Expr, Ident, LitStr, Path, Type};

use crate::syntax::{Count, Pattern, Sandbox};

pub(crate) struct Model {
    pub(crate) body: Body,
    pub(crate) policy: Policy,
    /// The cross-field check.
    pub(crate) check: Option<Path>,
}

pub(crate) enum Body {
    /// A struct with named fields.
    Struct(Vec<Field>),
    /// A newtype: JSON sees the one field.
    Transparent(Box<Field>),
    /// A C-like enum: JSON sees a string.
    Choice(Vec<Variant>),
    /// Variants with fields, told apart by a tag.
    Tagged { tag: String, variants: Vec<Variant> },
}

impl Body {
    pub(crate) fn fields_mut(&mut self) -> Box<dyn Iterator<Item = &mut Field> + '_> {
        match self {
            Self::Struct(fields) => Box::new(fields.iter_mut()),
            Self::Transparent(field) => Box::new(std::iter::once(&mut **field)),
            Self::Choice(variants) | Self::Tagged { variants, .. } => Box::new(
                variants
                    .iter_mut()
                    .filter_map(|one| one.fields.as_mut())
                    .flatten(),
            ),
        }
    }
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) wire: String,
    pub(crate) doc: String,
    /// `None` for a unit variant.
    pub(crate) fields: Option<Vec<Field>>,
}

pub(crate) struct Field {
    /// `None` in a tuple struct.
    pub(crate) ident: Option<Ident>,
    /// The name in JSON.
    pub(crate) wire: String,
    pub(crate) doc: String,
    pub(crate) value: Value,
    pub(crate) presence: Presence,
    pub(crate) redact: bool,
    /// Text that holds the JSON of the value will do.
    pub(crate) lenient: bool,
}

/// What a missing field means.
pub(crate) enum Presence {
    Required,
    /// It is `None`.
    Optional,
    /// It is `Default::default()`.
    TypeDefault,
    /// It is this expression, or this literal, which the schema can say too.
    Default {
        expr: Box<Expr>,
        literal: Option<Literal>,
    },
}

/// What a default's literal stands for.
pub(crate) enum Literal {
    /// To be made a string of the field's type.
    Text,
    Bool,
    Integer(i128),
    Float(f64),
}

/// The rule of one value.
pub(crate) struct Value {
    pub(crate) ty: Type,
    pub(crate) shape: Shape,
    pub(crate) checks: Vec<Path>,
}

impl Value {
    /// What is bound by a parameter; anything else as it is.
    pub(crate) fn bound(&self) -> &Self {
        match &self.shape {
            Shape::SqlParam(value) => value.bound(),
            _ => self,
        }
    }
}

pub(crate) enum Shape {
    Text(Text),
    Integer {
        min: Option<i128>,
        max: Option<i128>,
        multiple_of: Option<i128>,
    },
    Float {
        min: Option<f64>,
        max: Option<f64>,
    },
    Bool,
    List {
        items: Items,
        each: Box<Value>,
    },
    Map {
        items: Items,
        keys: Box<Value>,
        each: Box<Value>,
    },
    Optional(Box<Value>),
    Json {
        max_bytes: Option<Count>,
        allow_control_chars: bool,
        allow_format_chars: bool,
        allow_redaction_marker: bool,
    },
    CommandArg {
        text: Text,
        allow_dash: bool,
    },
    PublicUrl(PublicUrl),
    SandboxedPath(Sandbox),
    /// A value to bind in a statement, by the rule of that value.
    SqlParam(Box<Value>),
    SqlIdent {
        one_of: Vec<LitStr>,
    },
    /// A type that carries its own rule.
    Nested,
    /// A type of another crate, by its own `Deserialize`.
    Foreign {
        allow_redaction_marker: bool,
    },
}

/// What a URL may be.
pub(crate) struct PublicUrl {
    /// Empty: the runtime's own.
    pub(crate) schemes: Vec<LitStr>,
    /// `None`: any.
    pub(crate) hosts: Option<Vec<LitStr>>,
    /// Empty: the scheme's own.
    pub(crate) ports: Vec<u16>,
}

#[derive(Default)]
pub(crate) struct Text {
    pub(crate) min_len: Option<Count>,
    pub(crate) max_len: Option<Count>,
    pub(crate) pattern: Option<Pattern>,
    pub(crate) one_of: Vec<LitStr>,
    pub(crate) trim: bool,
    pub(crate) multiline: bool,
    pub(crate) allow_control_chars: bool,
    pub(crate) allow_format_chars: bool,
    pub(crate) allow_redaction_marker: bool,
}

#[derive(Default)]
pub(crate) struct Items {
    pub(crate) min: Option<Count>,
    pub(crate) max: Option<Count>,
}

/// A call takes as many tokens as this argument says.
pub(crate) struct Cost {
    /// Name in JSON.
    pub(crate) argument: String,
    pub(crate) max: u32,
    /// What it is when the argument is missing.
    pub(crate) default: u32,
}

/// The tool's policy; `None` where the runtime's default serves.
pub(crate) struct Policy {
    pub(crate) rate_limit: Option<(u32, u64, u32)>,
    pub(crate) cost: Option<Cost>,
    pub(crate) output: Output,
    pub(crate) timeout_ms: Option<u64>,
    /// Names in JSON of the redacted arguments.
    pub(crate) redacted: Vec<String>,
}

/// What is done to the tool's results.
#[derive(Default)]
pub(crate) struct Output {
    pub(crate) source: Option<String>,
    pub(crate) max_chars: Option<usize>,
    pub(crate) max_bytes: Option<usize>,
    pub(crate) more: Option<String>,
    /// The word of the annotation, and of the runtime's variant.
    pub(crate) frame: Option<String>,
    pub(crate) injection: Option<String>,
    pub(crate) flag_at: Option<u32>,
    pub(crate) block_at: Option<u32>,
    pub(crate) patterns: Vec<InjectionPattern>,
}

/// A rule of the tool's own.
pub(crate) struct InjectionPattern {
    pub(crate) name: String,
    pub(crate) pattern: String,
    pub(crate) points: u32,
}
