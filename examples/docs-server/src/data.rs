//! What the tools serve, and where it is.
//!
//! `SAFE_DIR`, `PAGES_DIR` and `USERS_JSON` say where. Without them it is the `data`
//! folder of this package, read where it was built from: nothing is unpacked, and no
//! folder is left behind.

use std::{
    env,
    error::Error,
    fmt::Display,
    fs, io,
    path::{Path, PathBuf},
};

use safe_tool::SandboxRoot;
use serde_json::{Map, Value};

use crate::search::Index;

/// The folder of the documents; set once, at start-up.
pub(crate) static DOCS: SandboxRoot = SandboxRoot::unset();
/// The folder of the pages; set once, at start-up.
pub(crate) static PAGES: SandboxRoot = SandboxRoot::unset();

const OWN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");

/// What is kept in memory.
pub(crate) struct Data {
    /// For searching the documents.
    pub(crate) index: Index,
    /// Member records by id.
    pub(crate) users: Map<String, Value>,
}

impl Data {
    /// Opens both folders and reads the rest.
    ///
    /// # Errors
    /// Something is not where it should be; the message names the variable that moves it.
    pub(crate) fn from_env() -> Result<Self, Box<dyn Error>> {
        let docs = place("SAFE_DIR", "docs")?;
        let pages = place("PAGES_DIR", "pages")?;
        DOCS.set(&docs).map_err(named("SAFE_DIR"))?;
        PAGES.set(pages).map_err(named("PAGES_DIR"))?;
        Ok(Self {
            index: Index::build(&docs, &DOCS),
            users: read_users(&place("USERS_JSON", "users.json")?).map_err(named("USERS_JSON"))?,
        })
    }
}

/// The place that a variable names, made absolute, else the one among our own data.
fn place(variable: &str, own: &str) -> io::Result<PathBuf> {
    match env::var_os(variable) {
        Some(path) => std::path::absolute(path),
        None => Ok(Path::new(OWN).join(own)),
    }
}

/// Puts the variable that would mend it before an error.
fn named<E: Display>(variable: &'static str) -> impl FnOnce(E) -> String {
    move |error| format!("{variable}: {error}")
}

fn read_users(path: &Path) -> Result<Map<String, Value>, String> {
    let read = || -> Result<_, Box<dyn Error>> { Ok(serde_json::from_slice(&fs::read(path)?)?) };
    read().map_err(|error| format!("{}: {error}", path.display()))
}
