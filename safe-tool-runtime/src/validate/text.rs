//! Strings: `max_len`, `min_len`, `pattern`, `one_of`, `trim`, and the character rules.

use std::{borrow::Cow, marker::PhantomData, sync::Arc};

use serde_json::{Value, json};

use super::{
    Cursor, Examples, JsonObject, Pattern, Probes, Rule, Schemas,
    chars::{self, Allowed, Forbidden},
    length::is_longer,
    marker,
    probe::{MAX_SIZE, other_than, word},
    schema::{object, remark},
};
use crate::redact::REDACTED;

/// A type that holds checked text. Implemented for the standard string types.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold checked text",
    label = "these annotations need a string type",
    note = "use `String`, `Box<str>`, `Arc<str>` or `Cow<'static, str>`; write `Option<…>`, `Vec<…>`, `SqlParam<…>` and `SqlIdent` out, not behind an alias"
)]
pub trait Text: Sized {
    /// Takes text that passed every rule.
    fn from_checked(text: String) -> Self;
}

impl Text for String {
    fn from_checked(text: String) -> Self {
        text
    }
}

impl Text for Box<str> {
    fn from_checked(text: String) -> Self {
        text.into()
    }
}

impl Text for Arc<str> {
    fn from_checked(text: String) -> Self {
        text.into()
    }
}

impl Text for Cow<'static, str> {
    fn from_checked(text: String) -> Self {
        Cow::Owned(text)
    }
}

/// The rule of a string field; lengths count Unicode code points, as JSON Schema does.
#[derive(Clone, Debug)]
pub struct TextRule<T> {
    min_len: usize,
    max_len: Option<usize>,
    trim: bool,
    allowed: Allowed,
    allow_marker: bool,
    one_of: &'static [&'static str],
    pattern: Option<(&'static str, &'static Pattern)>,
    value: PhantomData<fn() -> T>,
}

/// A string without bounds yet.
pub fn text<T>() -> TextRule<T> {
    TextRule {
        min_len: 0,
        max_len: None,
        trim: false,
        allowed: Allowed::default(),
        allow_marker: false,
        one_of: &[],
        pattern: None,
        value: PhantomData,
    }
}

impl<T> TextRule<T> {
    pub(super) const EXPECTED: &str = "a string";

    /// At least `len` code points, after trimming.
    pub fn min_len(mut self, len: usize) -> Self {
        self.min_len = len;
        self
    }

    /// At most `len` code points, before trimming.
    pub fn max_len(mut self, len: usize) -> Self {
        self.max_len = Some(len);
        self
    }

    /// White space (Unicode White_Space) around the text is dropped.
    pub fn trim(mut self) -> Self {
        self.trim = true;
        self
    }

    /// Tab, line feed and carriage return are legal.
    pub fn multiline(mut self) -> Self {
        self.allowed.multiline = true;
        self
    }

    /// Every control character is legal.
    pub fn allow_control_chars(mut self) -> Self {
        self.allowed.control = true;
        self
    }

    /// Zero-width, bidi and tag characters are legal.
    pub fn allow_format_chars(mut self) -> Self {
        self.allowed.format = true;
        self
    }

    /// The redaction marker is text like any other.
    pub fn allow_redaction_marker(mut self) -> Self {
        self.allow_marker = true;
        self
    }

    /// Exactly one of these strings.
    pub fn one_of(mut self, choices: &'static [&'static str]) -> Self {
        self.one_of = choices;
        self
    }

    /// Must contain a match of `pattern`; `source` is how the schema writes it.
    pub fn pattern(mut self, source: &'static str, pattern: &'static Pattern) -> Self {
        self.pattern = Some((source, pattern));
        self
    }

    /// The checked part of `raw`, or `None` with the broken rules recorded. Inlined, so
    /// that what the field does not ask for costs nothing.
    #[inline]
    fn check<'t>(&self, raw: &'t str, at: &mut Cursor<'_>) -> Option<&'t str> {
        // Cheapest first, and nothing else is worth saying about a value too long.
        if let Some(max) = self.max_len
            && is_longer(raw, max)
        {
            return at.reject(
                "max_len",
                format_args!("must be at most {max} characters long"),
            );
        }
        let kept = if self.trim { raw.trim() } else { raw };
        let before = at.count();
        if self.min_len > 0 && !is_longer(kept, self.min_len - 1) {
            let characters = if self.min_len == 1 {
                "character"
            } else {
                "characters"
            };
            at.refuse(
                "min_len",
                format_args!("must be at least {} {characters} long", self.min_len),
            );
        }
        if !self.one_of.is_empty() {
            if !self.one_of.contains(&kept) {
                at.refuse("one_of", format_args!("must be one of {:?}", self.one_of));
            }
        } else {
            check_chars(kept, self.allowed, at);
            if !self.allow_marker {
                marker::check(kept, at);
            }
        }
        if let Some((source, pattern)) = self.pattern
            && !pattern.is_match(kept)
        {
            at.refuse("pattern", format_args!("must match the pattern {source}"));
        }
        (at.count() == before).then_some(kept)
    }
}

impl<T> TextRule<T> {
    /// A character of each class between two letters: at an edge, `trim` takes some away.
    fn probe_chars(&self, probes: &mut Probes) {
        let Some(word) = word(0, self.min_len.max(3), self.max_len.unwrap_or(usize::MAX)) else {
            return;
        };
        for (c, refused_by) in chars::probes(self.allowed) {
            let text = word.replacen("aa", &format!("a{c}"), 1);
            match refused_by {
                Some(rule) => probes.outside(text, rule),
                None => probes.inside(text),
            }
        }
    }

    /// A text of the marker alone, if it would do otherwise.
    fn probe_marker(&self, probes: &mut Probes) {
        let fits = self.min_len..=self.max_len.unwrap_or(usize::MAX);
        match fits.contains(&REDACTED.len()) {
            true if self.allow_marker => probes.inside(REDACTED),
            true => probes.outside(REDACTED, marker::RULE),
            false => {}
        }
    }

    /// `max_len` counts what was sent, `min_len` what is left.
    fn probe_trim(&self, probes: &mut Probes) {
        let max = self.max_len.unwrap_or(usize::MAX);
        if let Some(word) = word(0, self.min_len, max.saturating_sub(2)) {
            probes.inside(format!(" {word}\u{3000}"));
        }
        if self.min_len > 0 && self.min_len <= max.min(MAX_SIZE) {
            probes.outside(" ".repeat(self.min_len), "min_len");
        }
        if max < MAX_SIZE {
            probes.outside(" ".repeat(max + 1), "max_len");
        }
    }
}

/// Records a violation if `text` holds a character that is not allowed.
#[inline]
pub(super) fn check_chars(text: &str, allowed: Allowed, at: &mut Cursor<'_>) {
    if let Some(forbidden) = chars::first_forbidden(text, allowed) {
        refuse_char(forbidden, allowed, at);
    }
}

#[cold]
fn refuse_char(forbidden: Forbidden, allowed: Allowed, at: &mut Cursor<'_>) {
    match forbidden {
        Forbidden::Control if allowed.multiline => at.refuse(
            "control_chars",
            "must not contain control characters other than tab and line breaks",
        ),
        Forbidden::Control => at.refuse(
            "control_chars",
            "must be a single line without control characters",
        ),
        Forbidden::Format => at.refuse(
            "format_chars",
            "must not contain zero-width, bidirectional or other invisible characters",
        ),
    }
}

impl<T: Text> Rule for TextRule<T> {
    type Value = T;

    fn expected(&self) -> &'static str {
        Self::EXPECTED
    }

    #[inline]
    fn text(&self, value: &str, at: &mut Cursor<'_>) -> Option<T> {
        self.check(value, at)
            .map(|kept| T::from_checked(kept.to_owned()))
    }

    #[inline]
    fn owned_text(&self, value: String, at: &mut Cursor<'_>) -> Option<T> {
        let kept = self.check(&value, at)?;
        if kept.len() == value.len() {
            return Some(T::from_checked(value));
        }
        Some(T::from_checked(kept.to_owned()))
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        let mut schema = object(json!({ "type": "string" }));
        if self.min_len > 0 {
            schema.insert("minLength".into(), self.min_len.into());
        }
        if let Some(max) = self.max_len {
            schema.insert("maxLength".into(), max.into());
        }
        if let Some((source, _)) = self.pattern {
            schema.insert("pattern".into(), source.into());
        }
        if !self.one_of.is_empty() {
            schema.insert("enum".into(), self.one_of.into());
        } else {
            if let Some(characters) = self.allowed.remark() {
                remark(&mut schema, characters);
            }
            schemas.text(&mut schema, self.allow_marker);
        }
        if self.trim {
            remark(&mut schema, "White space around the text is dropped.");
        }
        schema
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        let mut probes = Probes::of(Value::is_string);
        let (min, max) = (self.min_len, self.max_len.unwrap_or(usize::MAX));
        if (1..=MAX_SIZE).contains(&min) {
            probes.outside("a".repeat(min - 1), "min_len");
        }
        if max < MAX_SIZE {
            probes.outside("a".repeat(max + 1), "max_len");
            probes.outside("🙂".repeat(max + 1), "max_len");
        }
        if !self.one_of.is_empty() {
            probes.valid = self.one_of.iter().copied().map(Value::from).collect();
            probes.inside = probes.valid.clone();
            if let Some(other) = other_than(self.one_of, min, max) {
                probes.outside(other, "one_of");
            }
            return probes;
        }
        probes.valid = (0..examples.wanted())
            .map_while(|n| word(n, min, max).map(Value::from))
            .collect();
        for length in [min, max].into_iter().filter(|length| *length <= MAX_SIZE) {
            probes.inside("a".repeat(length));
            probes.inside("🙂".repeat(length));
        }
        self.probe_chars(&mut probes);
        self.probe_marker(&mut probes);
        if self.trim {
            self.probe_trim(&mut probes);
        }
        if let Some((_, pattern)) = self.pattern {
            let is_match = |text: &&Value| text.as_str().is_some_and(|text| pattern.is_match(text));
            if let Some(strange) = probes.inside.iter().find(|text| !is_match(text)).cloned() {
                probes.outside(strange, "pattern");
            }
        }
        probes
    }
}
