//! Reads the snippets. A file is a group of classes of misuse; its comments say what is what:
//!
//! ```text
//! //! The title of the group
//! //# trybuild_case, another_case: what the misuse is, in Markdown
//! //? {"a probe": "JSON that is tried where the snippet compiles"}
//! //@ garde
//! //= what an error must say: the right spelling
//! a snippet, up to the next of these comments; the offending lines end in `//~`,
//! or in `//~ 1`, `//~ 2` … where each is a mistake of its own
//! //@ n/a: validator, nutype
//! ```

use std::{collections::BTreeSet, fs, path::Path};

use crate::{LIBRARIES, Result};

pub struct Group {
    pub title: String,
    pub classes: Vec<Class>,
}

pub struct Class {
    /// The cases of `tests/ui/fail` that it stands for; the first names its modules.
    pub cases: Vec<String>,
    pub description: String,
    pub probes: Vec<String>,
    pub snippets: Vec<Snippet>,
    /// Libraries without such a feature.
    pub not_applicable: Vec<String>,
}

#[derive(Clone)]
pub struct Snippet {
    pub library: String,
    /// `garde_inverted_len`, unique.
    pub module: String,
    pub lines: Vec<String>,
    /// What an error must say.
    pub says: Option<String>,
    pub probes: Vec<String>,
}

impl Snippet {
    /// The number of the mistake that a line, counted from 0, is marked with.
    pub fn mistake(&self, line: usize) -> Option<u32> {
        let (_, mark) = self.lines.get(line)?.split_once("//~")?;
        Some(mark.trim().parse().unwrap_or(0))
    }

    pub fn mistakes(&self) -> BTreeSet<u32> {
        let lines = 0..self.lines.len();
        lines.filter_map(|line| self.mistake(line)).collect()
    }
}

/// All groups, in the order of their file names.
pub fn read(folder: &Path) -> Result<Vec<Group>> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.sort();
    files
        .iter()
        .map(|file| parse(&fs::read_to_string(file)?).map_err(|e| format!("{file:?}: {e}").into()))
        .collect()
}

fn parse(text: &str) -> Result<Group> {
    let mut group = Group {
        title: String::new(),
        classes: Vec::new(),
    };
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("//! ") {
            group.title = title.to_owned();
        } else if let Some(header) = line.strip_prefix("//# ") {
            let (cases, description) = header
                .split_once(": ")
                .ok_or("a class needs `case: text`")?;
            group.classes.push(Class {
                cases: names(cases),
                description: description.to_owned(),
                probes: Vec::new(),
                snippets: Vec::new(),
                not_applicable: Vec::new(),
            });
        } else if let Some(class) = group.classes.last_mut() {
            class.take(line)?;
        }
    }
    for class in &group.classes {
        class.complete()?;
    }
    Ok(group)
}

impl Class {
    fn take(&mut self, line: &str) -> Result<()> {
        if let Some(probe) = line.strip_prefix("//? ") {
            self.probes.push(probe.to_owned());
        } else if let Some(libraries) = line.strip_prefix("//@ n/a: ") {
            self.not_applicable.extend(names(libraries));
        } else if let Some(library) = line.strip_prefix("//@ ") {
            self.snippets.push(Snippet {
                library: library.to_owned(),
                module: format!("{library}_{}", self.cases[0]),
                lines: Vec::new(),
                says: None,
                probes: self.probes.clone(),
            });
        } else if let Some(snippet) = self.snippets.last_mut() {
            match line.strip_prefix("//= ") {
                Some(says) => snippet.says = Some(says.to_owned()),
                None => snippet.lines.push(line.to_owned()),
            }
        } else if !line.is_empty() {
            return Err(format!("`{line}` belongs to no library").into());
        }
        Ok(())
    }

    /// Each library is tried or named as one without the feature, and never both.
    fn complete(&self) -> Result<()> {
        let tried = self.snippets.iter().map(|snippet| &snippet.library);
        let mut named: Vec<_> = tried.chain(&self.not_applicable).collect();
        named.sort();
        let mut wanted = LIBRARIES;
        wanted.sort_unstable();
        if named != wanted {
            return Err(format!("`{}` has {named:?}", self.cases[0]).into());
        }
        match self
            .snippets
            .iter()
            .find(|snippet| snippet.mistakes().is_empty())
        {
            Some(snippet) => Err(format!("`{}` has no line marked `//~`", snippet.module).into()),
            None => Ok(()),
        }
    }
}

fn names(list: &str) -> Vec<String> {
    list.split(", ").map(str::to_owned).collect()
}

/// The compile-fail tests that no class stands for.
pub fn not_covered(groups: &[Group], folder: &Path) -> Result<BTreeSet<String>> {
    let mut cases = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            cases.extend(
                path.file_stem()
                    .map(|stem| stem.to_string_lossy().into_owned()),
            );
        }
    }
    for class in groups.iter().flat_map(|group| &group.classes) {
        cases.retain(|case| !class.cases.contains(case));
    }
    Ok(cases)
}
