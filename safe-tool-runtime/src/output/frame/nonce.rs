//! What content cannot know: drawn when it has been written.
//!
//! Content that holds a boundary in another case or with invisible characters in it has
//! guessed 64 random bits all the same, so it is not looked for.

use std::fmt;

use super::super::Capped;

/// How often what the content happens to hold is drawn again. One collision in 64 random
/// bits is already unheard of; several mean that the source is broken.
const DRAWS: usize = 4;

/// No nonce for a boundary: the operating system's random source failed.
///
/// Content without a boundary must not be shown, so treat this as a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NonceError;

impl fmt::Display for NonceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no random boundary could be drawn for external data")
    }
}

impl std::error::Error for NonceError {}

/// Draws what none of the contents holds, by `shape` from 64 random bits.
pub(super) fn draw(
    contents: &[Capped<'_>],
    shape: impl Fn(u64) -> String,
    mut random: impl FnMut() -> Result<u64, NonceError>,
) -> Result<String, NonceError> {
    for _ in 0..DRAWS {
        let drawn = shape(random()?);
        let finder = memchr::memmem::Finder::new(drawn.as_bytes());
        let held = |content: &Capped<'_>| finder.find(content.kept.as_bytes()).is_some();
        if !contents.iter().any(held) {
            return Ok(drawn);
        }
    }
    Err(NonceError)
}

/// The form of a boundary: 16 hex digits.
pub(super) fn hex(bits: u64) -> String {
    format!("{bits:016x}")
}

pub(super) fn os_random() -> Result<u64, NonceError> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|_| NonceError)?;
    Ok(u64::from_ne_bytes(bytes))
}

// The random source cannot be made to fail from outside, hence unit tests.
#[cfg(test)]
mod tests {
    use super::*;

    fn draw_from(draws: &[u64], content: &str) -> Result<String, NonceError> {
        let mut draws = draws.iter().copied();
        draw(&[Capped::whole(content)], hex, || {
            draws.next().ok_or(NonceError)
        })
    }

    #[test]
    fn a_nonce_that_the_content_holds_is_drawn_again() {
        let nonce = draw_from(&[7, 7, 0xabc], "x 0000000000000007 y");
        assert_eq!(nonce.as_deref(), Ok("0000000000000abc"));
    }

    #[test]
    fn a_source_that_fails_or_repeats_yields_no_nonce() {
        assert_eq!(draw_from(&[], ""), Err(NonceError));
        assert_eq!(draw_from(&[7; 9], "0000000000000007"), Err(NonceError));
    }
}
