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
mod mirror;
mod scrambled;
mod selectors;
mod signs;
mod spaced;
mod terminal;

use std::borrow::Cow;

use signs::Signs;

/// Readings one inside the other: two disguises, each of which may need folding first.
const MAX_DEPTH: u8 = 5;
/// Views of one text, itself among them.
const MAX_VIEWS: usize = 40;
/// What the views of a text may come to, in copies of the text.
const MAX_COPIES: usize = 6;
/// What they may come to for a short text, in bytes.
const MIN_BUDGET: usize = 64 * 1024;

/// One way to undo a disguise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Invisible characters dropped, styled letters and look-alikes as Latin letters.
    Folded,
    /// As `Folded`, with letters of other scripts as they are: Russian stays Russian.
    Native,
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
const READINGS: [Reading; 18] = [
    Reading::Terminal,
    Reading::Folded,
    Reading::Native,
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
    /// Whether `text` shows what this reading undoes. Cheap, and may be wrong: a reading
    /// that was not needed only costs time.
    fn is_called_for(self, text: &str, signs: Signs) -> bool {
        match self {
            Self::Folded => !fold::is_plain(text),
            Self::Native => fold::has_other_scripts(text),
            Self::Tags => fold::has_tags(text),
            Self::Selectors => selectors::is_called_for(text),
            Self::Terminal => terminal::is_called_for(text),
            Self::Markup => markup::is_called_for(text),
            Self::Uncommented => markup::has_comments(text),
            Self::Scrambled => scrambled::is_called_for(text),
            Self::Escapes => escapes::is_called_for(text),
            Self::Encoded => signs.encoded && encoded::is_called_for(text),
            Self::Codes => signs.codes && codes::is_called_for(text),
            Self::Leet => signs.leet && leet::is_called_for(text),
            Self::Interleaved => signs.interleaved && interleaved::is_called_for(text),
            Self::Spaced => signs.spaced && spaced::is_called_for(text),
            Self::Rot13 => mirror::may_be_rot13(text),
            Self::Reversed | Self::WordsReversed => mirror::may_be_reversed(text),
            Self::Turned => mirror::may_be_turned(text),
        }
    }

    /// Calls `emit` with each character of the reading and the byte of `text` where it
    /// comes from.
    fn read(self, text: &str, emit: impl FnMut(usize, char)) {
        match self {
            Self::Folded => fold::fold(text, true, emit),
            Self::Native => fold::fold(text, false, emit),
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

    /// Whether this reading may follow `before`. Undoing one of these twice gives back
    /// what was there; the two foldings differ only in what they leave of other scripts.
    fn may_follow(self, before: Reading) -> bool {
        match self {
            Self::Rot13 | Self::Turned => self != before,
            // One after the other they only put the words in another order.
            Self::Reversed | Self::WordsReversed => {
                !matches!(before, Self::Reversed | Self::WordsReversed)
            }
            Self::Native | Self::Folded => !matches!(before, Self::Folded | Self::Native),
            _ => true,
        }
    }
}

/// One view of a text.
pub(crate) struct View<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Which view it was read from, and how; `None` for the text itself.
    from: Option<(usize, Reading)>,
    depth: u8,
}

impl View<'_> {
    /// How it was read from another view.
    pub(crate) fn reading(&self) -> Option<Reading> {
        self.from.map(|(_, reading)| reading)
    }
}

/// All views of one text, the text itself first.
pub(crate) struct Views<'a>(Vec<View<'a>>);

impl<'a> Views<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        let mut budget = text.len().saturating_mul(MAX_COPIES).max(MIN_BUDGET);
        let mut views = vec![View {
            text: Cow::Borrowed(text),
            from: None,
            depth: 0,
        }];
        let mut next = 0;
        while let Some(view) = views.get(next) {
            if view.depth < MAX_DEPTH {
                for made in readings_of(view, next) {
                    if views.len() == MAX_VIEWS || made.text.len() > budget {
                        break;
                    }
                    if views.iter().all(|view| view.text != made.text) {
                        budget -= made.text.len();
                        views.push(made);
                    }
                }
            }
            next += 1;
        }
        Self(views)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &View<'a>> {
        self.0.iter()
    }

    /// Whether another view says all that this one says, so that this need not be
    /// searched: a text that was folded, with no letters that folding takes for others.
    pub(crate) fn is_superseded(&self, index: usize) -> bool {
        let folded = Some((index, Reading::Folded));
        let view = self.0.get(index);
        view.is_some_and(|view| !fold::has_other_scripts(&view.text))
            && self.0.iter().any(|view| view.from == folded)
    }

    /// Turns places in the view `index`, in bytes, into the places in the text itself
    /// that they come from. Reads the views again: only evidence asks, and no view need
    /// carry a table for it.
    pub(crate) fn offsets_in_text(&self, mut index: usize, places: &mut [usize]) {
        while let Some(View {
            from: Some((parent, reading)),
            ..
        }) = self.0.get(index)
        {
            let Some(source) = self.0.get(*parent).filter(|_| !places.is_empty()) else {
                return;
            };
            let mut ascending: Vec<usize> = (0..places.len()).collect();
            ascending.sort_by_key(|at| places.get(*at).copied());
            let mut left = ascending.into_iter().peekable();
            let mut seen = 0;
            let mut last = 0;
            reading.read(&source.text, |from, c| {
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
            index = *parent;
        }
    }
}

fn readings_of<'a>(view: &View<'_>, index: usize) -> Vec<View<'a>> {
    let text = view.text.as_ref();
    let signs = Signs::of(text);
    let wanted = READINGS.into_iter().filter(|reading| {
        view.reading()
            .is_none_or(|before| reading.may_follow(before))
            && reading.is_called_for(text, signs)
    });
    let made = wanted.map(|reading| {
        let mut read = String::new();
        reading.read(text, |_, c| read.push(c));
        View {
            text: Cow::Owned(read),
            from: Some((index, reading)),
            depth: view.depth + 1,
        }
    });
    made.filter(|view| !view.text.trim_ascii().is_empty())
        .collect()
}
