//! The path sandbox on real files and real links, through its public API.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests fail by panicking, and one speaks to its child process"
)]
#![cfg(unix)]

use std::error::Error as _;
use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::{Component, Path, PathBuf};
use std::process::Command;
use std::sync::{Barrier, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use safe_tool_runtime::sandbox::{
    MAX_COMPONENT_BYTES, MAX_PATH_BYTES, PathRefusal, RootError, SandboxError, SandboxRoot,
    SandboxedPath,
};
use tempfile::TempDir;

const INSIDE: &str = "inside";
const OUTSIDE: &str = "OUTSIDE";
const LIMIT: u64 = 1024;

/// A `safe` folder with a file and a subfolder, next to what must stay hidden.
struct Fixture {
    temp: TempDir,
    root: &'static SandboxRoot,
}

impl Fixture {
    fn new() -> Self {
        let temp = TempDir::new().unwrap();
        let base = temp.path();
        for folder in ["safe/sub", "safe-evil", "outside"] {
            fs::create_dir_all(base.join(folder)).unwrap();
        }
        fs::write(base.join("safe/file.txt"), INSIDE).unwrap();
        fs::write(base.join("safe/sub/file.txt"), INSIDE).unwrap();
        for secret in ["safe-evil/file.txt", "outside/file.txt", "file.txt"] {
            fs::write(base.join(secret), OUTSIDE).unwrap();
        }
        let root = unset();
        root.set(base.join("safe")).unwrap();
        Self { temp, root }
    }

    fn base(&self) -> &Path {
        self.temp.path()
    }

    fn safe(&self) -> PathBuf {
        self.base().join("safe")
    }

    fn path(&self, text: &str) -> SandboxedPath {
        self.root.path(text).unwrap()
    }

    fn read(&self, text: &str) -> Result<String, SandboxError> {
        self.path(text).read_to_string(LIMIT)
    }

    /// Fails the test unless reading and looking both end in this error.
    #[track_caller]
    fn assert_hidden(&self, text: &str) {
        match self.read(text) {
            Err(SandboxError::Escapes) => {}
            other => panic!("{text}: {other:?}"),
        }
        assert!(self.path(text).metadata().is_err(), "{text}");
        assert!(!self.path(text).exists(), "{text}");
    }
}

fn unset() -> &'static SandboxRoot {
    Box::leak(Box::new(SandboxRoot::unset()))
}

fn leak(path: impl AsRef<Path>) -> &'static str {
    Box::leak(path.as_ref().to_str().unwrap().into())
}

fn at(path: impl AsRef<Path>) -> &'static SandboxRoot {
    Box::leak(Box::new(SandboxRoot::at(leak(path))))
}

#[track_caller]
fn assert_refused(texts: &[&str], expected: PathRefusal) {
    for text in texts {
        let refusal = unset().path(text).expect_err(text);
        assert_eq!(refusal, expected, "{text:?}");
    }
}

// ---- the lexical rule ----

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

#[test]
fn legitimate_odd_names_work() {
    let fixture = Fixture::new();
    for name in [
        "..foo",
        "a..b",
        "two words.txt",
        "naïve café.txt",
        "🦀.txt",
        "❤️.md",
        "1️⃣.md",
        ".hidden",
        "%2e%2e",
        "%2e%2e%2fetc",
        "日本語。txt",
        "a~b",
        "sub/~tilde",
        "-rf",
        "$HOME",
        "*",
        "a'b\"c",
        "icon",
        "console.log",
        "com10",
        "comme",
        "nulls",
        "ünï/sub",
        "½",
        "שלום.txt",
    ] {
        let place = fixture.safe().join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(&place, name).unwrap();
        assert_eq!(fixture.read(name).unwrap(), name);
        assert_eq!(fixture.path(name).as_relative_str(), name);
    }
}

/// Pieces that paths and attacks on paths are made of.
fn piece() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec![
        ".",
        "..",
        "/",
        "//",
        "\\",
        "%2e",
        "%2f",
        "~",
        ":",
        " ",
        "\0",
        "a",
        "safe",
        "etc/passwd",
        "\u{FF0E}",
        "\u{2215}",
        "\u{200B}",
        "\u{FE0F}",
        "C:",
        "NUL",
    ]);
    prop_oneof![3 => nasty.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(piece(), 0..12).prop_map(|pieces| pieces.concat());
    prop_oneof![pieces, any::<String>()]
}

/// Whether `text` joined to a root stays beneath it, by std's own reading.
fn stays_beneath(text: &str) -> bool {
    let mut depth = 0_usize;
    for component in Path::new(text).components() {
        match component {
            Component::Normal(_) => depth += 1,
            Component::CurDir => {}
            Component::ParentDir if depth > 0 => depth -= 1,
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return false,
        }
    }
    depth > 0
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2048, ..Default::default() })]

    #[test]
    fn an_accepted_path_stays_beneath_the_root(text in text()) {
        match unset().path(&text) {
            Ok(path) => {
                prop_assert!(stays_beneath(&text));
                prop_assert_eq!(path.as_relative_str(), text.as_str());
            }
            // Value-free: the same words whatever was refused.
            Err(refusal) => prop_assert!(!refusal.to_string().is_empty()),
        }
    }

    #[test]
    fn ordinary_names_are_accepted(text in "[a-z0-9_-]{4,12}(/[a-z0-9_-]{4,12}){0,4}\\.[a-z]{1,4}") {
        // Four characters may spell a port, as in `com1`.
        prop_assume!(!text.contains("com") && !text.contains("lpt"));
        prop_assert!(unset().path(&text).is_ok());
    }
}

#[test]
fn known_payloads_reach_nothing() {
    let lists = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/paths");
    let Ok(lists) = fs::read_dir(lists) else {
        return; // The lists are not part of this repository.
    };
    let fixture = Fixture::new();
    let mut payloads = 0;
    for list in lists {
        let bytes = fs::read(list.unwrap().path()).unwrap();
        for payload in String::from_utf8_lossy(&bytes).split('\n') {
            payloads += 1;
            for payload in [payload, payload.trim(), payload.trim_start_matches('/')] {
                let Ok(path) = fixture.root.path(payload) else {
                    continue;
                };
                assert!(stays_beneath(payload), "{payload:?}");
                assert!(path.read(LIMIT).is_err(), "{payload:?} is no file of ours");
            }
        }
    }
    assert!(payloads > 5000, "only {payloads} payloads were read");
}

// ---- beneath the root ----

#[test]
fn links_that_lead_out_fail() {
    let fixture = Fixture::new();
    let safe = fixture.safe();
    let outside = fixture.base().join("outside");
    let link = |target: &Path, name: &str| symlink(target, safe.join(name)).unwrap();

    link(&outside.join("file.txt"), "to-file");
    link(&outside, "to-dir");
    link(Path::new("../outside/file.txt"), "relative");
    link(Path::new("../../outside"), "sub/up");
    link(Path::new("../safe-evil"), "sibling");
    link(Path::new("to-file"), "chain");
    link(Path::new("sub/up"), "dir-chain");
    link(Path::new("/proc/self/root/etc/passwd"), "proc");
    link(Path::new("/proc/self/root"), "proc-root");
    link(Path::new("/dev/zero"), "device");
    // Out and back in again is still out, and so is our own absolute path.
    link(Path::new("../safe/file.txt"), "out-and-in");
    link(&safe.join("file.txt"), "absolute-in");

    for text in [
        "to-file",
        "to-dir/file.txt",
        "relative",
        "sub/up/file.txt",
        "sibling/file.txt",
        "chain",
        "dir-chain/file.txt",
        "proc",
        "proc-root/etc/passwd",
        "device",
        "out-and-in",
        "absolute-in",
    ] {
        fixture.assert_hidden(text);
    }
}

#[test]
fn links_in_a_loop_fail() {
    let fixture = Fixture::new();
    symlink("pong", fixture.safe().join("ping")).unwrap();
    symlink("ping", fixture.safe().join("pong")).unwrap();
    let error = fixture.read("ping").unwrap_err();
    assert!(matches!(error, SandboxError::CannotOpen(_)), "{error:?}");
}

#[test]
fn links_that_stay_inside_work() {
    let fixture = Fixture::new();
    symlink("file.txt", fixture.safe().join("link")).unwrap();
    symlink("sub", fixture.safe().join("folder")).unwrap();
    symlink("../file.txt", fixture.safe().join("sub/up-and-in")).unwrap();
    for text in [
        "link",
        "folder/file.txt",
        "sub/up-and-in",
        "folder/up-and-in",
    ] {
        assert_eq!(fixture.read(text).unwrap(), INSIDE, "{text}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn magic_links_are_not_followed() {
    // Beneath /proc, these lead anywhere without a `..` or a leading slash.
    let root = at("/proc");
    for text in ["self/root/etc/passwd", "self/cwd/Cargo.toml", "self/fd/0"] {
        assert!(root.path(text).unwrap().open().is_err(), "{text}");
    }
    // The files of /proc claim to be empty; the limit counts what is read.
    let status = root.path("self/status").unwrap();
    assert!(matches!(
        status.read(10),
        Err(SandboxError::TooLarge { limit: 10 })
    ));
    assert!(status.read(1 << 20).unwrap().len() > 10);
}

#[test]
fn only_regular_files_open_and_nothing_blocks() {
    let fixture = Fixture::new();
    let fifo = fixture.safe().join("fifo");
    assert!(
        Command::new("mkfifo")
            .arg(&fifo)
            .status()
            .unwrap()
            .success()
    );
    symlink("fifo", fixture.safe().join("to-fifo")).unwrap();
    let _listener = UnixListener::bind(fixture.safe().join("socket")).unwrap();

    let start = Instant::now();
    for text in ["sub", "fifo", "to-fifo", "socket"] {
        let error = fixture.path(text).open().unwrap_err();
        assert!(matches!(error, SandboxError::NotAFile), "{text}: {error:?}");
        assert!(fixture.path(text).exists(), "{text}");
    }
    for device in ["zero", "null", "tty"] {
        let path = at("/dev").path(device).unwrap();
        assert!(
            matches!(path.open(), Err(SandboxError::NotAFile)),
            "{device}"
        );
    }
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
#[cfg(target_os = "linux")]
fn a_fifo_that_takes_a_files_place_does_not_block() {
    // The look before the open often sees the file, so that the
    // open itself meets the FIFO; a blocking one would hang here.
    let fixture = Fixture::new();
    let fifo = fixture.safe().join("fifo");
    assert!(
        Command::new("mkfifo")
            .arg(&fifo)
            .status()
            .unwrap()
            .success()
    );
    let path = fixture.path("file.txt");
    while_swapping(&fixture.safe(), "file.txt", "fifo", || {
        match path.read_to_string(LIMIT) {
            Ok(text) => assert_eq!(text, INSIDE),
            Err(SandboxError::NotAFile) => {}
            Err(error) => panic!("{error:?}"),
        }
    });
}

#[test]
fn a_read_is_bounded() {
    let fixture = Fixture::new();
    let path = fixture.path("file.txt");
    let size = INSIDE.len() as u64;
    assert_eq!(path.read(size).unwrap(), INSIDE.as_bytes());
    assert_eq!(path.read(u64::MAX).unwrap(), INSIDE.as_bytes());
    for limit in [size - 1, 0] {
        let error = path.read(limit).unwrap_err();
        assert!(matches!(error, SandboxError::TooLarge { limit: l } if l == limit));
    }
    // A file of a tebibyte is refused without being read.
    let sparse = fs::File::create(fixture.safe().join("sparse")).unwrap();
    sparse.set_len(1 << 40).unwrap();
    assert!(matches!(
        fixture.read("sparse"),
        Err(SandboxError::TooLarge { limit: LIMIT })
    ));
}

#[test]
fn text_must_be_utf8() {
    let fixture = Fixture::new();
    fs::write(fixture.safe().join("latin1"), b"caf\xE9").unwrap();
    assert!(matches!(fixture.read("latin1"), Err(SandboxError::NotText)));
    assert_eq!(fixture.path("latin1").read(LIMIT).unwrap(), b"caf\xE9");
}

#[test]
fn what_is_not_there_is_not_found() {
    let fixture = Fixture::new();
    for text in ["nope", "nope/file.txt", "file.txt/below"] {
        assert!(
            matches!(fixture.read(text), Err(SandboxError::NotFound)),
            "{text}"
        );
        assert!(!fixture.path(text).exists(), "{text}");
    }
}

#[test]
fn metadata_tells_what_is_there() {
    let fixture = Fixture::new();
    let file = fixture.path("file.txt").metadata().unwrap();
    assert!(file.is_file() && !file.is_dir());
    assert_eq!(file.len(), INSIDE.len() as u64);
    assert!(file.modified().is_some());
    let folder = fixture.path("sub").metadata().unwrap();
    assert!(folder.is_dir() && !folder.is_file());
}

#[test]
fn nothing_shown_names_the_root() {
    let fixture = Fixture::new();
    symlink("/etc/passwd", fixture.safe().join("out")).unwrap();
    let base = fixture.base().to_str().unwrap();
    let path = fixture.path("out");
    let gone = at(fixture.base().join("gone")).path("x").unwrap();
    for shown in [
        format!("{path:?} {:?} {gone:?}", fixture.root),
        path.open().unwrap_err().to_string(),
        fixture.read("nope").unwrap_err().to_string(),
        gone.open().unwrap_err().to_string(),
    ] {
        assert!(!shown.contains(base), "{shown}");
    }
    assert_eq!(format!("{path:?}"), r#"SandboxedPath("out")"#);
}

/// Runs `read` twenty thousand times while two names beneath `folder` keep
/// changing places, atomically: neither is ever absent.
#[cfg(target_os = "linux")]
fn while_swapping(folder: &Path, one: &str, other: &str, mut read: impl FnMut()) {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    let (one, other) = (&folder.join(one), &folder.join(other));
    let swapping = Barrier::new(2);
    // Dropped by the reader when it is done, or when it panics.
    let (reading, stop) = mpsc::channel::<()>();
    thread::scope(|scope| {
        let swapping = &swapping;
        scope.spawn(move || {
            swapping.wait();
            while stop.try_recv() == Err(mpsc::TryRecvError::Empty) {
                renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).unwrap();
            }
        });
        let _reading = reading;
        swapping.wait();
        for _ in 0..20_000 {
            read();
        }
    });
}

#[test]
#[cfg(target_os = "linux")]
fn a_race_for_a_link_reads_nothing_from_outside() {
    let fixture = Fixture::new();
    symlink("../outside", fixture.safe().join("link")).unwrap();
    let path = fixture.path("sub/file.txt");
    let (mut inside, mut refused) = (0_u32, 0_u32);
    while_swapping(&fixture.safe(), "sub", "link", || {
        match path.read_to_string(LIMIT) {
            Ok(text) => {
                assert_eq!(text, INSIDE);
                inside += 1;
            }
            // Mostly `Escapes`; what the race itself breaks may fail otherwise.
            Err(_) => refused += 1,
        }
    });
    assert!(inside > 0 && refused > 0, "the reader met only one side");
}

// ---- the root ----

#[test]
fn a_replaced_root_stays_on_the_old_handle() {
    let fixture = Fixture::new();
    fs::rename(fixture.safe(), fixture.base().join("moved")).unwrap();
    symlink("outside", fixture.safe()).unwrap();
    assert_eq!(fixture.read("file.txt").unwrap(), INSIDE);
    fixture.root.check().unwrap();

    fs::remove_dir_all(fixture.base().join("moved")).unwrap();
    assert!(matches!(
        fixture.read("file.txt"),
        Err(SandboxError::NotFound)
    ));
}

#[test]
fn a_root_that_appears_later_is_opened_then() {
    let temp = TempDir::new().unwrap();
    let folder = temp.path().join("later");
    let root = at(&folder);
    let path = root.path("file.txt").unwrap();

    let error = path.read(LIMIT).unwrap_err();
    assert_eq!(error.to_string(), "the folder is not available");
    // The operator's detail is in the source.
    assert!(error.source().unwrap().to_string().contains("later"));
    assert!(root.check().unwrap_err().to_string().contains("later"));

    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("file.txt"), INSIDE).unwrap();
    assert_eq!(path.read(LIMIT).unwrap(), INSIDE.as_bytes());
}

#[test]
fn an_unset_root_opens_nothing() {
    static ROOT: SandboxRoot = SandboxRoot::unset();
    let path = ROOT.path("etc/passwd").unwrap();
    assert!(matches!(
        path.open(),
        Err(SandboxError::Unavailable(RootError::Unset))
    ));
    assert!(!path.exists());
    assert!(matches!(ROOT.check(), Err(RootError::Unset)));
}

#[test]
fn a_root_is_set_once() {
    let temp = TempDir::new().unwrap();
    fs::write(temp.path().join("file"), "").unwrap();
    let root = unset();
    for bad in ["file", "nope"] {
        let error = root.set(temp.path().join(bad)).unwrap_err();
        assert!(matches!(error, RootError::CannotOpen { .. }), "{error:?}");
        assert!(error.to_string().contains(bad), "{error}");
    }
    for bad in ["", ".", "relative"] {
        assert!(
            matches!(root.set(bad), Err(RootError::NotAbsolute { .. })),
            "{bad:?}"
        );
    }
    // A failed attempt does not use up the one that counts.
    root.set(temp.path()).unwrap();
    root.check().unwrap();
    assert!(matches!(root.set(temp.path()), Err(RootError::AlreadySet)));
    assert!(matches!(root.set("/"), Err(RootError::AlreadySet)));
    assert!(matches!(at("/tmp").set("/"), Err(RootError::NotSettable)));
}

#[test]
fn a_relative_root_is_never_opened() {
    for path in ["", ".", "src"] {
        assert!(
            matches!(at(path).check(), Err(RootError::NotAbsolute { .. })),
            "{path:?}"
        );
    }
}

const VARIABLE: &str = "SAFE_TOOL_TEST_SANDBOX_ROOT";

/// Not a test of its own: what the test below runs in a process whose
/// environment it chooses.
#[test]
fn child_reports_its_env_root() {
    let Some(default) = std::env::var_os("SAFE_TOOL_TEST_SANDBOX_DEFAULT") else {
        return;
    };
    let default = leak(Path::new(&default));
    let root: &'static _ = Box::leak(Box::new(SandboxRoot::from_env(VARIABLE, default)));
    match root.check() {
        Ok(()) => println!(
            "<{}>",
            root.path("file.txt")
                .unwrap()
                .read_to_string(LIMIT)
                .unwrap()
        ),
        Err(error) => println!("<{error}>"),
    }
}

fn env_root(value: Option<&Path>, default: &Path) -> String {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "child_reports_its_env_root", "--nocapture"]);
    child.env("SAFE_TOOL_TEST_SANDBOX_DEFAULT", default);
    match value {
        Some(value) => child.env(VARIABLE, value),
        None => child.env_remove(VARIABLE),
    };
    let output = String::from_utf8(child.output().unwrap().stdout).unwrap();
    let (_, report) = output.split_once('<').expect(&output);
    report.split_once('>').expect(&output).0.to_owned()
}

#[test]
fn the_environment_moves_a_root_but_never_widens_it() {
    let temp = TempDir::new().unwrap();
    for name in ["default", "moved"] {
        fs::create_dir(temp.path().join(name)).unwrap();
        fs::write(temp.path().join(name).join("file.txt"), name).unwrap();
    }
    let default = temp.path().join("default");
    let moved = temp.path().join("moved");
    let gone = temp.path().join("gone");

    assert_eq!(env_root(None, &default), "default");
    assert_eq!(env_root(Some(&moved), &default), "moved");
    for bad in ["", ".", "moved", "../"] {
        let report = env_root(Some(Path::new(bad)), &default);
        assert!(report.contains(VARIABLE), "{bad:?}: {report}");
    }
    // Neither a missing folder nor a relative default falls back to another.
    assert!(env_root(Some(&gone), &default).contains("cannot be opened"));
    assert!(env_root(None, Path::new("moved")).contains("not absolute"));
}
