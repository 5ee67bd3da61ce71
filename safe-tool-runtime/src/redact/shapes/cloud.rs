//! Keys of the large clouds.
//!
//! Sources: AWS, "IAM identifiers" (unique ID prefixes); Google, "API keys" and "OAuth
//! 2.0" (the forms are those its own scanners use); Microsoft, "Client secret format"
//! and "Storage account access keys" (512 bits in base64).

use std::ops::Range;

use super::{
    anchors::Anchor,
    hit::{Class, Hit},
    random::looks_random,
};

pub(super) const ANCHORS: &[Anchor] = &[
    anchor("AKIA", aws),
    anchor("ASIA", aws),
    anchor("AIza", google_api_key),
    anchor("GOCSPX-", google_secret),
    anchor("ya29.", google_token),
    anchor("AccountKey=", azure_key),
    anchor("AccessKey=", azure_key),
    anchor("7Q~", azure_secret),
    anchor("8Q~", azure_secret),
];

const fn anchor(text: &'static str, verify: super::anchors::Verify) -> Anchor {
    Anchor { text, verify }
}

/// The length of a secret access key.
const AWS_SECRET: usize = 40;

/// How far after its id a secret access key is looked for.
const AWS_APART: usize = 80;

/// Sixteen characters of base 32; with the secret beside it, if it is there.
fn aws(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let body = hit.body(Class::Alnum);
    let base32 = |byte: u8| matches!(byte, b'A'..=b'Z' | b'2'..=b'7');
    // AWS's manuals end their examples in a word.
    let example = body.ends_with("EXAMPLE");
    if !hit.begins_a_word() || body.len() != 16 || !body.bytes().all(base32) || example {
        return None;
    }
    let end = hit.after + body.len();
    let end = aws_secret(hit, end).unwrap_or(end);
    hit.until(end)
}

/// The end of the secret that belongs to the id that ends at `from`.
fn aws_secret(hit: &mut Hit<'_>, from: usize) -> Option<usize> {
    let mut at = from;
    while at < from + AWS_APART {
        let byte = hit.byte(at)?;
        // Another id has its own secret.
        if !Class::Base64.has(byte) || byte == b'=' {
            at += 1;
            continue;
        }
        let end = hit.run_end(at, Class::Base64);
        let run = hit.text.get(at..end)?;
        if run.starts_with("AKIA") || run.starts_with("ASIA") {
            return None;
        }
        if run.len() == AWS_SECRET && looks_random(run, 4.0) {
            return Some(end);
        }
        at = end;
    }
    None
}

fn google_api_key(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let body = hit.body(Class::Word);
    let fits = hit.begins_a_word() && body.len() == 35 && looks_random(body, 3.5);
    fits.then(|| hit.at..hit.after + body.len())
}

fn google_secret(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let body = hit.body(Class::Word);
    let fits = hit.begins_a_word() && body.len() == 28 && looks_random(body, 3.5);
    fits.then(|| hit.at..hit.after + body.len())
}

fn google_token(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let body = hit.body(Class::Word);
    let fits = hit.begins_a_word() && body.len() >= 20 && looks_random(body, 3.5);
    fits.then(|| hit.at..hit.after + body.len())
}

/// Of a storage account 64 bytes, of a service bus 32, in base64 with its padding. The
/// name stays.
fn azure_key(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let body = hit.body(Class::Base64);
    let fits = matches!(body.len(), 44 | 88) && body.ends_with('=') && looks_random(body, 4.0);
    fits.then(|| hit.after..hit.after + body.len())
}

/// Three characters, a digit, `Q~`, 31 to 34 more.
fn azure_secret(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let start = hit.at.checked_sub(3)?;
    let part = |byte: u8| Class::Word.has(byte) || matches!(byte, b'.' | b'~');
    let bytes = hit.text.as_bytes();
    let before = bytes.get(start..hit.at)?;
    let glued = start.checked_sub(1).is_some_and(|at| part(bytes[at]));
    if glued || !before.iter().all(|byte| part(*byte)) {
        return None;
    }
    let rest = bytes.get(hit.after..)?;
    let length = rest.iter().take(64).take_while(|byte| part(**byte)).count();
    // A full stop at the end is the sentence's.
    let body = hit.text.get(hit.after..hit.after + length)?;
    let body = body.trim_end_matches('.');
    let length = body.len();
    let fits = (31..=34).contains(&length) && looks_random(body, 3.5);
    fits.then(|| start..hit.after + length)
}
