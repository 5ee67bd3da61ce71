//! A server that is set up wrongly says so and does not start.

use std::path::PathBuf;

use crate::{
    client::{build::docs_server, process::Process},
    data::Data,
};

/// Its exit code and what it says.
fn fails(arguments: &[&str], environment: Vec<(String, PathBuf)>) -> (Option<i32>, String) {
    let mut process = Process::spawn(docs_server(), arguments, environment);
    let said = process.stderr.rest();
    (process.wait().code(), said)
}

#[test]
fn a_malformed_quota_names_the_accepted_form() {
    let data = Data::new();
    for quota in ["", "plenty", "60", "0/s", "60/fortnight"] {
        for mode in [&["stdio"][..], &["http", "0"]] {
            let (code, said) = fails(mode, data.environment_with_quota(quota));
            assert_eq!(code, Some(1), "{quota:?}: {said}");
            assert!(said.contains("SAFE_TOOL_QUOTA"), "{said}");
            assert!(said.contains("<tokens>/<period>"), "{said}");
        }
    }
}

#[test]
fn a_folder_that_is_not_there_is_named_with_its_variable() {
    let data = Data::new();
    for variable in ["SAFE_DIR", "PAGES_DIR", "USERS_JSON"] {
        let mut environment = data.environment();
        environment.push((variable.to_owned(), "/nowhere/at/all".into()));
        let (code, said) = fails(&["stdio"], environment);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(variable), "{said}");
    }
}

#[test]
fn wrong_arguments_show_the_usage() {
    for arguments in [
        &[][..],
        &["tcp"],
        &["http"],
        &["http", "x"],
        &["stdio", "x"],
    ] {
        let (code, said) = fails(arguments, Vec::new());
        assert_eq!(code, Some(2), "{said}");
        assert!(said.starts_with("usage: docs-server"), "{said}");
    }
}
