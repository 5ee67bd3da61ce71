//! What can be left out.

/// One protection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Protection {
    /// Lengths and ranges.
    Validation,
    /// A string is not an integer.
    StrictTypes,
    /// No fields but the declared ones.
    UnknownFields,
    /// No control characters.
    ControlChars,
    /// No zero-width, bidi or tag characters.
    InvisibleChars,
    /// Paths open beneath their folder only.
    Sandbox,
    /// So many calls a minute.
    RateLimit,
    /// Text that instructs is blocked.
    Injection,
    /// Text from outside stands in a frame.
    Frame,
    /// Long text is cut.
    Cap,
    /// Secrets are taken out of records.
    Redaction,
    /// Refusals do not repeat the value.
    ValueFreeErrors,
}

impl Protection {
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "validation" => Self::Validation,
            "strict-types" => Self::StrictTypes,
            "unknown-fields" => Self::UnknownFields,
            "control-chars" => Self::ControlChars,
            "invisible-chars" => Self::InvisibleChars,
            "sandbox" => Self::Sandbox,
            "rate-limit" => Self::RateLimit,
            "injection" => Self::Injection,
            "frame" => Self::Frame,
            "cap" => Self::Cap,
            "redaction" => Self::Redaction,
            "value-free-errors" => Self::ValueFreeErrors,
            _ => return None,
        })
    }
}
