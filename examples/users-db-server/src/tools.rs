//! The three tools. What is declared above an argument holds before a handler runs.

use std::error::Error;

use rmcp::{
    Json, ServerHandler,
    handler::server::{router::tool::ToolRouter, wrapper::Parameters},
    tool, tool_handler, tool_router,
};
use safe_tool::{Guard, SqlIdent, SqlParam, safe_tool};

use crate::{
    database::Database,
    users::{self, Found, User},
};

/// Search the users.
#[safe_tool(output(source = "users"))]
struct SearchUsers {
    /// Part of a name or an email address.
    #[trim]
    #[min_len(1)]
    #[max_len(100)]
    text: SqlParam<String>,
    /// What to sort by.
    #[one_of("name", "email", "users.created_at")]
    #[default("name")]
    sort: SqlIdent,
    #[default(Direction::Ascending)]
    direction: Direction,
    /// How many users to name at most.
    #[range(1, 50)]
    #[default(20)]
    limit: SqlParam<i64>,
}

/// Two words of SQL, neither of them the caller's.
#[safe_tool]
#[serde(rename_all = "lowercase")]
#[derive(Clone, Copy)]
pub(crate) enum Direction {
    Ascending,
    Descending,
}

impl Direction {
    pub(crate) fn as_sql(self) -> &'static str {
        match self {
            Self::Ascending => "ASC",
            Self::Descending => "DESC",
        }
    }
}

/// Look up a user.
#[safe_tool(output(source = "user {id}"))]
struct GetUser {
    /// The user's number, as a search tells it.
    #[range(1..)]
    id: SqlParam<i64>,
}

/// Add a note.
#[safe_tool]
struct AddNote {
    /// The user's number, as a search tells it.
    #[range(1..)]
    id: SqlParam<i64>,
    /// What to remember of the user.
    #[trim]
    #[multiline]
    #[min_len(1)]
    #[max_len(500)]
    text: SqlParam<String>,
}

#[derive(serde::Serialize, schemars::JsonSchema)]
struct SearchResult {
    users: Vec<Found>,
}

#[derive(serde::Serialize, schemars::JsonSchema)]
struct UserRecord {
    user: User,
    /// The newest first.
    notes: Vec<String>,
}

/// The server: its guarded tools, and the database.
#[derive(Clone)]
pub(crate) struct Users {
    router: ToolRouter<Self>,
    database: Database,
}

impl Users {
    /// The server with its tools under `guard`.
    pub(crate) fn new(guard: &Guard, database: Database) -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            router: guard.protect(Self::tool_router())?,
            database,
        })
    }
}

#[tool_router]
impl Users {
    /// Search the users by name or email address.
    #[tool]
    async fn search_users(
        &self,
        Parameters(args): Parameters<SearchUsers>,
    ) -> Result<Json<SearchResult>, String> {
        let SearchUsers {
            text,
            sort,
            direction,
            limit,
        } = args;
        let users = users::search(&self.database, &text, sort, direction, limit).await;
        Ok(Json(SearchResult {
            users: users.map_err(unavailable)?,
        }))
    }

    /// Look up a user, with the notes on them.
    #[tool]
    async fn get_user(
        &self,
        Parameters(args): Parameters<GetUser>,
    ) -> Result<Json<UserRecord>, String> {
        let user = users::get(&self.database, args.id).await;
        let user = user.map_err(unavailable)?.ok_or(NO_SUCH_USER)?;
        let notes = users::notes(&self.database, args.id).await;
        let notes = notes.map_err(unavailable)?;
        Ok(Json(UserRecord { user, notes }))
    }

    /// Add a note on a user.
    #[tool]
    async fn add_note(&self, Parameters(args): Parameters<AddNote>) -> Result<String, String> {
        let added = users::add_note(&self.database, args.id, args.text).await;
        match added.map_err(unavailable)? {
            true => Ok("The note was added.".to_owned()),
            false => Err(NO_SUCH_USER.to_owned()),
        }
    }
}

const NO_SUCH_USER: &str = "there is no user of this id: search for one";

/// What a database says of its failure may quote the statement, the data or the server's
/// address: none of that is for the model.
fn unavailable(error: sqlx::Error) -> String {
    tracing::error!(%error, "the database failed");
    "the database cannot answer now: try again later".to_owned()
}

// `router = …` matters: without it rmcp would build the unprotected router anew for each
// call, and the guard would refuse to serve.
#[tool_handler(
    router = self.router,
    name = "users-db-server",
    instructions = "The users of the Harbour Library, and notes on them."
)]
impl ServerHandler for Users {}
