//! Secrets in text that is not JSON: `password=…`, `Authorization: Bearer …`,
//! `https://user:password@host/?token=…`.
//!
//! Whatever names a secret is followed by a colon or an equals sign, so only those are
//! looked for. What precedes one is read back a bounded way.

mod assignment;
mod key;
mod url;
mod value;

use super::spans::Spans;

/// Adds every secret of `text` that a name before it gives away.
pub(super) fn find(text: &str, spans: &mut Spans) {
    let mut ends = value::Ends::default();
    for at in memchr::memchr2_iter(b':', b'=', text.as_bytes()) {
        // What is gone already need not be looked at.
        if at < spans.done() {
            continue;
        }
        let found = match text.as_bytes().get(at) {
            Some(b'=') => assignment::equals(text, at, &mut ends),
            _ => url::credentials(text, at).or_else(|| assignment::colon(text, at, &mut ends)),
        };
        if let Some(range) = found {
            spans.add(range);
        }
    }
}
