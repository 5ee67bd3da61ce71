//! Why a message is refused, where, and what an answer to it needs.

use std::fmt;

use super::envelope::{Envelope, Kind};

/// What is wrong with a message. `Display` tells the caller what to change, without any of
/// the message's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// It is not JSON, or ends too early.
    #[error("the message is not valid JSON")]
    Syntax,
    /// It is not UTF-8.
    #[error("the message is not valid UTF-8")]
    Utf8,
    /// A string holds a raw control character.
    #[error("a string holds a control character: escape it")]
    Control,
    /// Half of a surrogate pair is escaped alone.
    #[error("a string holds half of a surrogate pair")]
    Surrogate,
    /// A number's literal has more than 32 bytes.
    #[error("a number is written in more than 32 bytes")]
    NumberLength,
    /// A number is not finite as a double.
    #[error("a number is out of range")]
    NumberRange,
    /// Too many bytes.
    #[error("the message is larger than {0} bytes")]
    Bytes(u64),
    /// Too deeply nested.
    #[error("the message is nested more than {0} deep")]
    Depth(u32),
    /// Too many values.
    #[error("the message holds more than {0} values")]
    Values(u64),
    /// Too many keys.
    #[error("the message's objects have more than {0} keys")]
    Keys(u64),
    /// A string is too long.
    #[error("a string is longer than {0} bytes")]
    StringLength(u64),
    /// A key stands twice in one object, where that matters.
    #[error("a key stands twice in one object")]
    DuplicateKey,
    /// The id is neither a string nor a number, or too long to be kept.
    #[error("the id must be a string or number of at most 256 bytes")]
    Id,
    /// The method or the tool's name is not a string, or too long to be kept.
    #[error("the method and the tool's name must be strings of at most 256 bytes")]
    Name,
}

impl Fault {
    /// JSON-RPC's code for it: -32700 for what is not JSON to serde_json, else -32600.
    #[must_use]
    pub fn code(self) -> i32 {
        match self {
            Self::Syntax | Self::Utf8 | Self::Control | Self::Surrogate | Self::NumberRange => {
                -32700
            }
            _ => -32600,
        }
    }
}

/// Where in a message a fault is. Of the names and values below, which are the caller's
/// text, nothing is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// In the envelope, or in what this scanner does not know.
    Message,
    /// In `params`, outside of the arguments.
    Params,
    /// In `params.arguments`.
    Arguments,
}

impl Place {
    /// It as a JSON pointer.
    #[must_use]
    pub fn pointer(self) -> &'static str {
        match self {
            Self::Message => "",
            Self::Params => "/params",
            Self::Arguments => "/params/arguments",
        }
    }
}

/// A message that is refused: the first fault in it, and what is known of its envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub(super) fault: Fault,
    pub(super) place: Place,
    /// Else it broke off, and what would have followed is not known.
    pub(super) is_read_to_its_end: bool,
    /// Boxed, so that a result with it is small.
    pub(super) envelope: Box<Envelope>,
}

impl Refusal {
    /// What is wrong.
    #[must_use]
    pub fn fault(&self) -> Fault {
        self.fault
    }

    /// Where.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// What is known of the envelope. Its id is there if exactly one was read.
    #[must_use]
    pub fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// Whether the fault is inside the arguments of a readable tool call: then the answer is a
    /// result with `isError`, which the model sees, and otherwise a JSON-RPC error.
    #[must_use]
    pub fn is_of_arguments(&self) -> bool {
        self.place == Place::Arguments
            && self.envelope.kind() == Kind::Request
            && self.envelope.method() == Some("tools/call")
            && self.envelope.tool().is_some()
            && !matches!(self.fault, Fault::Syntax | Fault::Bytes(_))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault.fmt(f)
    }
}

impl std::error::Error for Refusal {}
