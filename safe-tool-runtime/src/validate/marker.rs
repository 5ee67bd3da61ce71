//! Text that carries the redaction marker: a model that writes back a record it has read
//! would put the mask in place of the secret. Refused, unless the field says
//! `allow_redaction_marker`.

use super::Cursor;
use crate::redact::carries_marker;

/// The name of the rule.
pub(super) const RULE: &str = "redaction_marker";

/// What the schema says of all text, once, at its root.
pub(super) const REMARK: &str = "No text may carry the redaction marker [REDACTED].";

/// What the schema says of a field that lifts it.
pub(super) const ALLOWED_REMARK: &str = "May carry the redaction marker.";

/// Records a violation if `text` carries the marker.
#[inline]
pub(super) fn check(text: &str, at: &mut Cursor<'_>) {
    // No marker is shorter: nearly every key and many a value.
    if text.len() >= 9 && carries_marker(text) {
        at.refuse(
            RULE,
            "carries a redaction marker, which would overwrite the value it hides; leave the \
             field out, or send the real value",
        );
    }
}
