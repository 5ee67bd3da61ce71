//! A quick look at a key: most hold nothing that a sensitive one must.

/// What every sensitive key has a piece of. A test holds that none is left out.
const STEMS: &[&[u8]] = &[
    b"auth",
    b"bearer",
    b"card",
    b"cookie",
    b"connection",
    b"cred",
    b"cvc",
    b"cvv",
    b"jwt",
    b"key",
    b"otp",
    b"pass",
    b"pwd",
    b"secret",
    b"security",
    b"ssn",
    b"token",
    b"url",
];

/// Longer keys are not quickly looked at.
const MAX_KEY: usize = 64;

/// False if `key` is not sensitive; true if it is to be read word by word.
pub(super) fn may_be_sensitive(key: &str) -> bool {
    let mut letters = [0; MAX_KEY];
    let mut count = 0;
    for byte in key.bytes() {
        if !byte.is_ascii() {
            return true;
        }
        if byte.is_ascii_alphabetic() {
            let Some(letter) = letters.get_mut(count) else {
                return true;
            };
            *letter = byte.to_ascii_lowercase();
            count += 1;
        }
    }
    let letters = letters.get(..count).unwrap_or_default();
    STEMS
        .iter()
        .any(|stem| letters.windows(stem.len()).any(|window| window == *stem))
}
