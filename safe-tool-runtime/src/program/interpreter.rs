//! Programs whose arguments are programs again.

use std::path::Path;

/// Shells, interpreters, and what runs another program that its arguments name. A name is
/// compared without its version and its `.exe`.
const NAMES: &[&str] = &[
    // Shells.
    "sh",
    "ash",
    "bash",
    "rbash",
    "csh",
    "dash",
    "elvish",
    "fish",
    "ksh",
    "lksh",
    "mksh",
    "nu",
    "osh",
    "pdksh",
    "posh",
    "rc",
    "tcsh",
    "xonsh",
    "yash",
    "zsh",
    "cmd",
    "powershell",
    "pwsh",
    // Interpreters.
    "awk",
    "gawk",
    "mawk",
    "nawk",
    "bun",
    "deno",
    "ed",
    "emacs",
    "ex",
    "expect",
    "gdb",
    "guile",
    "java",
    "lua",
    "luajit",
    "node",
    "nodejs",
    "perl",
    "php",
    "pypy",
    "python",
    "R",
    "Rscript",
    "ruby",
    "sed",
    "sqlite",
    "tclsh",
    "vi",
    "view",
    "vim",
    "wish",
    // Programs that run others.
    "busybox",
    "toybox",
    "chroot",
    "doas",
    "env",
    "find",
    "flock",
    "ionice",
    "make",
    "nice",
    "nohup",
    "npx",
    "nsenter",
    "parallel",
    "pkexec",
    "runuser",
    "script",
    "setarch",
    "setpriv",
    "setsid",
    "ssh",
    "stdbuf",
    "strace",
    "su",
    "sudo",
    "systemd-run",
    "taskset",
    "time",
    "timeout",
    "unshare",
    "watch",
    "xargs",
];

/// The one that a file of this name is.
pub(super) fn of(path: &Path) -> Option<&'static str> {
    let name = path.file_name()?.to_str()?;
    // Handed to `cmd.exe` by the system.
    if let Some(script) = [".bat", ".cmd"]
        .into_iter()
        .find(|script| ends_with(name, script))
    {
        return Some(script);
    }
    let stem = match ends_with(name, ".exe") {
        true => &name[..name.len() - 4],
        false => name,
    };
    let is = |stem: &str| {
        let known = NAMES.iter().find(|known| known.eq_ignore_ascii_case(stem));
        known.copied()
    };
    // `python3.13`, `perl5.36-x86_64-linux-gnu`, `bash-static`, `vim.tiny`.
    let base = stem.split(['-', '.', '_']).next().unwrap_or(stem);
    let unversioned = base.trim_end_matches(|c: char| c.is_ascii_digit());
    is(stem).or_else(|| is(base)).or_else(|| is(unversioned))
}

fn ends_with(name: &str, end: &str) -> bool {
    let start = name.len().checked_sub(end.len());
    start
        .and_then(|start| name.get(start..))
        .is_some_and(|last| last.eq_ignore_ascii_case(end))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::of;

    #[test]
    fn names_are_known_in_every_version() {
        for name in [
            "sh",
            "bash",
            "bash-static",
            "python",
            "python3",
            "python3.13",
            "Python3.exe",
            "perl5.36.0",
            "perl5.36-x86_64-linux-gnu",
            "php8.2",
            "node20",
            "lua5.4",
            "pwsh.exe",
            "CMD.EXE",
            "run.bat",
            "RUN.CMD",
            "vim.tiny",
            "sqlite3",
            "busybox",
            "busybox.static",
            "env",
            "xargs",
            "sudo",
            "ssh",
            "python3-dbg",
            "R",
        ] {
            assert!(
                of(Path::new("/usr/bin").join(name).as_path()).is_some(),
                "{name}"
            );
        }
        for name in ["git", "rg", "printf", "shellcheck", "shasum", "nodetool"] {
            assert_eq!(
                of(Path::new("/usr/bin").join(name).as_path()),
                None,
                "{name}"
            );
        }
    }
}
