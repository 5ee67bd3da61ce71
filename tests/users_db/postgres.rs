//! A PostgreSQL server of these tests' own, on a socket in a folder of its own.

use std::{
    env, fs,
    path::PathBuf,
    process::{Command, Stdio},
    sync::{
        Arc, Mutex, PoisonError, Weak,
        atomic::{AtomicU32, Ordering},
    },
};

use tempfile::TempDir;

/// The superuser of the server, which trusts whoever reaches its socket.
const OWNER: &str = "owner";

pub struct Postgres {
    programs: PathBuf,
    /// Data and socket.
    folder: TempDir,
}

impl Postgres {
    /// The server that the running tests share. It is stopped when the last lets go of it.
    pub fn running() -> Arc<Self> {
        static RUNNING: Mutex<Weak<Postgres>> = Mutex::new(Weak::new());
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        running.upgrade().unwrap_or_else(|| {
            let server = Arc::new(Self::start());
            *running = Arc::downgrade(&server);
            server
        })
    }

    fn start() -> Self {
        let server = Self {
            programs: programs(),
            folder: tempfile::tempdir().unwrap(),
        };
        if is_root() {
            let folder = server.folder.path().to_str().unwrap();
            run(Command::new("chown").args(["postgres:", folder]));
        }
        run(server
            .command("initdb")
            .args(["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"])
            .args(["--username", OWNER, "--pgdata"])
            .arg(server.data()));
        let options = format!(
            "-k {} -c listen_addresses= -c fsync=off",
            server.folder.path().display()
        );
        // Waits until the server takes connections.
        run(server
            .command("pg_ctl")
            .args(["start", "--silent", "--wait", "--options", &options])
            .arg("--log")
            .arg(server.folder.path().join("log"))
            .arg("--pgdata")
            .arg(server.data()));
        server
    }

    /// The URL of a new database.
    pub fn new_database(&self) -> String {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("users_{}", COUNT.fetch_add(1, Ordering::Relaxed));
        let url = |name| {
            let socket = self.folder.path().display();
            format!("postgresql:///{name}?host={socket}&user={OWNER}")
        };
        self.run(&url("postgres"), &format!("CREATE DATABASE {name}"));
        url(&name)
    }

    /// Runs a statement in the database of this URL.
    pub fn run(&self, url: &str, statement: &str) {
        run(self
            .command("psql")
            .args(["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1"])
            .args(["--command", statement, url]));
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// One of PostgreSQL's programs, as somebody it lets run it: not root.
    fn command(&self, program: &str) -> Command {
        let program = self.programs.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command
                .args(["--reuid=postgres", "--regid=postgres", "--clear-groups"])
                .arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir(self.folder.path());
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let mut stop = self.command("pg_ctl");
        stop.args(["stop", "--silent", "--wait", "--mode=fast", "--pgdata"])
            .arg(self.data())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        // Nothing is left to tell it to; its folder goes with it.
        let _ = stop.status();
    }
}

/// Where `initdb` is. Debian keeps it off the PATH, in a folder for each version.
fn programs() -> PathBuf {
    let asked = Command::new("pg_config").arg("--bindir").output();
    let asked = asked.ok().and_then(|output| {
        let folder = String::from_utf8(output.stdout).ok()?;
        Some(PathBuf::from(folder.trim()))
    });
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let versions = versions.flatten().map(|version| version.path().join("bin"));
    let path = env::var_os("PATH").unwrap_or_default();
    let path: Vec<PathBuf> = env::split_paths(&path).collect();
    asked
        .into_iter()
        .chain(versions)
        .chain(path)
        .find(|folder| folder.join("initdb").is_file() && folder.join("pg_ctl").is_file())
        .expect("PostgreSQL is not installed: `apt-get install postgresql` (scripts/test does)")
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Runs a program to its end. Its output goes to files: what it leaves running keeps them.
fn run(command: &mut Command) {
    let said = tempfile::NamedTempFile::new().unwrap();
    let output = || Stdio::from(said.reopen().unwrap());
    let status = command
        .stdin(Stdio::null())
        .stdout(output())
        .stderr(output())
        .status()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = fs::read_to_string(said.path()).unwrap_or_default();
    assert!(status.success(), "{command:?}: {said}");
}
