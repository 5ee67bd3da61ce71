//! Schema and check are one model: what the generated `Deserialize` accepts is what the
//! `jsonschema` crate accepts under the emitted schema, value by value.
//!
//! `SAFE_TOOL_CASES=20000000 cargo test --test schema_agreement` tries more values.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "schema_agreement/checks.rs"]
mod checks;
#[path = "schema_agreement/compare.rs"]
mod compare;
#[path = "schema_agreement/exceptions.rs"]
mod exceptions;
#[path = "schema_agreement/generated.rs"]
mod generated;
#[path = "schema_agreement/handwritten.rs"]
mod handwritten;
#[path = "schema_agreement/mix.rs"]
mod mix;
#[path = "schema_agreement/plain.rs"]
mod plain;
#[path = "schema_agreement/portable.rs"]
mod portable;
#[path = "schema_agreement/schema.rs"]
mod schema;
#[path = "schema_agreement/spot.rs"]
mod spot;
#[path = "schema_agreement/subject.rs"]
mod subject;
#[cfg(feature = "url")]
#[path = "schema_agreement/urls.rs"]
mod urls;
#[path = "schema_agreement/values.rs"]
mod values;

use std::{
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use compare::Tally;
use subject::{Subject, subjects};

fn all() -> Vec<Subject> {
    let mut all = handwritten::all();
    all.extend(generated::all());
    #[cfg(feature = "url")]
    all.extend(urls::all());
    all
}

fn cases() -> usize {
    let asked = std::env::var("SAFE_TOOL_CASES").ok();
    asked
        .and_then(|text| text.parse().ok())
        .unwrap_or(1_000_000)
}

#[test]
fn schema_and_check_agree() {
    let subjects = all();
    let each = cases() / subjects.len() + 1;
    let next = AtomicUsize::new(0);
    let total = Mutex::new(Tally::default());
    let mistakes = Mutex::new(Vec::new());
    let work = || {
        while let Some((index, subject)) = take(&subjects, &next) {
            match compare::compare(subject, index as u64, each) {
                Ok(tally) => *total.lock().unwrap() += tally,
                Err(mistake) => {
                    let mistake = format!("{}: {mistake}", subject.name);
                    mistakes.lock().unwrap().push(mistake);
                }
            }
        }
    };
    thread::scope(|scope| {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        (0..threads).for_each(|_| _ = scope.spawn(work));
    });
    let mistakes = mistakes.into_inner().unwrap();
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
    // A generator that only makes rubbish, or a list of exceptions that takes it all,
    // would agree about everything.
    let tally = total.into_inner().unwrap();
    assert!(tally.accepted > tally.total / 10, "{tally:?}");
    assert!(tally.accepted < tally.total / 10 * 9, "{tally:?}");
    assert!(tally.excepted < tally.total / 10, "{tally:?}");
}

fn take<'s>(subjects: &'s [Subject], next: &AtomicUsize) -> Option<(usize, &'s Subject)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    Some((index, subjects.get(index)?))
}

#[test]
fn schemas_are_valid_and_portable() {
    for subject in all() {
        if let Err(error) = jsonschema::meta::validate(&subject.schema) {
            panic!("{}: {error}", subject.name);
        }
        portable::check(&subject);
    }
}
