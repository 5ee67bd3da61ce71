//! Somebody who can write in the folder, and calls that use it, in any order: whatever is
//! linked, moved or put in the way, nothing outside is read or changed.

#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::fs::symlink;

use proptest::prelude::*;
use rustix::fs::{CWD, Mode, mkfifoat};
use safe_tool_runtime::sandbox::{PathRules, ReadWrite, SandboxedPath};

use crate::fixture::{Fixture, LIMIT, OUTSIDE, kept};

const NAMES: [&str; 8] = ["a", "b", "sub", "a/b", "b/a", "sub/a", "a/b/a", "file.txt"];

/// Where links lead; what begins with `/` is from the folder around the root on.
const TARGETS: [&str; 9] = [
    "..",
    "../outside",
    "../outside/file.txt",
    "../outside/new",
    "../safe/sub",
    "/outside",
    "/proc/self/root/outside",
    "sub",
    "b",
];

/// What is done to the folder from beside, by std's own means.
#[derive(Debug, Clone)]
enum Harm {
    Link(usize, usize),
    HardLink(usize),
    Fifo(usize),
    Move(usize, usize),
    Remove(usize),
}

/// What a tool does.
#[derive(Debug, Clone)]
enum Use {
    Read(usize),
    List(usize),
    Write(usize),
    Append(usize),
    CreateNew(usize),
    Replace(usize),
    Remove(usize),
    Folders(usize),
    Rename(usize, usize),
}

fn step() -> impl Strategy<Value = Result<Use, Harm>> {
    let name = || 0..NAMES.len();
    let harm = prop_oneof![
        4 => (name(), 0..TARGETS.len()).prop_map(|(name, target)| Harm::Link(name, target)),
        1 => name().prop_map(Harm::HardLink),
        1 => name().prop_map(Harm::Fifo),
        2 => (name(), name()).prop_map(|(from, to)| Harm::Move(from, to)),
        2 => name().prop_map(Harm::Remove),
    ];
    let call = prop_oneof![
        name().prop_map(Use::Read),
        name().prop_map(Use::List),
        name().prop_map(Use::Write),
        name().prop_map(Use::Append),
        name().prop_map(Use::CreateNew),
        name().prop_map(Use::Replace),
        name().prop_map(Use::Remove),
        name().prop_map(Use::Folders),
        (name(), name()).prop_map(|(from, to)| Use::Rename(from, to)),
    ];
    prop_oneof![harm.prop_map(Err), call.prop_map(Ok)]
}

/// Never out of the test's own folder: a sandbox that leaks must not harm the machine.
fn target(fixture: &Fixture, target: usize) -> String {
    let base = fixture.base().to_str().unwrap();
    match TARGETS[target].strip_prefix("/proc/self/root/") {
        Some(rest) => format!("/proc/self/root{base}/{rest}"),
        None if TARGETS[target].starts_with('/') => format!("{base}{}", TARGETS[target]),
        None => TARGETS[target].to_owned(),
    }
}

/// Most of it fails, which is as good. Through a link that leads out the attacker would
/// change what is outside by himself, so there he does nothing.
fn harm(fixture: &Fixture, harm: &Harm, hard_links: bool) {
    let safe = fs::canonicalize(fixture.safe()).unwrap();
    let place = |name: usize| {
        let place = safe.join(NAMES[name]);
        let folder = fs::canonicalize(place.parent()?).ok()?;
        folder.starts_with(&safe).then_some(place)
    };
    let done = match *harm {
        Harm::Link(name, to) => place(name).map(|place| symlink(target(fixture, to), place)),
        Harm::HardLink(name) => {
            let secret = fixture.base().join("outside/file.txt");
            // It has no outside, unless the rules say so.
            let place = place(name).filter(|_| hard_links);
            place.map(|place| fs::hard_link(secret, place))
        }
        Harm::Fifo(name) => place(name).map(|place| {
            let mode = Mode::RUSR | Mode::WUSR;
            mkfifoat(CWD, place, mode).map_err(Into::into)
        }),
        Harm::Move(from, to) => place(from)
            .zip(place(to))
            .map(|(from, to)| fs::rename(from, to)),
        Harm::Remove(name) => place(name).map(|place| {
            let removed = fs::remove_file(&place);
            removed.or_else(|_| fs::remove_dir(place))
        }),
    };
    drop(done);
}

fn call(fixture: &Fixture, call: &Use, rules: PathRules) {
    let path = |name: usize| -> SandboxedPath<ReadWrite> {
        fixture.root.path_with(NAMES[name], kept(rules)).unwrap()
    };
    match *call {
        Use::Read(name) => {
            if let Ok(content) = path(name).read(LIMIT) {
                assert_ne!(content, OUTSIDE.as_bytes(), "read from outside");
            }
        }
        Use::List(name) => {
            for entry in path(name).read_dir().into_iter().flatten().flatten() {
                assert!(!entry.as_relative_str().ends_with("only-outside.txt"));
            }
        }
        Use::Write(name) => drop(path(name).write("w")),
        Use::Append(name) => drop(path(name).append("a")),
        Use::CreateNew(name) => drop(path(name).create_new()),
        Use::Replace(name) => drop(path(name).replace("r")),
        Use::Remove(name) => drop(path(name).remove_file()),
        Use::Folders(name) => drop(path(name).create_dir_all()),
        Use::Rename(from, to) => drop(path(from).rename(&path(to))),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..Default::default() })]

    #[test]
    fn nothing_outside_is_read_or_changed(
        steps in prop::collection::vec(step(), 1..40),
        no_symlinks: bool,
        no_hard_links: bool,
    ) {
        let mut rules = PathRules::new();
        if no_symlinks {
            rules = rules.no_symlinks();
        }
        if no_hard_links {
            rules = rules.no_hard_links();
        }
        let fixture = Fixture::new();
        for one in &steps {
            match one {
                Ok(one) => call(&fixture, one, rules),
                Err(one) => harm(&fixture, one, no_hard_links),
            }
        }
        fixture.assert_outside_untouched();
    }
}
