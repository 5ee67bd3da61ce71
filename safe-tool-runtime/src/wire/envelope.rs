//! What a message is, by its envelope.

/// The longest id, method and tool's name that is kept, in bytes after unescaping.
pub(super) const MAX_KEPT_BYTES: usize = 256;

/// What kind of message it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A method and an id: it is answered once.
    Request,
    /// A method without an id: it is never answered.
    Notification,
    /// A result or an error, and no method: it is never answered.
    Response,
    /// None of these.
    Malformed,
}

/// A string of the envelope, and how often its key stood there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) text: Option<String>,
    pub(super) count: u64,
}

impl Fact {
    /// The text, if there is exactly one: which of two counts is not for us to say.
    fn only(&self) -> Option<&str> {
        self.text.as_deref().filter(|_| self.count == 1)
    }
}

/// What was taken out of a message's envelope.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Envelope {
    pub(super) id: Fact,
    pub(super) method: Fact,
    pub(super) tool: Fact,
    /// Whether there is a `result` or an `error`.
    pub(super) has_outcome: bool,
    /// Whether `params.arguments` is there and neither an object nor `null`.
    pub(super) has_odd_arguments: bool,
    pub(super) parts: u64,
}

impl Envelope {
    /// The id as JSON, to be put into the answer as it is: `7`, `"a"`. `None` unless there is
    /// exactly one, and it is a string or a number.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.only()
    }

    /// The method, unescaped. `None` unless there is exactly one.
    #[must_use]
    pub fn method(&self) -> Option<&str> {
        self.method.only()
    }

    /// `params.name`, unescaped. `None` unless there is exactly one.
    #[must_use]
    pub fn tool(&self) -> Option<&str> {
        self.tool.only()
    }

    /// Whether a `tools/call` has what it needs: one tool's name, and arguments that are an
    /// object, if there are any.
    #[must_use]
    pub fn is_complete_call(&self) -> bool {
        self.tool().is_some() && !self.has_odd_arguments
    }

    /// How many values and keys there are in the whole message: what a parser makes of it
    /// takes memory for each.
    #[must_use]
    pub fn parts(&self) -> u64 {
        self.parts
    }

    /// What kind of message it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match (self.method.count > 0, self.id.count > 0) {
            (true, true) => Kind::Request,
            (true, false) => Kind::Notification,
            (false, _) if self.has_outcome => Kind::Response,
            (false, _) => Kind::Malformed,
        }
    }
}
