//! The scanner: its state between two pieces, and how it is fed.

use super::budget::{Budget, DEEPEST};
use super::envelope::Envelope;
use super::fault::{Fault, Place, Refusal};
use super::keys::Keys;
use super::number::{Literal, Part};
use super::plain::has_control;
use super::utf8::{self, Utf8};

/// What a scan has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nothing is wrong so far.
    Clean,
    /// The message is refused. Feeding on, in constant memory and for as long as it is JSON,
    /// may still find the id.
    Refused,
    /// It is refused, and no more can be learnt from it.
    Broken,
}

/// Judges one message, piece by piece. See [the module](super).
pub struct Scanner {
    pub(super) budget: Budget,
    pub(super) state: State,
    pub(super) nesting: Nesting,
    pub(super) keys: Keys,
    pub(super) envelope: Envelope,
    pub(super) values: u64,
    pub(super) key_count: u64,
    /// Whose value comes next.
    pub(super) slot: Slot,
    pub(super) text: Text,
    pub(super) literal: Literal,
    /// Whether there are control characters in what is being scanned.
    pub(super) has_control: bool,
    bytes: u64,
    utf8: Utf8,
    fault: Option<(Fault, Place)>,
    is_utf8_broken: bool,
}

/// What the next byte may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Value,
    /// After `[`.
    ValueOrEnd,
    /// After `{`.
    KeyOrEnd,
    Key,
    Colon,
    /// After a value in an object or array.
    Next,
    /// After the whole message.
    End,
    Text,
    /// After a backslash.
    Escape,
    /// In `\u`, with so many digits still to come.
    Hex {
        digits_left: u8,
        unit: u16,
    },
    /// After the first half of a pair.
    LowBackslash,
    LowU,
    Number(Part),
    /// In `true`, `false` or `null`: what is still to come.
    Word(&'static [u8]),
    /// Deeper than can be kept: brackets are counted.
    Deep,
    DeepText,
    DeepEscape,
    /// It is not JSON.
    Broken,
}

/// Which objects and arrays are open.
pub(super) struct Nesting {
    pub(super) depth: u32,
    /// A bit for each: whether it is an object. The lowest is the innermost.
    pub(super) objects: u128,
    pub(super) zone: Zone,
    /// The depth from which on nothing is known, if that is the zone.
    pub(super) unknown_from: u32,
    /// Open brackets beyond the deepest.
    pub(super) beyond: u64,
}

/// Which part of a message it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// Around the message.
    Outside,
    Envelope,
    Params,
    Arguments,
    /// Anything else: duplicate keys are the parser's matter.
    Unknown,
}

/// A value that something is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    None,
    Id,
    Method,
    Params,
    Tool,
    Arguments,
}

/// The string or key that is being read.
pub(super) struct Text {
    pub(super) is_key: bool,
    /// Whether its content is wanted.
    pub(super) is_kept: bool,
    /// Its length so far, unescaped.
    pub(super) len: u64,
    /// What was kept of it before this run.
    pub(super) kept: Vec<u8>,
    /// The first half of a pair.
    pub(super) high: Option<u16>,
}

impl Scanner {
    /// A scanner for one message.
    #[must_use]
    pub fn new(mut budget: Budget) -> Self {
        budget.max_depth = budget.max_depth.min(DEEPEST);
        Self {
            budget,
            state: State::Value,
            nesting: Nesting {
                depth: 0,
                objects: 0,
                zone: Zone::Outside,
                unknown_from: 0,
                beyond: 0,
            },
            keys: Keys::new(),
            envelope: Envelope::default(),
            values: 0,
            key_count: 0,
            slot: Slot::None,
            text: Text {
                is_key: false,
                is_kept: false,
                len: 0,
                kept: Vec::new(),
                high: None,
            },
            literal: Literal::default(),
            has_control: false,
            bytes: 0,
            utf8: Utf8::default(),
            fault: None,
            is_utf8_broken: false,
        }
    }

    /// Reads the next piece of the message, of any length.
    pub fn feed(&mut self, piece: &[u8]) -> Progress {
        if self.state == State::Broken {
            return Progress::Broken;
        }
        let left = self.budget.max_bytes.saturating_sub(self.bytes);
        let len = piece.len() as u64;
        self.bytes = self.bytes.saturating_add(len);
        if len <= left {
            self.check_and_scan(piece);
        } else {
            // What is within the bound is judged first, however it comes in pieces.
            let (within, beyond) = piece.split_at(usize::try_from(left).unwrap_or(piece.len()));
            self.check_and_scan(within);
            self.fault(Fault::Bytes(self.budget.max_bytes));
            self.check_and_scan(beyond);
        }
        match (self.state, self.fault) {
            (State::Broken, _) => Progress::Broken,
            (_, Some(_)) => Progress::Refused,
            (_, None) => Progress::Clean,
        }
    }

    /// The message is over.
    ///
    /// # Errors
    /// The first fault in it, and what is known of its envelope.
    pub fn finish(mut self) -> Result<Envelope, Refusal> {
        if self.utf8.is_open() && !self.is_utf8_broken {
            self.fault(Fault::Utf8);
        }
        if let State::Number(part) = self.state {
            self.end_number(part);
        }
        if self.state != State::End {
            self.break_off();
        }
        self.envelope.parts = self.values.saturating_add(self.key_count);
        match self.fault {
            None => Ok(self.envelope),
            Some((fault, place)) => Err(Refusal {
                fault,
                place,
                is_read_to_its_end: self.state == State::End,
                envelope: Box::new(self.envelope),
            }),
        }
    }

    /// Scans whole characters only, so that what is wrong first is found first, however the
    /// message comes in pieces.
    fn check_and_scan(&mut self, mut piece: &[u8]) {
        while self.utf8.is_open() && !self.is_utf8_broken {
            let Some((&byte, rest)) = piece.split_first() else {
                return;
            };
            self.utf8.push(byte);
            let (held, len, checked) = self.utf8.look();
            piece = rest;
            if checked.is_broken || checked.valid > 0 {
                self.utf8.clear();
                if checked.is_broken {
                    self.break_utf8();
                }
                self.scan(held.get(..len).unwrap_or_default());
            }
        }
        if self.is_utf8_broken {
            return self.scan(piece);
        }
        let checked = utf8::check(piece);
        let (valid, rest) = piece.split_at(checked.valid.min(piece.len()));
        self.scan(valid);
        if checked.is_broken {
            self.break_utf8();
            self.scan(rest);
        } else {
            self.utf8.hold(rest);
        }
    }

    /// From here on bytes are taken as they come: strings end where they end.
    fn break_utf8(&mut self) {
        self.is_utf8_broken = true;
        self.fault(Fault::Utf8);
    }

    fn scan(&mut self, bytes: &[u8]) {
        self.has_control = has_control(bytes);
        let mut at = 0;
        while at < bytes.len() {
            at = match self.state {
                State::Text => self.text(bytes, at),
                State::Number(part) => self.number(part, bytes, at),
                State::Broken => return,
                State::Escape
                | State::Hex { .. }
                | State::LowBackslash
                | State::LowU
                | State::DeepEscape => self.escape(bytes, at),
                State::Deep | State::DeepText => self.deep(bytes, at),
                _ => self.structure(bytes, at),
            };
        }
    }

    /// Notes what is wrong, unless something was before. The scan goes on.
    #[cold]
    pub(super) fn fault(&mut self, fault: Fault) {
        if self.fault.is_none() {
            let place = match self.nesting.zone {
                Zone::Params => Place::Params,
                Zone::Arguments => Place::Arguments,
                // The value of `params`, or of `arguments`, that is none of these.
                _ => Place::Message,
            };
            self.fault = Some((fault, place));
            self.keys.forget();
        }
    }

    /// It is not JSON: the scan ends.
    #[cold]
    pub(super) fn break_off(&mut self) {
        self.fault(Fault::Syntax);
        self.state = State::Broken;
    }

    pub(super) fn is_refused(&self) -> bool {
        self.fault.is_some()
    }
}
