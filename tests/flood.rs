//! What the flood says where there is nothing to flood. That it succeeds where there is,
//! it checks itself, by rates over seconds that a busy machine can spoil: nothing for a test.
#![expect(clippy::expect_used, reason = "a test")]

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::LazyLock,
};

use serde_json::Value;

#[test]
fn without_redis_it_says_how_to_get_it() {
    let nothing = tempfile::tempdir().expect("a folder");
    let drawing = nothing.path().join("flood.svg");
    let output = Command::new(&*FLOOD)
        .arg(&drawing)
        .env("PATH", nothing.path())
        .output()
        .expect("it starts");
    ends_with_2(&output, "apt-get install redis-server");
    assert!(!drawing.exists());
}

#[test]
fn what_is_no_file_is_answered_with_the_usage() {
    for arguments in [&["--help"][..], &["a.svg", "b.svg"]] {
        let output = Command::new(&*FLOOD).args(arguments).output();
        ends_with_2(&output.expect("it starts"), "usage: flood");
    }
}

/// Not with 1, which is a limit that did not hold.
fn ends_with_2(output: &Output, said: &str) {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains(said), "{errors}");
    assert_eq!(output.status.code(), Some(2), "{errors}");
    assert!(output.stdout.is_empty(), "nothing was flooded");
}

/// Built into the target folder of this test; as one workspace, so that what
/// `cargo test --workspace` built serves.
static FLOOD: LazyLock<PathBuf> = LazyLock::new(|| {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
    let built = Command::new(env!("CARGO"))
        .args(["build", "--workspace", "--example", "flood"])
        .args(["--message-format=json", "--target-dir"])
        .arg(target.expect("a folder in the target folder"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo starts");
    let errors = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.success(), "{errors}");
    String::from_utf8_lossy(&built.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == "flood")
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .expect("cargo names the executable it built")
});
