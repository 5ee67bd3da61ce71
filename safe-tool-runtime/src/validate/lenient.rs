//! `lenient`: a value that a model wrote as text. `"5"` is taken for 5, `"true"` for
//! true, a string that holds a JSON object or list for what it holds. Nothing is guessed:
//! the text must be the JSON of the wanted type, and its rules hold afterwards. The
//! schema still asks for the real type.

use serde::de::{IgnoredAny, MapAccess, SeqAccess};
use serde_json::Value;

use super::{Cursor, Examples, JsonObject, Probes, Rule, Schemas, TextRule, read, size};

/// Longest text that is read as JSON, in bytes.
const MAX_TEXT: usize = 256 * 1024;

/// What the text has to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A number: `"5"`, `"-1.5"`, `"5.0"`.
    Number,
    /// `"true"` or `"false"`.
    Boolean,
    /// `"[…]"`.
    List,
    /// `"{…}"`.
    Object,
}

impl Written {
    /// Whether this JSON is of the wanted type; its first character tells.
    fn begins(self, json: &str) -> bool {
        match self {
            Self::Number => json.starts_with(|c: char| c == '-' || c.is_ascii_digit()),
            Self::Boolean => json.starts_with(['t', 'f']),
            Self::List => json.starts_with('['),
            Self::Object => json.starts_with('{'),
        }
    }
}

/// The rule of a lenient field.
#[derive(Clone, Debug)]
pub struct LenientRule<R> {
    inner: R,
    written: Written,
}

/// What `inner` takes, or text that is its JSON.
pub fn lenient<R: Rule>(inner: R, written: Written) -> LenientRule<R> {
    LenientRule { inner, written }
}

impl<R: Rule> Rule for LenientRule<R> {
    type Value = R::Value;

    fn text(&self, value: &str, at: &mut Cursor<'_>) -> Option<R::Value> {
        let json = value.trim();
        // A newtype of text takes the text for itself, whatever it looks like.
        let wants_text = self.inner.expected() == TextRule::<String>::EXPECTED;
        let is_json = !wants_text
            && json.len() <= MAX_TEXT
            && self.written.begins(json)
            && serde_json::from_str::<IgnoredAny>(json).is_ok();
        if !is_json {
            return self.inner.text(value, at);
        }
        // Straight from the text, so that repeated keys are still seen.
        let read = read(
            &self.inner,
            &mut serde_json::Deserializer::from_str(json),
            at,
        );
        // What is well-formed can still be beyond reading: `1e400`.
        read.unwrap_or_else(|_| self.inner.text(value, at))
    }

    fn expected(&self) -> &'static str {
        self.inner.expected()
    }

    fn is_secret(&self) -> bool {
        self.inner.is_secret()
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        let mut schema = self.inner.schema(schemas);
        size::note_lenient(&mut schema);
        schema
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        let mut probes = self.inner.probes(examples);
        let written = probes.valid.first().map(Value::to_string);
        probes.inside.extend(written.map(Value::String));
        probes
    }

    fn null(&self, at: &mut Cursor<'_>) -> Option<R::Value> {
        self.inner.null(at)
    }

    fn boolean(&self, value: bool, at: &mut Cursor<'_>) -> Option<R::Value> {
        self.inner.boolean(value, at)
    }

    fn integer(&self, value: i128, at: &mut Cursor<'_>) -> Option<R::Value> {
        self.inner.integer(value, at)
    }

    fn float(&self, value: f64, at: &mut Cursor<'_>) -> Option<R::Value> {
        self.inner.float(value, at)
    }

    fn list<'de, A: SeqAccess<'de>>(
        &self,
        items: A,
        at: &mut Cursor<'_>,
    ) -> Result<Option<R::Value>, A::Error> {
        self.inner.list(items, at)
    }

    fn object<'de, A: MapAccess<'de>>(
        &self,
        entries: A,
        at: &mut Cursor<'_>,
    ) -> Result<Option<R::Value>, A::Error> {
        self.inner.object(entries, at)
    }
}
