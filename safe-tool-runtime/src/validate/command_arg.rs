//! `CommandArg`: the rules of a text, and a first character that no program takes as an
//! option.

use super::{
    Cursor, Examples, JsonObject, Probes, Rule, Schemas, TextRule, Violations, schema::remark,
};
use crate::taint::CommandArg;

/// The rule of a `CommandArg` field.
#[derive(Clone, Debug)]
pub struct CommandArgRule {
    text: TextRule<String>,
    allow_dash: bool,
}

/// An argument whose text keeps `text`.
pub fn command_arg(text: TextRule<String>) -> CommandArgRule {
    CommandArgRule {
        text,
        allow_dash: false,
    }
}

/// What no argument holds, for the inside of a `[^…]`: the control characters (Cc).
const NEVER: &str = r"\x00-\x1f\x7f-\x9f";

impl CommandArgRule {
    /// It may begin with `-`.
    #[must_use]
    pub fn allow_dash(mut self) -> Self {
        self.allow_dash = true;
        self
    }

    fn check(&self, text: String, at: &mut Cursor<'_>) -> Option<CommandArg> {
        if text.starts_with('-') && !self.allow_dash {
            return at.reject("allow_dash", "must not begin with -");
        }
        Some(CommandArg::checked(text))
    }

    /// As a regular expression without look-around.
    fn pattern(&self) -> String {
        match self.allow_dash {
            true => format!("^[^{NEVER}]*$"),
            false => format!("^(?:[^{NEVER}-][^{NEVER}]*)?$"),
        }
    }
}

impl Rule for CommandArgRule {
    type Value = CommandArg;

    fn expected(&self) -> &'static str {
        self.text.expected()
    }

    fn text(&self, value: &str, at: &mut Cursor<'_>) -> Option<CommandArg> {
        let text = self.text.text(value, at)?;
        self.check(text, at)
    }

    fn owned_text(&self, value: String, at: &mut Cursor<'_>) -> Option<CommandArg> {
        let text = self.text.owned_text(value, at)?;
        self.check(text, at)
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        let mut schema = self.text.schema(schemas);
        // Listed values are said by the list.
        if schema.contains_key("enum") {
            return schema;
        }
        // One pattern is all that hosts understand, and the author's says more.
        if !schema.contains_key("pattern") {
            schema.insert("pattern".into(), self.pattern().into());
        }
        if !self.allow_dash {
            remark(&mut schema, "Does not begin with a dash.");
        }
        schema
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        let mut probes = self.text.probes(examples);
        let valid = probes.valid.first().and_then(|valid| valid.as_str());
        let option = valid.map(|valid| format!("-{}", valid.get(1..).unwrap_or_default()));
        let takes = |text: &String| {
            let mut found = Violations::new();
            self.text
                .text(text, &mut Cursor::root(&mut found))
                .is_some()
        };
        // A pattern or a list may refuse it as a text already.
        match option.filter(takes) {
            Some(option) if self.allow_dash => probes.inside(option),
            Some(option) => probes.outside(option, "allow_dash"),
            None => {}
        }
        probes
    }
}
