//! What a model would read a text as: the same text with its disguises undone.
//!
//! A disguise is undone by a [`Reading`], and what comes out is read again, so that an
//! attack inside several disguises is found whatever the order they were put on in. A
//! reading is made only where the text calls for it, and most give back only the lines
//! that they changed. The number of readings and the bytes they may come to are bounded,
//! so the work stays in proportion to the text.
//!
//! Views are for matching only and are never shown.

mod codes;
mod encoded;
mod escapes;
pub(crate) mod fold;
mod interleaved;
mod leet;
mod lines;
mod lookalikes;
mod markup;
pub(super) mod mirror;
mod places;
mod reading;
mod scrambled;
mod selectors;
mod signs;
mod spaced;
mod terminal;

use std::borrow::Cow;

use places::Places;
pub(crate) use reading::Reading;
use reading::{Clues, READINGS};
use signs::Signs;

use super::anchors::Hits;

/// Readings one inside the other: two disguises, each of which may need folding first.
const MAX_DEPTH: u8 = 5;
/// Views of one text, itself among them.
const MAX_VIEWS: usize = 40;
/// What the views of a text may come to, in copies of the text.
const MAX_COPIES: usize = 6;
/// What they may come to for a short text, in bytes.
const MIN_BUDGET: usize = 64 * 1024;

/// One view of a text.
pub(crate) struct View<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(super) hits: Hits,
    from: Option<From>,
    depth: u8,
    /// No excerpt of a long text. If it is short, it is read also in the ways that leave
    /// no sign of themselves.
    complete: bool,
}

/// How a view was read from another.
struct From {
    view: usize,
    reading: Reading,
    places: Places,
}

impl<'a> View<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            text: Cow::Borrowed(text),
            hits: Hits::of(text),
            from: None,
            depth: 0,
            complete: mirror::is_short(text) || scrambled::is_short(text),
        }
    }

    fn read(text: String, parent: &View<'_>, from: From) -> Self {
        let complete = parent.complete || from.reading.decodes();
        Self {
            hits: Hits::of(&text),
            depth: parent.depth + 1,
            complete,
            text: Cow::Owned(text),
            from: Some(from),
        }
    }

    /// What it cost: what was read to make it, and twice its length, for its signs and
    /// its anchors.
    pub(crate) fn bytes_read(&self) -> usize {
        let from = self.from.as_ref().map_or(0, |from| from.places.len());
        from + 2 * self.text.len()
    }

    fn shows_a_disguise(&self) -> bool {
        let clues = self.clues();
        READINGS
            .iter()
            .any(|reading| !reading.is_tried() && !reading.places(&self.text, &clues).is_empty())
    }

    fn clues(&self) -> Clues<'_> {
        Clues {
            signs: Signs::of(&self.text),
            hits: &self.hits,
            complete: self.complete,
        }
    }

    fn is_folded(&self) -> bool {
        matches!(self.reading(), Some(Reading::Folded | Reading::Latin))
    }

    /// How it was read from another view; `None` for the text itself.
    pub(crate) fn reading(&self) -> Option<Reading> {
        self.from.as_ref().map(|from| from.reading)
    }
}

/// All views of one text, the text itself first.
pub(crate) struct Views<'a>(Vec<View<'a>>);

impl<'a> Views<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        let mut budget = text.len().saturating_mul(MAX_COPIES).max(MIN_BUDGET);
        let mut views = vec![View::of(text)];
        let mut next = 0;
        while let Some(view) = views.get(next) {
            let mut made = Vec::new();
            if view.depth < MAX_DEPTH {
                let readings = readings_of(view, next);
                for (text, from) in readings {
                    if views.len() + made.len() == MAX_VIEWS || text.len() > budget {
                        break;
                    }
                    let new = views.iter().chain(&made).all(|known| known.text != text);
                    if !new {
                        continue;
                    }
                    // Text that is no more than text when it is turned round is none.
                    let tried = from.reading.is_tried();
                    let read = View::read(text, view, from);
                    if !tried || read.hits.any() || read.shows_a_disguise() {
                        budget -= read.text.len();
                        made.push(read);
                    }
                }
            }
            views.append(&mut made);
            next += 1;
        }
        Self(views)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &View<'a>> {
        self.0.iter()
    }

    /// Whether another view says all that this one says, so that this need not be
    /// searched: a text that was folded.
    pub(crate) fn is_superseded(&self, index: usize) -> bool {
        let is_folded = |from: &From| from.view == index && from.reading == Reading::Folded;
        self.0
            .iter()
            .any(|view| view.from.as_ref().is_some_and(is_folded))
    }

    /// Whether a view shows the text itself, if only in part, and not what was hidden in it.
    pub(crate) fn is_excerpt(&self, mut index: usize) -> bool {
        while let Some(from) = self.0.get(index).and_then(|view| view.from.as_ref()) {
            if from.reading.decodes() {
                return false;
            }
            index = from.view;
        }
        true
    }

    /// Turns places in the view `index`, in bytes, into the places in the text itself
    /// that they come from. Reads the views again: only evidence asks, and no view need
    /// carry a table for it.
    pub(crate) fn offsets_in_text(&self, mut index: usize, places: &mut [usize]) {
        while let Some(View {
            from: Some(from), ..
        }) = self.0.get(index)
        {
            let Some(source) = self.0.get(from.view).filter(|_| !places.is_empty()) else {
                return;
            };
            let mut ascending: Vec<usize> = (0..places.len()).collect();
            ascending.sort_by_key(|at| places.get(*at).copied());
            let mut left = ascending.into_iter().peekable();
            let mut seen = 0;
            let mut last = 0;
            from.reading.read(&source.text, &from.places, |from, c| {
                seen += c.len_utf8();
                last = from;
                while let Some(at) = left.next_if(|at| places.get(*at).is_some_and(|at| *at < seen))
                {
                    if let Some(place) = places.get_mut(at) {
                        *place = from;
                    }
                }
            });
            for at in left {
                if let Some(place) = places.get_mut(at) {
                    *place = last;
                }
            }
            index = from.view;
        }
    }
}

/// What can be read from a view, and how.
fn readings_of(view: &View<'_>, index: usize) -> Vec<(String, From)> {
    let text = view.text.as_ref();
    let clues = view.clues();
    let ascii = text.is_ascii();
    let wanted = READINGS.into_iter().filter(|reading| {
        // All else is read once it is folded.
        (ascii || reading.is_of_characters() || view.is_folded())
            && view
                .reading()
                .is_none_or(|before| reading.may_follow(before))
    });
    let made = wanted.filter_map(|reading| {
        let places = reading.places(text, &clues);
        let mut read = String::new();
        reading.read(text, &places, |_, c| read.push(c));
        let from = From {
            view: index,
            reading,
            places,
        };
        (!read.trim_ascii().is_empty()).then_some((read, from))
    });
    made.collect()
}
