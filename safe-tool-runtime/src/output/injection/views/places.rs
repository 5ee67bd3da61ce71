//! Stretches of a text.
//!
//! What is disguised is seldom the whole text. A reading looks at the stretches that show
//! its disguise and at what is near, so that a text pays for what it holds.

use std::ops::Range;

use crate::unicode::{ceil_boundary, floor_boundary};

/// How much around a disguise is read with it, in bytes: one word of an order may be
/// disguised and the next not. As far as the phrases of rules reach.
pub(super) const NEAR: usize = 256;

/// Stretches in the order of the text, none touching another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Places(Vec<Range<usize>>);

impl Places {
    pub(super) fn whole(text: &str) -> Self {
        Self(std::iter::once(0..text.len()).collect())
    }

    pub(super) fn whole_if(called_for: bool, text: &str) -> Self {
        if called_for {
            Self::whole(text)
        } else {
            Self::default()
        }
    }

    /// What lies within `near` bytes of each of `marks`, which come in the order of the
    /// text, from one space to another where there are any.
    pub(super) fn around(
        text: &str,
        near: usize,
        marks: impl IntoIterator<Item = Range<usize>>,
    ) -> Self {
        let mut places = Self::default();
        for mark in marks {
            // Most marks follow close upon others.
            let from = mark.start.saturating_sub(near);
            let to = mark.end.saturating_add(near).min(text.len());
            match places.0.last_mut() {
                Some(last) if from <= last.end => last.end = last.end.max(to),
                _ => places.0.push(from..to),
            }
        }
        for place in &mut places.0 {
            place.start = first_space(text, place.start, near);
            place.end = last_space(text, place.end, near);
        }
        places.0.retain(|place| !place.is_empty());
        places
    }

    /// Those that pass.
    pub(super) fn filter(mut self, text: &str, passes: impl Fn(&str) -> bool) -> Self {
        self.0
            .retain(|place| text.get(place.clone()).is_some_and(&passes));
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In bytes.
    pub(super) fn len(&self) -> usize {
        self.0.iter().map(|place| place.len()).sum()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Range<usize>> {
        self.0.iter().cloned()
    }
}

/// Past the first space within half of `near` after `at`, so that no word is cut.
fn first_space(text: &str, at: usize, near: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let head = text.as_bytes().get(at..).unwrap_or_default();
    let space = head.iter().take(near / 2).position(u8::is_ascii_whitespace);
    space.map_or_else(|| floor_boundary(text, at), |space| at + space + 1)
}

/// The last space within half of `near` before `at`.
fn last_space(text: &str, at: usize, near: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let tail = text.as_bytes().get(..at).unwrap_or_default();
    let space = tail
        .iter()
        .rev()
        .take(near / 2)
        .position(u8::is_ascii_whitespace);
    space.map_or_else(|| ceil_boundary(text, at), |space| at - space - 1)
}
