//! A value as a check reads it: trimmed text trimmed, lenient text read. Of the rest the
//! schema says everything.

use serde_json::Value;

use super::{exceptions::TRIMMED, schema::alternatives, subject::Subject};

pub(super) fn plain(subject: &Subject, value: &Value) -> Value {
    let Subject {
        schema, lenient, ..
    } = subject;
    let reader = Reader {
        root: schema,
        lenient,
    };
    reader.read(schema, value, lenient.contains(&""))
}

struct Reader<'s> {
    root: &'s Value,
    lenient: &'s [&'s str],
}

impl Reader<'_> {
    fn read(&self, schema: &Value, value: &Value, lenient: bool) -> Value {
        let nodes = alternatives(self.root, schema, value);
        match value {
            Value::String(text) => {
                // Whatever takes text takes it as it is.
                let typed = |node: &&Value| node.get("type").is_some();
                let is_text = |node: &&Value| node["type"] == "string";
                let other = nodes.iter().any(typed) && !nodes.iter().any(is_text);
                match written(text).filter(|_| lenient && other) {
                    Some(value) => self.read(schema, &value, lenient),
                    None if nodes.iter().any(|node| is_trimmed(node)) => text.trim().into(),
                    None => value.clone(),
                }
            }
            Value::Array(list) => {
                let items = nodes.iter().find_map(|node| node.get("items"));
                let read = |item: &Value| match items {
                    Some(schema) => self.read(schema, item, lenient),
                    None => item.clone(),
                };
                list.iter().map(read).collect()
            }
            Value::Object(map) => {
                let entries = map.iter();
                entries
                    .map(|(key, value)| self.entry(&nodes, key, value, lenient))
                    .collect()
            }
            other => other.clone(),
        }
    }

    fn entry(&self, nodes: &[&Value], key: &str, value: &Value, lenient: bool) -> (String, Value) {
        let get = |keyword: &str| nodes.iter().find_map(|node| node.get(keyword));
        let field = nodes
            .iter()
            .find_map(|node| node.get("properties")?.get(key));
        let key_of_map = get("propertyNames").filter(|names| is_trimmed(names));
        let key_read = key_of_map.map_or(key, |_| key.trim());
        let value = match (field, get("additionalProperties")) {
            (Some(field), _) => self.read(field, value, self.lenient.contains(&key)),
            (None, Some(values)) => self.read(values, value, lenient),
            (None, None) => value.clone(),
        };
        (key_read.to_owned(), value)
    }
}

/// The JSON that a text holds, if it is of a type that a lenient field may have.
fn written(text: &str) -> Option<Value> {
    let value: Value = serde_json::from_str(text.trim()).ok()?;
    (!value.is_null() && !value.is_string()).then_some(value)
}

fn is_trimmed(schema: &Value) -> bool {
    let description = schema.get("description").and_then(Value::as_str);
    description.is_some_and(|text| text.contains(TRIMMED))
}
