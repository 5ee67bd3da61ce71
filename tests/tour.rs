//! The tour, and whether it notices: against docs-server all is well, and against a
//! server that lacks any one protection it fails where that protection is tested.
#![expect(clippy::panic, clippy::expect_used, reason = "a test")]

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

const WELL_FORMED: &str = "What is well-formed passes, in a frame";
const INVALID: &str = "An invalid value cannot arrive";
const HIDDEN: &str = "A hidden character cannot arrive";
const MENDING: &str = "The model can mend its call in one try";
const PATHS: &str = "A path is a capability, not a string";
const PAGES: &str = "Text from outside cannot pass as instructions";
const SECRETS: &str = "A secret does not leave";
const FLOOD: &str = "A flood costs the server almost nothing";

/// A protection, some rows that must fail without it, and the groups that no failure may
/// lie outside of: what one protection is for, the others are not blamed for.
struct Missing {
    protection: &'static str,
    rows: &'static [&'static str],
    groups: &'static [&'static str],
}

const MISSING: &[Missing] = &[
    Missing {
        protection: "validation",
        rows: &[
            "a query of 201 characters",
            "a query of 100 kB",
            "an empty query",
            "0 hits",
            "51 hits",
        ],
        groups: &[INVALID, MENDING],
    },
    Missing {
        protection: "strict-types",
        rows: &[
            "digits for an integer",
            "true for",
            "1.5 for",
            "null for",
            "a list for a string",
        ],
        groups: &[INVALID, MENDING],
    },
    Missing {
        protection: "unknown-fields",
        rows: &["an unknown field", "four mistakes"],
        groups: &[INVALID, MENDING],
    },
    Missing {
        protection: "control-chars",
        rows: &["a control character", "a line feed"],
        groups: &[HIDDEN],
    },
    Missing {
        protection: "invisible-chars",
        rows: &["a zero-width space", "a bidi override", "tag characters"],
        groups: &[HIDDEN],
    },
    Missing {
        protection: "sandbox",
        rows: &[
            "../ to the folder above",
            "../ to a sibling",
            "absolute",
            "a link to a file outside",
            "a link to a folder outside",
            "../ as a page",
        ],
        groups: &[PATHS],
    },
    Missing {
        protection: "rate-limit",
        rows: &["70 calls at once", "one more"],
        groups: &[FLOOD],
    },
    Missing {
        protection: "injection",
        rows: &[
            "an override",
            "zero width",
            "look-alikes",
            "tag characters",
            "forged end",
        ],
        groups: &[PAGES],
    },
    Missing {
        protection: "frame",
        rows: &[
            "a page of 20,000 characters",
            "the same page, another nonce",
        ],
        groups: &[WELL_FORMED, PAGES, SECRETS, FLOOD],
    },
    Missing {
        protection: "cap",
        rows: &["a page of 20,000 characters"],
        groups: &[PAGES],
    },
    Missing {
        protection: "redaction",
        rows: &["a record full of secrets"],
        groups: &[SECRETS],
    },
    Missing {
        protection: "value-free-errors",
        rows: &[
            "a query of 201 characters",
            "digits for an integer",
            "four mistakes",
        ],
        groups: &[INVALID, HIDDEN, MENDING, PATHS],
    },
];

#[test]
fn docs_server_keeps_every_promise() {
    let tour = Tour::run(&[]);
    assert_eq!(tour.code, Some(0), "{}", tour.output);
    assert_eq!(tour.failures(), []);
    // Piped: plain, and no wider than promised.
    assert!(!tour.output.contains('\u{1b}'), "{}", tour.output);
    let widest = tour.output.lines().map(UnicodeWidthStr::width).max();
    assert!(widest <= Some(100), "{widest:?}\n{}", tour.output);
}

#[test]
fn the_parts_put_together_by_hand_pass_too() {
    let tour = Tour::of_unarmed(&[]);
    assert_eq!(tour.code, Some(0), "{}", tour.output);
    assert_eq!(tour.failures(), []);
}

#[test]
fn no_protection_can_be_missing_unnoticed() {
    for Missing {
        protection,
        rows,
        groups,
    } in MISSING
    {
        let tour = Tour::of_unarmed(&["--without", protection]);
        assert_eq!(tour.code, Some(1), "without {protection}: {}", tour.output);
        let failures = tour.failures();
        for row in *rows {
            let failed = failures.iter().any(|(_, failed)| failed.contains(row));
            assert!(failed, "without {protection}: “{row}”\n{}", tour.output);
        }
        for (group, row) in failures {
            let known = groups.contains(&group);
            assert!(
                known,
                "without {protection}: “{row}” of {group}\n{}",
                tour.output
            );
        }
    }
}

#[test]
fn a_server_that_cannot_be_started_is_told_from_one_that_fails() {
    let cargo = env!("CARGO");
    for server in [
        &["--server", "/nowhere/server"][..],
        &["--server", cargo, "no-such"],
    ] {
        let tour = Tour::run(server);
        assert_eq!(tour.code, Some(2), "{}", tour.output);
        assert_eq!(tour.output, "");
        let said = "The server cannot be started: ";
        assert!(tour.errors.starts_with(said), "{}", tour.errors);
        assert!(tour.errors.contains(server[1]), "{}", tour.errors);
    }
    assert_eq!(Tour::run(&["--sever", "x"]).code, Some(2));
}

struct Tour {
    code: Option<i32>,
    output: String,
    errors: String,
}

impl Tour {
    fn run(arguments: &[&str]) -> Self {
        let output = Command::new(&BUILT.tour)
            .args(arguments)
            // The tour is about what is declared, not about what is set here.
            .env("SAFE_TOOL_QUOTA", "1000000/s")
            .output()
            .expect("the tour starts");
        Self {
            code: output.status.code(),
            output: String::from_utf8_lossy(&output.stdout).into_owned(),
            errors: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    fn of_unarmed(arguments: &[&str]) -> Self {
        let server = BUILT.unarmed.to_str().expect("a path of UTF-8");
        Self::run(&[&["--server", server], arguments].concat())
    }

    /// Group and text of each row that is ticked off as wrong.
    fn failures(&self) -> Vec<(&str, &str)> {
        let mut group = "";
        let mut failures = Vec::new();
        for line in self.output.lines() {
            match line.strip_prefix("  ✗ ") {
                Some(row) => failures.push((group, row)),
                None if !line.starts_with(' ') && !line.is_empty() => group = line,
                None => {}
            }
        }
        failures
    }
}

struct Built {
    tour: PathBuf,
    unarmed: PathBuf,
}

/// Built once, into the target folder of this test; as one workspace, so that what
/// `cargo test --workspace` built serves.
static BUILT: LazyLock<Built> = LazyLock::new(|| {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
    let built = Command::new(env!("CARGO"))
        .args([
            "build",
            "--workspace",
            "--message-format=json",
            "--target-dir",
        ])
        .arg(target.expect("a folder in the target folder"))
        .args(["--example", "tour", "--bin", "unarmed-server"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo starts");
    let errors = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.success(), "{errors}");
    let messages = String::from_utf8_lossy(&built.stdout);
    let executable = |name: &str| {
        let mut messages = messages
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let path = messages.find_map(|message| {
            let is_it = message["target"]["name"] == name;
            let path = message["executable"].as_str().filter(|_| is_it)?;
            Some(PathBuf::from(path))
        });
        path.unwrap_or_else(|| panic!("cargo did not say where {name} is"))
    };
    Built {
        tour: executable("tour"),
        unarmed: executable("unarmed-server"),
    }
});
