//! What the messages of a guard's tools may be.

use super::Guard;
use crate::wire::Budget;

impl Guard {
    /// The most that one message may hold.
    pub fn budget(&self) -> Budget {
        Budget::default()
    }
}
