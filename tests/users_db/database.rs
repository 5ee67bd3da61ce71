//! A database of a test's own, and servers over it.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{
    client::{Client, answer::Answer, build, stdio::Stdio},
    postgres::Postgres,
};

/// How many users the server puts into an empty database.
pub const USERS: usize = 4;

pub struct Database {
    /// For `DATABASE_URL`.
    pub url: String,
    /// The server it is in, as long as its test.
    server: Option<Arc<Postgres>>,
    /// The folder it is in.
    _folder: Option<TempDir>,
}

impl Database {
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("users.db");
        Self {
            url: format!("sqlite://{}?mode=rwc", file.display()),
            server: None,
            _folder: Some(folder),
        }
    }

    pub fn postgresql() -> Self {
        let server = Postgres::running();
        Self {
            url: server.new_database(),
            server: Some(server),
            _folder: None,
        }
    }

    /// Runs a statement beside the server; only PostgreSQL comes with what does.
    pub fn run_beside(&self, statement: &str) {
        let server = self.server.as_ref().expect("PostgreSQL");
        server.run(&self.url, statement);
    }

    /// A new server over it, and a client of that.
    pub fn client(&self) -> Users {
        let environment = [("DATABASE_URL", self.url.as_str())];
        Users(Client::new(Stdio::spawn(binary(), environment)))
    }
}

/// The server's executable, built once.
pub fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR"));
    BINARY.get_or_init(|| build::build("users-db-server", workspace, build::target_dir()))
}

/// A client of the server.
pub struct Users(pub Client<Stdio>);

impl Users {
    pub fn call(&mut self, tool: &str, arguments: Value) -> Answer {
        let answer = self.0.call(tool, arguments);
        assert!(answer.error_code().is_none(), "{}", answer.raw());
        for secret in ["argon2id", "tok-", "sqlx", "syntax error"] {
            assert!(!answer.raw().contains(secret), "{secret}: {}", answer.raw());
        }
        answer
    }

    /// The names that a search finds, in its order.
    pub fn search(&mut self, arguments: Value) -> Vec<String> {
        let answer = self.call("search_users", arguments);
        assert!(!answer.is_error(), "{}", answer.raw());
        let users = &answer.structured().unwrap()["users"];
        let users = users.as_array().unwrap().iter();
        users
            .map(|user| user["name"].as_str().unwrap().to_owned())
            .collect()
    }

    pub fn find(&mut self, text: &str) -> Vec<String> {
        self.search(json!({ "text": text }))
    }

    /// Every user is there, and untouched.
    pub fn assert_untouched(&mut self) {
        let all = self.find("@harbour.example");
        assert_eq!(
            all,
            ["Back\\slash", "Discount 100%", "Ines Alder", "Tomás O'Neil"]
        );
        assert_eq!(all.len(), USERS);
    }

    pub fn notes(&mut self, id: u32) -> Vec<String> {
        let answer = self.call("get_user", json!({ "id": id }));
        assert!(!answer.is_error(), "{}", answer.raw());
        let notes = answer.structured().unwrap()["notes"].as_array().unwrap();
        notes
            .iter()
            .map(|note| note.as_str().unwrap().to_owned())
            .collect()
    }
}
