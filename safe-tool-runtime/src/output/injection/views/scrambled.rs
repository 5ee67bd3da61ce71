//! Words with their inner letters out of order, which people and models read all the
//! same: `ignroe all preivous instrcutions`.

use std::sync::LazyLock;

/// As with the alphabets: a long text is not read for this.
const SHORT: usize = 4096;

/// The words that orders are made of.
const WORDS: [&str; 44] = [
    "ignore",
    "disregard",
    "forget",
    "override",
    "bypass",
    "previous",
    "earlier",
    "above",
    "prior",
    "instructions",
    "instruction",
    "directions",
    "directives",
    "prompts",
    "prompt",
    "system",
    "guidelines",
    "everything",
    "reveal",
    "print",
    "repeat",
    "output",
    "hidden",
    "initial",
    "different",
    "unrestricted",
    "assistant",
    "developer",
    "credentials",
    "password",
    "passwords",
    "secret",
    "secrets",
    "forward",
    "conversation",
    "before",
    "rules",
    "anything",
    "restrictions",
    "delete",
    "without",
    "commands",
    "original",
    "execute",
];

/// Of each first letter the last letters that go with it, a bit for each: few words pass, and
/// only those need a signature.
struct Ends([u32; 26]);

static ENDS: LazyLock<Ends> = LazyLock::new(|| {
    let mut ends = Ends([0; 26]);
    for word in WORDS {
        if let Some((first, last)) = Ends::of(word.as_bytes())
            && let Some(lasts) = ends.0.get_mut(first)
        {
            *lasts |= 1 << last;
        }
    }
    ends
});

impl Ends {
    fn of(word: &[u8]) -> Option<(usize, u8)> {
        let letter = |b: &u8| b.to_ascii_lowercase().checked_sub(b'a').filter(|b| *b < 26);
        Some((usize::from(letter(word.first()?)?), letter(word.last()?)?))
    }

    fn has(&self, word: &[u8]) -> bool {
        Self::of(word).is_some_and(|(first, last)| {
            let lasts = self.0.get(first).copied().unwrap_or_default();
            lasts & 1 << last != 0
        })
    }
}

static SIGNATURES: LazyLock<Vec<(u64, &str)>> = LazyLock::new(|| {
    let mut signatures: Vec<_> = WORDS
        .iter()
        .map(|word| (signature(word.as_bytes()), *word))
        .collect();
    signatures.sort_unstable();
    signatures
});

pub(super) fn is_short(text: &str) -> bool {
    text.len() <= SHORT
}

pub(super) fn is_called_for(text: &str) -> bool {
    is_short(text) && words(text).any(|(_, word)| scrambled(word).is_some())
}

pub(super) fn read(text: &str, mut emit: impl FnMut(usize, char)) {
    for (start, word) in words(text) {
        match scrambled(word) {
            Some(plain) => plain.chars().for_each(|c| emit(start, c)),
            None => word.char_indices().for_each(|(at, c)| emit(start + at, c)),
        }
    }
}

/// Words and what lies between them, in turn.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.as_bytes().get(start..)?;
        let in_word = rest.first()?.is_ascii_alphabetic();
        // Where ASCII letters begin or end, so does a character.
        let end = rest.iter().position(|b| b.is_ascii_alphabetic() != in_word);
        let end = end.map_or(text.len(), |end| start + end);
        let piece = (start, text.get(start..end)?);
        start = end;
        Some(piece)
    })
}

/// The word that `word` is made from by putting inner letters out of order.
fn scrambled(word: &str) -> Option<&'static str> {
    if !(5..=14).contains(&word.len()) || !ENDS.has(word.as_bytes()) {
        return None;
    }
    let wanted = signature(word.as_bytes());
    let at = SIGNATURES
        .binary_search_by_key(&wanted, |(signature, _)| *signature)
        .ok()?;
    let (_, plain) = SIGNATURES.get(at)?;
    (!plain.eq_ignore_ascii_case(word)).then_some(*plain)
}

/// Equal for words with the same first letter, last letter and letters between them.
fn signature(word: &[u8]) -> u64 {
    let letter = |b: &u8| {
        let b = b.to_ascii_lowercase();
        u64::from(b)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(u32::from(b & 31))
    };
    let inner = word.iter().map(letter).fold(0_u64, u64::wrapping_add);
    let ends = word.first().map_or(0, letter).rotate_left(17)
        ^ word.last().map_or(0, letter).rotate_left(41);
    inner ^ ends.wrapping_mul(0xd6e8_feb8_6659_fd93)
}
