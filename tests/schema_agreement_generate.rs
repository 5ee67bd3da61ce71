//! Writes the types that `schema_agreement` tests, `schema_agreement/generated.rs`, and
//! holds the file to what is written here.
//!
//! `UPDATE_SUBJECTS=1 cargo test --test schema_agreement_generate` writes it anew. Of
//! annotations it knows what `families.rs` says; it uses nothing of safe-tool, so that it
//! runs whatever state the types are in.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "schema_agreement/generate/bounds.rs"]
mod bounds;
#[path = "schema_agreement/generate/collections.rs"]
mod collections;
#[path = "schema_agreement/generate/families.rs"]
mod families;
#[path = "schema_agreement/generate/field.rs"]
mod field;
#[path = "schema_agreement/generate/item.rs"]
mod item;
#[path = "schema_agreement/generate/layout.rs"]
mod layout;
#[path = "schema_agreement/generate/numbers.rs"]
mod numbers;
#[path = "schema_agreement/generate/options.rs"]
mod options;
#[path = "schema_agreement/generate/pairs.rs"]
mod pairs;
#[path = "schema_agreement/generate/shapes.rs"]
mod shapes;
#[path = "schema_agreement/generate/sql.rs"]
mod sql;
#[path = "schema_agreement/generate/styles.rs"]
mod styles;
#[path = "schema_agreement/generate/words.rs"]
mod words;

const PATH: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/schema_agreement/generated.rs"
);
const ANNOTATIONS: &str = include_str!("../safe-tool-macros/src/syntax/annotation.rs");
const FAMILIES: &str = include_str!("../safe-tool-macros/src/check/family.rs");

const HEAD: &str = r#"//! Written by `tests/schema_agreement_generate.rs`: change that, not this.
#![allow(dead_code, reason = "arguments that no tool reads")]

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque},
    net::{IpAddr, Ipv4Addr},
    num::NonZeroU8,
    sync::Arc,
};

use safe_tool::{CommandArg, SandboxRoot, SandboxedPath, SqlIdent, SqlParam, safe_tool};
use serde_json::{Map, Value};

use super::checks::{unlucky, unlucky_struct};

static ROOT: SandboxRoot = SandboxRoot::unset();
"#;

fn items() -> Vec<item::Item> {
    let mut items = shapes::own();
    items.extend(pairs::pairs());
    items.extend(pairs::inside());
    items.extend(bounds::bounds());
    items.extend(shapes::shapes());
    items.extend(sql::parameters());
    items.extend(styles::styles());
    items.extend(options::options());
    items
}

fn generated() -> String {
    let items = items();
    let mut text = HEAD.to_owned();
    // One source may serve several types.
    for item in items.iter().filter(|item| !item.source.is_empty()) {
        text += &format!("\n{}", item.source);
    }
    text += "\nsuper::subjects! {\n";
    items.iter().for_each(|item| text += &item.row());
    text + "}\n"
}

#[test]
fn the_checked_in_subjects_are_what_the_script_writes() {
    let generated = generated();
    if std::env::var_os("UPDATE_SUBJECTS").is_some() {
        std::fs::write(PATH, &generated).unwrap();
    }
    let checked_in = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        generated == checked_in,
        "run `UPDATE_SUBJECTS=1 cargo test --test schema_agreement_generate`"
    );
}

#[test]
fn there_are_enough_subjects() {
    let count = items().len();
    assert!(count >= 60, "{count} subjects");
}

/// The names as the macro has them, so that a new annotation cannot be forgotten here.
fn names() -> Vec<&'static str> {
    let list = ANNOTATIONS.split("NAMES: &[&str] = &[").nth(1);
    let list = list.and_then(|text| text.split(']').next());
    list.expect("`NAMES` in annotation.rs")
        .split('"')
        .skip(1)
        .step_by(2)
        .collect()
}

#[test]
fn every_annotation_is_used_on_every_family_that_takes_it() {
    let items = items();
    let mut used = Vec::new();
    for family in families::ALL {
        let pairs = format!("{family:?}Pairs");
        let pairs = items.iter().filter(|item| item.ty.starts_with(&pairs));
        let source: String = pairs.map(|item| item.source.as_str()).collect();
        for name in family.annotations() {
            assert!(
                source.contains(&format!("#[{name}")),
                "{name} on {family:?}"
            );
            used.push(*name);
        }
    }
    // Needs a feature: it is among those that are written by hand.
    for name in names().into_iter().filter(|name| *name != "public_url") {
        assert!(used.contains(&name), "{name} is on nothing");
    }
}

/// `families.rs` is a copy: it must say what the macro does.
#[test]
fn the_families_are_those_of_the_macro() {
    let (_, listed) = FAMILIES.split_once("fn annotations(self)").unwrap();
    for family in families::ALL {
        let name = match family {
            families::Family::Path => "SandboxedPath".to_owned(),
            families::Family::Ident => "SqlIdent".to_owned(),
            family => format!("{family:?}"),
        };
        let (_, list) = listed.split_once(&format!("Self::{name} => ")).unwrap();
        let list = list.split('"').nth(1).unwrap();
        let mut theirs: Vec<_> = list.split([',', ' ', '\\', '\n']).collect();
        // `nested` is for a type of the user's own that is called `Value` as well.
        let json = *family == families::Family::Json;
        let is_other = |name: &str| name.is_empty() || (json && name == "nested");
        theirs.retain(|name| !is_other(name));
        let mut ours = family.annotations().to_vec();
        theirs.sort_unstable();
        ours.sort_unstable();
        assert_eq!(ours, theirs, "{family:?}");
    }
}
