//! JSON Web Tokens: RFC 7515 (signed), RFC 7516 (encrypted), compact serialisation.

use std::ops::Range;

use super::{
    anchors::Anchor,
    hit::{Class, Hit},
};

/// Base64 of `{"`, which begins every header.
pub(super) const ANCHORS: &[Anchor] = &[Anchor {
    text: "eyJ",
    verify: token,
}];

/// How much of a header is decoded: `alg` stands at its beginning, after `typ` or `kid`
/// at most.
const LOOKED_AT: usize = 128;

/// Header parameters that every token has one of (RFC 7515 4.1, RFC 7516 4.1).
const PARAMETERS: &[&[u8]] = &[b"\"alg\"", b"\"typ\"", b"\"enc\"", b"\"kid\"", b"\"cty\""];

fn token(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    if !hit.begins_a_word() {
        return None;
    }
    let header_end = hit.run_end(hit.at, Class::Word);
    let header = hit.text.get(hit.at..header_end)?;
    if hit.byte(header_end) != Some(b'.') || !is_header(header) {
        return None;
    }
    // Payload and signature; of an encrypted token, key, vector, text and tag.
    let mut end = header_end;
    for _ in 0..4 {
        if hit.byte(end) != Some(b'.') {
            break;
        }
        end = hit.run_end(end + 1, Class::Word);
    }
    // A header and a full stop are no token.
    (end > header_end + 1).then_some(hit.at..end)
}

fn is_header(header: &str) -> bool {
    let bytes = header.as_bytes();
    let bytes = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let decoded = decode(bytes);
    let holds = |wanted: &&[u8]| {
        decoded
            .windows(wanted.len())
            .any(|window| window == *wanted)
    };
    PARAMETERS.iter().any(holds)
}

/// Base64, of either alphabet, up to the first character that is none (RFC 4648).
pub(super) fn decode(text: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in text {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => break,
        };
        bits = (bits << 6) | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            decoded.push((bits >> count) as u8);
        }
    }
    decoded
}
