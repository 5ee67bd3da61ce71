//! Strings and keys: how long they are, and their content where it is wanted.

use super::envelope::MAX_KEPT_BYTES;
use super::escape::simple;
use super::fault::Fault;
use super::plain::plain_len;
use super::scanner::{Scanner, State};

impl Scanner {
    #[inline]
    pub(super) fn begin_text(&mut self, is_key: bool, is_kept: bool) {
        self.text.is_key = is_key;
        self.text.is_kept = is_kept;
        self.text.len = 0;
        self.text.kept.clear();
        self.state = State::Text;
    }

    /// Reads on in a string; where to go on.
    #[inline]
    pub(super) fn text(&mut self, bytes: &[u8], mut at: usize) -> usize {
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let len = plain_len(rest, self.has_control);
            let run = rest.get(..len).unwrap_or_default();
            self.lengthen(len);
            at += len + 1;
            match rest.get(len) {
                Some(b'"') => {
                    self.end_text(run);
                    return at;
                }
                Some(b'\\') => {
                    self.keep(run);
                    match bytes.get(at).copied().and_then(simple) {
                        Some(meant) => {
                            self.lengthen(1);
                            self.keep(&[meant]);
                            at += 1;
                        }
                        // Longer, wrong, or in the next piece.
                        None => {
                            self.state = State::Escape;
                            return at;
                        }
                    }
                }
                Some(&control) => {
                    self.keep(run);
                    self.fault(Fault::Control);
                    self.lengthen(1);
                    self.keep(&[control]);
                }
                // The piece ends in the string.
                None => {
                    self.keep(run);
                    return bytes.len();
                }
            }
        }
    }

    /// Keeps what is wanted. For keys it is as much as there is, within the budget; a little
    /// more than is allowed for the rest, so that it can be told to be too long.
    #[inline]
    pub(super) fn keep(&mut self, run: &[u8]) {
        if !self.text.is_kept {
            return;
        }
        let most = if self.is_refused() {
            MAX_KEPT_BYTES + 1
        } else {
            usize::try_from(self.budget.max_string_bytes).unwrap_or(usize::MAX)
        };
        let left = most.saturating_sub(self.text.kept.len());
        let run = run.get(..left.min(run.len())).unwrap_or_default();
        self.text.kept.extend_from_slice(run);
    }

    /// Counts at once, so that what is wrong first is found first.
    #[inline]
    pub(super) fn lengthen(&mut self, bytes: usize) {
        self.text.len += bytes as u64;
        if self.text.len > self.budget.max_string_bytes {
            self.fault(Fault::StringLength(self.budget.max_string_bytes));
        }
    }

    #[inline]
    fn end_text(&mut self, run: &[u8]) {
        if !self.text.is_kept {
            return if self.text.is_key {
                self.end_key(None);
            } else {
                self.end_string(None);
            };
        }
        if self.text.kept.is_empty() {
            return self.end_kept(run);
        }
        self.keep(run);
        // Taken out and put back, so that its memory is used again.
        let kept = std::mem::take(&mut self.text.kept);
        self.end_kept(&kept);
        self.text.kept = kept;
    }

    #[inline]
    fn end_kept(&mut self, content: &[u8]) {
        if self.text.is_key {
            self.end_key(Some(content));
        } else {
            self.end_string(Some(content));
        }
    }
}
