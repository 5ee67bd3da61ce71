//! `CommandArg`: the rules of a text, and what no program could be given.

use syn::LitStr;

use super::value::{Context, find, flag};
use crate::model::{Shape, Text};

impl Context<'_> {
    pub(super) fn command_arg(&self) -> Option<Shape> {
        let allow_dash = flag!(self, AllowDash);
        let text = Text {
            min_len: find!(self, MinLen).cloned(),
            max_len: find!(self, MaxLen).cloned(),
            pattern: find!(self, Pattern).cloned(),
            one_of: find!(self, OneOf).cloned().unwrap_or_default(),
            ..Text::default()
        };
        self.ordered(text.min_len.as_ref(), text.max_len.as_ref(), "len");
        for (index, choice) in text.one_of.iter().enumerate() {
            self.choice(choice, &text.one_of[..index], &text);
            self.argument(choice, allow_dash);
        }
        if text.one_of.is_empty() {
            let can = "is an argument of any length";
            self.bounded(text.max_len.as_ref(), "max_len", can, || {
                format!(
                    "bound it with `{}`, or list its values with `{}`",
                    self.place.annotation("max_len(200)"),
                    self.place.annotation("one_of(\"a\", \"b\")"),
                )
            })?;
        }
        Some(Shape::CommandArg { text, allow_dash })
    }

    /// A listed value is not looked at again when a call names it.
    fn argument(&self, choice: &LitStr, allow_dash: bool) {
        let value = choice.value();
        if value.contains(char::is_control) {
            self.errors.at(
                choice,
                "an argument holds no control characters",
                "write the value without them",
            );
        } else if value.starts_with('-') && !allow_dash {
            self.errors.at(
                choice,
                "this value begins with `-`: a program may take it as an option",
                format_args!(
                    "if it is meant to be one, write `{}` as well",
                    self.place.annotation("allow_dash")
                ),
            );
        }
    }
}
