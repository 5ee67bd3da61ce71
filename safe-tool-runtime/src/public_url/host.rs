//! Hosts against the list of those that are allowed.

/// Whether one of `patterns` stands for this host: a name for itself, `*.example.org` for
/// every name under `example.org`, and not for that. Both are in the form that a parsed URL
/// has: lower case, punycode.
pub(super) fn is_allowed(host: &str, patterns: &[&str]) -> bool {
    patterns
        .iter()
        .any(|pattern| match pattern.strip_prefix('*') {
            // With its dot, so that `evil-example.org` is not under `example.org`.
            Some(parent) => host.len() > parent.len() && host.ends_with(parent),
            None => host == *pattern,
        })
}
