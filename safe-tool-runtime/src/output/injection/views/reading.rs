//! The ways to undo a disguise: where each is called for, and what it gives.

use std::ops::Range;

use super::{
    codes, encoded, escapes, fold, interleaved, leet, markup, mirror,
    places::{NEAR, Places},
    scrambled, selectors,
    signs::Signs,
    spaced, terminal,
};
use crate::output::injection::anchors::{Hit, Hits};

/// What a text shows at a glance.
pub(super) struct Clues<'a> {
    pub(super) signs: Signs,
    pub(super) complete: bool,
    pub(super) hits: &'a Hits,
}

impl Clues<'_> {
    /// The stretches without words that one of these readings undoes.
    fn sparse(&self, text: &str, is_called_for: impl Fn(&str) -> bool) -> Places {
        let calls =
            |place: &&Range<usize>| text.get(place.start..place.end).is_some_and(&is_called_for);
        let marks = self.signs.sparse.iter().filter(calls);
        Places::around(text, NEAR, marks.cloned())
    }
}

/// One way to undo a disguise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Invisible characters dropped, accents too, and styled letters as they are meant.
    /// Letters of other scripts stay what they are.
    Folded,
    /// As `Folded`, with letters of other scripts as the Latin ones that they look like.
    Latin,
    /// Invisible tag characters as the ASCII that they stand for.
    Tags,
    /// Variation selectors as the bytes that they smuggle.
    Selectors,
    /// Colours and struck-out letters of a terminal gone.
    Terminal,
    /// Comments gone.
    Uncommented,
    /// Tags dropped, comments opened, entities decoded, emphasis taken off.
    Markup,
    /// `\u0069`, `\x69`, `%69`, `=69`.
    Escapes,
    /// Runs of base64, base32 and hexadecimal digits decoded.
    Encoded,
    /// Rows of numbers and of Morse decoded.
    Codes,
    /// `1gn0r3`.
    Leet,
    /// `&-#-1-0-5-;`.
    Interleaved,
    /// `i g n o r e`, `i.g.n.o.r.e`.
    Spaced,
    /// Letters moved thirteen places on.
    Rot13,
    /// Read from the end.
    Reversed,
    /// Each word read from its end.
    WordsReversed,
    /// Written upside down.
    Turned,
    /// Inner letters out of order.
    Scrambled,
}

/// In the order in which they are tried: what a text cannot be read without comes first,
/// so that a flood of the others does not use up the budget.
pub(super) const READINGS: [Reading; 18] = [
    Reading::Terminal,
    Reading::Folded,
    Reading::Latin,
    Reading::Tags,
    Reading::Selectors,
    Reading::Markup,
    Reading::Uncommented,
    Reading::Escapes,
    Reading::Encoded,
    Reading::Interleaved,
    Reading::Spaced,
    Reading::Leet,
    Reading::Codes,
    Reading::Turned,
    Reading::Rot13,
    Reading::Reversed,
    Reading::WordsReversed,
    Reading::Scrambled,
];

impl Reading {
    /// The stretches of `text` that show what this reading undoes. Cheap, and may be
    /// wrong: a reading that was not needed only costs time.
    pub(super) fn places(self, text: &str, clues: &Clues<'_>) -> Places {
        let whole_if = |called_for| Places::whole_if(called_for, text);
        let around =
            |hits: &[Hit]| Places::around(text, NEAR, hits.iter().map(|hit| hit.start..hit.end));
        let signs = &clues.signs;
        match self {
            Self::Folded => whole_if(!fold::is_plain(text)),
            Self::Latin => whole_if(fold::may_be_lookalikes(text)),
            Self::Tags => whole_if(fold::has_tags(text)),
            Self::Selectors => whole_if(selectors::is_called_for(text)),
            Self::Terminal => whole_if(terminal::is_called_for(text)),
            Self::Markup => Places::around(text, NEAR, markup::marks(text)),
            Self::Uncommented => Places::around(text, NEAR, markup::comments(text)),
            Self::Escapes => Places::around(text, NEAR, escapes::marks(text)),
            Self::Encoded => Places::around(text, encoded::NEAR, signs.encoded.iter().cloned())
                .filter(text, encoded::is_called_for),
            Self::Interleaved => clues.sparse(text, interleaved::is_called_for),
            Self::Spaced => clues.sparse(text, spaced::is_called_for),
            Self::Codes => clues.sparse(text, codes::is_called_for),
            Self::Leet => Places::around(text, NEAR, leet::marks(text, &signs.figures)),
            Self::Scrambled => whole_if(clues.complete && scrambled::is_called_for(text)),
            Self::Turned => whole_if(mirror::may_be_turned(text)),
            Self::Rot13 if clues.complete && mirror::is_short(text) => Places::whole(text),
            Self::Rot13 => around(&clues.hits.rotated),
            Self::Reversed | Self::WordsReversed if clues.complete && mirror::is_short(text) => {
                Places::whole(text)
            }
            Self::Reversed | Self::WordsReversed => around(&clues.hits.backwards),
        }
    }

    /// Calls `emit` with each character of the reading and the byte of `text` where it
    /// comes from.
    pub(super) fn read(self, text: &str, places: &Places, mut emit: impl FnMut(usize, char)) {
        let mut last = None;
        for place in places.iter() {
            if let Some(end) = last.replace(place.end) {
                emit(end, '\n');
            }
            let stretch = text.get(place.clone()).unwrap_or_default();
            self.undo(stretch, |at, c| emit(place.start + at, c));
        }
    }

    /// As [`read`](Self::read), of one stretch.
    fn undo(self, text: &str, emit: impl FnMut(usize, char)) {
        match self {
            Self::Folded => fold::fold(text, false, emit),
            Self::Latin => fold::fold(text, true, emit),
            Self::Tags => fold::tags(text, emit),
            Self::Selectors => selectors::read(text, emit),
            Self::Terminal => terminal::read(text, emit),
            Self::Markup => markup::read(text, emit),
            Self::Uncommented => markup::without_comments(text, emit),
            Self::Scrambled => scrambled::read(text, emit),
            Self::Escapes => escapes::read(text, emit),
            Self::Encoded => encoded::read(text, emit),
            Self::Codes => codes::read(text, emit),
            Self::Leet => leet::read(text, emit),
            Self::Interleaved => interleaved::read(text, emit),
            Self::Spaced => spaced::read(text, emit),
            Self::Rot13 => mirror::rot13(text, emit),
            Self::Reversed => mirror::reversed(text, emit),
            Self::WordsReversed => mirror::words_reversed(text, emit),
            Self::Turned => mirror::turned(text, emit),
        }
    }

    /// Whether it undoes what folding would leave nothing of, or looks at ASCII alone.
    pub(super) fn is_of_characters(self) -> bool {
        matches!(
            self,
            Self::Terminal
                | Self::Folded
                | Self::Latin
                | Self::Tags
                | Self::Selectors
                | Self::Turned
                | Self::Rot13
                | Self::Reversed
        )
    }

    /// Whether it gives back what was hidden in the text, rather than the text.
    pub(super) fn decodes(self) -> bool {
        matches!(
            self,
            Self::Encoded | Self::Codes | Self::Tags | Self::Selectors
        )
    }

    /// Whether it leaves no sign of itself in a text, so that it has to be tried.
    pub(super) fn is_tried(self) -> bool {
        matches!(self, Self::Rot13 | Self::Reversed | Self::WordsReversed)
    }

    /// Whether this reading may follow `before`. Undoing one of these twice gives back
    /// what was there; the two foldings differ only in what they leave of other scripts.
    pub(super) fn may_follow(self, before: Reading) -> bool {
        match self {
            Self::Rot13 | Self::Turned => self != before,
            // One after the other they only put the words in another order.
            Self::Reversed | Self::WordsReversed => {
                !matches!(before, Self::Reversed | Self::WordsReversed)
            }
            Self::Latin | Self::Folded => !matches!(before, Self::Folded | Self::Latin),
            _ => true,
        }
    }
}
