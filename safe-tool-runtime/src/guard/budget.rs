//! How large a message may be: read off what the tools declare.

use super::{Guard, GuardBuilder};
use crate::{validate::JsonSize, wire::Budget};

/// For the envelope, and for the other methods: the largest of them, `initialize`, lists
/// what a client can do.
const ENVELOPE: Budget = Budget::bytes(64 * 1024)
    .max_depth(32)
    .max_values(4_096)
    .max_keys(4_096);
/// The arguments are two levels down, in `params`.
const ARGUMENTS_AT: u32 = 2;

/// The most that a tool's arguments may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ArgumentsSize {
    Most(JsonSize),
    /// The tool declares arguments without bounds.
    Unbounded,
    /// Nothing is declared, and the schema does not tell.
    Unknown,
}

impl GuardBuilder {
    /// Lets messages have so many bytes, in place of what the tools' arguments come to. Needed
    /// where arguments are declared `#[unbounded]`, or hold themselves.
    #[must_use]
    pub fn max_message_bytes(self, bytes: u64) -> Self {
        self.message_budget(Budget::bytes(bytes))
    }

    /// The same with every bound.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use safe_tool_runtime::{guard::Guard, wire::Budget};
    ///
    /// let budget = Budget::bytes(64 * 1024).max_values(500);
    /// let guard = Guard::builder().message_budget(budget).build()?;
    /// assert_eq!(guard.budget(), budget);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn message_budget(mut self, budget: Budget) -> Self {
        self.message_budget = Some(budget);
        self
    }
}

impl Guard {
    /// The most that one message may hold: what the builder says, else twice the longest
    /// spelling of the largest arguments among the tools that are protected so far, and 64 KiB
    /// for all else. A tool that declares nothing, and one that is left unguarded, count as
    /// [`Budget::default`].
    #[must_use]
    pub fn budget(&self) -> Budget {
        if let Some(budget) = self.shared.message_budget {
            return budget;
        }
        let mut most = JsonSize::default();
        let mut is_known = true;
        for size in self.armed_sizes() {
            match size {
                ArgumentsSize::Most(size) => most = most.or(size),
                ArgumentsSize::Unbounded | ArgumentsSize::Unknown => is_known = false,
            }
        }
        let twice = |declared: u64, more: u64| declared.saturating_mul(2).saturating_add(more);
        let bytes = twice(most.bytes, ENVELOPE.max_bytes);
        let budget = Budget::bytes(bytes)
            .max_depth(ENVELOPE.max_depth.max(most.depth + ARGUMENTS_AT))
            .max_values(twice(most.values, ENVELOPE.max_values))
            .max_keys(twice(most.keys, ENVELOPE.max_keys));
        if is_known {
            budget
        } else {
            larger(budget, Budget::default())
        }
    }

    /// Whether arguments without bounds are fine: the builder says what a message may be.
    pub(crate) fn has_message_budget(&self) -> bool {
        self.shared.message_budget.is_some()
    }
}

fn larger(one: Budget, other: Budget) -> Budget {
    let bytes = one.max_bytes.max(other.max_bytes);
    Budget::bytes(bytes)
        .max_depth(one.max_depth.max(other.max_depth))
        .max_values(one.max_values.max(other.max_values))
        .max_keys(one.max_keys.max(other.max_keys))
        .max_string_bytes(one.max_string_bytes.max(other.max_string_bytes))
}
