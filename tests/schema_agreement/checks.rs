//! Custom checks of the subjects.

use std::fmt::Debug;

use safe_tool::CheckError;

/// Refuses whatever shows a 13: of any type, and never an empty value.
pub(super) fn unlucky<T: Debug>(value: &T) -> Result<(), &'static str> {
    match format!("{value:?}").contains("13") {
        true => Err("must not be unlucky"),
        false => Ok(()),
    }
}

/// Refuses a struct that shows a 6, pointing at a field that has no check of its own.
pub(super) fn unlucky_struct<T: Debug>(value: &T) -> Result<(), CheckError> {
    match format!("{value:?}").contains('6') {
        true => Err(CheckError::new("must not be unlucky").at("high")),
        false => Ok(()),
    }
}
