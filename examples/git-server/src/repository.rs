//! The one repository that is served: whole in itself, wherever its files may point.

use std::{
    error::Error,
    path::{Path, PathBuf},
};

use safe_tool::SandboxRoot;

/// The repository's folder; set once, at start-up. The tools' paths are beneath it.
pub(crate) static FOLDER: SandboxRoot = SandboxRoot::unset();

/// What would be read in its place if they were links: each is a folder of its own.
const FOLDERS: [&str; 3] = [".git", ".git/objects", ".git/refs"];

/// Where nothing is a link, lest another repository's objects be read.
const OBJECTS: [&str; 2] = [".git/objects", ".git/objects/pack"];

/// What leads into another repository.
const WAYS_OUT: [&str; 2] = [".git/commondir", ".git/objects/info/alternates"];

pub(crate) struct Repository(PathBuf);

impl Repository {
    /// The repository whose work tree is `folder`.
    pub(crate) fn open(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let folder = folder
            .canonicalize()
            .map_err(|error| format!("REPOSITORY: {}: {error}", folder.display()))?;
        FOLDER
            .set(&folder)
            .map_err(|error| format!("REPOSITORY: {error}"))?;
        let repository = Self(folder);
        match repository.leads_elsewhere() {
            Some(part) => Err(format!(
                "REPOSITORY: its {part} leads elsewhere or is missing: name a plain clone, no \
                 linked work tree and none that borrows objects"
            )
            .into()),
            None => Ok(repository),
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    /// Where git must not look for a repository any more: above.
    pub(crate) fn above(&self) -> &Path {
        self.0.parent().unwrap_or(&self.0)
    }

    /// The part of it that is not its own. Asked before every run: whoever can write into the
    /// repository can change it while it is served.
    pub(crate) fn leads_elsewhere(&self) -> Option<&'static str> {
        let is_link = |part: &&str| {
            let seen = self.0.join(part).symlink_metadata();
            !seen.is_ok_and(|seen| seen.is_dir())
        };
        let is_there = |part: &&str| self.0.join(part).symlink_metadata().is_ok();
        // Of the objects, the folders and the packs; a single object's file is not looked at.
        let holds_link = |part: &&str| {
            let entries = self.0.join(part).read_dir().into_iter().flatten();
            let mut types = entries.flatten().filter_map(|entry| entry.file_type().ok());
            types.any(|entry| entry.is_symlink())
        };
        let link = FOLDERS.into_iter().find(is_link);
        link.or_else(|| OBJECTS.into_iter().find(holds_link))
            .or_else(|| WAYS_OUT.into_iter().find(is_there))
    }
}
