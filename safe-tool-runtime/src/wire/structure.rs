//! What is between strings and numbers: brackets, commas, colons, words; and which part of
//! the message that is.

use super::budget::DEEPEST;
use super::envelope::MAX_KEPT_BYTES;
use super::fault::Fault;
use super::number::{Part, plain_number};
use super::scanner::{Scanner, Slot, State, Zone};

impl Scanner {
    /// Reads on between strings, and the strings and numbers that end in this piece; where
    /// to go on.
    pub(super) fn structure(&mut self, bytes: &[u8], mut at: usize) -> usize {
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            match self.state {
                State::Next => match byte {
                    b',' if self.nesting.is_in_object() => self.state = State::Key,
                    b',' => self.state = State::Value,
                    b'}' if self.nesting.is_in_object() => self.close(),
                    b']' if !self.nesting.is_in_object() => self.close(),
                    _ => self.expect_space(byte),
                },
                State::Key | State::KeyOrEnd if byte == b'"' => {
                    self.begin_key();
                    at = self.text(bytes, at);
                }
                State::Colon if byte == b':' => self.state = State::Value,
                State::ValueOrEnd if byte == b']' => self.close(),
                // One call, so that it is inlined.
                State::Value | State::ValueOrEnd => at = self.begin_value(byte, bytes, at),
                State::KeyOrEnd if byte == b'}' => self.close(),
                State::Word(rest) => self.word(rest, byte),
                State::Key | State::KeyOrEnd | State::Colon | State::End => {
                    self.expect_space(byte);
                }
                // Not between strings any more.
                _ => return at - 1,
            }
        }
        at
    }

    #[inline]
    fn expect_space(&mut self, byte: u8) {
        if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
            self.break_off();
        }
    }

    #[inline]
    fn word(&mut self, rest: &'static [u8], byte: u8) {
        match rest {
            [last] if byte == *last => self.end_value(),
            [next, rest @ ..] if byte == *next => self.state = State::Word(rest),
            _ => self.break_off(),
        }
    }

    /// Begins the value that this byte begins, the one before `at`; where to go on.
    #[inline]
    fn begin_value(&mut self, byte: u8, bytes: &[u8], at: usize) -> usize {
        if matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
            return at;
        }
        self.values += 1;
        if self.values > self.budget.max_values {
            self.fault(Fault::Values(self.budget.max_values));
        }
        if self.slot == Slot::Arguments && !matches!(byte, b'{' | b'n') {
            self.envelope.has_odd_arguments = true;
        }
        match byte {
            b'"' => {
                let is_kept = matches!(self.slot, Slot::Id | Slot::Method | Slot::Tool);
                self.begin_text(false, is_kept);
                return self.text(bytes, at);
            }
            b'{' => self.open(true),
            b'[' => self.open(false),
            b't' => self.begin_word(b"rue"),
            b'f' => self.begin_word(b"alse"),
            b'n' => self.begin_word(b"ull"),
            _ => return self.begin_number(byte, bytes, at),
        }
        at
    }

    #[inline]
    fn begin_number(&mut self, byte: u8, bytes: &[u8], at: usize) -> usize {
        // Most numbers are plain, whole in this piece, and nobody asks for their text.
        if self.slot == Slot::None
            && let Some(len) = plain_number(bytes.get(at - 1..).unwrap_or_default())
        {
            self.end_value();
            return at - 1 + len;
        }
        match Part::beginning(byte) {
            Some(part) => {
                self.literal.clear();
                self.literal.push(byte);
                self.state = State::Number(part);
            }
            None => self.break_off(),
        }
        at
    }

    fn begin_word(&mut self, rest: &'static [u8]) {
        self.is_no_slot();
        self.state = State::Word(rest);
    }

    /// A value that an id, a method or a name cannot be.
    #[inline]
    fn is_no_slot(&mut self) {
        match self.slot {
            Slot::Id => self.fault(Fault::Id),
            Slot::Method | Slot::Tool => self.fault(Fault::Name),
            Slot::None | Slot::Params | Slot::Arguments => {}
        }
    }

    #[inline]
    fn begin_key(&mut self) {
        self.key_count += 1;
        if self.key_count > self.budget.max_keys {
            self.fault(Fault::Keys(self.budget.max_keys));
        }
        let is_kept = match self.nesting.zone {
            Zone::Envelope | Zone::Params => true,
            Zone::Arguments => !self.is_refused(),
            Zone::Outside | Zone::Unknown => false,
        };
        self.begin_text(true, is_kept);
    }

    /// A key is read; its content, if that was wanted.
    #[inline]
    pub(super) fn end_key(&mut self, key: Option<&[u8]>) {
        self.state = State::Colon;
        let Some(key) = key else {
            return;
        };
        if !self.is_refused() {
            self.keys.add(key);
        }
        self.slot = match (self.nesting.zone, key) {
            (Zone::Envelope, b"id") => {
                self.envelope.id.count += 1;
                Slot::Id
            }
            (Zone::Envelope, b"method") => {
                self.envelope.method.count += 1;
                Slot::Method
            }
            (Zone::Envelope, b"params") => Slot::Params,
            (Zone::Envelope, b"result" | b"error") => {
                self.envelope.has_outcome = true;
                Slot::None
            }
            (Zone::Params, b"name") => {
                self.envelope.tool.count += 1;
                Slot::Tool
            }
            (Zone::Params, b"arguments") => Slot::Arguments,
            _ => Slot::None,
        };
    }

    /// A string is read; its content, if that was wanted and short enough.
    #[inline]
    pub(super) fn end_string(&mut self, text: Option<&[u8]>) {
        if self.slot != Slot::None {
            self.fill_slot(text);
        }
        self.end_value();
    }

    fn fill_slot(&mut self, text: Option<&[u8]>) {
        let text = text
            .filter(|text| text.len() <= MAX_KEPT_BYTES)
            .and_then(|text| std::str::from_utf8(text).ok());
        match (self.slot, text) {
            (Slot::Id, Some(text)) => self.envelope.id.text = serde_json::to_string(text).ok(),
            (Slot::Method, Some(text)) => self.envelope.method.text = Some(text.to_owned()),
            (Slot::Tool, Some(text)) => self.envelope.tool.text = Some(text.to_owned()),
            (_, Some(_)) => {}
            (_, None) => self.is_no_slot(),
        }
    }

    /// Reads on in a number.
    pub(super) fn number(&mut self, mut part: Part, bytes: &[u8], mut at: usize) -> usize {
        while let Some(&byte) = bytes.get(at) {
            match part.next(byte) {
                Some(next) => part = next,
                None => {
                    self.end_number(part);
                    return at;
                }
            }
            self.literal.push(byte);
            at += 1;
        }
        self.state = State::Number(part);
        at
    }

    pub(super) fn end_number(&mut self, part: Part) {
        if !part.is_end() {
            return self.break_off();
        }
        let is_finite = self.literal.is_finite(part);
        if self.literal.text().is_none() {
            self.fault(Fault::NumberLength);
        } else if !is_finite {
            self.fault(Fault::NumberRange);
        }
        if self.slot == Slot::Id {
            // An answer with an id out of range could not be parsed.
            let text = self.literal.text().filter(|_| is_finite);
            self.envelope.id.text = text.map(str::to_owned);
        } else {
            self.is_no_slot();
        }
        self.end_value();
    }

    #[inline]
    fn end_value(&mut self) {
        self.slot = Slot::None;
        self.state = if self.nesting.depth == 0 {
            State::End
        } else {
            State::Next
        };
    }

    #[inline]
    fn open(&mut self, is_object: bool) {
        self.is_no_slot();
        if self.nesting.depth >= self.budget.max_depth {
            self.fault(Fault::Depth(self.budget.max_depth));
        }
        if self.nesting.depth == DEEPEST {
            self.nesting.beyond = 1;
            self.state = State::Deep;
            return;
        }
        self.nesting.enter(is_object, self.slot);
        self.slot = Slot::None;
        if is_object && self.nesting.is_compared() && !self.is_refused() {
            self.keys.open();
        }
        self.state = if is_object {
            State::KeyOrEnd
        } else {
            State::ValueOrEnd
        };
    }

    #[inline]
    fn close(&mut self) {
        if self.nesting.is_in_object()
            && self.nesting.is_compared()
            && !self.is_refused()
            && self.keys.close()
        {
            self.fault(Fault::DuplicateKey);
        }
        self.nesting.leave();
        self.end_value();
    }

    /// Beyond the deepest: brackets are counted, whichever they are, and strings skipped.
    pub(super) fn deep(&mut self, bytes: &[u8], at: usize) -> usize {
        match (self.state, bytes.get(at)) {
            (State::DeepText, Some(b'"')) => self.state = State::Deep,
            (State::DeepText, Some(b'\\')) => self.state = State::DeepEscape,
            (State::Deep, Some(b'"')) => self.state = State::DeepText,
            (State::Deep, Some(b'{' | b'[')) => self.nesting.beyond += 1,
            (State::Deep, Some(b'}' | b']')) => {
                self.nesting.beyond -= 1;
                if self.nesting.beyond == 0 {
                    self.end_value();
                }
            }
            _ => {}
        }
        at + 1
    }
}

impl super::scanner::Nesting {
    #[inline]
    fn is_in_object(&self) -> bool {
        self.objects & 1 == 1
    }

    /// Whether keys are compared here.
    #[inline]
    fn is_compared(&self) -> bool {
        matches!(self.zone, Zone::Envelope | Zone::Params | Zone::Arguments)
    }

    #[inline]
    fn enter(&mut self, is_object: bool, slot: Slot) {
        self.depth += 1;
        self.objects = (self.objects << 1) | u128::from(is_object);
        let inner = match (self.zone, slot) {
            (Zone::Outside, _) if is_object => Zone::Envelope,
            (Zone::Envelope, Slot::Params) if is_object => Zone::Params,
            (Zone::Params, Slot::Arguments) | (Zone::Arguments, _) => Zone::Arguments,
            _ => Zone::Unknown,
        };
        if inner == Zone::Unknown && self.zone != Zone::Unknown {
            self.unknown_from = self.depth;
        }
        self.zone = inner;
    }

    #[inline]
    fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.objects >>= 1;
        if self.zone == Zone::Unknown && self.depth >= self.unknown_from {
            return;
        }
        self.zone = match self.depth {
            0 => Zone::Outside,
            1 => Zone::Envelope,
            2 => Zone::Params,
            _ => Zone::Arguments,
        };
    }
}
