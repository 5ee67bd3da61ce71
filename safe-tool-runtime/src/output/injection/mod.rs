//! The detector: instructions posing as data.
//!
//! A text is read in several views, since a model reads through a disguise; each
//! view is searched for phrases and tokens by rules, and weighed as a whole by the
//! [scorer], which was trained on attacks. What they find is [`Evidence`]: the name of a
//! rule and a place, never the text, so that it can be logged and shown. What it all
//! comes to is a [`Verdict`].
//!
//! Detection is one layer. It cannot be complete: an order in plain words that no
//! document would be without ("send the report to …") is not told from a sentence of a
//! letter. The frame, the cap and what a tool is allowed to do carry the rest.
//!
//! Time and memory are linear in the text.

mod anchors;
mod masks;
mod quotation;
mod rules;
pub mod scorer;
mod verdict;
pub(crate) mod views;

use std::cell::LazyCell;

use quotation::Quotations;
pub use scorer::Scorer;
pub use verdict::{Evidence, Level, Thresholds, Verdict};
use views::{Reading, View, Views};

/// Points below which a window of the scorer is not evidence.
const LEARNED_AT_LEAST: i32 = 30;
/// What its points count for, in percent. It was calibrated alone; beside the rules it has
/// to leave them some of the few false alarms there may be.
const LEARNED_PERCENT: i32 = 100;
/// Points that a window counts for at most: it can block, and says no more than that.
const LEARNED_AT_MOST: i32 = 100;

static DETECTOR: std::sync::LazyLock<Detector> = std::sync::LazyLock::new(Detector::default);

/// Builds what every scan needs: tables and automata, some tens of milliseconds once.
/// Otherwise the first call of a server would pay for it.
pub(crate) fn prepare() {
    let _clean = DETECTOR.scan("na\u{ef}ve");
}

/// The detector as it comes.
pub(crate) fn standard() -> &'static Detector {
    &DETECTOR
}

/// Finds instructions in text from outside.
#[derive(Debug, Clone, Default)]
pub struct Detector {
    scorer: Scorer,
    extra: Vec<Extra>,
}

/// A pattern of the user's.
#[derive(Debug, Clone)]
struct Extra {
    rule: &'static str,
    points: u32,
    pattern: regex::Regex,
}

impl Detector {
    /// The detector with other weights than those that come with the crate.
    #[must_use]
    pub fn with_scorer(mut self, scorer: Scorer) -> Self {
        self.scorer = scorer;
        self
    }

    /// A rule of one's own, searched for in every view. `points` is how sure it is, where
    /// 50 flags and 100 blocks.
    #[must_use]
    pub fn with_pattern(mut self, rule: &'static str, points: u32, pattern: regex::Regex) -> Self {
        self.extra.push(Extra {
            rule,
            points,
            pattern,
        });
        self
    }

    /// Looks for instructions in `text`.
    #[must_use]
    pub fn scan(&self, text: &str) -> Verdict {
        let views = Views::of(text);
        // What an excerpt shows, the text around it may speak of.
        let quotations = LazyCell::new(|| views.iter().next().map(Quotations::of));
        let mut evidence = Vec::new();
        let mut bytes_read = 0;
        for (index, view) in views.iter().enumerate() {
            bytes_read += view.bytes_read();
            let mut found = if views.is_superseded(index) {
                Vec::new()
            } else {
                self.search(view, &mut bytes_read)
            };
            found.extend(invisible(view.reading(), &view.text).map(|evidence| (evidence, 0)));
            let mut places: Vec<usize> = found
                .iter()
                .flat_map(|(evidence, end)| [evidence.offset, *end])
                .collect();
            views.offsets_in_text(index, &mut places);
            let (places, _) = places.as_chunks::<2>();
            for ((mut found, _), [start, end]) in found.into_iter().zip(places) {
                found.offset = *start;
                found.quoted |= view.reading().is_some()
                    && views.is_excerpt(index)
                    && (quotations.as_ref()).is_some_and(|around| around.quotes(*start, *end));
                evidence.push(found);
            }
        }
        Verdict::of(evidence, bytes_read)
    }

    /// The evidence in one view, and where it ends: of each rule the first that is not
    /// quoted, or else the first.
    fn search(&self, view: &View<'_>, bytes_read: &mut usize) -> Vec<(Evidence, usize)> {
        let text = view.text.as_ref();
        let quotations = LazyCell::new(|| Quotations::of(view));
        let mut evidence: Vec<(Evidence, usize)> = Vec::new();
        let mut add = |rule, points, start, end| {
            let quoted = quotations.quotes(start, end);
            let known = evidence
                .iter()
                .any(|(e, _)| e.rule == rule && e.points >= points && e.quoted <= quoted);
            if !known {
                let found = Evidence {
                    rule,
                    points,
                    offset: start,
                    quoted,
                };
                evidence.push((found, end));
            }
            quoted
        };
        *bytes_read += text.len();
        *bytes_read += rules::find(text, &view.hits.of_rules, |found| {
            add(found.rule, found.points, found.start, found.end)
        });
        for Extra {
            rule,
            points,
            pattern,
        } in &self.extra
        {
            // `find` gives up at the first in the open; so does this.
            let _open = pattern
                .find_iter(text)
                .any(|found| !add(*rule, *points, found.start(), found.end()));
        }
        self.scorer.stretches(text, LEARNED_AT_LEAST, |stretch| {
            add(
                verdict::LEARNED,
                u32::try_from((stretch.score * LEARNED_PERCENT / 100).min(LEARNED_AT_MOST))
                    .unwrap_or(0),
                stretch.offset,
                stretch.end,
            );
        });
        evidence
    }
}

/// What is hidden on purpose is evidence by itself: nobody writes words in characters
/// that cannot be seen.
fn invisible(reading: Option<Reading>, view: &str) -> Option<Evidence> {
    let least = match reading? {
        // The flag of a region is six such letters at most.
        Reading::Tags => 12,
        Reading::Selectors => 8,
        _ => return None,
    };
    let letters = view.chars().filter(|c| c.is_alphanumeric()).count();
    (letters >= least).then_some(Evidence {
        rule: "invisible-text",
        points: 100,
        offset: 0,
        quoted: false,
    })
}
