//! Compiles misuse of safe-tool's annotations and of its peers', and writes who refuses it
//! to `docs/misuse.md`: read the snippets → compile them → run what compiled → table.

mod compile;
mod snippets;
mod table;

use std::{collections::BTreeMap, error::Error, fs, path::Path};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The columns: a crate's name, and how it is written in Rust.
const LIBRARIES: [&str; 5] = ["safe_tool", "garde", "validator", "serde_valid", "nutype"];

fn main() -> Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let groups = snippets::read(&here.join("snippets"))?;
    for case in snippets::not_covered(&groups, &here.join("../../tests/ui/fail"))? {
        eprintln!("tests/ui/fail/{case}.rs has no row in the table");
    }

    let snippets: Vec<_> = groups
        .iter()
        .flat_map(|group| &group.classes)
        .flat_map(|class| class.snippets.iter())
        .collect();
    let verdicts: BTreeMap<_, _> = compile::judge(&snippets, &here.join("target/snippets"))?;

    let versions = table::versions(&fs::read_to_string(here.join("Cargo.lock"))?);
    let page = table::page(&groups, &verdicts, &versions);
    fs::write(here.join("../../docs/misuse.md"), page)?;
    Ok(())
}
