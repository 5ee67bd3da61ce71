//! What a secret of some shape begins with, or always holds, and where that stands.

use std::{ops::Range, sync::LazyLock};

use aho_corasick::{AhoCorasick, MatchKind};

use super::{Hit, cloud, jwt, named, pem, platform};

/// Says which part of the text is a secret, if any is.
pub(super) type Verify = fn(&mut Hit<'_>) -> Option<Range<usize>>;

/// A piece of text that only a secret is likely to hold, and what makes sure of it.
#[derive(Clone, Copy)]
pub(super) struct Anchor {
    pub(super) text: &'static str,
    pub(super) verify: Verify,
}

/// Every anchor. At least three bytes each and not above 64 of them: the vector search
/// takes no more.
static ANCHORS: LazyLock<Vec<Anchor>> = LazyLock::new(|| {
    [
        cloud::ANCHORS,
        jwt::ANCHORS,
        named::ANCHORS,
        pem::ANCHORS,
        platform::ANCHORS,
    ]
    .concat()
});

/// Finds them all in one pass. There is no reason for it not to build, which a test pins.
static SEARCH: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostFirst)
        .build(ANCHORS.iter().map(|anchor| anchor.text))
        .ok()
});

/// Calls `found` with the place of each anchor.
pub(super) fn each(text: &str, mut found: impl FnMut(usize, &Anchor)) {
    match SEARCH.as_ref() {
        Some(search) => {
            for hit in search.find_iter(text) {
                if let Some(anchor) = ANCHORS.get(hit.pattern().as_usize()) {
                    found(hit.start(), anchor);
                }
            }
        }
        // Slow, and no less safe.
        None => {
            for anchor in ANCHORS.iter() {
                for (at, _) in text.match_indices(anchor.text) {
                    found(at, anchor);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_anchors_suit_the_vector_search() {
        assert!(SEARCH.is_some());
        assert!(ANCHORS.len() <= 64, "{}", ANCHORS.len());
        for anchor in ANCHORS.iter() {
            assert!(anchor.text.len() >= 3, "{}", anchor.text);
        }
    }

    #[test]
    fn no_anchor_hides_another() {
        for (index, anchor) in ANCHORS.iter().enumerate() {
            for later in ANCHORS.iter().skip(index + 1) {
                assert!(!later.text.contains(anchor.text), "{}", later.text);
                assert!(!anchor.text.contains(later.text), "{}", later.text);
            }
        }
    }
}
