//! Arguments that are options, command lines, or other files.

use std::fs;

use serde_json::{Value, json};

use super::fixture::World;

/// Each revision, in each place that takes one.
fn calls(rev: &str) -> [(&'static str, Value); 5] {
    [
        ("log", json!({ "rev": rev })),
        ("log", json!({ "words": rev, "rev": rev })),
        ("diff", json!({ "from": rev })),
        ("diff", json!({ "from": "HEAD", "to": rev })),
        ("show", json!({ "rev": rev })),
    ]
}

/// CVE-2025-68144 of mcp-server-git, and issue 53 of git-mcp-server: `--output` wrote files.
#[tokio::test]
async fn an_option_is_no_revision() {
    let world = World::new();
    let client = world.serve().await;
    let written = world.path("written");
    let output = format!("--output={}", written.display());
    for option in [
        output.as_str(),
        "--upload-pack=touch x",
        "--ext-diff",
        "--textconv",
        "-O/etc/passwd",
        "--no-index",
        "--all",
        "--stdin",
        "--exec=touch x",
        "-",
        "--",
        "--end-of-options",
        "-c",
        "--git-dir=/",
    ] {
        for (tool, arguments) in calls(option) {
            let said = client.bad(tool, arguments).await;
            assert!(said.contains("must not begin with -"), "{option}: {said}");
        }
    }
    assert!(!written.exists());
    // One that git would take for a revision's end is a name that git does not know.
    for dash in ["\u{2014}output=x", "\u{ff0d}-output=x", "\u{2212}p"] {
        for (tool, arguments) in calls(dash) {
            client.bad(tool, arguments).await;
        }
    }
}

/// As in CVE-2025-68144, with a branch of that name in the repository: it is still no option.
#[tokio::test]
async fn a_branch_that_is_called_like_an_option_changes_nothing() {
    let world = World::new();
    let written = world.path("written");
    let head = world.git(&["rev-parse", "HEAD"]);
    let refs = world.repository().join(".git/refs/heads");
    fs::write(refs.join("--output=x"), &head).unwrap();
    fs::write(refs.join("--all"), &head).unwrap();
    let client = world.serve().await;
    for branch in ["--output=x", "--all"] {
        for (tool, arguments) in calls(branch) {
            client.bad(tool, arguments).await;
        }
    }
    assert!(!written.exists() && !world.repository().join("x").exists());
    // The branch itself can be named, in full.
    client
        .good("show", json!({"rev": "refs/heads/--all"}))
        .await;
}

/// CVE-2025-53107 of git-mcp-server, CVE-2026-7812 of code-mcp: a shell took them apart.
#[tokio::test]
async fn there_is_no_shell_to_inject_into() {
    let world = World::new();
    let client = world.serve().await;
    let trap = world.trap();
    for text in [
        format!("HEAD; {trap}"),
        format!("HEAD && {trap}"),
        format!("HEAD | {trap}"),
        format!("$({trap})"),
        format!("`{trap}`"),
        format!("HEAD > {}", world.path("written").display()),
        format!("!{trap}"),
        format!("ext::{trap}"),
        format!("'; {trap}; '"),
        format!("\"; {trap}; \""),
        format!("HEAD %0a{trap}"),
    ] {
        for (tool, arguments) in calls(&text) {
            client.bad(tool, arguments).await;
        }
        // As words they are words.
        client.good("log", json!({ "words": text })).await;
        client.call("log", json!({ "path": text })).await;
    }
    for text in [
        format!("HEAD\n{trap}"),
        format!("HEAD\r{trap}"),
        "HEAD\0".to_owned(),
    ] {
        for (tool, arguments) in calls(&text) {
            let said = client.bad(tool, arguments).await;
            assert!(said.contains("control characters"), "{said}");
        }
    }
    assert!(!world.sprung());
    assert!(!world.path("written").exists());
}

/// Outside of a repository, and for two paths, `git diff` compares files.
#[tokio::test]
async fn a_file_is_no_revision() {
    let world = World::new();
    let client = world.serve().await;
    let secret = world.path("secret");
    let secret = secret.to_str().unwrap();
    for (from, to) in [
        (secret, "/dev/null"),
        ("/dev/null", secret),
        ("../secret", "/dev/null"),
        ("a.txt", secret),
        ("HEAD", secret),
    ] {
        client.bad("diff", json!({"from": from, "to": to})).await;
    }
    for rev in [
        secret,
        "../secret",
        "HEAD:../secret",
        ":/../secret",
        "a.txt",
    ] {
        client.bad("show", json!({ "rev": rev })).await;
    }
}

/// CVE-2026-27735 of mcp-server-git: `../` led out of the repository.
#[tokio::test]
async fn a_path_is_in_the_repository() {
    let world = World::new();
    let client = world.serve().await;
    for path in [
        "../secret",
        "notes/../../secret",
        "/etc/passwd",
        ":(top)a.txt",
        ":!a.txt",
        "-p",
        "~/x",
    ] {
        for tool in ["log", "diff", "show"] {
            let arguments = json!({"rev": "HEAD", "path": path});
            let arguments = match tool {
                "diff" => json!({"from": "HEAD~1", "path": path}),
                _ => arguments,
            };
            let (said, failed) = client.call(tool, arguments).await;
            // `-p` is a name like any other: it is passed as `./-p`.
            assert_eq!(failed, path != "-p", "{tool} {path}: {said}");
        }
    }
    // A star is a star.
    let log = client.good("log", json!({"path": "*"})).await;
    assert!(!log.contains("words"), "{log}");
}

#[tokio::test]
async fn refusals_repeat_nothing_and_name_no_folder() {
    let world = World::new();
    let client = world.serve().await;
    let said = client.bad("show", json!({"rev": "no-such-revision"})).await;
    assert!(said.contains("name a commit, a branch or a tag"), "{said}");
    assert!(!said.contains("no-such-revision"), "{said}");
    assert!(
        !said.contains(world.repository().to_str().unwrap()),
        "{said}"
    );
}
