//! Leave one source out: each family of sources is scored by weights that never saw it.

use std::collections::BTreeMap;
use std::path::Path;

use safe_tool_runtime::output::injection::scorer::Scorer;

use crate::data::{Class, FAMILIES, Text};
use crate::evaluate::{Count, Counts, worst};
use crate::{Failure, corpus_texts, data, trained};

pub fn run(folder: &Path, json: bool) -> Result<(), Failure> {
    let texts = data::read(folder)?;
    let corpus = corpus_texts()?;
    let mut counts = Counts::default();
    let families = (0..FAMILIES.len()).map(Some).chain([None]);
    for left_out in families {
        let scorer = Scorer::from_weights(&trained(&texts, &corpus, left_out)?)?;
        count(&texts, left_out, |text| worst(&scorer, text), &mut counts);
        eprintln!(
            "without {}: {scorer:?}",
            left_out.map_or("none".to_owned(), |family| FAMILIES[family].join(", "))
        );
    }
    if json {
        println!("{}", as_json(&counts));
    } else {
        print(&counts);
    }
    Ok(())
}

/// Adds what `points` makes of the texts of one family; without one, of the texts never
/// trained on, but for the half that calibrated.
fn count(
    texts: &[Text],
    left_out: Option<usize>,
    points: impl Fn(&str) -> i32,
    counts: &mut Counts,
) {
    let chosen = texts.iter().filter(|text| {
        let calibrated =
            matches!(text.class(), Class::Ordinary | Class::Trigger) && text.calibrates();
        text.family() == left_out && !(left_out.is_none() && calibrated)
    });
    for text in chosen {
        counts.add(text, points(&text.text));
    }
}

fn print(counts: &Counts) {
    let row = |class: &str, source: &str, kind: &str, count: &Count| {
        let share = |part: usize| 100.0 * part as f64 / count.n as f64;
        println!(
            "{class:<9} {source:<20} {kind:<34} {:>6} {:>7.2} {:>7.2}",
            count.n,
            share(count.flagged),
            share(count.blocked)
        );
    };
    println!(
        "{:<9} {:<20} {:<34} {:>6} {:>7} {:>7}",
        "class", "source", "kind", "n", "flag %", "block %"
    );
    for ((class, source, kind), count) in &counts.0 {
        row(&format!("{class:?}"), source, kind, count);
    }
    println!("\nsums by source");
    let sources = counts.by_source();
    for ((class, source), count) in &sources {
        row(&format!("{class:?}"), source, "", count);
    }
    println!("\nby class: mean over sources, and over texts");
    let mut classes: BTreeMap<Class, Vec<Count>> = BTreeMap::new();
    for ((class, _), count) in sources {
        classes.entry(class).or_default().push(count);
    }
    for (class, counts) in classes {
        let mean = |part: fn(&Count) -> usize| {
            100.0
                * counts
                    .iter()
                    .map(|count| part(count) as f64 / count.n as f64)
                    .sum::<f64>()
                / counts.len() as f64
        };
        println!(
            "{class:?}: mean over {} sources {:.2} % flagged, {:.2} % blocked",
            counts.len(),
            mean(|c| c.flagged),
            mean(|c| c.blocked)
        );
        let sum = counts.iter().fold(Count::default(), |sum, count| Count {
            n: sum.n + count.n,
            flagged: sum.flagged + count.flagged,
            blocked: sum.blocked + count.blocked,
        });
        row(&format!("{class:?}"), "(all texts)", "", &sum);
    }
}

fn as_json(counts: &Counts) -> serde_json::Value {
    let rows = counts.0.iter().map(|((class, source, kind), count)| {
        serde_json::json!({
            "class": format!("{class:?}"), "source": source, "kind": kind,
            "n": count.n, "flagged": count.flagged, "blocked": count.blocked,
        })
    });
    serde_json::json!({ "rows": rows.collect::<Vec<_>>() })
}
