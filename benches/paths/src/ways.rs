//! The ways to open what a caller names.

use std::fs::File;

use cap_std::{ambient_authority, fs::Dir};
use path_jail::guard::{FdJail, OpenOptions};
use safe_tool::{ReadOnly, SandboxRoot, sandbox::PathRules};
use strict_path::PathBoundary;

use crate::folder::Folder;

pub struct Way<'a> {
    pub name: &'static str,
    /// From the caller's text to an open file; whether it came to that.
    pub open: Box<dyn Fn(&str) -> bool + 'a>,
}

fn way<'a>(name: &'static str, open: impl Fn(&str) -> bool + 'a) -> Way<'a> {
    Way {
        name,
        open: Box::new(open),
    }
}

/// `File::open` first: the others are compared with it.
pub fn all(folder: &Folder) -> Vec<Way<'static>> {
    let root = folder.root();
    let canonical = root.canonicalize().expect("the root");
    let dir = Dir::open_ambient_dir(&root, ambient_authority()).expect("the root");
    let boundary = PathBoundary::<()>::try_new(&root).expect("the root");
    let jail = FdJail::new(&root).expect("the root");
    let all_policies = || {
        OpenOptions::new()
            .read(true)
            .require_regular_file(true)
            .reject_hard_links(true)
    };
    let ours: &'static SandboxRoot = Box::leak(Box::new(SandboxRoot::unset()));
    ours.set(&root).expect("the root");
    static STRICT: PathRules = PathRules::new().no_hard_links();
    let strict = &STRICT;
    // The texts of a run are few: what is parsed once is looked up here.
    let accepted: Vec<_> = crate::folder::CASES
        .iter()
        .filter_map(|case| {
            Some((
                case.text,
                ours.path_with::<ReadOnly>(case.text, strict).ok()?,
            ))
        })
        .collect();
    let plain = root.clone();
    vec![
        way("File::open", move |text| {
            File::open(plain.join(text)).is_ok()
        }),
        way("canonicalize, then open", move |text| {
            let Ok(path) = root.join(text).canonicalize() else {
                return false;
            };
            path.starts_with(&canonical) && File::open(path).is_ok()
        }),
        way("cap-std", move |text| dir.open(text).is_ok()),
        way("strict-path", move |text| {
            boundary
                .strict_join(text)
                .is_ok_and(|path| path.open_file().is_ok())
        }),
        way("path_jail, all policies", move |text| {
            jail.open(text, all_policies()).is_ok()
        }),
        way("safe-tool, from text", move |text| {
            let path = ours.path_with::<ReadOnly>(text, strict);
            path.is_ok_and(|path| path.open().is_ok())
        }),
        way("safe-tool, open alone", move |text| {
            let path = accepted.iter().find(|(accepted, _)| *accepted == text);
            path.is_some_and(|(_, path)| path.open().is_ok())
        }),
    ]
}
