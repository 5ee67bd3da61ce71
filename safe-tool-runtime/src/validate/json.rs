//! Free-form JSON (`serde_json::Value`): `max_json_bytes`.

use serde::de::{MapAccess, SeqAccess};
use serde_json::Value;

use super::{
    Cursor, Examples, JsonObject, Probes, Rule, Schemas,
    chars::{self, Allowed},
    marker,
    probe::MAX_SIZE,
    rule::Seed,
    schema::remark,
    size,
    text::check_chars,
};
use crate::redact::REDACTED;

/// Deepest nesting of a free-form value: below the recursion limit of serde_json (128)
/// with room for what encloses it.
pub(super) const MAX_DEPTH: usize = 64;

/// The rule of a `serde_json::Value` field. Its strings and keys follow the same
/// character rules as any other.
#[derive(Clone, Copy, Debug)]
pub struct JsonRule {
    max_bytes: Option<usize>,
    allowed: Allowed,
    allow_marker: bool,
    depth: usize,
}

/// Any JSON, nested at most 64 deep.
pub fn json() -> JsonRule {
    JsonRule {
        max_bytes: None,
        allowed: Allowed {
            multiline: true,
            ..Allowed::default()
        },
        allow_marker: false,
        depth: 0,
    }
}

impl JsonRule {
    /// At most `bytes` bytes when written without white space.
    pub fn max_json_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = Some(bytes);
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

    fn too_large<T>(&self, at: &mut Cursor<'_>) -> Option<T> {
        let max = self.max_bytes.unwrap_or(usize::MAX);
        at.reject(
            "max_json_bytes",
            format_args!("must be at most {max} bytes of JSON"),
        )
    }

    /// The rule of a value inside this one.
    fn inner(&self) -> Self {
        Self {
            depth: self.depth + 1,
            ..*self
        }
    }

    /// The exact check, once, on the outermost value.
    fn fits(&self, value: Value, at: &mut Cursor<'_>) -> Option<Value> {
        match self.max_bytes {
            Some(max) if self.depth == 0 && value.to_string().len() > max => self.too_large(at),
            _ => Some(value),
        }
    }

    fn string(&self, text: &str, at: &mut Cursor<'_>) -> bool {
        if self.max_bytes.is_some_and(|max| text.len() > max) {
            self.too_large::<()>(at);
            return false;
        }
        let before = at.count();
        check_chars(text, self.allowed, at);
        if !self.allow_marker {
            marker::check(text, at);
        }
        at.count() == before
    }

    fn too_deep(&self, at: &mut Cursor<'_>) -> bool {
        if self.depth < MAX_DEPTH {
            return false;
        }
        at.refuse(
            "max_depth",
            format_args!("must be nested at most {MAX_DEPTH} levels deep"),
        );
        true
    }
}

impl Rule for JsonRule {
    type Value = Value;

    fn expected(&self) -> &'static str {
        "JSON"
    }

    fn null(&self, _: &mut Cursor<'_>) -> Option<Value> {
        Some(Value::Null)
    }

    fn boolean(&self, value: bool, at: &mut Cursor<'_>) -> Option<Value> {
        self.fits(value.into(), at)
    }

    fn integer(&self, value: i128, at: &mut Cursor<'_>) -> Option<Value> {
        let number = i64::try_from(value)
            .map(Value::from)
            .or_else(|_| u64::try_from(value).map(Value::from));
        match number {
            Ok(number) => self.fits(number, at),
            Err(_) => at.reject("range", "must hold numbers of at most 64 bits"),
        }
    }

    fn float(&self, value: f64, at: &mut Cursor<'_>) -> Option<Value> {
        self.fits(value.into(), at)
    }

    fn text(&self, value: &str, at: &mut Cursor<'_>) -> Option<Value> {
        self.owned_text(value.to_owned(), at)
    }

    fn owned_text(&self, value: String, at: &mut Cursor<'_>) -> Option<Value> {
        if !self.string(&value, at) {
            return None;
        }
        self.fits(value.into(), at)
    }

    fn list<'de, A: SeqAccess<'de>>(
        &self,
        mut items: A,
        at: &mut Cursor<'_>,
    ) -> Result<Option<Value>, A::Error> {
        let inner = self.inner();
        let mut kept = Vec::new();
        let mut over = self.too_deep(at);
        while !over {
            let mut here = at.item(kept.len());
            let seed = Seed {
                rule: &inner,
                at: &mut here,
            };
            match items.next_element_seed(seed)? {
                None => return Ok(self.fits(kept.into(), at)),
                Some(Some(item)) => kept.push(item),
                Some(None) => over = true,
            }
            // An item takes two bytes at least, with its comma.
            if self.max_bytes.is_some_and(|max| kept.len() > max / 2 + 1) {
                over = true;
                self.too_large::<()>(at);
            }
        }
        while items.next_element::<serde::de::IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn object<'de, A: MapAccess<'de>>(
        &self,
        mut entries: A,
        at: &mut Cursor<'_>,
    ) -> Result<Option<Value>, A::Error> {
        let inner = self.inner();
        let mut kept = JsonObject::new();
        let mut over = self.too_deep(at);
        while !over {
            let Some(key) = entries.next_key::<String>()? else {
                return Ok(self.fits(kept.into(), at));
            };
            let mut here = at.key(&key);
            let value = entries.next_value_seed(Seed {
                rule: &inner,
                at: &mut here,
            })?;
            over = !self.string(&key, &mut here);
            if kept.contains_key(&key) {
                over = true;
                here.refuse("duplicate_field", "must not be given twice");
            }
            match value {
                Some(value) => _ = kept.insert(key, value),
                None => over = true,
            }
            // An entry takes five bytes at least: `"":0,`.
            if self.max_bytes.is_some_and(|max| kept.len() > max / 5 + 1) {
                over = true;
                self.too_large::<()>(at);
            }
        }
        while entries
            .next_entry::<serde::de::IgnoredAny, serde::de::IgnoredAny>()?
            .is_some()
        {}
        Ok(None)
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        // JSON Schema bounds neither a value's size nor its depth.
        let mut schema = JsonObject::new();
        let size = self.max_bytes.map(|max| format!("at most {max} bytes, "));
        let size = size.unwrap_or_default();
        remark(
            &mut schema,
            &format!("Any JSON, {size}nested at most {MAX_DEPTH} levels deep."),
        );
        if let Some(characters) = self.allowed.remark() {
            remark(&mut schema, characters);
        }
        schemas.text(&mut schema, self.allow_marker);
        if let Some(max) = self.max_bytes {
            size::note_json(&mut schema, max);
        }
        schema
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        let mut probes = Probes::default();
        let max = self.max_bytes.unwrap_or(usize::MAX);
        probes.valid = (0..examples.wanted())
            .map(Value::from)
            .take_while(|number| number.to_string().len() <= max)
            .collect();
        probes.inside = probes.valid.first().cloned().into_iter().collect();
        // Its quotes count as well.
        if (2..MAX_SIZE).contains(&max) {
            probes.inside("a".repeat(max - 2));
        }
        if (1..MAX_SIZE).contains(&max) {
            probes.outside("a".repeat(max - 1), "max_json_bytes");
        }
        for (c, refused_by) in chars::probes(self.allowed) {
            let text = Value::from(format!("a{c}a"));
            match refused_by {
                _ if text.to_string().len() > max => {}
                Some(rule) => probes.outside(text, rule),
                None => probes.inside(text),
            }
        }
        if Value::from(REDACTED).to_string().len() <= max {
            match self.allow_marker {
                true => probes.inside(REDACTED),
                false => probes.outside(REDACTED, marker::RULE),
            }
        }
        let nested = |depth| (1..depth).fold(Value::Array(Vec::new()), |list, _| vec![list].into());
        if max > 2 * MAX_DEPTH {
            probes.inside(nested(MAX_DEPTH));
            probes.outside_at("/0".repeat(MAX_DEPTH), nested(MAX_DEPTH + 1), "max_depth");
        }
        probes
    }
}
