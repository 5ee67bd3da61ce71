//! Private keys in PEM (RFC 7468), of PGP as well (RFC 9580 6.2): whole, cut short, or
//! written in one line with `\n` for its breaks.

use std::ops::Range;

use memchr::memmem;

use super::{anchors::Anchor, hit::Hit};

pub(super) const ANCHORS: &[Anchor] = &[Anchor {
    text: "-----BEGIN ",
    verify: private_key,
}];

/// The longest label: `ENCRYPTED PRIVATE KEY`, `PGP PRIVATE KEY BLOCK`.
const MAX_LABEL: usize = 64;

const DASHES: &str = "-----";

fn private_key(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let rest = hit.text.as_bytes().get(hit.after..)?;
    let label = rest.get(..MAX_LABEL.min(rest.len()))?;
    let label = label.get(..memmem::find(label, DASHES.as_bytes())?)?;
    memmem::find(label, b"PRIVATE KEY")?;
    let body = hit.after + label.len() + DASHES.len();
    // To the next dashes, or the end of the text: a key that was cut is no less secret.
    let Some(dashes) = memmem::find(hit.text.as_bytes().get(body..)?, DASHES.as_bytes()) else {
        return hit.until(hit.text.len());
    };
    let end = body + dashes;
    let Some(closing) = hit.text.get(end + DASHES.len()..) else {
        return hit.until(end);
    };
    if !closing.starts_with("END ") {
        return hit.until(end);
    }
    let closing = closing.as_bytes().get(..MAX_LABEL.min(closing.len()))?;
    let closed = memmem::find(closing, DASHES.as_bytes()).map_or(0, |at| at + DASHES.len());
    hit.until(end + DASHES.len() + closed)
}
