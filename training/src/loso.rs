//! Leave one source out: each family of sources is scored by weights that never saw it.

use std::path::Path;

use safe_tool_runtime::output::injection::Detector;
use safe_tool_runtime::output::injection::scorer::Scorer;

use crate::data::{Class, FAMILIES, Text};
use crate::evaluate::{Counts, worst};
use crate::{Failure, corpus_texts, data, trained};

/// Counts what the detector makes of each family, or what the scorer alone does.
pub fn run(folder: &Path, scorer_alone: bool) -> Result<Counts, Failure> {
    let texts = data::read(folder)?;
    let corpus = corpus_texts()?;
    let mut counts = Counts::default();
    let families = (0..FAMILIES.len()).map(Some).chain([None]);
    for left_out in families {
        let scorer = Scorer::from_weights(&trained(&texts, &corpus, left_out)?)?;
        let detector = Detector::default().with_scorer(scorer.clone());
        let points = |text: &str| {
            if scorer_alone {
                worst(&scorer, text)
            } else {
                i32::try_from(detector.scan(text).score()).unwrap_or(i32::MAX)
            }
        };
        count(&texts, left_out, points, &mut counts);
        eprintln!(
            "without {}: {scorer:?}",
            left_out.map_or("none".to_owned(), |family| FAMILIES[family].join(", "))
        );
    }
    Ok(counts)
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
