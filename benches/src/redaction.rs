//! Times redaction, interleaved: in each round every subject runs once, each in turn
//! going first; a figure is the median over the rounds.
//!
//! The serializer beside plain `serde_json::to_string` on the same values; the search
//! for secrets in ordinary text, and in text made to be slow, in MB/s.
//!
//! `cargo run --release --bin redaction [ROUNDS]`

use std::{collections::BTreeMap, hint::black_box, time::Instant};

use safe_tool::redact::{redact_json, redact_json_text, to_redacted_json};
use serde::Serialize;
use serde_json::Value;

#[derive(Serialize)]
struct Document {
    id: u64,
    title: String,
    author: String,
    tags: Vec<String>,
    score: f64,
    body: String,
    meta: BTreeMap<String, String>,
    draft: bool,
    parent: Option<u64>,
}

fn prose(words: usize, seed: u64) -> String {
    const WORDS: &[&str] = &[
        "the",
        "of",
        "index",
        "results",
        "are",
        "sorted",
        "by",
        "their",
        "score,",
        "which",
        "depends",
        "on",
        "how",
        "often",
        "a",
        "word",
        "occurs",
        "in",
        "it.",
        "See",
        "also:",
        "chapter",
        "12",
        "(page 340)",
        "and",
        "don't",
        "worry",
        "about",
        "\"quoted\"",
        "text",
    ];
    let mut state = seed | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        WORDS[(state % WORDS.len() as u64) as usize]
    };
    (0..words).map(|_| next()).collect::<Vec<_>>().join(" ")
}

fn documents(count: u64, words: usize) -> Vec<Document> {
    let document = |id: u64| Document {
        id,
        title: format!("Chapter {id} of the handbook"),
        author: "Ann Example".into(),
        tags: vec!["search".into(), "index".into(), "ranking".into()],
        score: id as f64 / 7.0,
        body: prose(words, id + 1),
        meta: [
            ("language", "en"),
            ("source", "handbook.md"),
            ("licence", "MIT"),
        ]
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .into(),
        draft: id % 2 == 0,
        parent: (id > 0).then(|| id / 2),
    };
    (0..count).map(document).collect()
}

fn main() {
    let rounds = std::env::args()
        .nth(1)
        .map_or(501, |n| n.parse().expect("ROUNDS"));
    for (name, count, words) in [
        ("20 documents of 8 words", 20, 8),
        ("20 documents of 60 words", 20, 60),
        ("4 documents of 1,000 words", 4, 1_000),
    ] {
        serializers(name, &documents(count, words), rounds);
    }
    let text = prose(180_000, 7);
    let plain = text.replace('"', "");
    let json = serde_json::to_string(&documents(1_000, 60)).expect("serialises");
    for (name, text) in [
        ("prose with quotation marks", text.as_str()),
        ("prose without", &plain),
        ("JSON", &json),
        ("colons", &"a: b ".repeat(200_000)),
        ("prefixes of tokens", &"ghp_ sk-ant- eyJ. ".repeat(60_000)),
        ("digits", &"4242 1717 ".repeat(100_000)),
        ("Greek", &"το ευρετήριο είναι ταξινομημένο ".repeat(17_000)),
    ] {
        throughput(name, text, rounds / 25 + 1);
    }
}

fn serializers(name: &str, documents: &[Document], rounds: usize) {
    let tree = serde_json::to_value(documents).expect("serialises");
    let subjects: [(&str, &dyn Fn() -> usize); 4] = [
        ("to_string", &|| {
            serde_json::to_string(documents).map_or(0, |json| json.len())
        }),
        ("redacted", &|| {
            to_redacted_json(documents).map_or(0, |json| json.len())
        }),
        ("tree, redacted, written", &|| {
            let mut tree = serde_json::to_value(documents).unwrap_or(Value::Null);
            redact_json(&mut tree);
            tree.to_string().len()
        }),
        ("to_string of a tree", &|| tree.to_string().len()),
    ];
    let plain = serde_json::to_string(documents).expect("serialises");
    assert_eq!(
        to_redacted_json(documents).expect("serialises"),
        plain,
        "nothing to redact"
    );
    let mut times = vec![Vec::with_capacity(rounds); subjects.len()];
    for round in 0..rounds {
        let mut row = vec![0.0; subjects.len()];
        for step in 0..subjects.len() {
            let which = (round + step) % subjects.len();
            row[which] = microseconds(|| black_box(subjects[which].1()));
        }
        for (times, time) in times.iter_mut().zip(&row) {
            times.push((*time, time / row[0]));
        }
    }
    println!("{name}, {} bytes", plain.len());
    for ((subject, _), times) in subjects.iter().zip(times) {
        let time = median(times.iter().map(|(time, _)| *time));
        let ratio = median(times.iter().map(|(_, ratio)| *ratio));
        println!("  {subject:<26}{time:>9.1} µs{ratio:>7.2}×");
    }
}

fn throughput(name: &str, text: &str, rounds: usize) {
    let times = (0..rounds).map(|_| microseconds(|| redact_json_text(black_box(text)).is_some()));
    let time = median(times);
    println!("{name:<28}{:>9.0} MB/s", text.len() as f64 / time);
}

fn microseconds<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    black_box(work());
    start.elapsed().as_secs_f64() * 1e6
}

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
