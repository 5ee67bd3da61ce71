//! Which programs there are.

use std::{fs, os::unix::fs::symlink, path::Path};

use safe_tool_runtime::program::{Program, ProgramError};

#[test]
fn shells_and_interpreters_are_refused_behind_any_link() {
    let temp = tempfile::tempdir().unwrap();
    for interpreter in ["sh", "bash", "dash", "env", "perl", "xargs", "find", "sed"] {
        let Some(path) = ["/bin", "/usr/bin"]
            .into_iter()
            .map(|folder| Path::new(folder).join(interpreter))
            .find(|path| path.exists())
        else {
            continue;
        };
        let (first, second) = (temp.path().join("tool"), temp.path().join("git"));
        symlink(&path, &first).unwrap();
        symlink(&first, &second).unwrap();
        for named in [&path, &first, &second] {
            let error = Program::at(named).unwrap_err();
            assert!(
                matches!(error, ProgramError::Interpreter { .. }),
                "{}: {error}",
                named.display()
            );
        }
        fs::remove_file(first).unwrap();
        fs::remove_file(second).unwrap();
    }
    // By its own name too, whatever it is.
    let sh = temp.path().join("sh");
    symlink("/usr/bin/printf", &sh).unwrap();
    let error = Program::at(&sh).unwrap_err().to_string();
    assert!(
        error.contains("sh makes programs of its arguments"),
        "{error}"
    );
    let error = Program::find("sh").unwrap_err();
    assert!(matches!(error, ProgramError::Interpreter { .. }), "{error}");
}

#[test]
fn a_program_is_named_by_its_path_or_found_where_programs_are() {
    let temp = tempfile::tempdir().unwrap();
    let error = Program::at("printf").unwrap_err().to_string();
    assert!(error.contains("absolute path"), "{error}");
    let error = Program::at(temp.path().join("missing"))
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("missing cannot be found: install it"),
        "{error}"
    );
    let file = temp.path().join("file");
    fs::write(&file, "").unwrap();
    for no_program in [temp.path(), &file] {
        let error = Program::at(no_program).unwrap_err();
        assert!(
            matches!(error, ProgramError::NotExecutable { .. }),
            "{error}"
        );
    }
    for name in [
        "no-such-program",
        "../bin/printf",
        "/usr/bin/printf",
        "",
        "..",
    ] {
        let error = Program::find(name).unwrap_err();
        assert!(
            matches!(error, ProgramError::NotInPath { .. }),
            "{name}: {error}"
        );
    }
    let found = Program::find("printf").unwrap();
    assert!(found.file().is_absolute());
}
