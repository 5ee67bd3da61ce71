//! What a tool's output is searched for besides the detector's own rules.

use std::{
    collections::HashMap,
    fmt,
    sync::{LazyLock, Mutex, PoisonError},
};

use regex::Regex;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::output::injection::Thresholds;

/// The longest name of a rule, in bytes.
const MAX_NAME: usize = 40;

/// A rule of a tool's own: `pattern("internal-host", r"\bcorp\.example\b")`.
///
/// The pattern is of the crate [`regex`], and looked for in every reading of the text; its
/// own flags, such as `(?i)`, apply.
#[derive(Clone)]
pub struct InjectionPattern {
    rule: &'static str,
    regex: Regex,
    points: u32,
}

/// Why a rule cannot be one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PatternError {
    /// A name is shown to models and in logs.
    #[error(
        "the rule name `{0}` is not 1 to 40 lower-case letters, digits and single hyphens, as \
         in `internal-host`"
    )]
    Name(String),
    /// `regex` does not take it.
    #[error("the pattern of the rule `{0}` does not compile")]
    Regex(String),
    /// It would find something in every text.
    #[error("the pattern of the rule `{0}` matches the empty text, and so every output")]
    Empty(String),
    /// It would find nothing worth a point.
    #[error("the rule `{0}` has no points: 50 flag and 100 block by default")]
    NoPoints(String),
}

impl InjectionPattern {
    /// What a match is worth unless the rule says otherwise: enough to block.
    pub const DEFAULT_POINTS: u32 = Thresholds::DEFAULT.block;

    /// A rule of this name for text that `pattern` matches, worth `points`. Every
    /// different rule is kept for the life of the process.
    ///
    /// # Errors
    /// A name that is none, a pattern that does not compile or matches the empty text, no
    /// points.
    pub fn new(rule: &str, pattern: &str, points: u32) -> Result<Self, PatternError> {
        if !is_rule_name(rule) {
            return Err(PatternError::Name(rule.to_owned()));
        }
        if points == 0 {
            return Err(PatternError::NoPoints(rule.to_owned()));
        }
        let (rule, regex) = compiled(rule, pattern)?;
        Ok(Self {
            rule,
            regex,
            points,
        })
    }

    /// The rule's name.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.rule
    }

    /// What it looks for.
    #[must_use]
    pub fn regex(&self) -> &Regex {
        &self.regex
    }

    /// What a match is worth.
    #[must_use]
    pub fn points(&self) -> u32 {
        self.points
    }
}

fn is_rule_name(name: &str) -> bool {
    let mut words = name.split('-');
    let is_word = |word: &str| {
        let legal = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        !word.is_empty() && word.bytes().all(legal)
    };
    name.len() <= MAX_NAME && words.all(is_word)
}

/// A server may read its policies anew for each request: no pattern is compiled twice.
fn compiled(rule: &str, pattern: &str) -> Result<(&'static str, Regex), PatternError> {
    type Known = HashMap<(String, String), (&'static str, Regex)>;
    static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);
    // Each entry is whole: a panic elsewhere leaves nothing half-written.
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let key = (rule.to_owned(), pattern.to_owned());
    if let Some((rule, regex)) = known.get(&key) {
        return Ok((rule, regex.clone()));
    }
    let regex = Regex::new(pattern).map_err(|_| PatternError::Regex(rule.to_owned()))?;
    if regex.is_match("") {
        return Err(PatternError::Empty(rule.to_owned()));
    }
    let name: &'static str = Box::leak(rule.to_owned().into_boxed_str());
    known.insert(key, (name, regex.clone()));
    Ok((name, regex))
}

/// The rule as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Declared {
    rule: String,
    pattern: String,
    points: u32,
}

// Not derived: a derive would have the rule's name borrowed from the input.
impl<'de> Deserialize<'de> for InjectionPattern {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let Declared {
            rule,
            pattern,
            points,
        } = Declared::deserialize(input)?;
        Self::new(&rule, &pattern, points).map_err(D::Error::custom)
    }
}

impl Serialize for InjectionPattern {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        let declared = Declared {
            rule: self.rule.to_owned(),
            pattern: self.regex.as_str().to_owned(),
            points: self.points,
        };
        declared.serialize(output)
    }
}

impl PartialEq for InjectionPattern {
    fn eq(&self, other: &Self) -> bool {
        let parts = |one: &Self| (one.rule, one.points);
        parts(self) == parts(other) && self.regex.as_str() == other.regex.as_str()
    }
}

impl Eq for InjectionPattern {}

impl fmt::Debug for InjectionPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            rule,
            regex,
            points,
        } = self;
        write!(f, "pattern({rule:?}, {:?}, {points})", regex.as_str())
    }
}
