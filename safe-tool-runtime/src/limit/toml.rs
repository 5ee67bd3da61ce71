//! Limits written as TOML: in a text, a file or an environment variable.

use super::Limits;

/// Limits that cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LimitsError {
    /// The text is not the TOML of [`Limits`].
    #[error("the limits cannot be read: {0}")]
    Toml(#[from] ::toml::de::Error),
    /// The environment variable holds something else than text.
    #[error("the environment variable {0} is not text")]
    NotText(String),
    /// The file cannot be read.
    #[error("the limits cannot be read from {path}: {error}")]
    File {
        /// Where it should be.
        path: String,
        /// What the system said.
        error: std::io::Error,
    },
}

impl Limits {
    /// Reads TOML, as [`Limits`] shows it.
    ///
    /// # Errors
    /// [`LimitsError::Toml`], with the line and what is wrong in it.
    pub fn from_toml(text: &str) -> Result<Self, LimitsError> {
        Ok(::toml::from_str(text)?)
    }

    /// Reads a file of TOML, as [`Limits`] shows it.
    ///
    /// # Errors
    /// If there is no such file, or it is not the TOML of limits.
    pub fn from_file(path: impl AsRef<std::path::Path>) -> Result<Self, LimitsError> {
        let path = path.as_ref();
        let text = std::fs::read_to_string(path).map_err(|error| LimitsError::File {
            path: path.display().to_string(),
            error,
        })?;
        Self::from_toml(&text)
    }

    /// Reads the environment variable of this name as TOML: on one line, say
    /// `tools = { search_documents = "120/min burst 20" }`. Without the variable there
    /// are no limits but the declared ones.
    ///
    /// # Errors
    /// If the variable is set and is not the TOML of limits.
    pub fn from_env(variable: &str) -> Result<Self, LimitsError> {
        match std::env::var(variable) {
            Ok(text) => Self::from_toml(&text),
            Err(std::env::VarError::NotPresent) => Ok(Self::default()),
            Err(std::env::VarError::NotUnicode(_)) => Err(LimitsError::NotText(variable.into())),
        }
    }
}
