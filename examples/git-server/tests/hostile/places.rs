//! Which repository is read: the one that was named, and no other.

use std::{fs, os::unix::fs::symlink};

use serde_json::json;

use super::fixture::{SECRET, World};

/// CVE-2025-68145 of mcp-server-git: a call's own path led past `--repository`. And
/// CVE-2025-68143: `git_init` made any folder one. Here no tool takes a repository, and
/// none makes one.
#[tokio::test]
async fn no_call_chooses_the_repository() {
    let world = World::new();
    let other = World::new();
    let client = world.serve().await;
    for argument in ["repo_path", "repository", "git_dir", "cwd"] {
        let arguments = json!({ argument: other.repository() });
        let said = client.bad("log", arguments).await;
        assert!(said.contains("unknown"), "{said}");
    }
    for tool in ["git_init", "init", "git_add", "checkout"] {
        let call = rmcp::model::CallToolRequestParams::new(tool);
        let answer = client.send(call).await;
        assert!(answer.is_err(), "{answer:?}");
    }
}

#[test]
fn what_is_no_repository_of_its_own_is_refused_at_the_start() {
    let world = World::new();
    let other = World::new();
    let inner = world.repository().join("notes");
    let said = world.refusal(&inner);
    assert!(said.contains("leads elsewhere or is missing"), "{said}");

    let link = world.path("linked");
    fs::create_dir(&link).unwrap();
    symlink(other.repository().join(".git"), link.join(".git")).unwrap();
    let said = world.refusal(&link);
    assert!(said.contains(".git leads elsewhere"), "{said}");

    let file = world.path("file");
    fs::create_dir(&file).unwrap();
    let way = format!("gitdir: {}\n", other.repository().join(".git").display());
    fs::write(file.join(".git"), way).unwrap();
    let said = world.refusal(&file);
    assert!(said.contains(".git leads elsewhere"), "{said}");

    let said = world.refusal(&world.path("missing"));
    assert!(said.contains("REPOSITORY"), "{said}");
}

/// A folder with a `.git` that git does not take for one is not looked for above.
#[test]
fn the_repository_around_is_not_read_instead() {
    let world = World::new();
    let inner = world.repository().join("inner");
    fs::create_dir_all(inner.join(".git/objects")).unwrap();
    fs::create_dir_all(inner.join(".git/refs")).unwrap();
    let said = world.refusal(&inner);
    assert!(said.contains("not a git repository"), "{said}");
}

/// Whoever writes into the repository cannot have another one read while it is served.
#[tokio::test]
async fn a_repository_that_comes_to_lead_elsewhere_is_not_read() {
    let world = World::new();
    let other = World::new();
    other.commit("secret.txt", SECRET, SECRET);
    let secret = other.git(&["rev-parse", "HEAD"]);
    let secret = secret.trim();
    let (ours, theirs) = (world.repository(), other.repository());
    let client = world.serve().await;
    let kept = world.path("kept");

    for part in [".git", ".git/objects", ".git/objects/pack", ".git/refs"] {
        fs::rename(ours.join(part), &kept).unwrap();
        symlink(theirs.join(part), ours.join(part)).unwrap();
        let said = client.bad("show", json!({ "rev": secret })).await;
        assert!(said.contains("cannot be read"), "{said}");
        fs::remove_file(ours.join(part)).unwrap();
        fs::rename(&kept, ours.join(part)).unwrap();
        client.good("log", json!({})).await;
    }
    let way = theirs.join(".git/objects").display().to_string();
    fs::write(ours.join(".git/objects/info/alternates"), way).unwrap();
    client.bad("show", json!({ "rev": secret })).await;
    fs::remove_file(ours.join(".git/objects/info/alternates")).unwrap();
    fs::write(
        ours.join(".git/commondir"),
        theirs.join(".git").to_str().unwrap(),
    )
    .unwrap();
    client.bad("show", json!({ "rev": secret })).await;
}

/// `core.worktree` and `include.path` name files outside; nothing of them is shown.
#[tokio::test]
async fn settings_that_name_other_files_show_nothing_of_them() {
    let world = World::new();
    let client = world.serve().await;
    let secret = world.path("secret");
    let secret = secret.to_str().unwrap();
    for (setting, value) in [
        ("core.worktree", world.path("").to_str().unwrap()),
        ("mailmap.file", secret),
        ("diff.orderFile", secret),
        ("core.attributesFile", secret),
        ("core.excludesFile", secret),
        ("include.path", secret),
    ] {
        world.git(&["config", setting, value]);
        // Each answer is searched for the secret.
        client.every_tool().await;
        client.call("log", json!({"path": "secret"})).await;
        // Not by git, which may not read it any more.
        let config = world.repository().join(".git/config");
        let text = fs::read_to_string(&config).unwrap();
        let kept: Vec<_> = text.lines().filter(|line| !line.contains(value)).collect();
        fs::write(&config, kept.join("\n") + "\n").unwrap();
    }
    // A branch that is a link to a file.
    let branch = world.repository().join(".git/refs/heads/linked");
    symlink(secret, branch).unwrap();
    client.bad("show", json!({"rev": "linked"})).await;
}

/// `safe.directory`: another user's repository is not read, whatever its files say. Only
/// root can give a folder away; elsewhere there is nothing to try.
#[test]
fn another_users_repository_is_refused() {
    let world = World::new();
    let repository = world.repository();
    let given = [repository.clone(), repository.join(".git")]
        .iter()
        .all(|path| std::os::unix::fs::chown(path, Some(12_345), Some(12_345)).is_ok());
    if !given {
        eprintln!("skipped: only root can give a folder to another user");
        return;
    }
    let said = world.refusal(&repository);
    assert!(said.contains("dubious ownership"), "{said}");
}
