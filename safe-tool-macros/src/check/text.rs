//! Strings: lengths, patterns, choices.

use syn::LitStr;

use super::value::{Context, find, flag};
use crate::model::Text;

impl Context<'_> {
    pub(super) fn text(&self) -> Option<Text> {
        let text = Text {
            min_len: find!(self, MinLen).cloned(),
            max_len: find!(self, MaxLen).cloned(),
            pattern: find!(self, Pattern).cloned(),
            one_of: find!(self, OneOf).cloned().unwrap_or_default(),
            trim: flag!(self, Trim),
            multiline: flag!(self, Multiline),
            allow_control_chars: flag!(self, AllowControlChars),
            allow_format_chars: flag!(self, AllowFormatChars),
            allow_redaction_marker: flag!(self, AllowRedactionMarker),
        };
        self.ordered(text.min_len.as_ref(), text.max_len.as_ref(), "len");
        for (index, choice) in text.one_of.iter().enumerate() {
            self.choice(choice, &text.one_of[..index], &text);
        }
        // A list of choices is a bound, and `unbounded` beside it only louder than needed.
        if text.one_of.is_empty() {
            let can = match text.pattern {
                Some(_) => "has a pattern but no `max_len`, so it can be of any length",
                None => "can be of any length",
            };
            self.bounded(text.max_len.as_ref(), "max_len", can, || {
                format!(
                    "bound it with `{}`, list its values with `{}`, or write `{}` if it must be",
                    self.place.annotation("max_len(200)"),
                    self.place.annotation("one_of(\"a\", \"b\")"),
                    self.place.annotation("unbounded")
                )
            })?;
        } else if let Some(word) = &self.unbounded {
            self.errors.at(
                word,
                "`one_of` and `unbounded` contradict each other",
                "keep one of the two",
            );
        }
        Some(text)
    }

    pub(super) fn choice(&self, choice: &LitStr, earlier: &[LitStr], text: &Text) {
        let value = choice.value();
        if earlier.iter().any(|earlier| earlier.value() == value) {
            let help = "remove one of the two";
            self.errors.at(choice, "this value is listed twice", help);
        } else if let Some(problem) = super::literal::text_problem(&value, text) {
            self.errors.at(
                choice,
                format_args!("this value {problem}"),
                "change the value or the rule",
            );
        }
    }
}
