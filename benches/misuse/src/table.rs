//! Writes the page: the introduction, the tables and the totals.

use std::collections::BTreeMap;

use crate::{
    LIBRARIES,
    compile::Verdict::{self, *},
    snippets::{Class, Group},
};

type Verdicts = BTreeMap<String, Verdict>;

pub fn page(groups: &[Group], verdicts: &Verdicts, versions: &str) -> String {
    let mut page = include_str!("intro.md").replace("{versions}", versions);
    let mut title = "";
    for group in groups {
        let (compared, _) = parted(group);
        if !compared.is_empty() && group.title != title {
            title = &group.title;
            page += &format!("\n### {title}\n\n{}", head("", &LIBRARIES));
        }
        for class in compared {
            page += &class_row(class, &LIBRARIES, verdicts);
        }
    }
    page += "\n## Totals\n\n";
    page += &totals(groups, verdicts);
    page += "\n## What only safe_tool's features allow\n\n";
    page += "The peers have nothing to misuse here, so this says nothing about them.\n\n";
    page += &head("", &LIBRARIES[..1]);
    for class in groups.iter().flat_map(|group| parted(group).1) {
        page += &class_row(class, &LIBRARIES[..1], verdicts);
    }
    page
}

/// The classes that some peer has a snippet for, and those that only safe_tool has.
fn parted(group: &Group) -> (Vec<&Class>, Vec<&Class>) {
    let own = |snippet: &crate::snippets::Snippet| snippet.library == LIBRARIES[0];
    group
        .classes
        .iter()
        .partition(|class| !class.snippets.iter().all(own))
}

fn head(first: &str, columns: &[&str]) -> String {
    format!(
        "| {first} | {} |\n|---|{}\n",
        columns.join(" | "),
        "---|".repeat(columns.len())
    )
}

fn class_row(class: &Class, columns: &[&str], verdicts: &Verdicts) -> String {
    let cells = columns
        .iter()
        .map(|library| word(verdict(class, library, verdicts)));
    format!(
        "| {} | {} |\n",
        class.description,
        cells.collect::<Vec<_>>().join(" | ")
    )
}

/// Nothing where there is nothing to misuse.
fn verdict(class: &Class, library: &str, verdicts: &Verdicts) -> Option<Verdict> {
    let snippet = class
        .snippets
        .iter()
        .find(|snippet| snippet.library == library)?;
    verdicts.get(&snippet.module).copied()
}

fn word(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        None => "n/a",
        Some(Refused) => "**refused**",
        Some(InPart) => "refused, in part",
        Some(Elsewhere) => "refused, elsewhere",
        Some(Accepts) => "compiles, accepts",
        Some(Refuses) => "compiles, refuses",
        Some(Compiles) => "compiles",
        Some(Panics) => "panics",
        Some(TestFails) => "own test fails",
    }
}

/// A line of the totals: what it is called, and which cells it counts.
type Line = (&'static str, fn(Option<Verdict>) -> bool);

const LINES: [Line; 5] = [
    ("refused", |cell| cell == Some(Refused)),
    ("refused, elsewhere or in part", |cell| {
        matches!(cell, Some(Elsewhere | InPart))
    }),
    ("own test fails, or panics", |cell| {
        matches!(cell, Some(TestFails | Panics))
    }),
    ("compiles", |cell| {
        matches!(cell, Some(Accepts | Refuses | Compiles))
    }),
    ("n/a", |cell| cell.is_none()),
];

fn totals(groups: &[Group], verdicts: &Verdicts) -> String {
    let classes: Vec<_> = groups.iter().flat_map(|group| parted(group).0).collect();
    let mut text = head(&format!("{} classes", classes.len()), &LIBRARIES);
    for (name, counts) in LINES {
        let cells = LIBRARIES.map(|library| {
            let cells = classes
                .iter()
                .map(|class| verdict(class, library, verdicts));
            cells.filter(|cell| counts(*cell)).count().to_string()
        });
        text += &format!("| {name} | {} |\n", cells.join(" | "));
    }
    text
}

/// `garde 0.23.0, …`, from the lock file.
pub fn versions(lock: &str) -> String {
    let version = |library: &&str| {
        let name = library.replace("safe_tool", "safe-tool");
        let (_, rest) = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?;
        Some(format!("{library} {}", rest.split_once('"')?.0))
    };
    LIBRARIES
        .iter()
        .filter_map(version)
        .collect::<Vec<_>>()
        .join(", ")
}
