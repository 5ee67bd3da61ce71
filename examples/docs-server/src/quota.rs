//! `SAFE_TOOL_QUOTA`: another quota for every tool, so that load can be measured.

use std::{
    env::{self, VarError},
    error::Error,
};

use safe_tool::Quota;

const VARIABLE: &str = "SAFE_TOOL_QUOTA";

/// The quota in the environment, if there is one.
///
/// # Errors
/// A value that is not a quota: the message shows the form, not the value.
pub(crate) fn from_env() -> Result<Option<Quota>, Box<dyn Error>> {
    match env::var(VARIABLE) {
        Ok(text) => match text.parse() {
            Ok(quota) => Ok(Some(quota)),
            Err(error) => Err(format!("{VARIABLE}: {error}; for example 1000000/s").into()),
        },
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => Err(format!("{VARIABLE} is not UTF-8 text").into()),
    }
}
