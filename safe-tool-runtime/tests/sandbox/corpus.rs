//! Payloads of traversal attacks, as they are and decoded as a careless server would:
//! each is refused, or is a name inside.

use std::fs;
use std::path::Path;

use safe_tool_runtime::sandbox::{PathRules, ReadWrite, SandboxedPath};

use crate::fixture::{Fixture, LIMIT, OUTSIDE, kept, stays_beneath};

#[derive(Default)]
struct Counts {
    tried: u32,
    refused: u32,
    inside: u32,
}

/// Tries a payload raw, percent-decoded once, and decoded twice.
fn try_all(fixture: &Fixture, payload: &str, counts: &mut [Counts; 3]) {
    let mut payload = payload.replace("{FILE}", "file.txt");
    for counts in counts {
        try_one(fixture, &payload, counts);
        payload = decoded(&payload);
    }
}

fn try_one(fixture: &Fixture, payload: &str, counts: &mut Counts) {
    counts.tried += 1;
    let path: Result<SandboxedPath<ReadWrite>, _> =
        fixture.root.path_with(payload, kept(PathRules::new()));
    let path = match path {
        Ok(path) => path,
        Err(refusal) => {
            counts.refused += 1;
            let said = refusal.to_string();
            assert!(!said.contains(fixture.base().to_str().unwrap()), "{said}");
            return;
        }
    };
    counts.inside += 1;
    assert!(stays_beneath(payload), "{payload:?}");
    if let Ok(content) = path.read(LIMIT) {
        assert_ne!(content, OUTSIDE.as_bytes(), "{payload:?}");
    }
    // The disk agrees: what is made under this name is in the folder.
    if path.create_parents().is_ok() && path.write("made").is_ok() {
        let place = fs::canonicalize(fixture.safe().join(payload)).unwrap();
        let safe = fs::canonicalize(fixture.safe()).unwrap();
        assert!(place.starts_with(safe), "{payload:?} is at {place:?}");
        path.remove_file().unwrap();
    }
}

fn report(name: &str, counts: &[Counts; 3]) {
    for (how, counts) in ["raw", "decoded once", "decoded twice"].iter().zip(counts) {
        let Counts {
            tried,
            refused,
            inside,
        } = counts;
        println!("{name}, {how}: {tried} tried, {refused} refused, {inside} inside");
    }
}

/// Percent-decoding as web servers do it; what is then no UTF-8 could not come in JSON,
/// and is replaced.
fn decoded(text: &str) -> String {
    let hex = |byte: u8| char::from(byte).to_digit(16);
    let (bytes, mut decoded) = (text.as_bytes(), Vec::new());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digits = match (byte, bytes.get(at + 1), bytes.get(at + 2)) {
            (b'%', Some(&high), Some(&low)) => hex(high).zip(hex(low)),
            _ => None,
        };
        match digits {
            Some((high, low)) => decoded.push(u8::try_from(high * 16 + low).unwrap()),
            None => decoded.push(byte),
        }
        at += if digits.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

fn try_lists(name: &str, folder: &Path) -> u32 {
    let fixture = Fixture::new();
    let mut counts = <[Counts; 3]>::default();
    for list in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(list.unwrap().path()).unwrap();
        for payload in String::from_utf8_lossy(&bytes).split('\n') {
            for payload in [payload, payload.trim(), payload.trim_start_matches('/')] {
                try_all(&fixture, payload, &mut counts);
            }
        }
    }
    report(name, &counts);
    fixture.assert_outside_untouched();
    counts[0].tried
}

#[test]
fn payload_lists_reach_nothing() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sandbox/data/payloads");
    assert!(try_lists("lists of this repository", &own) > 600);
}

/// The lists whose licences keep them out of this repository. Where they are is said by
/// `SAFE_TOOL_PATH_LISTS`, or they are beside the repository.
#[test]
fn further_payload_lists_reach_nothing() {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/paths");
    let folder = std::env::var_os("SAFE_TOOL_PATH_LISTS").map_or_else(beside, Into::into);
    if !folder.is_dir() {
        println!("skipped: no further lists; set SAFE_TOOL_PATH_LISTS to a folder of them");
        return;
    }
    assert!(try_lists("further lists", &folder) > 600);
}

#[test]
fn generated_payloads_reach_nothing() {
    const BEFORE: [&str; 9] = [
        "",
        "/",
        "sub/",
        "file.txt/",
        "./",
        "C:",
        "\\\\?\\",
        "file://",
        "~/",
    ];
    const UP: [&str; 14] = [
        "..",
        "%2e%2e",
        "%252e%252e",
        ".%2e",
        "\u{FF0E}\u{FF0E}",
        "\u{2024}\u{2024}",
        "...",
        "....",
        ".. ",
        " ..",
        "..;",
        ".\u{200B}.",
        "%c0%ae%c0%ae",
        ".\0.",
    ];
    const BETWEEN: [&str; 11] = [
        "/", "\\", "%2f", "%5c", "%252f", "//", "/./", "\u{2215}", "\u{FF0F}", "%c0%af", "/\0/",
    ];
    const TARGETS: [&str; 6] = [
        "file.txt",
        "etc/passwd",
        "safe-evil/file.txt",
        "outside/file.txt",
        "file.txt%00.md",
        "file.txt::$DATA",
    ];
    let fixture = Fixture::new();
    let mut counts = <[Counts; 3]>::default();
    for before in BEFORE {
        for up in UP {
            for between in BETWEEN {
                for depth in [1, 2, 6] {
                    for target in TARGETS {
                        let up = format!("{up}{between}").repeat(depth);
                        try_all(&fixture, &format!("{before}{up}{target}"), &mut counts);
                    }
                }
            }
        }
    }
    report("generated", &counts);
    fixture.assert_outside_untouched();
}
