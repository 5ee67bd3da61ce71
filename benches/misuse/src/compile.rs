//! Compiles all snippets as modules of one crate. Those with errors are judged by where
//! the errors are and taken out, and the rest is compiled again, since rustc reports the
//! errors of a later stage only when the earlier ones pass. What is left compiles, and is
//! run on its probes.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Command,
};

use serde_json::Value;

use crate::{Result, snippets::Snippet};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// An error on every marked mistake.
    Refused,
    /// An error on some of several mistakes.
    InPart,
    /// Errors, but none on a marked line.
    Elsewhere,
    /// Compiles; the probes are all let through, all refused, or neither.
    Accepts,
    Refuses,
    Compiles,
    /// Compiles, and panics on a probe.
    Panics,
    /// Compiles; a unit test that the macro itself wrote fails.
    TestFails,
}

/// The verdict on each snippet, by module.
pub fn judge(snippets: &[&Snippet], folder: &Path) -> Result<BTreeMap<String, Verdict>> {
    let mut verdicts = BTreeMap::new();
    let mut left = snippets.to_vec();
    loop {
        write(&left, folder)?;
        let errors = errors(&left)?;
        if errors.is_empty() {
            break;
        }
        eprintln!("{} snippets: {} refused", left.len(), errors.len());
        left.retain(|snippet| !errors.contains_key(&snippet.module));
        for snippet in snippets {
            if let Some(errors) = errors.get(&snippet.module) {
                verdicts.insert(snippet.module.clone(), place(snippet, errors)?);
            }
        }
    }
    eprintln!("{} snippets compile", left.len());
    verdicts.extend(observe(&left)?);
    verdicts.extend(failed_tests()?);
    Ok(verdicts)
}

fn write(snippets: &[&Snippet], folder: &Path) -> Result<()> {
    // What an earlier round left behind is no longer named in `main.rs`.
    fs::create_dir_all(folder)?;
    let mut modules = String::new();
    let mut calls = String::new();
    for Snippet {
        library,
        module,
        lines,
        probes,
        ..
    } in snippets
    {
        let mut code = format!("{}\n{}\n", prelude(library), lines.join("\n"));
        modules += &format!("mod {module};\n");
        if probes.is_empty() {
            calls += &format!("    println!(\"{module}\");\n");
        } else {
            code += &format!(
                "pub fn accepts(value: serde_json::Value) -> bool {{ {} }}\n",
                entry(library, &code)
            );
            calls += &format!("    try_out({module:?}, {module}::accepts, &{probes:?});\n");
        }
        fs::write(folder.join(format!("{module}.rs")), code)?;
    }
    let main = format!("#![allow(warnings)]\n{modules}{TRY_OUT}fn main() {{\n{calls}}}\n");
    Ok(fs::write(folder.join("main.rs"), main)?)
}

/// Prints a module and, for each probe, whether it is let through.
const TRY_OUT: &str = r#"
fn try_out(module: &str, accepts: fn(serde_json::Value) -> bool, probes: &[&str]) {
    std::panic::set_hook(Box::new(|_| ()));
    print!("{module}");
    for probe in probes {
        let probe = probe.replace("LONG", &"a".repeat(100_000));
        let value = serde_json::from_str(&probe).expect("a probe is JSON");
        match std::panic::catch_unwind(|| accepts(value)) {
            Ok(true) => print!(" accepted"),
            Ok(false) => print!(" refused"),
            Err(_) => print!(" panicked"),
        }
    }
    println!();
}
"#;

/// One line, so that line 2 is the first of the snippet.
fn prelude(library: &str) -> String {
    match library {
        "safe_tool" => "use safe_tool::safe_tool;".to_owned(),
        "nutype" => "use nutype::nutype; use serde::Deserialize;".to_owned(),
        _ => format!("use {library}::Validate; use serde::Deserialize;"),
    }
}

/// From JSON to a checked value, as the library's documentation has it.
fn entry(library: &str, code: &str) -> &'static str {
    match library {
        // It checks a value, not the struct around it.
        "nutype" if !code.contains("struct Arguments") => {
            "serde_json::from_value::<Field>(value[\"field\"].clone()).is_ok()"
        }
        "garde" | "validator" => {
            "serde_json::from_value::<Arguments>(value).is_ok_and(|a| a.validate().is_ok())"
        }
        "serde_valid" => {
            "<Arguments as serde_valid::json::FromJsonValue>::from_json_value(value).is_ok()"
        }
        _ => "serde_json::from_value::<Arguments>(value).is_ok()",
    }
}

/// Of each module.
type Errors = BTreeMap<String, Vec<CompileError>>;

struct CompileError {
    /// The first and the last, counted from 0.
    lines: (usize, usize),
    text: String,
}

fn errors(snippets: &[&Snippet]) -> Result<Errors> {
    // Builds rather than checks: some constants are evaluated only then.
    let output = cargo("build").arg("--message-format=json").output()?;
    let mut errors = Errors::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let report: Value = serde_json::from_str(line)?;
        let message = &report["message"];
        let spans = message["spans"].as_array().map_or(&[][..], Vec::as_slice);
        if message["level"] != "error" || spans.is_empty() {
            continue;
        }
        let primary = spans.iter().filter(|span| span["is_primary"] == true);
        let places: Vec<_> = primary
            .filter_map(|span| in_snippet(span, snippets))
            .collect();
        if places.is_empty() {
            return Err(format!("not in a snippet: {}", message["rendered"]).into());
        }
        for (module, lines) in places {
            let text = message["rendered"].as_str().unwrap_or_default().to_owned();
            errors
                .entry(module)
                .or_default()
                .push(CompileError { lines, text });
        }
    }
    if errors.is_empty() && !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(errors)
}

/// The snippet a span lies in, or the macro call that it comes from.
fn in_snippet(span: &Value, snippets: &[&Snippet]) -> Option<(String, (usize, usize))> {
    let file = Path::new(span["file_name"].as_str()?);
    let module = file.file_stem()?.to_str()?;
    if let Some(snippet) = snippets.iter().find(|snippet| snippet.module == module) {
        let line = |end: &str| {
            span[end]
                .as_u64()
                .and_then(|line| usize::try_from(line).ok()?.checked_sub(2))
        };
        return Some((
            snippet.module.clone(),
            (line("line_start")?, line("line_end")?),
        ));
    }
    in_snippet(span.get("expansion")?.get("span")?, snippets)
}

fn place(snippet: &Snippet, errors: &[CompileError]) -> Result<Verdict> {
    if errors
        .iter()
        .all(|error| error.lines.0 >= snippet.lines.len())
    {
        return Err(format!("only the probe of `{}` does not compile", snippet.module).into());
    }
    // An error over a whole struct or attribute does not point at the mistake in it.
    let found: BTreeSet<_> = errors
        .iter()
        .map(|error| error.lines)
        .filter(|(start, end)| (*start..=*end).all(|line| snippet.mistake(line).is_some()))
        .filter_map(|(start, _)| snippet.mistake(start))
        .collect();
    let said = |says: &String| {
        errors
            .iter()
            .any(|error| error.text.contains(says.as_str()))
    };
    Ok(match found.len() {
        0 => Verdict::Elsewhere,
        len if len < snippet.mistakes().len() || !snippet.says.iter().all(said) => Verdict::InPart,
        _ => Verdict::Refused,
    })
}

fn observe(snippets: &[&Snippet]) -> Result<BTreeMap<String, Verdict>> {
    let output = String::from_utf8(cargo("run").output()?.stdout)?;
    let verdicts: BTreeMap<_, _> = output
        .lines()
        .map(|line| {
            let mut words = line.split(' ');
            let module = words.next().unwrap_or_default().to_owned();
            let results: BTreeSet<_> = words.collect();
            let only = |result| results.len() == 1 && results.contains(result);
            let verdict = if results.contains("panicked") {
                Verdict::Panics
            } else if only("accepted") {
                Verdict::Accepts
            } else if only("refused") {
                Verdict::Refuses
            } else {
                Verdict::Compiles
            };
            (module, verdict)
        })
        .collect();
    if verdicts.len() != snippets.len() {
        return Err("the snippets that compile did not all run".into());
    }
    Ok(verdicts)
}

/// The modules with failing unit tests: nutype writes some into its expansion.
fn failed_tests() -> Result<BTreeMap<String, Verdict>> {
    let output = String::from_utf8(cargo("test").output()?.stdout)?;
    if !output.contains("test result: ") {
        return Err("the snippets' own tests did not run".into());
    }
    let failed = |line: &str| {
        let test = line.strip_prefix("test ")?.strip_suffix(" ... FAILED")?;
        Some((test.split_once("::")?.0.to_owned(), Verdict::TestFails))
    };
    Ok(output.lines().filter_map(failed).collect())
}

fn cargo(command: &str) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(env!("CARGO_MANIFEST_DIR"));
    cargo.args([command, "--example", "snippets"]);
    cargo
}
