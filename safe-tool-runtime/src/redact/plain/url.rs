//! The password in a URL: `scheme://user:password@host` (RFC 3986 3.2.1).

use std::ops::Range;

use super::value::is_nothing;

/// Parameters that grant access by themselves, by their whole name: signatures of AWS,
/// Azure and Google, and what is short for a password.
const PARAMETERS: &[&str] = &[
    "sig",
    "signature",
    "x-amz-signature",
    "x-goog-signature",
    "auth",
    "pass",
    "pw",
];

/// The password of the URL whose scheme ends at `at`.
pub(super) fn credentials(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let start = at + 3;
    if !bytes.get(at..start)?.ends_with(b"//") {
        return None;
    }
    // The authority. It ends at a slash, so one of many in a row is walked by itself.
    let ends = |byte: &u8| {
        matches!(
            byte,
            b'/' | b'?' | b'#' | b'"' | b'\'' | b'<' | b'>' | b'`' | b'\\'
        ) || byte.is_ascii_whitespace()
    };
    let rest = bytes.get(start..)?;
    let length = rest.iter().position(ends).unwrap_or(rest.len());
    let authority = text.get(start..start + length)?;
    let (user, _) = authority.rsplit_once('@')?;
    let (name, password) = user.split_once(':')?;
    let from = start + name.len() + 1;
    (!is_nothing(password)).then(|| from..from + password.len())
}

/// Whether a parameter of this name grants access.
pub(super) fn grants_access(name: &str) -> bool {
    PARAMETERS
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known))
}
