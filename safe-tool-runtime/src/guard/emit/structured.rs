//! Structured data: all of it within the budget, or none.

use std::io;

use serde_json::Value;

use crate::{
    output::{Budget, Outlet},
    redact::{redact_json, redact_json_keeping_types},
};

/// The value without its secrets, or `None` if it is larger than the text limit. A
/// truncated value would be another value; the text beside it is cut and says so.
pub(super) fn within(mut value: Value, has_schema: bool, budget: Budget) -> Option<Value> {
    // Before it is redacted, which costs as much as there is; and after, for a mask may be
    // longer than what it hides.
    if !fits(&value, budget) {
        return None;
    }
    if has_schema {
        redact_json_keeping_types(&mut value);
    } else {
        redact_json(&mut value);
    }
    fits(&value, budget).then_some(value)
}

/// Whether the compact JSON of the value is within the budget. Reads no further than that.
fn fits(value: &Value, budget: Budget) -> bool {
    serde_json::to_writer(Left(budget), value).is_ok()
}

/// What is left of a budget; writing more is an error.
struct Left(Budget);

impl io::Write for Left {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A character has one byte that is no continuation.
        let chars = bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        let Budget {
            max_chars,
            max_bytes,
        } = &mut self.0;
        let left = max_chars
            .checked_sub(chars)
            .zip(max_bytes.checked_sub(bytes.len()));
        (*max_chars, *max_bytes) = left.ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What is said in place of data that is over the budget.
pub(super) fn withheld(outlet: &Outlet) -> String {
    format!(
        "Failed: the tool's structured output is over its limit of {} and was withheld; {}.",
        outlet.budget, outlet.more
    )
}
