//! The server's executable. It is a package of its own, which cargo does not build for
//! another's example, so it is built here.

use std::{
    env,
    error::Error,
    ffi::OsString,
    path::PathBuf,
    process::{Command, Stdio},
};

use serde_json::Value;

const PACKAGE: &str = "cluster-server";

/// Builds the server as this program was built, and says where it is. Costs little when
/// nothing has changed.
///
/// # Errors
/// Cargo cannot be run, or the server does not build: cargo has said why.
pub fn cluster_server() -> Result<PathBuf, Box<dyn Error>> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut build = Command::new(cargo);
    build
        .args(["build", "--package", PACKAGE, "--bin", PACKAGE])
        .arg("--message-format=json-render-diagnostics")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::inherit());
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    let output = build
        .output()
        .map_err(|error| format!("cargo cannot be run: {error}"))?;
    let executable = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == PACKAGE)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from));
    match executable {
        Some(executable) if output.status.success() => Ok(executable),
        _ => Err(format!("{PACKAGE} does not build").into()),
    }
}
