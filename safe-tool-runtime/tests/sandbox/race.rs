//! One thread swaps a component between a folder, a link that leads out and a file, at
//! full speed, while others read and write through it. What they meet depends on the
//! race; that nothing comes from outside and nothing gets there does not.

#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

use rustix::fs::{CWD, RenameFlags, renameat_with};
use safe_tool_runtime::sandbox::{PathRules, SandboxError};

use crate::fixture::{Fixture, INSIDE, LIMIT, OUTSIDE};

/// How often the component changes, and how often each worker goes through it, at least.
const SWAPS: u32 = 12_000;
const TURNS: u32 = 6_000;

/// How the turns of a worker went.
#[derive(Default)]
struct Worker {
    done: AtomicU32,
    refused: AtomicU32,
}

impl Worker {
    fn count<T>(&self, result: Result<T, SandboxError>) -> Option<T> {
        let (counter, value) = match result {
            Ok(value) => (&self.done, Some(value)),
            Err(SandboxError::Unavailable(error)) => panic!("{error:?}"),
            Err(_) => (&self.refused, None),
        };
        counter.fetch_add(1, Ordering::Relaxed);
        value
    }

    fn turns(&self) -> u32 {
        self.done.load(Ordering::Relaxed) + self.refused.load(Ordering::Relaxed)
    }
}

/// Set when anybody leaves, so that a failed assertion ends the others too.
struct Leaving<'a>(&'a AtomicBool);

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.store(true, Ordering::Relaxed);
        }
    }
}

/// Runs the workers while the three names take turns in the first one's place: all go on
/// until all have done their share.
fn race(name: &str, folder: &Path, places: [&str; 3], workers: &[&(dyn Fn(&Worker) + Sync)]) {
    let [spot, one, other] = places.map(|place| folder.join(place));
    let counts: Vec<Worker> = workers.iter().map(|_| Worker::default()).collect();
    let (swaps, failed) = (AtomicU32::new(0), AtomicBool::new(false));
    let go_on = || {
        let busy = swaps.load(Ordering::Relaxed) < SWAPS
            || counts.iter().any(|worker| worker.turns() < TURNS);
        busy && !failed.load(Ordering::Relaxed)
    };
    thread::scope(|scope| {
        scope.spawn(|| {
            let _leaving = Leaving(&failed);
            // There and back, so that what should be there is there half of the time.
            for next in [&one, &one, &other, &other].into_iter().cycle() {
                if !go_on() {
                    break;
                }
                renameat_with(CWD, &spot, CWD, next, RenameFlags::EXCHANGE).unwrap();
                swaps.fetch_add(1, Ordering::Relaxed);
            }
        });
        for (work, count) in workers.iter().zip(&counts) {
            let (go_on, failed) = (&go_on, &failed);
            scope.spawn(move || {
                let _leaving = Leaving(failed);
                while go_on() {
                    work(count);
                }
            });
        }
    });
    let mut report = format!("{name}: {} swaps", swaps.into_inner());
    for worker in &counts {
        let (done, refused) = (
            worker.done.load(Ordering::Relaxed),
            worker.refused.load(Ordering::Relaxed),
        );
        assert!(
            done > 0 && refused > 0,
            "a worker met only one side: {done} done, {refused} refused"
        );
        report += &format!("; {done} done, {refused} refused");
    }
    println!("{report}");
}

fn assert_not_outside(content: &[u8]) {
    let text = String::from_utf8_lossy(content);
    assert!(!text.contains(OUTSIDE), "read from outside: {text}");
}

/// A folder, a link out and a file, the first of them at `spot`.
fn folder_link_file(fixture: &Fixture) {
    let safe = fixture.safe();
    fs::create_dir_all(safe.join("spot")).unwrap();
    fs::write(safe.join("spot/file.txt"), INSIDE).unwrap();
    symlink("../outside", safe.join("link")).unwrap();
    fs::write(safe.join("plain"), INSIDE).unwrap();
}

const PLACES: [&str; 3] = ["spot", "link", "plain"];

#[test]
fn readers_get_nothing_from_outside() {
    for rules in [
        PathRules::new(),
        PathRules::new().no_symlinks().no_hard_links(),
    ] {
        let fixture = Fixture::new();
        folder_link_file(&fixture);
        let file = fixture.with("spot/file.txt", rules);
        let folder = fixture.with("spot", rules);
        let secret = fixture.with("spot/only-outside.txt", rules);
        race(
            if rules == PathRules::new() {
                "read"
            } else {
                "read, no links"
            },
            &fixture.safe(),
            PLACES,
            &[
                &|worker| {
                    if let Some(content) = worker.count(file.read(LIMIT)) {
                        assert_not_outside(&content);
                    }
                },
                &|worker| {
                    assert!(!secret.exists(), "seen from outside");
                    if let Some(entries) = worker.count(folder.read_dir()) {
                        for entry in entries.flatten() {
                            let name = entry.as_relative_str();
                            assert!(!name.ends_with("only-outside.txt"), "listed from outside");
                        }
                    }
                },
            ],
        );
        fixture.assert_outside_untouched();
    }
}

#[test]
fn writers_write_nothing_outside() {
    for rules in [
        PathRules::new(),
        PathRules::new().no_symlinks().no_hard_links(),
    ] {
        let fixture = Fixture::new();
        folder_link_file(&fixture);
        let file = fixture.writable_with("spot/file.txt", rules);
        let grown = fixture.writable_with("spot/grown.txt", rules);
        race(
            if rules == PathRules::new() {
                "write"
            } else {
                "write, no links"
            },
            &fixture.safe(),
            PLACES,
            &[
                &|worker| {
                    if let Some(content) = worker.count(file.read(LIMIT)) {
                        assert_not_outside(&content);
                    }
                },
                &|worker| {
                    worker.count(file.write(INSIDE));
                },
                &|worker| {
                    worker.count(grown.append("."));
                    worker.count(file.replace(INSIDE));
                },
            ],
        );
        fixture.assert_outside_untouched();
    }
}

#[test]
fn names_change_nowhere_but_inside() {
    for rules in [PathRules::new(), PathRules::new().no_symlinks()] {
        let fixture = Fixture::new();
        folder_link_file(&fixture);
        let new = fixture.writable_with("spot/new.txt", rules);
        let renamed = fixture.writable_with("spot/renamed.txt", rules);
        // Of a name that is outside too.
        let removed = fixture.writable_with("spot/only-outside.txt", rules);
        let deep = fixture.writable_with("spot/deep/er/still", rules);
        let into = fixture.writable_with("sub/from-spot.txt", rules);
        race(
            if rules == PathRules::new() {
                "names"
            } else {
                "names, no links"
            },
            &fixture.safe(),
            PLACES,
            &[
                &|worker| {
                    worker.count(new.create_new());
                    worker.count(new.rename(&renamed));
                    worker.count(renamed.remove_file());
                },
                &|worker| {
                    worker.count(deep.create_dir_all());
                },
                &|worker| {
                    worker.count(removed.remove_file());
                    if worker.count(removed.rename(&into)).is_some() {
                        assert_not_outside(&into.read(LIMIT).unwrap());
                        into.remove_file().unwrap();
                    }
                    // So that there is something to remove and to rename.
                    worker.count(removed.write(INSIDE));
                },
            ],
        );
        fixture.assert_outside_untouched();
    }
}

#[test]
fn the_last_name_swapped_for_a_link_or_a_fifo_leads_nowhere() {
    let fixture = Fixture::new();
    fs::write(fixture.safe().join("spot"), INSIDE).unwrap();
    symlink("../outside/file.txt", fixture.safe().join("link")).unwrap();
    fixture.fifo("fifo");
    let path = fixture.writable("spot");
    race(
        "last name",
        &fixture.safe(),
        ["spot", "link", "fifo"],
        &[
            &|worker| {
                if let Some(content) = worker.count(path.read(1 << 20)) {
                    assert_not_outside(&content);
                }
            },
            &|worker| {
                worker.count(path.write(INSIDE));
            },
            &|worker| {
                worker.count(path.append("."));
            },
        ],
    );
    fixture.assert_outside_untouched();
}

/// Of two that take each other's place, whole, a reader never meets half of one.
#[test]
fn a_replaced_file_is_old_or_new_and_whole() {
    let fixture = Fixture::new();
    let path = fixture.writable("file.txt");
    let (ones, twos) = ("1".repeat(70_000), "2".repeat(50_000));
    path.replace(&ones).unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let _leaving = Leaving(&done);
            for turn in 0..500 {
                path.replace(if turn % 2 == 0 { &twos } else { &ones })
                    .unwrap();
            }
            done.store(true, Ordering::Relaxed);
        });
        while !done.load(Ordering::Relaxed) {
            let content = path.read_to_string(1 << 20).unwrap();
            assert!(
                content == ones || content == twos,
                "{} bytes",
                content.len()
            );
        }
    });
    // Nothing is left beside it.
    assert_eq!(fs::read_dir(fixture.safe()).unwrap().count(), 2);
}
