//! The rule a text must meet to be a path.

use safe_tool_runtime::sandbox::{MAX_COMPONENT_BYTES, MAX_PATH_BYTES, PathRefusal, SandboxError};

use crate::fixture::{Fixture, assert_refused, unset};

#[test]
fn dots_are_refused_in_each_position() {
    assert_refused(
        &[
            ".",
            "..",
            "../file.txt",
            "../../etc/passwd",
            "sub/../file.txt",
            "sub/../../file.txt",
            "sub/..",
            "./file.txt",
            "sub/./file.txt",
            "sub/.",
            "../safe/file.txt",
            "../safe-evil/file.txt",
        ],
        PathRefusal::DotComponent,
    );
    assert_refused(
        &["...", "sub/....", "file.txt.", ".. ", "..  /x"],
        PathRefusal::Edge,
    );
}

#[test]
fn absolute_paths_are_refused_even_in_the_root() {
    let fixture = Fixture::new();
    let own = fixture.safe().join("file.txt");
    assert_refused(
        &[
            "/",
            "/etc/passwd",
            "//etc/passwd",
            "/..",
            own.to_str().unwrap(),
        ],
        PathRefusal::Absolute,
    );
}

#[test]
fn a_path_has_one_spelling() {
    assert_refused(&[""], PathRefusal::Empty);
    assert_refused(&["a//b", "a/", "a/b//"], PathRefusal::EmptyComponent);
    assert_refused(
        &[" ", " a", "a ", "a/ b", "a /b", "a\u{3000}", "\u{A0}a"],
        PathRefusal::Edge,
    );
}

#[test]
fn other_platforms_paths_are_refused() {
    assert_refused(
        &["\\", "..\\file.txt", "a\\b", "\\\\host\\share"],
        PathRefusal::Backslash,
    );
    assert_refused(
        &["C:", "c:/windows", "file.txt:stream", "a::$DATA"],
        PathRefusal::Colon,
    );
    assert_refused(&["~", "~/x", "~root/x"], PathRefusal::Home);
    assert_refused(
        &[
            "CON",
            "con",
            "nul.txt",
            "sub/AUX",
            "PrN.tar.gz",
            "com1",
            "LPT9.txt",
            "COM¹",
            "lpt0",
            "CONIN$",
            "nul .txt",
            "aux/file",
        ],
        PathRefusal::DeviceName,
    );
}

#[test]
fn characters_that_hide_are_refused() {
    assert_refused(
        &[
            "a\0",
            "\0",
            "file.txt\0.png",
            "a\nb",
            "a\rb",
            "a\tb",
            "\u{7F}",
            "a\u{85}b",
            "\u{2028}",
        ],
        PathRefusal::Control,
    );
    assert_refused(
        &[
            ".\u{200B}.",
            "a\u{200D}b",
            "\u{FEFF}a",
            "a\u{202E}txt.exe",
            "a\u{2066}b",
            "\u{AD}",
            "a\u{E0041}",
            "a\u{61C}",
            ".\u{FE0F}./x",
            "\u{FE0F}",
            "❤\u{FE0F}\u{FE0E}",
            "a\u{E0100}",
        ],
        PathRefusal::Invisible,
    );
    assert_refused(
        &[
            "\u{FF0E}\u{FF0E}/x",
            "a\u{FF0F}b",
            "a\u{FF3C}b",
            "C\u{FF1A}",
            "\u{2024}\u{2024}",
            "\u{2025}",
            "\u{2026}",
            "a\u{2044}b",
            "a\u{2215}b",
            "a\u{29F5}b",
            "a\u{29F8}b",
            "\u{FE52}",
            "\u{FE68}",
            "\u{FE55}",
            "\u{FE30}",
            "\u{2488}",
            "\u{2105}",
            "\u{FF5E}",
        ],
        PathRefusal::LookAlike,
    );
}

#[test]
fn lengths_are_bounded_in_bytes() {
    let name = "n".repeat(MAX_COMPONENT_BYTES);
    assert!(unset().path(&name).is_ok());
    assert_refused(
        &[&format!("{name}n"), &"é".repeat(128)],
        PathRefusal::ComponentTooLong,
    );

    let longest = "a/".repeat(MAX_PATH_BYTES / 2 - 1) + "aa";
    assert_eq!(longest.len(), MAX_PATH_BYTES);
    let fixture = Fixture::new();
    assert!(matches!(
        fixture.read(&longest),
        Err(SandboxError::NotFound)
    ));
    assert_refused(&[&format!("{longest}a")], PathRefusal::TooLong);
}
