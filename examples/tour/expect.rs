//! What may come of a call.

/// What must come of a call. Wherever a call is hostile, the canary may be nowhere in
/// the answer.
pub enum Expect {
    /// Accepted, each text in a frame of its own nonce, and these words in it.
    Framed(&'static [&'static str]),
    /// As framed, but cut, and saying how much.
    Cut,
    /// As framed, these words in text and structure, and secrets replaced.
    Redacted(&'static [&'static str]),
    /// Refused before the tool ran, with a line for each of these JSON pointers; the
    /// value, as a word, does not come back.
    Refused(Vec<&'static str>, String),
    /// Well-formed, so refused only when it is used: an error in-band.
    Withheld,
    /// A warning in place of the content.
    Blocked,
    /// Over the limit: told so, and when to come back.
    Denied,
    /// A burst: what the bucket still holds is answered, the rest denied.
    Flood,
    /// No such tool: any answer that is an error.
    Unknown,
}

impl Expect {
    pub fn is_hostile(&self) -> bool {
        !matches!(self, Self::Framed(_) | Self::Cut | Self::Redacted(_))
    }

    pub fn name(&self) -> &'static str {
        match self {
            Self::Framed(_) => "accepted",
            Self::Cut => "cut",
            Self::Redacted(_) => "redacted",
            Self::Refused(..) => "refused",
            Self::Withheld => "withheld",
            Self::Blocked => "blocked",
            Self::Denied => "denied",
            Self::Flood => "held",
            Self::Unknown => "error",
        }
    }
}
