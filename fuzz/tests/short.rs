//! The short run, without libFuzzer: every input of the corpus, and a fixed number of
//! changed ones, which follow from a seed. `SAFE_TOOL_FUZZ=100` makes it a hundred times
//! as many.

#[path = "short/mutate.rs"]
mod mutate;

use std::{
    env, fs,
    panic::{self, AssertUnwindSafe},
    path::Path,
};

use safe_tool_fuzz::{TARGETS, Target};

/// How many changed inputs each target gets: seven seconds of each in a debug build, on a
/// core of an AMD EPYC.
const INPUTS: [(&str, u64); 4] = [
    ("gate", 60_000),
    ("arguments", 200_000),
    ("frame", 8_000),
    ("detector", 2_000),
];

#[test]
fn the_gate() {
    run("gate");
}

#[test]
fn the_arguments() {
    run("arguments");
}

#[test]
fn the_frame() {
    run("frame");
}

#[test]
fn the_detector() {
    run("detector");
}

fn run(name: &str) {
    let (_, target) = TARGETS.iter().find(|(known, _)| *known == name).unwrap();
    let (_, inputs) = INPUTS.iter().find(|(known, _)| *known == name).unwrap();
    let corpus = corpus(name);
    for (file, input) in &corpus {
        attempt(*target, input, file);
    }
    let seeds: Vec<Vec<u8>> = corpus.into_iter().map(|(_, input)| input).collect();
    for seed in 0..inputs * times() {
        let input = mutate::changed(&seeds, seed);
        attempt(*target, &input, &format!("seed {seed}"));
    }
}

/// Name and content of each file, sorted, so that a seed means the same everywhere.
fn corpus(name: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(name);
    let files = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let mut corpus: Vec<_> = files
        .map(|file| {
            let name = file.file_name().into_string().unwrap();
            (name, fs::read(file.path()).unwrap())
        })
        .collect();
    corpus.sort();
    assert!(!corpus.is_empty(), "nothing to begin with");
    corpus
}

fn times() -> u64 {
    let asked = env::var("SAFE_TOOL_FUZZ").ok();
    asked.map_or(1, |text| text.parse().expect("SAFE_TOOL_FUZZ is a number"))
}

/// Shows the input that fails, so that it can be kept in the corpus.
fn attempt(target: Target, input: &[u8], origin: &str) {
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| target(input)));
    if outcome.is_err() {
        panic!("{origin}: b\"{}\"", input.escape_ascii());
    }
}
