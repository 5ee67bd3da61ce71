//! `public_url(…)`: its options, each and among each other.

use syn::{LitInt, LitStr};

use super::value::{Context, find};
use crate::{
    model::{PublicUrl, Shape},
    syntax::{Rule, URL_HELP},
};

/// Longest name of a host, in characters (RFC 1035).
const MAX_HOST: usize = 253;

impl Context<'_> {
    pub(super) fn public_url(&self) -> Option<Shape> {
        let Some(options) = find!(self, PublicUrl) else {
            if !self.excused {
                let bound = "public_url(allowed_hosts(\"docs.example.org\"))";
                self.errors.at(
                    self.ty,
                    format_args!("{} may lead to any host", self.place),
                    format_args!(
                        "say which it may be: `{}`, or `{}`",
                        self.place.annotation(bound),
                        self.place.annotation("public_url(any_host)")
                    ),
                );
            }
            return None;
        };
        match (&options.any_host, options.allowed_hosts.is_empty()) {
            (Some(word), false) => self.errors.at(
                word,
                "`any_host` and `allowed_hosts` contradict each other",
                "keep one of the two",
            ),
            (None, true) => {
                let mut written = self.annotations.iter();
                let written = written.find(|one| matches!(one.rule, Rule::PublicUrl(_)));
                self.errors.at(
                    written.map(|one| &one.name),
                    "this says nothing of the hosts that may be fetched from",
                    URL_HELP,
                );
            }
            _ => {}
        }
        self.listed_once(&options.schemes);
        self.listed_once(&options.allowed_hosts);
        for scheme in &options.schemes {
            if !matches!(scheme.value().as_str(), "http" | "https") {
                let text = "only `https` and `http` are fetched";
                self.errors.at(scheme, text, "write \"https\" or \"http\"");
            }
        }
        for host in &options.allowed_hosts {
            self.host(host);
        }
        Some(Shape::PublicUrl(PublicUrl {
            schemes: options.schemes.clone(),
            hosts: match options.any_host {
                Some(_) => None,
                None => Some(options.allowed_hosts.clone()),
            },
            ports: options
                .ports
                .iter()
                .filter_map(|port| self.port(port))
                .collect(),
        }))
    }

    fn listed_once(&self, listed: &[LitStr]) {
        for (index, one) in listed.iter().enumerate() {
            if listed[..index].contains(one) {
                let help = "remove one of the two";
                self.errors.at(one, "this is listed twice", help);
            }
        }
    }

    /// A name as a parsed URL has it: what is written otherwise would never match.
    fn host(&self, host: &LitStr) {
        let text = host.value();
        let name = text.strip_prefix("*.").unwrap_or(&text);
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        let label = |label: &str| {
            (1..=63).contains(&label.len()) && label.chars().all(fits) && !label.starts_with('-')
        };
        let (problem, help) = if text == "*" || text == "*." {
            (
                "this allows every host",
                "write `any_host` in place of `allowed_hosts(…)`",
            )
        } else if text.contains("://") || text.contains(['/', ':', '@']) {
            (
                "a host is written without scheme, port or path",
                "write its name alone, as in \"docs.example.org\"; ports go into `ports(…)`",
            )
        } else if !text.is_ascii() || text.contains(|c: char| c.is_ascii_uppercase()) {
            (
                "a host is written in lower case, and in punycode if it has other letters",
                "write it as in \"docs.example.org\" or \"xn--bcher-kva.example\"",
            )
        } else if name.len() > MAX_HOST || !name.split('.').all(label) {
            (
                "this is no host",
                "write a name as in \"docs.example.org\", or \"*.example.org\" for all names under it",
            )
        } else if !name.contains('.') {
            (
                "a public host has a name with a dot in it",
                "write it as in \"docs.example.org\" or \"*.example.org\"",
            )
        } else if name
            .split('.')
            .next_back()
            .is_some_and(|last| last.chars().all(|c| c.is_ascii_digit()))
        {
            (
                "this is an address, and a list of hosts holds names",
                "write the host's name, or `any_host`, which takes public addresses",
            )
        } else {
            return;
        };
        self.errors.at(host, problem, help);
    }

    fn port(&self, port: &LitInt) -> Option<u16> {
        match port.base10_parse::<u16>() {
            Ok(0) | Err(_) => {
                self.errors.at(port, "this is no port", "write 1 to 65535");
                None
            }
            Ok(port) => Some(port),
        }
    }
}
