//! Which keys hold secrets.
//!
//! A key is read word by word (`userPassword`, `USER-PASSWORD` and `user.password` are
//! the same two words), because matching on substrings takes `tokenizer` for a token and
//! `secretary` for a secret. Disguises are dropped first, as the detector does.

use super::stems::may_be_sensitive;
use crate::output::injection::views::fold::each_folded;

/// Words that make a key sensitive wherever they stand. Singular; a plural counts too.
const WORDS: &[&str] = &[
    "authorization",
    "bearer",
    "cvc",
    "cvv",
    "jwt",
    "otp",
    "pwd",
    "ssn",
];

/// As [`WORDS`], and also when other words run into them from the left, as in
/// `dbpassword`.
const ENDINGS: &[&str] = &[
    "apikey",
    "cookie",
    "credential",
    "creditcard",
    "passcode",
    "passkey",
    "passphrase",
    "passwd",
    "password",
    "privatekey",
    "privkey",
    "secret",
    "secretaccesskey",
    "secretkey",
];

/// Words in a row, written without what parts them. Singular; a plural counts too.
/// The tokens are here for their plurals, since `tokens` alone counts a model's words;
/// the addresses for the credentials they carry.
const PHRASES: &[&str] = &[
    "accesskey",
    "accesstoken",
    "apikey",
    "apitoken",
    "authkey",
    "authtoken",
    "bearertoken",
    "cardnumber",
    "connectionstring",
    "creditcard",
    "databaseurl",
    "dburl",
    "encryptionkey",
    "idtoken",
    "masterkey",
    "passcode",
    "passkey",
    "passphrase",
    "password",
    "passwordhash",
    "privatekey",
    "privkey",
    "refreshtoken",
    "securitycode",
    "sessiontoken",
    "signingkey",
    "socialsecurity",
    "sshkey",
];

/// How many words in a row a phrase may take up, as in `social security`.
const PHRASE_WORDS: usize = 2;

/// Tokens that only say where to read on.
const CURSORS: &[&str] = &["continuationtoken", "nexttoken", "pagetoken"];

/// Last words of a key that is about a secret without holding it: `password_changed_at`,
/// `token_count`, `password_policy`. `cookie_consent` says whether cookies may be set.
const ABOUT: &[&str] = &[
    "at",
    "budget",
    "consent",
    "count",
    "expiration",
    "expires",
    "expiry",
    "format",
    "length",
    "limit",
    "policy",
    "supported",
    "ttl",
    "type",
    "usage",
];

/// Whether the value under `key` is to be withheld, by the built-in list.
///
/// Case, separators, digits, invisible characters and look-alike letters make no
/// difference: `apiKey`, `X-API-KEY` and `PASSWORD2` are caught.
pub fn is_sensitive_key(key: &str) -> bool {
    may_be_sensitive(key) && reads_sensitive(key)
}

/// The verdict itself, word by word.
fn reads_sensitive(key: &str) -> bool {
    let words = words(key);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let about = match words.as_slice() {
        [.., "expires", "in"] => true,
        [.., last] => ABOUT.contains(last),
        [] => true,
    };
    if about {
        return false;
    }
    let whole = words.concat();
    is_listed(&whole, PHRASES)
        || words.iter().any(|word| is_secret_word(word))
        || words
            .windows(PHRASE_WORDS)
            .any(|row| is_listed(&row.concat(), PHRASES))
        || holds_token(&words)
}

fn is_secret_word(word: &str) -> bool {
    let ends = |word: &str| ENDINGS.iter().any(|ending| word.ends_with(ending));
    is_listed(word, WORDS) || is_listed(word, PHRASES) || ends(word) || ends(singular(word))
}

fn is_listed(word: &str, list: &[&str]) -> bool {
    list.contains(&word) || list.contains(&singular(word))
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

/// A word that ends in `token`, unless what leads up to it makes it a cursor.
fn holds_token(words: &[&str]) -> bool {
    let mut so_far = String::new();
    words.iter().any(|word| {
        so_far.push_str(word);
        word.ends_with("token") && !CURSORS.iter().any(|cursor| so_far.ends_with(cursor))
    })
}

/// The words of a key in lower case, without digits and whatever else parts them.
fn words(key: &str) -> Vec<String> {
    let mut letters = Vec::with_capacity(key.len());
    each_folded(key, |_, c| letters.push(c));

    let mut words = vec![String::new()];
    for (at, &c) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let after = letters.get(at + 1);
        // A capital starts a word after a small letter (`apiKey`), and where a run of
        // capitals ends (`APIKey`).
        let starts = c.is_uppercase()
            && (before.is_some_and(|c| c.is_lowercase())
                || before.is_some_and(|c| c.is_uppercase())
                    && after.is_some_and(|c| c.is_lowercase()));
        if starts || !c.is_alphabetic() {
            words.push(String::new());
        }
        if let (true, Some(word)) = (c.is_alphabetic(), words.last_mut()) {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_passes_the_quick_look() {
        for word in WORDS.iter().chain(ENDINGS).chain(PHRASES).chain(&["token"]) {
            assert!(may_be_sensitive(word), "{word}");
            for at in 1..word.len() {
                let (before, after) = word.split_at(at);
                assert!(may_be_sensitive(&format!("{before}_{after}")), "{word}");
                assert!(may_be_sensitive(&format!(
                    "x1{before}-9{}",
                    after.to_uppercase()
                )));
            }
        }
    }
}
