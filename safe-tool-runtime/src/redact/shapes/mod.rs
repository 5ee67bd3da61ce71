//! Secrets known by their shape, whatever stands around them: keys of clouds and
//! platforms, JWTs, private keys, card numbers.
//!
//! One pass looks for every prefix at once; a verifier looks at each place where one
//! stands. (As one set of regular expressions the same rules would run at a hundredth of
//! the speed, where they build at all.) A verifier looks back at most a bounded way, and
//! ahead over a run of characters whose end is remembered, so that a text of prefixes
//! alone is still read in linear time.
//!
//! A checksum decides where a format has one. Elsewhere the rest must look drawn at
//! random, so that `ghp_xxxx…` and `sk-your-key-here` of a manual stay.

mod anchors;
mod card;
mod checksum;
mod cloud;
mod hit;
mod jwt;
mod named;
mod pem;
mod platform;
mod random;

use hit::{Hit, Runs};

use super::spans::Spans;

pub(super) use card::find as cards;

/// Adds every token and key of `text`. Each is a word of sixteen characters at least, or
/// has one in it.
pub(super) fn tokens(text: &str, spans: &mut Spans) {
    let mut runs = Runs::default();
    anchors::each(text, |at, anchor| {
        // What is gone already need not be looked at.
        if at < spans.done() {
            return;
        }
        let mut hit = Hit::new(text, at, anchor.text, &mut runs);
        if let Some(range) = (anchor.verify)(&mut hit) {
            spans.add(range);
        }
    });
    named::twilio(text, &mut runs, spans);
}
