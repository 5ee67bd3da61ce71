//! Prints the counts of what is flagged and blocked.

use std::collections::BTreeMap;

use crate::data::Class;
use crate::evaluate::{Count, Counts};

/// Tables by class, source and kind; by source; by language; and by class.
pub fn print(counts: &Counts) {
    println!(
        "{:<9} {:<20} {:<34} {:>6} {:>7} {:>7}",
        "class", "source", "kind", "n", "flag %", "block %"
    );
    for ((class, source, kind), count) in
        counts.sums(|row| (row.class, row.source.clone(), row.kind.clone()))
    {
        line(class, &source, &kind, &count);
    }
    println!("\nby language");
    for ((class, lang), count) in counts.sums(|row| (row.class, row.lang.clone())) {
        line(class, &lang, "", &count);
    }
    println!("\nsums by source");
    let sources = counts.sums(|row| (row.class, row.source.clone()));
    for ((class, source), count) in &sources {
        line(*class, source, "", count);
    }
    println!("\nby class: mean over sources, and over texts");
    let mut classes: BTreeMap<Class, Vec<Count>> = BTreeMap::new();
    for ((class, _), count) in sources {
        classes.entry(class).or_default().push(count);
    }
    let all = counts.sums(|row| row.class);
    for (class, counts) in classes {
        let mean = |part: fn(&Count) -> usize| {
            let shares = counts.iter().map(|count| share(part(count), count));
            shares.sum::<f64>() / counts.len() as f64
        };
        println!(
            "{class:?}: mean over {} sources {:.2} % flagged, {:.2} % blocked",
            counts.len(),
            mean(|c| c.flagged),
            mean(|c| c.blocked)
        );
        if let Some(count) = all.get(&class) {
            line(class, "(all texts)", "", count);
        }
    }
}

fn line(class: Class, source: &str, kind: &str, count: &Count) {
    println!(
        "{:<9} {source:<20} {kind:<34} {:>6} {:>7.2} {:>7.2}",
        format!("{class:?}"),
        count.n,
        share(count.flagged, count),
        share(count.blocked, count)
    );
}

fn share(part: usize, count: &Count) -> f64 {
    100.0 * part as f64 / count.n as f64
}

/// Every row, for machines.
pub fn as_json(counts: &Counts) -> serde_json::Value {
    let rows = counts.0.iter().map(|(row, count)| {
        serde_json::json!({
            "class": format!("{:?}", row.class), "source": row.source, "kind": row.kind,
            "lang": row.lang,
            "n": count.n, "flagged": count.flagged, "blocked": count.blocked,
        })
    });
    serde_json::json!({ "rows": rows.collect::<Vec<_>>() })
}
