//! The rule a text must meet to be a path. It never touches the disk.
//!
//! The rule is one for all platforms, so that a path accepted in a test on
//! Linux cannot mean something else on a Windows server. It decodes nothing:
//! `%2e%2e` is an ordinary name of six characters. And it mends nothing: a text
//! is accepted as it stands or refused, so that one file has one spelling.

use super::characters;
use super::refusal::PathRefusal;

/// The longest path accepted, in bytes of UTF-8.
pub const MAX_PATH_BYTES: usize = 4096;
/// The longest name between two slashes accepted, in bytes of UTF-8.
pub const MAX_COMPONENT_BYTES: usize = 255;

/// Checks that `text` names something beneath a folder, and only that.
pub(super) fn check(text: &str) -> Result<(), PathRefusal> {
    if text.is_empty() {
        return Err(PathRefusal::Empty);
    }
    // Before the scan, so that a huge text costs nothing.
    if text.len() > MAX_PATH_BYTES {
        return Err(PathRefusal::TooLong);
    }
    if text.starts_with('/') {
        return Err(PathRefusal::Absolute);
    }
    // A shell would put a home folder here. Later components are just names.
    if text.starts_with('~') {
        return Err(PathRefusal::Home);
    }
    characters::check(text)?;
    text.split('/').try_for_each(check_component)
}

fn check_component(name: &str) -> Result<(), PathRefusal> {
    if name.is_empty() {
        Err(PathRefusal::EmptyComponent)
    } else if name == "." || name == ".." {
        Err(PathRefusal::DotComponent)
    } else if name.len() > MAX_COMPONENT_BYTES {
        Err(PathRefusal::ComponentTooLong)
    } else if has_stripped_edge(name) {
        Err(PathRefusal::Edge)
    } else if is_device(name) {
        Err(PathRefusal::DeviceName)
    } else {
        Ok(())
    }
}

/// Windows strips trailing dots and spaces, so `.. ` and `...` may become `..`
/// there; a space at either end is also what a later `trim` would take away.
fn has_stripped_edge(name: &str) -> bool {
    let is_ordinary = |edge: Option<&u8>| edge.is_some_and(u8::is_ascii_alphanumeric);
    if is_ordinary(name.as_bytes().first()) && is_ordinary(name.as_bytes().last()) {
        return false;
    }
    name.ends_with('.')
        || name.starts_with(char::is_whitespace)
        || name.ends_with(char::is_whitespace)
}

/// Whether Windows opens a device for this name. The extension does not matter
/// to it (`nul.txt` is `NUL`), nor do case or spaces before the first dot.
fn is_device(name: &str) -> bool {
    // Most names, at once.
    let start = name.as_bytes().first_chunk::<3>();
    let may_be = start.is_some_and(|start| {
        let start = start.map(|byte| byte.to_ascii_lowercase());
        matches!(
            &start,
            b"con" | b"prn" | b"aux" | b"nul" | b"clo" | b"com" | b"lpt"
        )
    });
    if !may_be {
        return false;
    }
    const PLAIN: [&str; 7] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    if PLAIN.iter().any(|device| stem.eq_ignore_ascii_case(device)) {
        return true;
    }
    let Some((port, number)) = stem.split_at_checked(3) else {
        return false;
    };
    let is_port = port.eq_ignore_ascii_case("COM") || port.eq_ignore_ascii_case("LPT");
    let mut digits = number.chars();
    // The superscript digits of Latin-1 count as digits to Windows.
    let is_number = matches!(digits.next(), Some('0'..='9' | '¹' | '²' | '³'));
    is_port && is_number && digits.next().is_none()
}
