//! "Did you mean …?"

/// The known name nearest to `key`, if it is near enough to be a slip: at most a
/// third of the name's length in edits. Long keys are not compared.
pub(super) fn nearest(key: &str, names: &[&'static str]) -> Option<&'static str> {
    const MAX_COMPARED: usize = 64;
    if key.len() > MAX_COMPARED {
        return None;
    }
    let key = fold(key);
    names
        .iter()
        .map(|name| (strsim::osa_distance(&key, &fold(name)), *name))
        .filter(|(distance, name)| *distance <= (name.chars().count() / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// `maxResults`, `max-results` and `max_results` are one name to a model.
fn fold(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
