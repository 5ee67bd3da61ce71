//! Attributes as rustfmt lays them out.

/// Longest arguments on one line.
const WIDTH: usize = 70;

/// `#[…]` with its line break.
pub(crate) fn attribute(text: &str, indent: &str) -> String {
    let arguments = text
        .split_once('(')
        .and_then(|(name, rest)| Some((name, rest.strip_suffix(')')?)));
    match arguments {
        Some((name, arguments)) if arguments.chars().count() > WIDTH => {
            let lines: Vec<_> = listed(arguments)
                .iter()
                .map(|one| format!("{indent}    {one}"))
                .collect();
            let lines = lines.join(",\n");
            format!("{indent}#[{name}(\n{lines}\n{indent})]\n")
        }
        _ => format!("{indent}#[{text}]\n"),
    }
}

/// What commas part, parentheses and strings left whole.
fn listed(arguments: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut depth, mut quoted) = (0, false);
    for c in arguments.chars() {
        match c {
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).collect()
}
