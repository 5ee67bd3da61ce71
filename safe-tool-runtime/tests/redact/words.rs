//! Secrets in text, given away by the name before them.

use proptest::prelude::*;
use safe_tool_runtime::redact::{REDACTED, is_sensitive_key, redact_json, redact_json_text};
use serde_json::json;

/// `•` stands for the secret.
const CAUGHT: &[&str] = &[
    "password=•",
    "password = '•'",
    "PASSWORD=\"•\" ./run",
    "export API_KEY=• && ./run",
    "apiKey=•;Database=x",
    "--db-password=• --verbose",
    "mysql -u root --password=•",
    "Server=x;User Id=sa;Password=•;Encrypt=true",
    "secret := \"•\"",
    "{password: '•', user: 'ann'}",
    "config(api_key=\"•\")",
    "pass\u{200b}word=•",
    "рassword=•",
    "Authorization: Bearer •",
    "authorization:•",
    "Authorization: Basic •\nHost: x",
    "Proxy-Authorization: Negotiate •\r\nHost: x",
    "> Authorization: token •",
    "curl -H \"Authorization: Bearer •\" https://x/",
    "curl -H 'X-Api-Key: •' https://x/",
    "GET / with Authorization: Bearer • was sent",
    "Set-Cookie: •; Path=/; HttpOnly",
    "Cookie: a=•; b=•",
    "password: •",
    "  db:\n    password: • # changed\n    user: ann",
    "- token: •\n- x",
    "postgres://ann:•@db.example:5432/app",
    "redis://:•@cache",
    "see https://ann:•@example.com/x?y=1.",
    "https://x/?token=•",
    "https://x/?a=1&access_token=•&b=2",
    "https://x/?a=1&api%5Fkey=•#top",
    "https://x/?X-Amz-Signature=•&y=1",
    "https://x/?sv=1&sig=•",
    "[a](https://x/?apikey=•)",
    "it's a \"note\": password=•",
];

#[test]
fn secrets_in_text_go_and_what_is_around_stays() {
    for pattern in CAUGHT {
        for secret in ["hunter2", "Zk3!vQ9xR+7t", "p4$$w0rd…é"] {
            let text = pattern.replace('•', secret);
            let redacted = redact_json_text(&text).expect(&text);
            assert!(!redacted.contains(secret), "{redacted}");
            assert_eq!(redact_json_text(&redacted), None, "{redacted}");
            let mut value = json!({ "log": [text] });
            assert!(redact_json(&mut value));
            assert!(!value.to_string().contains(secret), "{value}");
        }
    }
    for (text, redacted) in [
        ("a password=x1 b", "a password=[REDACTED] b"),
        ("https://ann:x1@h/", "https://ann:[REDACTED]@h/"),
        (
            "https://h/?a=1&token=x1&b=2",
            "https://h/?a=1&token=[REDACTED]&b=2",
        ),
        (
            "Authorization: Bearer x1\nHost: h",
            "Authorization: Bearer [REDACTED]\nHost: h",
        ),
        ("{token: 'x1', a: 'b'}", "{token: '[REDACTED]', a: 'b'}"),
        (
            "password: x1 # y\nuser: ann",
            "password: [REDACTED] # y\nuser: ann",
        ),
    ] {
        assert_eq!(redact_json_text(text).as_deref(), Some(redacted));
    }
}

#[test]
fn text_about_secrets_stays() {
    for text in [
        "Password: at least twelve characters",
        "password: string",
        "password: [REDACTED]",
        "password: ********",
        "password=$DB_PASSWORD ./run",
        "password={{ vault.password }}",
        "password: <your password>",
        "if password == other",
        "token => token.text",
        "let token = next_token();",
        "password = os.environ[\"X\"]",
        "password=getpass()",
        "token = lexer",
        "next_page_token=abc",
        "max_tokens=5, token_count: 7",
        "std::token::Token: a unit",
        "Note: the token: a word of the text",
        "Authorization: see RFC 7235 for how it is meant",
        "time is 10:30, ratio 3:4",
        "https://example.com/a:b@c",
        "https://example.com/?q=password&sort=token",
        "https://example.com/?next_page_token=abc&page=2",
        "git@github.com:a/b",
        "mailto:ann@example.com",
        "a = b: c",
        "",
    ] {
        assert_eq!(redact_json_text(text), None, "{text}");
    }
}

#[test]
fn hostile_text_takes_linear_time() {
    for piece in [
        "password=",
        "password:",
        "password = ",
        "pwd={",
        "pwd=$",
        "pwd=(",
        "pwd='<",
        "pwd=\"<\\",
        "pwd='<pwd=\"<",
        "x Authorization:",
        "Authorization: ",
        "://",
        "a://",
        "a://:",
        "a://b:@",
        ":",
        "=",
        "= ",
        "? token=",
        "&sig=",
        "%5",
        "pwd%=",
        "pwd: x y\n",
        " Cookie: ",
        "pwd=.",
        "рwd=",
        "pwd= ",
        "pwd=x(",
    ] {
        let text = piece.repeat((1 << 18) / piece.len());
        for text in [format!("{text}("), format!("z {text}"), text] {
            let _ = redact_json_text(&text);
        }
    }
}

proptest! {
    #[test]
    fn an_assignment_is_found_in_any_text(
        before in "(.*[ \n;,(])?", key in "(db_|my-)?(password|apiKey|client-secret|ACCESS_TOKEN)",
        secret in "[a-zA-Z0-9+/!]{4,20}[0-9]{4}Zq", after in "([ \n;,].*)?",
    ) {
        prop_assert!(is_sensitive_key(&key));
        let text = format!("{before}{key}={secret}{after}");
        let redacted = redact_json_text(&text).unwrap_or_else(|| text.clone());
        prop_assert!(!redacted.contains(&secret), "{}\n{}", text, redacted);
    }

    #[test]
    fn no_text_panics(text in r#"(password|[:=/@?&"'`\\ \n<>$%é]|://|Bearer |Authorization|[a-z0-9])*"#) {
        let redacted = redact_json_text(&text).unwrap_or(text);
        prop_assert!(redacted.len() < 1 << 20);
        let _ = redacted.contains(REDACTED);
    }
}
