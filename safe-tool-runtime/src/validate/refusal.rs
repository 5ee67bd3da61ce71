//! Carries typed violations past an error type that only holds text.
//!
//! `Deserialize` may fail with nothing but a message, and the SDK wraps that message
//! in an error of its own. The guard wants the violations themselves, and must not
//! take a handler's error for a refusal just because it is worded like one. So the
//! refused `Deserialize` leaves its violations on the thread, and the guard takes them
//! when the call returns: the SDK parses and fails within one poll, so on one thread.

use std::cell::RefCell;

use super::Violations;

thread_local! {
    static LAST: RefCell<Option<Violations>> = const { RefCell::new(None) };
}

pub(super) fn remember(violations: Violations) {
    LAST.with_borrow_mut(|last| *last = Some(violations));
}

/// The violations that this thread's last refused `Deserialize` left, if `message` is
/// their text.
pub(crate) fn take(message: &str) -> Option<Violations> {
    LAST.with_borrow_mut(Option::take)
        .filter(|violations| violations.to_string() == message)
}
