//! "Did you mean …?" for annotations and options.

/// What other validation libraries call these rules.
const FOREIGN_NAMES: &[(&str, &str)] = &[
    ("max_length", "max_len"),
    ("maxlen", "max_len"),
    ("length", "max_len"),
    ("min_length", "min_len"),
    ("minlen", "min_len"),
    ("regex", "pattern"),
    ("matches", "pattern"),
    ("min", "range"),
    ("max", "range"),
    ("minimum", "range"),
    ("maximum", "range"),
    ("strip_whitespace", "trim"),
    ("dive", "nested"),
    ("inner", "each"),
    ("items", "each"),
    ("choices", "one_of"),
    ("sensitive", "redact"),
    ("secret", "redact"),
    ("sandbox", "sandboxed_path"),
    ("writable", "write"),
    ("read_write", "write"),
    ("ext", "extensions"),
    ("max_size", "max_bytes"),
    ("custom", "check"),
    ("hosts", "allowed_hosts"),
    ("allow_hosts", "allowed_hosts"),
    ("allow_hyphen", "allow_dash"),
    ("allow_hyphen_values", "allow_dash"),
    ("allow_control_characters", "allow_control_chars"),
];

/// The known name that `name` was probably meant to be.
pub(crate) fn nearest(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let foreign = FOREIGN_NAMES
        .iter()
        .find(|(theirs, ours)| *theirs == name && known.contains(ours));
    match foreign {
        Some((_, ours)) => Some(ours),
        None => misspelt(name, known),
    }
}

/// The known name that `name` is one or two slips away from; of a short name, one.
/// `#[arg]`, `#[strum]` or `#[key]` beside another derive are not ours to question.
pub(crate) fn misspelt(name: &str, known: &[&'static str]) -> Option<&'static str> {
    known
        .iter()
        .map(|ours| (strsim::osa_distance(name, ours), *ours))
        .filter(|(distance, ours)| *distance <= (ours.len() / 3).clamp(1, 2))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, ours)| ours)
}

#[cfg(test)]
mod tests {
    use super::misspelt;

    const KNOWN: &[&str] = &[
        "check", "default", "each", "keys", "max_len", "nested", "pattern", "range", "redact",
        "trim",
    ];

    #[test]
    fn helper_attributes_of_other_derives_are_not_misspelt() {
        for theirs in [
            "arg", "clap", "command", "error", "from", "garde", "schemars", "serde", "serde_as",
            "source", "strum", "validate",
        ] {
            assert_eq!(misspelt(theirs, KNOWN), None, "{theirs}");
        }
        assert_eq!(misspelt("max_lem", KNOWN), Some("max_len"));
        assert_eq!(misspelt("patern", KNOWN), Some("pattern"));
    }
}
