//! What a field's type looks like. A macro sees tokens, not types: an alias hides what it
//! stands for, so whatever is not recognised is left to the trait bounds of the runtime.

use quote::ToTokens;
use syn::{GenericArgument, PathArguments, PathSegment, Type};

/// A type as far as its name tells.
pub(crate) enum Kind<'a> {
    Text,
    Integer(Limits),
    Float(Option<f64>),
    Bool,
    List(&'a Type),
    Map(&'a Type, &'a Type),
    Optional(&'a Type),
    Json,
    CommandArg,
    PublicUrl,
    /// Whether it can write; `None` where a name hides that.
    SandboxedPath {
        writes: Option<bool>,
    },
    /// A value to bind in a statement, with its type.
    SqlParam(&'a Type),
    SqlIdent,
    /// A type that must not hold an argument, with what to use in its place.
    Refused(&'static str),
    Other,
}

/// The values of an integer type.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) min: i128,
    pub(crate) max: i128,
}

impl<'a> Kind<'a> {
    pub(crate) fn of(ty: &'a Type) -> Self {
        let segment = match ty {
            // `<T as Trait>::Value`: whatever that is, its name says nothing.
            Type::Path(path) if path.qself.is_some() => return Self::Other,
            Type::Path(path) => match path.path.segments.last() {
                Some(segment) => segment,
                None => return Self::Other,
            },
            Type::Group(group) => return Self::of(&group.elem),
            Type::Paren(paren) => return Self::of(&paren.elem),
            Type::Reference(_) => {
                return Self::Refused("arguments own their values: use `String` or `Vec<…>`");
            }
            Type::Tuple(_) => {
                return Self::Refused(
                    "a tuple's fields have no names: use a struct with `#[safe_tool]`",
                );
            }
            Type::Array(_) => {
                return Self::Refused("use `Vec<…>` with `min_items` and `max_items`");
            }
            _ => return Self::Other,
        };
        let arguments = types(segment);
        match (segment.ident.to_string().as_str(), arguments.as_slice()) {
            ("String", []) => Self::Text,
            ("Box" | "Arc" | "Cow", [Type::Path(path)]) if path.path.is_ident("str") => Self::Text,
            ("bool", []) => Self::Bool,
            ("f64", []) => Self::Float(None),
            ("f32", []) => Self::Float(Some(f32::MAX.into())),
            ("Vec" | "VecDeque" | "HashSet" | "BTreeSet", [item, ..]) => Self::List(item),
            ("HashMap" | "BTreeMap" | "Map", [key, value, ..]) => Self::Map(key, value),
            ("Option", [inner]) => Self::Optional(inner),
            ("Value", []) => Self::Json,
            ("CommandArg", []) => Self::CommandArg,
            ("PublicUrl", []) => Self::PublicUrl,
            ("SandboxedPath", []) => Self::SandboxedPath {
                writes: Some(false),
            },
            ("SandboxedPath", [access]) => Self::SandboxedPath {
                writes: writes(access),
            },
            ("SqlParam", [value]) => Self::SqlParam(value),
            ("SqlIdent", []) => Self::SqlIdent,
            ("PathBuf" | "Path", []) => Self::Refused(
                "a plain path can point anywhere: use `SandboxedPath` with `#[sandboxed_path(\"/data/safe\")]`",
            ),
            ("OsString" | "CString", []) => Self::Refused("JSON has only text: use `String`"),
            ("char", []) => Self::Refused("use `String` with `#[min_len(1)] #[max_len(1)]`"),
            (name, []) => Limits::of(name).map_or(Self::Other, Self::Integer),
            _ => Self::Other,
        }
    }
}

impl Kind<'_> {
    /// What is bound by a parameter; anything else as it is.
    pub(crate) fn bound(self) -> Self {
        match self {
            Self::SqlParam(value) => Self::of(value).bound(),
            other => other,
        }
    }
}

/// Whether that access of a path is for writing too.
fn writes(access: &Type) -> Option<bool> {
    let Type::Path(path) = access else {
        return None;
    };
    let name = &path.path.segments.last()?.ident;
    match name.to_string().as_str() {
        "ReadWrite" => Some(true),
        "ReadOnly" => Some(false),
        _ => None,
    }
}

/// The type arguments, lifetimes left out.
fn types(segment: &PathSegment) -> Vec<&Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return Vec::new();
    };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}

impl Limits {
    fn of(name: &str) -> Option<Self> {
        macro_rules! limits {
            ($name:expr; $($int:ident)*) => {
                match $name {
                    $(stringify!($int) => Some(Self {
                        min: i128::try_from($int::MIN).unwrap_or(i128::MIN),
                        max: i128::try_from($int::MAX).unwrap_or(i128::MAX),
                    }),)*
                    _ => None,
                }
            };
        }
        // `isize` and `usize` are judged as 64 bits wide.
        let name = match name {
            "isize" => "i64",
            "usize" => "u64",
            name => name,
        };
        limits!(name; i8 i16 i32 i64 i128 u8 u16 u32 u64 u128)
    }
}

/// A type as the user would write it.
pub(crate) fn display(ty: &Type) -> String {
    tokens(ty)
}

/// Tokens without the white space that the compiler puts between them.
pub(crate) fn tokens(tokens: &impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    for (spaced, tight) in [
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ::", "::"),
        (":: ", "::"),
        (" ,", ","),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        ("& ", "&"),
    ] {
        text = text.replace(spaced, tight);
    }
    text
}
