//! The server's executable. Of a dev-dependency cargo builds only the library, so the
//! binary is built here.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::OnceLock,
};

use serde_json::Value;

/// The docs-server of this workspace, built once per test process; cargo sees to it that
/// later ones cost nothing.
pub fn docs_server() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR"));
    BINARY.get_or_init(|| build("docs-server", workspace, target_dir()))
}

/// The target directory that this test was built in.
pub fn target_dir() -> &'static Path {
    let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
    tmp.parent().expect("<target>/tmp")
}

/// Builds the package of this name in the workspace at `folder`, and says where its
/// executable, which has the same name, is.
pub fn build(package: &str, folder: &Path, target_dir: &Path) -> PathBuf {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut build = Command::new(cargo);
    build
        .args(["build", "--quiet", "--package", package, "--bin", package])
        .arg("--message-format=json-render-diagnostics")
        .arg("--target-dir")
        .arg(target_dir)
        .current_dir(folder)
        .stderr(Stdio::inherit());
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    let output = build.output().expect("cargo can be run");
    assert!(output.status.success(), "{package} does not build");
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == package)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .expect("cargo names the executable it built")
}
