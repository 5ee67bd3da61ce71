//! Where the clients are: installed once into the target directory, from `requirements.txt`
//! and `package.json`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Mutex,
};

use crate::client::build::target_dir;

/// This folder.
pub fn here(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/real_clients")
        .join(file)
}

/// The Python that has FastMCP. `None` where there is no Python, which is said, and is an
/// error in CI.
pub fn python() -> Option<PathBuf> {
    let folder = at("python", "requirements.txt", |folder| {
        let environment = Command::new("python3")
            .args(["-m", "venv"])
            .arg(folder)
            .status();
        if !environment.is_ok_and(|status| status.success()) {
            return Err("python3 with its venv module");
        }
        let mut pip = Command::new(folder.join("bin/python"));
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "-r",
        ]);
        run(pip.arg(here("requirements.txt")));
        Ok(())
    })?;
    Some(folder.join("bin/python"))
}

/// The folder in which the clients of TypeScript are installed, or `None` as above.
pub fn node() -> Option<PathBuf> {
    at("node", "package.json", |folder| {
        let there = Command::new("npm").arg("--version").output();
        if !there.is_ok_and(|output| output.status.success()) {
            return Err("node with npm");
        }
        fs::create_dir_all(folder).unwrap();
        fs::copy(here("package.json"), folder.join("package.json")).unwrap();
        let mut npm = Command::new("npm");
        npm.args([
            "install",
            "--no-package-lock",
            "--no-audit",
            "--no-fund",
            "--silent",
        ]);
        run(npm.current_dir(folder));
        Ok(())
    })
}

/// The installed Node: the suite needs a later one than systems come with.
pub fn node_program(folder: &Path) -> PathBuf {
    folder.join("node_modules/.bin/node")
}

/// The folder `name`, installed if what `list` asks for is not there yet.
fn at(
    name: &str,
    list: &str,
    install: impl FnOnce(&Path) -> Result<(), &'static str>,
) -> Option<PathBuf> {
    // The tests are threads of one process, under `cargo test`.
    static INSTALLING: Mutex<()> = Mutex::new(());
    let _one_at_a_time = INSTALLING.lock();
    let folder = target_dir().join("real-clients").join(name);
    let wanted = fs::read_to_string(here(list)).unwrap();
    let done = folder.join("installed");
    if fs::read_to_string(&done).is_ok_and(|installed| installed == wanted) {
        return Some(folder);
    }
    if let Err(missing) = install(&folder) {
        assert!(env::var_os("CI").is_none(), "{missing} is not there");
        eprintln!("SKIPPED: the real clients need {missing}");
        return None;
    }
    fs::write(done, wanted).unwrap();
    Some(folder)
}

fn run(command: &mut Command) {
    let status = command.status();
    assert!(status.is_ok_and(|status| status.success()), "{command:?}");
}
