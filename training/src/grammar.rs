//! Templates: texts written for this package, expanded at random.
//!
//! A file of `text/` holds rules. `[name]` begins one, and each line after it is one way
//! to say it. In a line, `{name}` stands for a rule, `(a|b|)` for one of its parts, which
//! may nest, and `\n` for a new line. `#` begins a comment. The rules `attack` and
//! `benign` are where expansion starts.

use std::collections::BTreeMap;

use crate::Failure;
use crate::rng::Rng;

pub struct Grammar {
    rules: BTreeMap<String, Vec<String>>,
}

/// Deeper than any rule written.
const DEEPEST: usize = 24;

impl Grammar {
    pub fn parse(name: &str, text: &str) -> Result<Self, Failure> {
        let mut rules: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut current: Option<&mut Vec<String>> = None;
        for line in text.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let heading = line
                .strip_prefix('[')
                .and_then(|rest| rest.strip_suffix(']'));
            match (heading, &mut current) {
                (Some(rule), _) if rule.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') => {
                    current = Some(rules.entry(rule.to_owned()).or_default());
                }
                (_, Some(lines)) => lines.push(line.replace("\\n", "\n")),
                (_, None) => return Err(format!("{name}: a line before any rule: {line}").into()),
            }
        }
        Ok(Self { rules })
    }

    pub fn expand(&self, rule: &str, rng: &mut Rng) -> Result<String, Failure> {
        let mut out = String::new();
        self.rule(rule, rng, DEEPEST, &mut out)?;
        Ok(out)
    }

    fn rule(
        &self,
        name: &str,
        rng: &mut Rng,
        depth: usize,
        out: &mut String,
    ) -> Result<(), Failure> {
        let ways = self
            .rules
            .get(name)
            .ok_or_else(|| format!("no rule {{{name}}}"))?;
        let depth = depth
            .checked_sub(1)
            .ok_or_else(|| format!("{{{name}}} nests too deep"))?;
        let way = rng.pick(ways);
        self.line(way, rng, depth, out)
    }

    fn line(
        &self,
        line: &str,
        rng: &mut Rng,
        depth: usize,
        out: &mut String,
    ) -> Result<(), Failure> {
        let mut rest = line;
        while let Some(at) = rest.find(['{', '(']) {
            out.push_str(&rest[..at]);
            let close = closing(&rest[at..]).ok_or_else(|| format!("not closed: {line}"))? + at;
            let inner = &rest[at + 1..close];
            if rest[at..].starts_with('{') {
                self.rule(inner, rng, depth, out)?;
            } else {
                let parts = parts(inner);
                let part = rng.pick(&parts);
                self.line(part, rng, depth, out)?;
            }
            rest = &rest[close + 1..];
        }
        out.push_str(rest);
        Ok(())
    }
}

fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' | '(' => depth += 1,
            '}' | ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The parts between the bars that stand outside any inner bracket.
fn parts(text: &str) -> Vec<&str> {
    let (mut depth, mut from) = (0, 0);
    let mut parts = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '{' | '(' => depth += 1,
            '}' | ')' => depth -= 1,
            '|' if depth == 0 => {
                parts.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[from..]);
    parts
}
