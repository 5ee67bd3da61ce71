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
    ("custom", "check"),
    ("allow_control_characters", "allow_control_chars"),
];

/// The known name that `name` was probably meant to be.
pub(crate) fn nearest(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let foreign = FOREIGN_NAMES
        .iter()
        .find(|(theirs, ours)| *theirs == name && known.contains(ours));
    if let Some((_, ours)) = foreign {
        return Some(ours);
    }
    known
        .iter()
        .map(|ours| (strsim::osa_distance(name, ours), *ours))
        // A third of the name, as rustc does it.
        .filter(|(distance, ours)| *distance <= ours.len().max(3) / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, ours)| ours)
}
