//! URLs as arguments: what their options refuse and say.

use safe_tool::{PublicUrl, safe_tool};
use schemars::schema_for;
use serde_json::{Value, json};

use super::{accepts, refuses};

#[safe_tool]
struct Fetch {
    /// What to fetch.
    #[public_url(allowed_hosts("docs.example.org", "*.example.com"))]
    page: PublicUrl,
    #[public_url(any_host, schemes("http", "https"), ports(80, 8080))]
    any: Option<PublicUrl>,
}

#[test]
fn a_url_keeps_the_options_of_its_field() {
    let args =
        accepts!(Fetch, {"page": "https://DOCS.example.org/a", "any": "http://1.1.1.1:8080/"});
    assert_eq!(args.page.host(), "docs.example.org");
    assert_eq!(args.any.unwrap().host(), "1.1.1.1");
    for (page, said) in [
        ("https://secret.example/", "must name one of the hosts"),
        ("http://docs.example.org/secret", "must begin with https://"),
        (
            "https://docs.example.org:8443/secret",
            "must not name a port",
        ),
        (
            "https://secret@docs.example.org/",
            "must not contain a user name",
        ),
        (
            "https://169.254.169.254/secret",
            "private, local or reserved",
        ),
        ("https://docs.example.org/[REDACTED]", "a redaction marker"),
    ] {
        let refusal = Fetch::from_json(json!({ "page": page }))
            .unwrap_err()
            .to_string();
        assert!(refusal.contains(said), "{page}: {refusal}");
        assert!(!refusal.contains("secret"), "{refusal}");
    }
    refuses!(Fetch, {"page": "https://docs.example.org", "any": "http://[::ffff:10.0.0.1]/"}, "/any public_url");
    Fetch::assert_policy();
}

#[test]
fn the_schema_says_what_it_can() {
    let schema = Value::from(schema_for!(Fetch));
    let page = &schema["properties"]["page"];
    assert_eq!(page["format"], "uri");
    assert_eq!(page["maxLength"], 2048);
    let said = page["description"].as_str().unwrap();
    assert!(
        said.contains("A URL on docs.example.org or *.example.com"),
        "{said}"
    );
    let oracle = jsonschema::draft202012::new(&schema).unwrap();
    assert!(oracle.is_valid(&json!({"page": "https://docs.example.org/a?b"})));
    for page in [
        "ftp://docs.example.org/",
        "https://a@docs.example.org/",
        "https://docs.example.org/ ",
    ] {
        assert!(!oracle.is_valid(&json!({ "page": page })), "{page}");
    }
}
