//! The fields of an object as its schema lists them.

use serde_json::{Value, json};

use super::{
    JsonObject, Rule, Schemas,
    check::check_remark,
    schema::{object, remark},
};

/// What is made of a struct's fields: their schema, or their probes.
pub trait Fields {
    /// Fields that are not known are legal.
    fn ignore_unknown(&mut self) -> &mut Self;

    /// A function of this name checks the object as a whole.
    fn check(&mut self, name: &str) -> &mut Self;

    /// A field that must be there.
    fn required(&mut self, name: &str, rule: &impl Rule, description: &str);

    /// A field that may be left out, with the value it then has if JSON can say it.
    fn optional(&mut self, name: &str, rule: &impl Rule, description: &str, default: Option<Value>);
}

/// The schema of a struct's fields as it is being written.
#[derive(Debug)]
pub struct Properties<'s> {
    schemas: &'s mut Schemas,
    properties: JsonObject,
    required: Vec<Value>,
    ignore_unknown: bool,
    check: Option<String>,
}

impl<'s> Properties<'s> {
    pub(super) fn new(schemas: &'s mut Schemas) -> Self {
        Self {
            schemas,
            properties: JsonObject::new(),
            required: Vec::new(),
            ignore_unknown: false,
            check: None,
        }
    }

    /// A field whose value names the variant of a tagged enum.
    pub(super) fn tag(&mut self, name: &str, variant: &str) {
        self.required.push(name.into());
        let schema = json!({ "type": "string", "const": variant });
        self.properties.insert(name.to_owned(), schema);
    }

    pub(super) fn finish(self) -> JsonObject {
        let mut schema = object(json!({
            "type": "object",
            "properties": self.properties,
            "additionalProperties": self.ignore_unknown,
        }));
        if !self.required.is_empty() {
            schema.insert("required".into(), Value::Array(self.required));
        }
        if let Some(check) = self.check {
            remark(&mut schema, &check_remark(&check));
        }
        schema
    }
}

impl Fields for Properties<'_> {
    fn ignore_unknown(&mut self) -> &mut Self {
        self.ignore_unknown = true;
        self
    }

    fn check(&mut self, name: &str) -> &mut Self {
        self.check = Some(name.to_owned());
        self
    }

    fn required(&mut self, name: &str, rule: &impl Rule, description: &str) {
        self.required.push(name.into());
        self.optional(name, rule, description, None);
    }

    fn optional(
        &mut self,
        name: &str,
        rule: &impl Rule,
        description: &str,
        default: Option<Value>,
    ) {
        let schema = rule.schema(self.schemas);
        let schema = super::schema::annotate(schema, description, default);
        self.properties
            .insert(name.to_owned(), Value::Object(schema));
    }
}
