//! How fast the scorer reads, beside a copy of the same bytes.

use std::hint::black_box;
use std::time::Instant;

use safe_tool_runtime::output::injection::scorer::Scorer;

const ROUNDS: usize = 15;
const BYTES: usize = 4 << 20;

/// Prints the best MB/s for text of several shapes; rounds of the scorer and of the
/// copy take turns, so that a busy machine slows both.
pub fn run() {
    let scorer = Scorer::embedded();
    let prose = include_str!("../README.md");
    let shapes = [
        ("prose", prose.to_owned()),
        ("source text", include_str!("learn.rs").to_owned()),
        (
            "Cyrillic",
            "Заседание перенесено на вторник, повестка прежняя. ".to_owned(),
        ),
        (
            "Chinese",
            "会议改到星期二，议程不变。请带上报告。".to_owned(),
        ),
        (
            "accents",
            "Réunion déplacée à mardi, même ordre du jour; ça ira. ".to_owned(),
        ),
        ("emoji", "👩‍👩‍👧‍👦🏳️‍🌈".to_owned()),
        ("combining marks", "a\u{301}\u{302}\u{303}".to_owned()),
        ("dots", ".".to_owned()),
        ("one word", "a".to_owned()),
        ("one-letter words", "a ".to_owned()),
    ];
    println!("{:<18} {:>10} {:>10}", "MB/s", "score", "copy");
    for (name, part) in shapes {
        let text = part.repeat(BYTES / part.len());
        let (mut scores, mut copies) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            scores.push(seconds(|| {
                black_box(scorer.score(black_box(&text)));
            }));
            copies.push(seconds(|| {
                black_box(black_box(&text).clone());
            }));
        }
        let speed = |times: &mut Vec<f64>| {
            times.sort_unstable_by(f64::total_cmp);
            text.len() as f64 / 1e6 / times[0]
        };
        println!(
            "{name:<18} {:>10.0} {:>10.0}",
            speed(&mut scores),
            speed(&mut copies)
        );
    }
}

fn seconds(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}
