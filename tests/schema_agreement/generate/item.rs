//! A generated type: its source, and what the test has to know of it.

use serde_json::{Map, Value};

use super::{field::Field, layout::attribute};

/// Fields with their names, the same in Rust and in JSON.
pub(crate) type Fields = Vec<(String, Field)>;

pub(crate) struct Item {
    /// As the test names the type, its arguments included.
    pub(crate) ty: String,
    pub(crate) source: String,
    pub(crate) samples: Vec<Value>,
    /// Names in JSON of the lenient fields; empty for a newtype's own.
    pub(crate) lenient: Vec<String>,
    /// Whether unknown fields are legal.
    pub(crate) open: bool,
}

impl Item {
    /// A type whose source is written out.
    pub(crate) fn new(ty: &str, source: &str, samples: Vec<Value>) -> Self {
        Self {
            ty: ty.to_owned(),
            source: source.to_owned(),
            samples,
            lenient: Vec::new(),
            open: false,
        }
    }

    /// A struct of these fields. `options` stand in `#[safe_tool(…)]`.
    pub(crate) fn structure(name: &str, doc: &str, options: &str, fields: &Fields) -> Self {
        let lines: String = fields
            .iter()
            .map(|(name, field)| field.source(name, "    "))
            .collect();
        let attribute = match options {
            "" => attribute("safe_tool", ""),
            options => attribute(&format!("safe_tool({options})"), ""),
        };
        let body = match fields.is_empty() {
            true => "{}".to_owned(),
            false => format!("{{\n{lines}}}"),
        };
        let source = format!("/// {doc}\n{attribute}struct {name} {body}\n");
        let mut item = Self::new(name, &source, objects(fields));
        let all = options.contains("lenient");
        let lenient = fields.iter().filter(|(_, field)| all || field.lenient);
        item.lenient = lenient.map(|(name, _)| name.clone()).collect();
        item.open = options.contains("ignore");
        item
    }

    /// What the test reads of it.
    pub(crate) fn row(&self) -> String {
        let Self { ty, open, .. } = self;
        let lenient = format!("{:?}", self.lenient);
        let samples = self.samples.iter();
        let samples: String = samples
            .map(|sample| format!("        r##\"{sample}\"##,\n"))
            .collect();
        format!(
            "    {ty} {{\n        lenient: {lenient},\n        open: {open},\n{samples}    }}\n"
        )
    }
}

/// Valid objects: each field's samples in turn, and what can be left out left out in turn.
pub(crate) fn objects(fields: &Fields) -> Vec<Value> {
    let object = |turn: usize| -> Map<String, Value> {
        fields
            .iter()
            .enumerate()
            .filter(|(place, (_, field))| !field.may_miss || (turn + place) % 3 != 2)
            .map(|(_, (name, field))| (name.clone(), field.sample(turn)))
            .collect()
    };
    (0..4).map(|turn| Value::Object(object(turn))).collect()
}
