//! The handler, by hand: limit → validate → run → out.

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use rmcp::{
    ErrorData, RoleServer, ServerHandler,
    model::{CallToolRequestParams, CallToolResponse},
    service::RequestContext,
};
use safe_tool::{
    Caller, Quota, RateLimiter as _, Refusal, Violations,
    limit::{MemoryLimiter, RateKey},
    output::Source,
};
use serde_json::{Map, Value, json};

use crate::{
    arguments::{self, AnyPath, DOCS, PAGES, Search},
    output::{self, Raw},
    protection::Protection,
};

const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

pub(crate) struct Unarmed {
    without: Option<Protection>,
    limiter: MemoryLimiter,
    docs: PathBuf,
    pages: PathBuf,
    users: Map<String, Value>,
}

impl Unarmed {
    pub(crate) fn from_env(without: Option<Protection>) -> Result<Self, Box<dyn Error>> {
        let place = |name| env::var_os(name).map(PathBuf::from).ok_or(name);
        let (docs, pages) = (place("SAFE_DIR")?, place("PAGES_DIR")?);
        DOCS.set(&docs)?;
        PAGES.set(&pages)?;
        let users = serde_json::from_slice(&fs::read(place("USERS_JSON")?)?)?;
        Ok(Self {
            without,
            limiter: MemoryLimiter::new(),
            docs,
            pages,
            users,
        })
    }

    async fn is_denied(&self, tool: &str) -> Option<Refusal> {
        if self.without == Some(Protection::RateLimit) {
            return None;
        }
        let caller = Caller::LOCAL;
        let key = RateKey::CallerTool { caller, tool };
        let decision = match self.limiter.check(key, &Quota::DEFAULT, 1).await {
            Ok(decision) => decision,
            Err(_) => return Some(Refusal::LimiterUnavailable),
        };
        let retry_after_secs = decision.retry_after_secs();
        (!decision.is_allowed()).then_some(Refusal::RateLimited { retry_after_secs })
    }

    /// `None`: no such tool.
    fn run(&self, tool: &str, arguments: Value) -> Option<Result<Raw, Violations>> {
        let without = self.without;
        Some(match tool {
            "search_documents" => {
                arguments::search(without, arguments).map(|search| self.search(&search))
            }
            "read_file" => arguments::file(without, arguments).map(|path| read(&self.docs, path)),
            "fetch_page" => arguments::page(without, arguments).map(|path| read(&self.pages, path)),
            "get_user" => arguments::user(arguments).map(|id| self.user(&id)),
            _ => return None,
        })
    }

    fn search(&self, search: &Search) -> Raw {
        let mut names = Vec::new();
        list(&self.docs, "", &mut names);
        let query = search.query.trim();
        let found = names.into_iter().filter(|name| {
            let text = fs::read_to_string(self.docs.join(name)).unwrap_or_default();
            text.to_lowercase().contains(&query.to_lowercase())
        });
        let most = usize::try_from(search.max_results).unwrap_or_default();
        let found: Vec<String> = found.take(most).collect();
        ok(format!("Results for: {query}\n{}", found.join("\n")))
    }

    fn user(&self, id: &str) -> Raw {
        match self.users.get(id) {
            None => failed("no such user".to_owned()),
            Some(user) => {
                let data = json!({ "user": user });
                Raw {
                    data: Some(data.clone()),
                    ..ok(data.to_string())
                }
            }
        }
    }
}

impl ServerHandler for Unarmed {
    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        _context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        if let Some(refusal) = self.is_denied(&request.name).await {
            return Ok(output::refusal(refusal.to_string()).into());
        }
        let arguments = Value::Object(request.arguments.unwrap_or_default());
        let result = match self.run(&request.name, arguments.clone()) {
            None => return Err(ErrorData::invalid_params("tool not found", None)),
            Some(Ok(raw)) => output::emit(self.without, &Source::new(&request.name), raw),
            Some(Err(violations)) if self.without == Some(Protection::ValueFreeErrors) => {
                output::refusal(format!("{violations}\nReceived: {arguments}"))
            }
            Some(Err(violations)) => {
                output::refusal(Refusal::InvalidArguments(violations).to_string())
            }
        };
        Ok(result.into())
    }
}

fn read(folder: &Path, path: AnyPath) -> Raw {
    let text = match path {
        AnyPath::Sandboxed(path) => path
            .read_to_string(MAX_FILE_BYTES)
            .map_err(|error| error.to_string()),
        AnyPath::Plain(path) => {
            fs::read_to_string(folder.join(path)).map_err(|error| error.to_string())
        }
    };
    text.map_or_else(failed, ok)
}

fn list(folder: &Path, prefix: &str, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        match entry.file_type() {
            Ok(kind) if kind.is_file() => names.push(name),
            Ok(kind) if kind.is_dir() => list(&entry.path(), &format!("{name}/"), names),
            _ => {}
        }
    }
}

fn ok(text: String) -> Raw {
    Raw {
        text,
        data: None,
        failed: false,
    }
}

fn failed(text: String) -> Raw {
    Raw {
        failed: true,
        ..ok(text)
    }
}
