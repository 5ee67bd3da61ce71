//! `public_url(…)`: text that becomes a URL which may be fetched.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{
    Cursor, Examples, JsonObject, Probes, Rule, Schemas, marker,
    schema::{object, remark},
};
use crate::public_url::{MAX_URL_CHARS, PublicUrl, UrlRules};

/// The rule of a `PublicUrl` field.
#[derive(Clone, Copy, Debug)]
pub struct PublicUrlRule(&'static UrlRules);

/// A URL that keeps `rules`.
pub fn public_url(rules: &'static UrlRules) -> PublicUrlRule {
    PublicUrlRule(rules)
}

impl Rule for PublicUrlRule {
    type Value = PublicUrl;

    fn expected(&self) -> &'static str {
        "a string"
    }

    fn text(&self, value: &str, at: &mut Cursor<'_>) -> Option<PublicUrl> {
        let before = at.count();
        marker::check(value, at);
        match self.0.url(value) {
            Ok(url) => (at.count() == before).then_some(url),
            Err(refusal) => at.reject("public_url", refusal),
        }
    }

    fn schema(&self, schemas: &mut Schemas) -> JsonObject {
        let schemes = self.0.schemes.join("|");
        // No white space or control characters, no backslash; and before the path no `@`.
        let pattern =
            format!(r"^(?:{schemes})://[^\x00-\x20\x7f\\/?#@]+(?:[/?#][^\x00-\x20\x7f\\]*)?$");
        let mut schema = object(json!({
            "type": "string",
            "format": "uri",
            "maxLength": MAX_URL_CHARS,
            "pattern": pattern,
        }));
        remark(&mut schema, &told(self.0));
        schemas.text(&mut schema, false);
        schema
    }

    fn probes(&self, examples: &Examples<'_>) -> Probes {
        let mut probes = Probes::of(Value::is_string);
        let scheme = self.0.schemes.first().copied().unwrap_or("https");
        let host = match self.0.hosts {
            None => "example.org".to_owned(),
            Some(hosts) => match hosts.first() {
                Some(host) => host.replace('*', "a"),
                None => return probes,
            },
        };
        let port = match self.0.ports {
            [] => String::new(),
            [port, ..] => format!(":{port}"),
        };
        let base = format!("{scheme}://{host}{port}/");
        probes.valid = (0..examples.wanted())
            .map(|n| format!("{base}{n}").into())
            .collect();
        let longest = |more: usize| {
            let length = base.chars().count();
            format!("{base}{}", "a".repeat(MAX_URL_CHARS + more - length))
        };
        probes.inside(longest(0));
        for outside in [
            longest(1),
            format!("{scheme}://user@{host}{port}/"),
            format!("{scheme}://{host}.{port}/"),
            format!("{scheme}://localhost{port}/"),
            format!("{scheme}://127.0.0.1{port}/"),
            format!("{scheme}://{host}:0/"),
            format!("{base}\\"),
            format!("ftp://{host}/"),
            format!("//{host}/"),
        ] {
            probes.outside(outside, "public_url");
        }
        probes
    }
}

/// What the model that calls should know of the rules.
fn told(rules: &UrlRules) -> String {
    let mut text = String::from("A URL on ");
    match rules.hosts {
        None => text += "any public host",
        Some(hosts) => text += &hosts.join(" or "),
    }
    if let [_, ..] = rules.ports {
        let ports: Vec<_> = rules.ports.iter().map(u16::to_string).collect();
        // Writing to a String cannot fail.
        let _ = write!(text, ", port {}", ports.join(" or "));
    }
    text + ", without user name or password. Private and local addresses are refused."
}
