//! Secrets that stand behind a word: `Bearer …`, `Basic …`; and Twilio's keys, whose two
//! letters are too few for the common search.

use std::{ops::Range, sync::LazyLock};

use memchr::memmem::Finder;

use super::{
    anchors::Anchor,
    hit::{Class, Hit, Runs},
    jwt::decode,
    random::looks_random,
};
use crate::redact::spans::Spans;

pub(super) const ANCHORS: &[Anchor] = &[
    Anchor {
        text: "Bearer ",
        verify: bearer,
    },
    Anchor {
        text: "bearer ",
        verify: bearer,
    },
    Anchor {
        text: "Basic ",
        verify: basic,
    },
    Anchor {
        text: "T3BlbkFJ",
        verify: openai,
    },
    Anchor {
        text: ":AA",
        verify: telegram,
    },
];

/// RFC 6750: the word stays, as in `Authorization: Bearer [REDACTED]`.
fn bearer(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let body = hit.body(Class::Bearer);
    let fits = body.len() >= 16 && looks_random(body, 3.0);
    fits.then(|| hit.after..hit.after + body.len())
}

/// RFC 7617: base64 of `user:password`. What is shorter is a word; behind the name of its
/// header it is found by that.
fn basic(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let body = hit.body(Class::Base64);
    let head = body.as_bytes();
    let decoded = decode(head.get(..512).unwrap_or(head));
    // Words decode to anything but text.
    let is_text = std::str::from_utf8(&decoded).is_ok_and(|text| !text.contains(char::is_control));
    let fits = body.len() >= 16 && decoded.contains(&b':') && is_text;
    fits.then(|| hit.after..hit.after + body.len())
}

/// The middle of every key of OpenAI's: base64 of its name.
fn openai(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let start = hit.word_start(128);
    let end = hit.run_end(hit.after, Class::Word);
    let key = hit.text.get(start..end)?;
    (key.starts_with("sk-") && key.len() >= 40).then_some(start..end)
}

/// A bot's number, a colon, 35 characters of which the first two are `AA`.
fn telegram(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let before = hit.text.as_bytes().get(..hit.at)?;
    let digits = before
        .iter()
        .rev()
        .take(12)
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let body = hit.body(Class::Word);
    let fits = (8..=10).contains(&digits) && body.len() == 33 && looks_random(body, 3.5);
    fits.then(|| hit.at - digits..hit.after + body.len())
}

static TWILIO: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("SK"));

/// Twilio ("API keys overview"): `SK` and 32 hexadecimal digits.
pub(super) fn twilio(text: &str, runs: &mut Runs, spans: &mut Spans) {
    for at in TWILIO.find_iter(text.as_bytes()) {
        let mut hit = Hit::new(text, at, "SK", runs);
        if !hit.begins_a_word() {
            continue;
        }
        let body = hit.body(Class::Alnum);
        let hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if body.len() == 32 && body.bytes().all(hex) && looks_random(body, 3.0) {
            spans.add(at..hit.after + body.len());
        }
    }
}
