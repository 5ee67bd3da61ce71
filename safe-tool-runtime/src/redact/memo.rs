//! What a key says of its value, remembered: the same few keys come again and again, and
//! reading one word by word costs as much as writing a whole record.

use std::cell::RefCell;

use super::{keys::is_sensitive_key, pairs};

/// What the value under a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A secret.
    Secret,
    /// What names a value beside it.
    Name,
    /// What may be so named.
    Value,
    Other,
}

/// The longest key that is remembered; longer ones are rare.
const MAX_KEY: usize = 30;

/// How many are, at most, on each thread: two kilobytes.
const SLOTS: usize = 64;

#[derive(Clone, Copy)]
struct Slot {
    key: [u8; MAX_KEY],
    length: u8,
    role: Role,
}

thread_local! {
    static MEMO: RefCell<[Slot; SLOTS]> = const {
        // The empty key is no secret, so an empty slot is right about it.
        RefCell::new([Slot { key: [0; MAX_KEY], length: 0, role: Role::Other }; SLOTS])
    };
}

/// The role of the value under `key`.
pub(super) fn role(key: &str) -> Role {
    if key.len() > MAX_KEY {
        return read(key);
    }
    // Out of reach while the thread ends; borrowed never, since `read` comes not back here.
    MEMO.try_with(|memo| {
        let mut memo = memo.try_borrow_mut().ok()?;
        let slot = memo.get_mut(place(key.as_bytes()))?;
        let known = slot.key.get(..usize::from(slot.length))?;
        if known != key.as_bytes() {
            slot.key
                .get_mut(..key.len())?
                .copy_from_slice(key.as_bytes());
            slot.length = u8::try_from(key.len()).ok()?;
            slot.role = read(key);
        }
        Some(slot.role)
    })
    .ok()
    .flatten()
    .unwrap_or_else(|| read(key))
}

/// Where a key is remembered: by its ends and its length. Keys that meet there take turns.
fn place(key: &[u8]) -> usize {
    let word = |bytes: &[u8]| {
        let bytes = bytes.iter().take(8);
        bytes.fold(0_u64, |word, byte| (word << 8) | u64::from(*byte))
    };
    let (head, tail) = match (key.first_chunk::<8>(), key.last_chunk::<8>()) {
        (Some(head), Some(tail)) => (u64::from_le_bytes(*head), u64::from_le_bytes(*tail)),
        _ => (word(key), 0),
    };
    let mixed =
        (head ^ tail.rotate_left(29) ^ key.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 58) as usize
}

fn read(key: &str) -> Role {
    if is_sensitive_key(key) {
        Role::Secret
    } else if pairs::is_name_key(key) {
        Role::Name
    } else if pairs::is_value_key(key) {
        Role::Value
    } else {
        Role::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_what_would_be_read() {
        let long = "password".repeat(9);
        let mut keys = vec!["", "password", "name", "value", "id", "pässword", &long];
        let many: Vec<String> = (0..1_000)
            .map(|n| format!("key{n}_token{}", n % 7))
            .collect();
        keys.extend(many.iter().map(String::as_str));
        for _ in 0..2 {
            for key in &keys {
                assert_eq!(role(key), read(key), "{key}");
            }
        }
    }
}
