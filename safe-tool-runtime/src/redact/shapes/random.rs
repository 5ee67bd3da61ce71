//! Whether text looks drawn at random, as keys are and placeholders are not.

/// How much of a text is looked at.
const LOOKED_AT: usize = 128;

/// Shannon's entropy of the bytes, in bits a byte. Of n bytes at most log2(n).
fn entropy(bytes: &[u8]) -> f32 {
    let mut counts = [0_u16; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    let total = bytes.len() as f32;
    let parts = counts.iter().filter(|count| **count > 0).map(|count| {
        let share = f32::from(*count) / total;
        -share * share.log2()
    });
    parts.sum()
}

/// Whether `text` has at least so many bits of entropy a byte, and characters of two of
/// the three kinds: capitals, small letters, digits.
pub(super) fn looks_random(text: &str, bits: f32) -> bool {
    let bytes = text.as_bytes();
    let bytes = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let has = |kind: fn(&u8) -> bool| u8::from(bytes.iter().any(kind));
    let kinds = has(u8::is_ascii_uppercase) + has(u8::is_ascii_lowercase) + has(u8::is_ascii_digit);
    kinds >= 2 && entropy(bytes) >= bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_do_not_look_random() {
        for text in [
            "",
            "xxxxxxxxxxxxxxxxxxxx",
            "your-api-key-goes-here",
            "XXXXxxxxXXXXxxxx0000",
        ] {
            assert!(!looks_random(text, 3.0), "{text}");
        }
        assert!(looks_random("Zk3vQ9xR7tLm2WpB8sYd", 3.0));
        assert!(looks_random(&"9f86d081884c7d65".repeat(20), 3.0));
    }
}
