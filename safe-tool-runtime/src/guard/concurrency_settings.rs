//! How many calls run at once: what the builder says.

use std::time::Duration;

use super::GuardBuilder;

impl GuardBuilder {
    /// Lets so many calls run at once in all, in place of 256: a tool that waits for
    /// something else holds little more than its arguments, and a thousand of those still
    /// fit into memory, while what they wait for is seldom built for more. 0 counts as 1,
    /// here and below.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use std::time::Duration;
    /// use safe_tool_runtime::guard::Guard;
    ///
    /// let guard = Guard::builder()
    ///     .max_concurrent_calls(32)
    ///     .max_concurrent_calls_per_caller(8)
    ///     .max_concurrent_calls_per_tool(16)
    ///     .max_waiting_calls(64)
    ///     .max_wait(Duration::from_millis(500))
    ///     .build()?;
    /// # let _ = guard;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn max_concurrent_calls(mut self, calls: usize) -> Self {
        self.bounds.server = calls;
        self
    }

    /// Lets so many calls of one caller run at once, in place of 64: a quarter of the
    /// server, so that three greedy callers leave room for a fourth, and more than a client
    /// in good order has in flight.
    #[must_use]
    pub fn max_concurrent_calls_per_caller(mut self, calls: usize) -> Self {
        self.bounds.caller = calls;
        self
    }

    /// Lets so many calls of each tool run at once, in place of 128: a tool that hangs
    /// takes half of the server and not the other tools' half.
    #[must_use]
    pub fn max_concurrent_calls_per_tool(mut self, calls: usize) -> Self {
        self.bounds.tool = calls;
        self
    }

    /// Lets so many calls wait at each of the bounds above, in place of 256, in the order
    /// in which they came. One more is refused at once, and with 0 none waits.
    #[must_use]
    pub fn max_waiting_calls(mut self, calls: usize) -> Self {
        self.bounds.waiting = calls;
        self
    }

    /// Lets a call wait so long in all, in place of one second; then it is refused.
    #[must_use]
    pub fn max_wait(mut self, wait: Duration) -> Self {
        self.bounds.wait = wait;
        self
    }
}
