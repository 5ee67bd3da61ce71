//! What one message may hold before it is refused unread.

use super::{Guard, GuardBuilder};
use crate::wire::Budget;

/// A message of many small objects takes forty times its bytes while rmcp parses it; so
/// many take 20 MB.
const DEFAULT: Budget = Budget::bytes(1024 * 1024)
    .max_values(10_000)
    .max_keys(5_000);

impl GuardBuilder {
    /// Sets the most that one message may hold, in place of 1 MiB, 64 deep, 10,000 values
    /// and 5,000 keys.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use safe_tool_runtime::{guard::Guard, wire::Budget};
    ///
    /// let budget = Budget::bytes(64 * 1024).max_values(500);
    /// let guard = Guard::builder().budget(budget).build()?;
    /// assert_eq!(guard.budget(), budget);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn budget(mut self, budget: Budget) -> Self {
        self.budget = Some(budget);
        self
    }
}

impl Guard {
    /// The most that one message may hold.
    pub fn budget(&self) -> Budget {
        self.shared.budget.unwrap_or(DEFAULT)
    }
}
