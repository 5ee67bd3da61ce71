//! The options of a path: what the text tells, and what only the disk does.

use std::fs;
use std::os::unix::fs::symlink;

use safe_tool_runtime::sandbox::{PathRefusal, PathRules, ReadOnly, SandboxError};

use crate::fixture::{Fixture, INSIDE, LIMIT, kept, unset};

#[track_caller]
fn assert_takes(rules: PathRules, taken: &[&str], refused: &[&str], refusal: PathRefusal) {
    for text in taken {
        assert!(
            unset().path_with::<ReadOnly>(text, kept(rules)).is_ok(),
            "{text}"
        );
    }
    for text in refused {
        let found = unset()
            .path_with::<ReadOnly>(text, kept(rules))
            .expect_err(text);
        assert_eq!(found, refusal, "{text}");
    }
}

#[test]
fn extensions_are_of_the_last_name_and_exact() {
    const ALLOWED: &[&str] = &["md", "tar.gz"];
    let refusal = PathRefusal::Extension { allowed: ALLOWED };
    assert_takes(
        PathRules::new().extensions(ALLOWED),
        &["a.md", "a.b.md", "sub/a.md", "x.tar.gz", "..md", "a b.md"],
        &[
            "a", "a.txt", "a.md/b", ".md", "sub/.md", "a.MD", "amd", "a.mdx", "a.gz", ".tar.gz",
        ],
        refusal,
    );
    assert_eq!(refusal.to_string(), "must end in .md or .tar.gz");
}

#[test]
fn hidden_names_are_refused_in_each_position() {
    assert_takes(
        PathRules::new().no_hidden(),
        &["a", "a.b", "a/b..c"],
        &[".a", "a/.git/config", "..foo", "a/.b"],
        PathRefusal::Hidden,
    );
}

#[test]
fn depth_counts_names() {
    assert_takes(
        PathRules::new().max_depth(2),
        &["a", "a/b"],
        &["a/b/c", "a/b/c/d"],
        PathRefusal::TooDeep { max: 2 },
    );
    assert_eq!(
        PathRefusal::TooDeep { max: 1 }.to_string(),
        "must be at most 1 name deep"
    );
}

#[test]
fn what_must_exist_is_looked_up_when_it_is_accepted() {
    let fixture = Fixture::new();
    symlink("/etc/passwd", fixture.safe().join("out")).unwrap();
    let rules = PathRules::new().must_exist();
    let take = |text| {
        fixture
            .root
            .path_with::<ReadOnly>(text, kept(rules))
            .map(drop)
    };
    assert_eq!(take("file.txt"), Ok(()));
    assert_eq!(take("sub"), Ok(()));
    // One answer to both: what is outside is not told from what is not there.
    assert_eq!(take("nope"), Err(PathRefusal::Missing));
    assert_eq!(take("out"), Err(PathRefusal::Missing));
    assert_eq!(
        unset().path_with::<ReadOnly>("a", kept(rules)).map(drop),
        Err(PathRefusal::Unavailable)
    );
}

#[test]
fn no_link_is_followed_not_even_inside() {
    let fixture = Fixture::new();
    let safe = fixture.safe();
    symlink("file.txt", safe.join("link")).unwrap();
    symlink("sub", safe.join("folder")).unwrap();
    symlink("../outside", safe.join("out")).unwrap();
    symlink("new.txt", safe.join("dangling")).unwrap();
    let rules = PathRules::new().no_symlinks();

    for text in ["link", "folder/file.txt", "out/file.txt", "dangling"] {
        let path = fixture.writable_with(text, rules);
        for error in [
            path.open().unwrap_err(),
            path.metadata().unwrap_err(),
            path.write("x").unwrap_err(),
            path.append("x").unwrap_err(),
        ] {
            assert!(matches!(error, SandboxError::Symlink), "{text}: {error:?}");
        }
    }
    for text in ["link", "dangling"] {
        let path = fixture.writable_with(text, rules);
        let other = fixture.writable_with("other", rules);
        for error in [
            path.replace("x").unwrap_err(),
            path.remove_file().unwrap_err(),
            path.rename(&other).unwrap_err(),
        ] {
            assert!(matches!(error, SandboxError::Symlink), "{text}: {error:?}");
        }
    }
    for text in ["folder/new", "out/new", "folder/new/er"] {
        let error = fixture.writable_with(text, rules).create_dir_all();
        assert!(
            matches!(error, Err(SandboxError::Symlink)),
            "{text}: {error:?}"
        );
    }
    let error = fixture.with("folder", rules).read_dir().unwrap_err();
    assert!(matches!(error, SandboxError::Symlink), "{error:?}");
    assert_eq!(
        fixture.with("sub/file.txt", rules).read(LIMIT).unwrap(),
        INSIDE.as_bytes()
    );
    assert!(!safe.join("new.txt").exists());
    fixture.assert_outside_untouched();
}

#[test]
fn a_file_of_two_names_is_refused_where_that_is_asked_for() {
    let fixture = Fixture::new();
    let secret = fixture.base().join("outside/file.txt");
    fs::hard_link(&secret, fixture.safe().join("linked")).unwrap();

    // By default a hard link is a file like any other: it has no outside.
    assert!(fixture.read("linked").is_ok());
    let rules = PathRules::new().no_hard_links();
    let path = fixture.writable_with("linked", rules);
    for error in [
        path.open().unwrap_err(),
        path.write("x").unwrap_err(),
        path.append("x").unwrap_err(),
        path.create().unwrap_err(),
    ] {
        assert!(matches!(error, SandboxError::HardLinked), "{error:?}");
    }
    fixture.assert_outside_untouched();
    // To take its place is no harm to the other name.
    path.replace("own").unwrap();
    assert_eq!(path.read_to_string(LIMIT).unwrap(), "own");
    fixture.assert_outside_untouched();
}

#[test]
fn bytes_are_bounded_when_reading_and_when_writing() {
    let fixture = Fixture::new();
    let size = INSIDE.len() as u64;
    let path = |max| fixture.writable_with("file.txt", PathRules::new().max_bytes(max));
    assert_eq!(path(size).read(LIMIT).unwrap(), INSIDE.as_bytes());
    assert!(path(size).open().is_ok());
    let too_large = |error: SandboxError, max| matches!(error, SandboxError::TooLarge { limit } if limit == max);
    assert!(too_large(path(size - 1).read(LIMIT).unwrap_err(), size - 1));
    assert!(too_large(path(size - 1).open().unwrap_err(), size - 1));
    assert!(too_large(path(2).write("abc").unwrap_err(), 2));
    assert!(too_large(path(2).replace("abc").unwrap_err(), 2));
    assert!(too_large(path(size).append("a").unwrap_err(), size));
    assert_eq!(fixture.content("file.txt"), INSIDE);
    path(size + 1).append("!").unwrap();
    assert_eq!(fixture.content("file.txt"), format!("{INSIDE}!"));
    // What is there does not count where it is emptied first.
    path(2).write("ab").unwrap();
    assert_eq!(fixture.content("file.txt"), "ab");
    // Nothing is made for what does not fit.
    let new = fixture.writable_with("new.txt", PathRules::new().max_bytes(2));
    assert!(new.append("abc").is_err() && new.write("abc").is_err());
    assert!(!fixture.path("new.txt").exists());
}

#[test]
fn a_growing_file_is_not_read_beyond_its_bound() {
    // Its size says nothing: the files of /proc claim to be empty.
    #[cfg(target_os = "linux")]
    {
        let rules = PathRules::new().max_bytes(10);
        let pid = std::process::id();
        let status = crate::fixture::at("/proc");
        let status = status
            .path_with::<ReadOnly>(&format!("{pid}/status"), kept(rules))
            .unwrap();
        assert!(status.open().is_ok());
        assert!(matches!(
            status.read(1 << 20),
            Err(SandboxError::TooLarge { limit: 10 })
        ));
    }
}

#[test]
fn an_extension_is_checked_again_when_a_listed_folder_turns_out_to_be_a_file() {
    let fixture = Fixture::new();
    let rules = PathRules::new().extensions(&["txt"]);
    let mut listed = fixture
        .root
        .read_dir(kept(rules))
        .unwrap()
        .map(Result::unwrap);
    let folder = listed.find(|path| path.as_relative_str() == "sub").unwrap();
    let _: &safe_tool_runtime::sandbox::SandboxedPath = &folder;
    fs::remove_dir_all(fixture.safe().join("sub")).unwrap();
    fs::write(fixture.safe().join("sub"), "secret").unwrap();
    assert!(matches!(folder.read(LIMIT), Err(SandboxError::Extension)));
}
