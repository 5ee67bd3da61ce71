//! Fetching: where a connection goes, whatever names, answers and redirects say.
//!
//! A public address to serve from is there only in a network namespace of one's own: the tests
//! that need one run in it, started by `in_a_network_of_their_own`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    missing_docs,
    reason = "a test fails by panicking, and says what it skips"
)]

mod names;
mod redirects;
mod refusals;
mod server;

use std::{
    net::{IpAddr, SocketAddr},
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use safe_tool_runtime::{
    fetch::{Fetcher, FetcherBuilder},
    public_url::{PublicUrl, UrlRules},
};

/// A public address, which is this machine's in the namespace alone.
const PUBLIC: &str = "9.9.9.9";

/// Runs the tests that are marked as ignored where `PUBLIC` is local.
#[test]
#[cfg(target_os = "linux")]
fn in_a_network_of_their_own() {
    let script = format!("ip link set lo up && ip address add {PUBLIC}/32 dev lo && exec \"$@\"");
    // As root; as another user, who is root in there.
    for flags in [&["--net"] as &[_], &["--net", "--map-root-user"]] {
        let possible = Command::new("unshare")
            .args(flags)
            .args(["sh", "-c", &script, "sh", "true"])
            .output();
        if !possible.is_ok_and(|output| output.status.success()) {
            continue;
        }
        let own = std::env::current_exe().unwrap();
        let listed = Command::new(&own).args(["--ignored", "--list"]).output();
        let listed = String::from_utf8(listed.unwrap().stdout).unwrap();
        let names: Vec<_> = listed
            .lines()
            .filter_map(|line| line.strip_suffix(": test"))
            .collect();
        assert_eq!(names.len(), 10, "{listed}");
        // Each in one of its own: they serve on the same ports.
        for name in names {
            let output = Command::new("unshare")
                .args(flags)
                .args(["sh", "-c", &script, "sh"])
                .arg(&own)
                .args(["--ignored", "--exact", name])
                // What a client takes from the environment leads to a loopback server.
                .env("http_proxy", "http://127.0.0.1:8081")
                .env("HTTP_PROXY", "http://127.0.0.1:8081")
                .env("ALL_PROXY", "http://127.0.0.1:8081")
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&output.stdout);
            let erred = String::from_utf8_lossy(&output.stderr);
            assert!(
                output.status.success() && said.contains("1 passed"),
                "{said}{erred}"
            );
        }
        return;
    }
    eprintln!("skipped: no network namespace can be made here (`unshare` and `ip`)");
}

/// A resolver of ours: each answer is given once, the last one for ever.
struct Answers {
    given: Arc<AtomicUsize>,
    answers: Vec<Vec<IpAddr>>,
}

impl Resolve for Answers {
    fn resolve(&self, _: Name) -> Resolving {
        let index = self.given.fetch_add(1, Ordering::SeqCst);
        let answer = &self.answers[index.min(self.answers.len() - 1)];
        let answer: Vec<_> = answer.iter().map(|ip| SocketAddr::new(*ip, 0)).collect();
        Box::pin(async { Ok(Box::new(answer.into_iter()) as Addrs) })
    }
}

/// A fetcher that asks such a resolver, and how often it has.
fn fetcher(answers: &[&[&str]]) -> (FetcherBuilder, Arc<AtomicUsize>) {
    let parse = |answer: &&[&str]| answer.iter().map(|ip| ip.parse().unwrap()).collect();
    let given = Arc::new(AtomicUsize::new(0));
    let resolver = Answers {
        given: Arc::clone(&given),
        answers: answers.iter().map(parse).collect(),
    };
    let builder = Fetcher::builder().timeout(Duration::from_secs(5));
    (builder.resolver(resolver), given)
}

fn url(text: &str) -> PublicUrl {
    static RULES: UrlRules = UrlRules::new()
        .allowed_hosts(&["docs.example.org", "*.example.com"])
        .schemes(&["http"])
        .ports(&[80, 8081]);
    RULES.url(text).unwrap()
}
