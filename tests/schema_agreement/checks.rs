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

/// The same of a struct, pointing at one of its fields.
pub(super) fn unlucky_struct<T: Debug>(value: &T) -> Result<(), CheckError> {
    match format!("{value:?}").contains("66") {
        true => Err(CheckError::new("must not be unlucky").at("low")),
        false => Ok(()),
    }
}
