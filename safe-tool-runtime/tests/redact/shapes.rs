//! Values that their shape gives away. Every token here is put together when the test
//! runs: written out, it would look like a leak.

use proptest::prelude::*;
use safe_tool_runtime::redact::{REDACTED, redact_json, redact_json_text};
use serde_json::json;

/// Text that looks drawn at random, always the same.
fn random(length: usize, alphabet: &str) -> String {
    let letters: Vec<char> = alphabet.chars().collect();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        letters[(state % letters.len() as u64) as usize]
    };
    (0..length).map(|_| next()).collect()
}

const ALNUM: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const HEX: &str = "0123456789abcdef";
const BASE32: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

fn alnum(length: usize) -> String {
    random(length, ALNUM)
}

fn crc32(text: &str) -> u32 {
    let fed = text.bytes().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| match crc & 1 {
            1 => (crc >> 1) ^ 0xEDB8_8320,
            _ => crc >> 1,
        })
    });
    !fed
}

/// With the checksum of GitHub and npm.
fn checked(prefix: &str) -> String {
    const DIGITS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let body = alnum(30);
    let mut number = crc32(&body);
    let mut checksum = String::new();
    for _ in 0..6 {
        checksum.insert(0, char::from(DIGITS[(number % 62) as usize]));
        number /= 62;
    }
    format!("{prefix}{body}{checksum}")
}

fn base64(text: &str) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut encoded = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let bits = chunk
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        let bits = bits << (8 * (3 - chunk.len()));
        for place in 0..=chunk.len() {
            let six = (bits >> (18 - 6 * place)) & 63;
            encoded.push(char::from(DIGITS[six as usize]));
        }
    }
    encoded
}

fn pem(label: &str) -> String {
    let dashes = "-".repeat(5);
    let lines = [alnum(64), alnum(64), alnum(30)].join("\n");
    format!("{dashes}BEGIN {label}{dashes}\n{lines}==\n{dashes}END {label}{dashes}")
}

/// One of each rule, the whole of which is secret.
fn secrets() -> Vec<String> {
    let p = |prefix: &[&str], body: String| format!("{}{body}", prefix.concat());
    let mut secrets = vec![
        p(&["AK", "IA"], random(16, BASE32)),
        p(&["AS", "IA"], random(16, BASE32)),
        p(&["AI", "za"], alnum(35)),
        p(&["GOC", "SPX-"], alnum(28)),
        p(&["ya", "29."], alnum(60)),
        format!("aB1{}{}", "8Q~", alnum(34)),
        p(&["github", "_pat_"], format!("{}_{}", alnum(22), alnum(59))),
        p(&["gl", "pat-"], alnum(20)),
        p(&["gl", "rt-"], alnum(24)),
        p(
            &["xo", "xb-"],
            format!("123456789012-123456789012-{}", alnum(24)),
        ),
        p(&["xo", "xe.xo", "xp-1-"], alnum(80)),
        p(&["xa", "pp-"], format!("1-A0123456789-{}", random(64, HEX))),
        p(&["sk_", "live_"], alnum(24)),
        p(&["rk_", "live_"], alnum(99)),
        p(&["wh", "sec_"], alnum(32)),
        format!("sk-{}{}{}", alnum(20), ["T3Blb", "kFJ"].concat(), alnum(20)),
        p(&["sk-", "proj-"], alnum(100)),
        p(
            &["sk-", "ant-"],
            format!("api03-{}-{}AA", alnum(40), alnum(52)),
        ),
        p(&["sk-", "or-v1-"], random(64, HEX)),
        p(&["gs", "k_"], alnum(52)),
        p(&["h", "f_"], alnum(34)),
        p(&["r", "8_"], alnum(37)),
        p(&["SG", "."], format!("{}.{}", alnum(22), alnum(43))),
        p(&["S", "K"], random(32, HEX)),
        p(&["py", "pi-AgE"], alnum(150)),
        p(&["dop", "_v1_"], random(64, HEX)),
        p(&["shp", "at_"], random(32, HEX)),
        p(&["hv", "s."], alnum(24)),
        p(&["gl", "sa_"], format!("{}_{}", alnum(32), random(8, HEX))),
        format!("123456789:{}{}", "AA", alnum(33)),
        pem("RSA PRIVATE KEY"),
        pem("PRIVATE KEY"),
        pem("PGP PRIVATE KEY BLOCK"),
        pem("EC PRIVATE KEY").replace('\n', "\\n"),
        format!(
            "{}.{}.{}",
            base64(r#"{"alg":"HS256","typ":"JWT"}"#),
            base64(r#"{"sub":"1234567890","name":"John Doe"}"#),
            alnum(43)
        ),
        format!(
            "{}.{}.",
            base64(r#"{"typ":"JWT","alg":"none"}"#),
            base64(r#"{"a":1}"#)
        ),
    ];
    secrets.extend(["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "npm_"].map(checked));
    secrets
}

fn cards() -> Vec<String> {
    // The numbers that the networks give out for tests.
    [
        ["4242", "4242", "4242", "4242"].join(" "),
        ["4111", "1111", "1111", "1111"].join("-"),
        ["5555", "5555", "5555", "4444"].concat(),
        ["2223", "0031", "2200", "3222"].join(" "),
        ["3782", "822463", "10005"].join(" "),
        ["6011", "1111", "1111", "1117"].concat(),
        ["3566", "0020", "2036", "0505"].concat(),
        ["3056", "930902", "5904"].join("-"),
        ["6200", "0000", "0000", "0005"].concat(),
    ]
    .to_vec()
}

#[test]
fn each_shape_is_caught_wherever_it_stands() {
    for secret in secrets().into_iter().chain(cards()) {
        assert_eq!(
            redact_json_text(&secret).as_deref(),
            Some(REDACTED),
            "{secret}"
        );
        for (before, after) in [
            ("it is ", " and so on"),
            ("<b>", "</b>"),
            ("it's (", "), you know"),
            ("the \"", "\" of it"),
            ("Über ", "。"),
            ("a\n", "\nb"),
        ] {
            let text = format!("{before}{secret}{after}");
            let redacted = redact_json_text(&text).expect(&text);
            assert_eq!(redacted, format!("{before}{REDACTED}{after}"));
            assert_eq!(redact_json_text(&redacted), None);
        }
        let mut value = json!({"a": [{"b": format!("see {secret} there")}], "n": 1});
        assert!(redact_json(&mut value), "{secret}");
        assert_eq!(
            value,
            json!({"a": [{"b": format!("see {REDACTED} there")}], "n": 1})
        );
        let quoted = json!({ "log": json!({ "note": secret }).to_string() }).to_string();
        let redacted = redact_json_text(&quoted).expect(&quoted);
        assert!(!redacted.contains(&secret), "{redacted}");
    }
}

#[test]
fn what_is_beside_a_secret_stays() {
    let bearer = alnum(30);
    for (text, expected) in [
        (format!("Bearer {bearer}"), format!("Bearer {REDACTED}")),
        (
            format!("use Basic {}", base64("ann:hunter22")),
            format!("use Basic {REDACTED}"),
        ),
        (
            format!(
                "https://{}/T0001/B0001/{}",
                "hooks.slack.com/services",
                alnum(30)
            ),
            format!("https://hooks.slack.com/services/{REDACTED}"),
        ),
        (
            format!("Endpoint=sb://x;Shared{}{}=", "AccessKey=", alnum(43)),
            format!("Endpoint=sb://x;SharedAccessKey={REDACTED}"),
        ),
        (
            format!(
                "DefaultEndpointsProtocol=https;{}{}==;x=1",
                "AccountKey=",
                alnum(86)
            ),
            format!("DefaultEndpointsProtocol=https;AccountKey={REDACTED};x=1"),
        ),
    ] {
        assert_eq!(redact_json_text(&text), Some(expected), "{text}");
    }
    let key = ["AK", "IA", &random(16, BASE32)].concat();
    let text = format!("aws,{key},{}\n", alnum(40));
    let redacted = redact_json_text(&text).unwrap();
    assert_eq!(
        redacted,
        format!("aws,{REDACTED}\n"),
        "the secret goes with its id"
    );
}

#[test]
fn what_only_resembles_a_secret_stays() {
    let wrong_checksum = format!("{}{}", "ghp_", alnum(36));
    let mut card = cards().remove(2);
    card.replace_range(15.., "5");
    for text in [
        wrong_checksum.as_str(),
        &card,
        "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "glpat-your-token-goes-here-now",
        "sk-proj-your-key-here-and-nowhere-else-please",
        "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx",
        "AKIAIOSFODNN7EXAMPLE",
        "AKIA is a prefix, AIza another, xoxb- a third",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
        "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
        "eyJ.eyJ.sig",
        "eyJhbG is how a JWT begins",
        "Bearer authentication is explained below",
        "Basic authentication, Basic English, Basic knowledge",
        "2024-01-01 12:00:00 1700000000000",
        "4111111111111111111111",
        "id 4111-1111-1111-1112",
        "3.4242424242424242",
        "uuid 42424242-4242-4242-4242-424242424242",
        "a4242424242424242",
        "phone +49 30 1234 5678 90, order 1234 5678 9012 3456",
        "SKILLS and SKUs, SK1234",
        "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "SG.a.b",
        "12:AA",
    ] {
        assert_eq!(redact_json_text(text), None, "{text}");
    }
    let mut numbers = json!({"id": 4_242_424_242_424_242_u64, "at": 1_700_000_000_000_u64});
    assert!(!redact_json(&mut numbers), "numbers are numbers");
}

#[test]
fn a_key_that_was_cut_is_no_less_secret() {
    let key = pem("RSA PRIVATE KEY");
    let cut = &key[..key.len() - 40];
    assert_eq!(redact_json_text(cut).as_deref(), Some(REDACTED));
    let text = format!("{cut}\n{key}");
    assert!(!redact_json_text(&text).unwrap().contains(&alnum(30)));
}

#[test]
fn hostile_text_takes_linear_time() {
    let dashes = "-".repeat(5);
    let begin = format!("{dashes}BEGIN PRIVATE KEY{dashes}");
    for piece in [
        "eyJ",
        "eyJ.",
        "eyJ-",
        "eyJ_a.",
        "ghp_",
        "glpat-",
        "sk-ant-",
        "sk-proj-a",
        "pypi-AgE-",
        "xoxb-",
        "SG.",
        "SG.a.",
        "AKIA",
        "AKIA ",
        "SK",
        "SK ",
        "8Q~",
        "aaa8Q~",
        "1:AA",
        "Bearer ",
        "Bearer a",
        "Basic ",
        "T3BlbkFJ",
        "T3BlbkFJ-",
        "4",
        "4242 ",
        "4242-",
        "4 2",
        "1 ",
        &begin,
        "-----BEGIN ",
        "hooks.slack.com/services/",
        "AccountKey=",
        "4242424242424242 ",
    ] {
        let text = piece.repeat((1 << 18) / piece.len());
        let _ = redact_json_text(&text);
        let _ = redact_json_text(&format!("{text}."));
    }
}

#[test]
fn a_card_number_is_found_in_a_row_of_numbers() {
    for card in cards() {
        let text = format!("0 17-3 2 {card} 4 10.00");
        let redacted = redact_json_text(&text).expect(&text);
        assert_eq!(redacted, format!("0 17-3 2 {REDACTED} 4 10.00"));
    }
    // Valid, but no card is printed so.
    let row = format!("7 {}", ["42", "424242", "42424242"].join(" "));
    assert_eq!(redact_json_text(&row), None);
}

fn any_secret() -> impl Strategy<Value = String> {
    let all: Vec<String> = secrets().into_iter().chain(cards()).collect();
    proptest::sample::select(all)
}

proptest! {
    #[test]
    fn no_neighbours_hide_a_secret(
        secret in any_secret(), before in ".*[ (\\[\n]|", after in "([ ,)\\]\n].*)?",
    ) {
        let text = format!("{before}{secret}{after}");
        let redacted = redact_json_text(&text).unwrap_or_else(|| text.clone());
        prop_assert!(!redacted.contains(&secret), "{}", redacted);
    }

    #[test]
    fn no_text_panics(pieces in proptest::collection::vec(
        prop_oneof![any_secret(), any::<String>(), "[-_.=:/@ 0-9a-zA-Z]{0,9}"], 0..8,
    ), cut in any::<proptest::sample::Index>()) {
        let text = pieces.concat();
        let _ = redact_json_text(&text);
        let cut = cut.index(text.len() + 1);
        if text.is_char_boundary(cut) {
            let _ = redact_json_text(&text[..cut]);
        }
    }
}
