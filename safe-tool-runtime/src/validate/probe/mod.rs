//! The boundary tests that come with every annotated type: what `assert_policy` sends.
//!
//! Each rule says, beside its check and its schema, which values lie just inside and
//! just outside of it ([`Rule::probes`]). A rule that holds others puts their probes
//! into a valid value of its own, so that at the root each probe is a whole call with
//! one thing wrong, or none. [`assert`](self::assert) sends them.

mod assert;
mod fields;

use serde_json::{Value, json};

pub use assert::assert_policy;
pub(super) use fields::FieldProbes;

use super::{Cursor, Rule, Violations, cursor, read};

/// Longest text and largest collection that a probe makes: a bound beyond it is not
/// probed, lest a test run out of memory.
pub(super) const MAX_SIZE: usize = 1 << 20;

/// The rules that hold an author's own code, into which no probe can see. A value that
/// is inside all others may be refused by one of them.
const OPAQUE: [&str; 2] = ["pattern", "check"];

/// What a rule takes and refuses at its bounds.
#[derive(Debug, Default)]
pub struct Probes {
    /// Valid values, no two the same. The first stands in while another value is probed.
    pub(super) valid: Vec<Value>,
    /// Just inside.
    pub(super) inside: Vec<Value>,
    /// Just outside.
    pub(super) outside: Vec<Outside>,
    /// Where only the author knows a valid value. If this is empty and `valid` is too,
    /// the type nests itself here and must end.
    pub(super) missing: Vec<String>,
    /// The rule knows no value at all, valid or not.
    unknown: bool,
}

/// A value that is refused.
#[derive(Debug)]
pub(super) struct Outside {
    pub(super) value: Value,
    /// The place of the violation, seen from the value.
    pub(super) pointer: String,
    /// Its rule.
    pub(super) rule: &'static str,
}

impl Probes {
    /// No probes, and no valid value: the author has to give one.
    pub fn unknown() -> Self {
        Self {
            unknown: true,
            ..Self::default()
        }
    }

    /// The probes of a rule that takes the JSON of this type and no other.
    pub(super) fn of(takes: fn(&Value) -> bool) -> Self {
        let mut probes = Self::default();
        let types = [
            json!(null),
            json!(true),
            json!(0),
            json!(0.5),
            json!("text"),
            json!([]),
            json!({}),
        ];
        for value in types.into_iter().filter(|value| !takes(value)) {
            probes.outside(value, "type");
        }
        probes
    }

    pub(super) fn inside(&mut self, value: impl Into<Value>) {
        self.inside.push(value.into());
    }

    pub(super) fn outside(&mut self, value: impl Into<Value>, rule: &'static str) {
        self.outside_at(String::new(), value, rule);
    }

    pub(super) fn outside_at(
        &mut self,
        pointer: String,
        value: impl Into<Value>,
        rule: &'static str,
    ) {
        self.outside.push(Outside {
            value: value.into(),
            pointer,
            rule,
        });
    }

    /// Takes over the probes of a part: `place` is the way to it, `within` puts a value
    /// of it into a valid whole, if there is one.
    pub(super) fn nest(
        &mut self,
        place: &str,
        part: Self,
        mut within: impl FnMut(Value) -> Option<Value>,
    ) {
        let missing = part
            .missing
            .iter()
            .map(|pointer| format!("{place}{pointer}"));
        self.missing.extend(missing);
        self.inside
            .extend(part.inside.into_iter().filter_map(&mut within));
        for probe in part.outside {
            if let Some(value) = within(probe.value) {
                self.outside_at(format!("{place}{}", probe.pointer), value, probe.rule);
            }
        }
    }

    /// The same probes of a secret. What `pattern` and `check` do to a value inside could
    /// not be told from a mistake any more.
    pub(super) fn secret(mut self, rule: &impl Rule) -> Self {
        self.inside
            .retain(|value| violations(rule, value).is_none_or(|found| !all_opaque(&found)));
        self.hushed()
    }

    /// Nothing is told of these values but that they were refused.
    fn hushed(mut self) -> Self {
        for probe in &mut self.outside {
            probe.pointer.clear();
            if !cursor::is_structural(probe.rule) {
                probe.rule = "constraint";
            }
        }
        self
    }
}

/// What there is to make the probes of one place from.
#[derive(Clone, Debug)]
pub struct Examples<'a> {
    /// The author's values for this place.
    values: Vec<&'a Value>,
    /// How many different valid values are asked for.
    distinct: usize,
    /// The types around this place, outermost first.
    open: Vec<&'static str>,
}

impl<'a> Examples<'a> {
    fn root(values: &'a [Value], name: &'static str) -> Self {
        Self {
            values: values.iter().collect(),
            distinct: 1,
            open: vec![name],
        }
    }

    /// The examples of a part of this place.
    pub(super) fn part<'v>(&self, values: impl IntoIterator<Item = &'v Value>) -> Examples<'v> {
        Examples {
            values: values.into_iter().collect(),
            distinct: 1,
            open: self.open.clone(),
        }
    }

    /// The examples of a field.
    fn field(&self, name: &str) -> Examples<'a> {
        self.part(self.values.iter().filter_map(|value| value.get(name)))
    }

    /// Those examples whose field `name` is `value`.
    pub(super) fn with_field(&self, name: &str, value: &str) -> Self {
        let is = |one: &Value| one.get(name).and_then(Value::as_str) == Some(value);
        let mut examples = self.clone();
        examples.values.retain(|one| is(one));
        examples
    }

    /// The examples of a list's items, or of a map's values.
    pub(super) fn items(&self) -> Examples<'a> {
        self.part(self.values.iter().flat_map(|value| {
            let items = value.as_array().into_iter().flatten();
            let entries = value.as_object().into_iter().flatten();
            items.chain(entries.map(|(_, value)| value))
        }))
    }

    /// The examples of a map's keys.
    pub(super) fn keys(&self) -> Vec<Value> {
        let keys = |value: &&'a Value| value.as_object().into_iter().flat_map(|map| map.keys());
        self.values
            .iter()
            .flat_map(keys)
            .map(|key| Value::from(key.as_str()))
            .collect()
    }

    /// The same place within `T`; none once `T` is within itself within itself.
    pub(super) fn enter<T>(&self) -> Option<Self> {
        let name = std::any::type_name::<T>();
        if self.open.iter().filter(|open| **open == name).count() > 1 {
            return None;
        }
        let mut inner = self.clone();
        inner.open.push(name);
        Some(inner)
    }

    /// Asks for so many different valid values.
    pub(super) fn distinct(mut self, count: usize) -> Self {
        self.distinct = count.clamp(1, MAX_SIZE);
        self
    }

    /// How many different valid values are asked for.
    pub(super) fn wanted(&self) -> usize {
        self.distinct
    }

    /// The probes of `rule` at this place. Its valid values are the author's first, then
    /// the rule's own as far as the author's patterns and checks take them.
    pub(super) fn probes_of(&self, rule: &impl Rule) -> Probes {
        let mut probes = rule.probes(self);
        let guesses = std::mem::take(&mut probes.valid);
        let guessed = !guesses.is_empty() || !probes.inside.is_empty();
        let own = guesses
            .into_iter()
            .filter(|value| !self.values.contains(&value));
        probes.valid = self.values.iter().copied().cloned().chain(own).collect();
        probes.valid.retain(|value| accepts(rule, value));
        if probes.valid.is_empty() {
            let any = probes.inside.iter().find(|value| accepts(rule, value));
            probes.valid.extend(any.cloned());
        }
        if probes.valid.is_empty() && (probes.unknown || guessed) {
            probes.missing.push(String::new());
        }
        probes
    }
}

fn accepts(rule: &impl Rule, value: &Value) -> bool {
    violations(rule, value).is_none()
}

/// What `rule` finds wrong with `value`; none if nothing is.
fn violations(rule: &impl Rule, value: &Value) -> Option<Violations> {
    let mut found = Violations::new();
    let read = read(rule, value.clone(), &mut Cursor::root(&mut found));
    let accepted = found.is_empty() && matches!(read, Ok(Some(_)));
    (!accepted).then_some(found)
}

/// Whether the value is wrong only to an author's own code.
fn all_opaque(violations: &Violations) -> bool {
    !violations.is_empty() && violations.iter().all(|one| OPAQUE.contains(&one.rule))
}

/// The `n`-th of the words that have between `min` and `max` letters; none once there
/// are no more.
pub(super) fn word(mut n: usize, min: usize, max: usize) -> Option<String> {
    let mut letters = Vec::new();
    while n > 0 || letters.is_empty() {
        letters.push(b'a' + u8::try_from(n % 26).unwrap_or_default());
        n /= 26;
    }
    if min.max(letters.len()) > max.min(MAX_SIZE) {
        return None;
    }
    letters.resize(letters.len().max(min), b'a');
    letters.reverse();
    String::from_utf8(letters).ok()
}

/// A word that is none of `names`.
pub(super) fn other_than(names: &[&str], min: usize, max: usize) -> Option<String> {
    (0..)
        .map_while(|n| word(n, min, max))
        .find(|word| !names.contains(&word.as_str()))
}
