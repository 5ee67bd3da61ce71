//! `Guard::protect`: from a router of tools to a router of guarded tools.

use std::{fmt, sync::Arc};

use rmcp::handler::server::router::tool::{ToolRoute, ToolRouter};

use super::call;
use crate::{
    guard::{Guard, GuardedTool},
    policy::{EXTENSION_KEY, Policy},
};

/// Tools that cannot be protected, each with the reason. The server must not start.
#[derive(Debug, PartialEq, Eq)]
pub struct ProtectError {
    problems: Vec<(String, Problem)>,
}

#[derive(Debug, PartialEq, Eq)]
enum Problem {
    NoPolicy,
    UnreadablePolicy,
    AlreadyProtected,
}

impl fmt::Display for ProtectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the server must not start:")?;
        for (name, problem) in &self.problems {
            match problem {
                Problem::NoPolicy => write!(
                    f,
                    "\n- the tool `{name}` has no policy: put #[safe_tool] on the type inside its \
                     Parameters<…>, or give it one with Guard::builder().policy(\"{name}\", \
                     Policy::default())"
                ),
                Problem::UnreadablePolicy => write!(
                    f,
                    "\n- the policy of the tool `{name}` cannot be read: use the same version of \
                     safe-tool for the server and for the crate that declares the tool"
                ),
                Problem::AlreadyProtected => write!(
                    f,
                    "\n- the tool `{name}` is protected already: protect each router once, and \
                     give each tool a name of its own"
                ),
            }?;
        }
        Ok(())
    }
}

impl std::error::Error for ProtectError {}

impl Guard {
    /// Wraps every route of `router` in the guard, under the policy that `#[safe_tool]`
    /// put into its schema, and takes the policy out of what clients see.
    ///
    /// # Errors
    /// If a tool has no policy and is not named in `allow_unguarded`. All such tools are
    /// listed.
    pub fn protect<S>(&self, mut router: ToolRouter<S>) -> Result<ToolRouter<S>, ProtectError>
    where
        S: Send + Sync + 'static,
    {
        let mut problems = Vec::new();
        for (name, route) in &mut router.map {
            if self.allows_unguarded(name) {
                take_policy(route);
                self.arm(name);
                continue;
            }
            match self.wrap(name, route) {
                Ok(()) => self.arm(name),
                Err(problem) => problems.push((name.to_string(), problem)),
            }
        }
        if problems.is_empty() {
            return Ok(router);
        }
        problems.sort_by(|(one, _), (other, _)| one.cmp(other));
        Err(ProtectError { problems })
    }

    fn wrap<S>(&self, name: &str, route: &mut ToolRoute<S>) -> Result<(), Problem>
    where
        S: Send + Sync + 'static,
    {
        if self.is_armed(name) {
            return Err(Problem::AlreadyProtected);
        }
        let declared = match take_policy(route) {
            Some(value) => Some(Policy::from_json(&value).ok_or(Problem::UnreadablePolicy)?),
            None => None,
        };
        let tool = self.tool(name, declared).ok_or(Problem::NoPolicy)?;
        let route_call = call::Route {
            guard: self.clone(),
            tool: Arc::<GuardedTool>::new(tool),
            inner: Arc::clone(&route.call),
            has_output_schema: route.attr.output_schema.is_some(),
        };
        route.call = Arc::new(move |context| Box::pin(route_call.clone().call(context)));
        Ok(())
    }
}

/// Takes the policy out of a route's schema.
fn take_policy<S>(route: &mut ToolRoute<S>) -> Option<serde_json::Value> {
    if !route.attr.input_schema.contains_key(EXTENSION_KEY) {
        return None;
    }
    Arc::make_mut(&mut route.attr.input_schema).remove(EXTENSION_KEY)
}
