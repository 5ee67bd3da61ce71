//! The official conformance suite, over HTTP, on a server with the guard and on its twin
//! without: whatever passes there passes here.

use std::{
    collections::BTreeMap,
    path::Path,
    process::{Command, Output},
};

use crate::{
    client::{build, http::Server, process::Process},
    install,
};

/// What these servers have the tools for.
const TOOLS: [&str; 8] = [
    "tools-list",
    "tools-call-simple-text",
    "tools-call-image",
    "tools-call-audio",
    "tools-call-embedded-resource",
    "tools-call-mixed-content",
    "tools-call-error",
    "tools-call-with-progress",
];

#[test]
fn the_version_with_sessions() {
    compare(
        "2025-11-25",
        &["server-initialize", "server-session-lifecycle", "ping"],
    );
}

#[test]
fn the_version_without_sessions() {
    compare(
        "2026-07-28",
        &["http-header-validation", "dns-rebinding-protection"],
    );
}

/// Of each scenario, how many checks passed and failed.
type Results = BTreeMap<String, (u32, u32)>;

fn compare(version: &str, others: &[&str]) {
    let Some(clients) = install::node() else {
        return;
    };
    let [armed, bare] = ["armed", "bare"].map(|mode| results(&clients, mode, version));
    assert_eq!(
        armed.keys().collect::<Vec<_>>(),
        bare.keys().collect::<Vec<_>>()
    );
    for (scenario, (passed, failed)) in &armed {
        let (bare_passed, bare_failed) = bare[scenario];
        assert!(
            *passed >= bare_passed && *failed <= bare_failed,
            "{scenario}: {passed} passed and {failed} failed, {bare_passed} and {bare_failed} \
             without the guard"
        );
    }
    for scenario in TOOLS.iter().chain(others) {
        let (passed, failed) = armed[*scenario];
        assert!(passed > 0 && failed == 0, "{scenario}: {failed} failed");
    }
}

fn results(clients: &Path, mode: &str, version: &str) -> Results {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR"));
    let program = build::build("conformance-server", workspace, build::target_dir());
    let process = Process::spawn(&program, &[mode], [("", ""); 0]);
    let server = Server::listening(process);
    let mut suite = Command::new(install::node_program(clients));
    suite
        .arg(clients.join("node_modules/@modelcontextprotocol/conformance/dist/index.js"))
        .args([
            "server",
            "--suite",
            "all",
            "--spec-version",
            version,
            "--url",
        ])
        .arg(format!("http://{}/mcp", server.address))
        // It leaves its results where it is run.
        .current_dir(clients);
    let Output { stdout, stderr, .. } = suite.output().unwrap();
    let printed = String::from_utf8_lossy(&stdout);
    let (_, summary) = printed
        .split_once("=== SUMMARY ===")
        .unwrap_or_else(|| panic!("{printed}{}", String::from_utf8_lossy(&stderr)));
    summary.lines().filter_map(scenario).collect()
}

/// `✓ ping: 2 passed, 0 failed`
fn scenario(line: &str) -> Option<(String, (u32, u32))> {
    let (name, counts) = line.split_once(": ")?;
    let (passed, failed) = counts.split_once(" passed, ")?;
    let failed = failed.strip_suffix(" failed")?;
    let name = name.trim_start_matches(['✓', '✗', ' ']);
    let counts = (passed.parse().ok()?, failed.parse().ok()?);
    (name != "Total").then(|| (name.to_owned(), counts))
}
