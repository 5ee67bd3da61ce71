//! `Guard::protect`: from a router of tools to a router of guarded tools.

use std::{fmt, sync::Arc};

use rmcp::handler::server::router::tool::{ToolRoute, ToolRouter};

use serde_json::Value;

use super::call;
use crate::{
    guard::{ArgumentsSize, Guard, GuardedTool, Unaffordable},
    policy::{self, EXTENSION_KEY},
    validate::{JsonObject, JsonSize},
};

/// Tools that cannot be protected, each with the reason. The server must not start.
#[derive(Debug, PartialEq, Eq)]
pub struct ProtectError {
    problems: Vec<(String, Problem)>,
}

#[derive(Debug, PartialEq, Eq)]
enum Problem {
    NoPolicy,
    ForeignPolicy,
    AlreadyProtected,
    Unbounded,
    Unaffordable(Unaffordable),
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
                Problem::ForeignPolicy => write!(
                    f,
                    "\n- the policy of the tool `{name}` is that of another type: put \
                     #[safe_tool] on the type inside its Parameters<…> itself, instead of \
                     flattening a safe type into it, and use one version of safe-tool"
                ),
                Problem::Unaffordable(Unaffordable { cost, quota }) => write!(
                    f,
                    "\n- a call of the tool `{name}` may cost {cost} tokens, more than the limit \
                     {quota} allows at once: raise its burst to {cost}, or bound the cost"
                ),
                Problem::Unbounded => write!(
                    f,
                    "\n- the arguments of the tool `{name}` have no bound, so neither would \
                     messages: bound them, or say how large a message may be with \
                     Guard::builder().max_message_bytes(1_000_000)"
                ),
                Problem::AlreadyProtected => write!(
                    f,
                    "\n- the tool `{name}` is protected already: protect each router once"
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
        #[cfg(feature = "metrics")]
        super::audit::metrics::describe();
        let mut problems = Vec::new();
        for (name, route) in &mut router.map {
            if self.allows_unguarded(name) {
                take_policy(route);
                self.arm(name, None, arguments(route), ArgumentsSize::Unknown);
                continue;
            }
            match self.wrap(name, route) {
                Ok((tool, size)) => self.arm(name, Some(tool), arguments(route), size),
                Err(problem) => problems.push((name.to_string(), problem)),
            }
        }
        if problems.is_empty() {
            return Ok(router);
        }
        problems.sort_by(|(one, _), (other, _)| one.cmp(other));
        Err(ProtectError { problems })
    }

    fn wrap<S>(
        &self,
        name: &str,
        route: &mut ToolRoute<S>,
    ) -> Result<(Arc<GuardedTool>, ArgumentsSize), Problem>
    where
        S: Send + Sync + 'static,
    {
        let (declared, problem) = match take_policy(route) {
            Some(Ok(declared)) => (Some(declared), Problem::NoPolicy),
            Some(Err(_foreign)) => (None, Problem::ForeignPolicy),
            // A router made anew, say for each HTTP session, still has its policies; one
            // that has lost them has been here before.
            None if self.is_armed(name) => (None, Problem::AlreadyProtected),
            None => (None, Problem::NoPolicy),
        };
        let size = match &declared {
            Some(declared) => declared.size.map(ArgumentsSize::Most),
            None => JsonSize::of_schema(&route.attr.input_schema)
                .map(ArgumentsSize::Most)
                .or(Some(ArgumentsSize::Unknown)),
        };
        let policy = declared.map(|declared| declared.policy);
        let tool = self.tool(name, policy).ok_or(problem)?;
        tool.check_cost().map_err(Problem::Unaffordable)?;
        if size.is_none() && !self.has_message_budget() {
            return Err(Problem::Unbounded);
        }
        let tool = Arc::new(tool);
        let route_call = call::Route {
            guard: self.clone(),
            tool: Arc::clone(&tool),
            inner: Arc::clone(&route.call),
            output_schema: route.attr.output_schema.clone(),
        };
        route.call = Arc::new(move |context| Box::pin(route_call.clone().call(context)));
        Ok((tool, size.unwrap_or(ArgumentsSize::Unbounded)))
    }
}

fn arguments<S>(route: &ToolRoute<S>) -> JsonObject {
    (*route.attr.input_schema).clone()
}

/// Takes the policy out of a route's schema, and whatever else of its kind a schema
/// derived by other means may hold, so that clients see none of it.
fn take_policy<S>(route: &mut ToolRoute<S>) -> Option<Result<policy::Declared, policy::Foreign>> {
    let schema = Arc::make_mut(&mut route.attr.input_schema);
    let own = policy::detach(schema);
    remove_nested(schema);
    if let Some(output) = &mut route.attr.output_schema {
        let output = Arc::make_mut(output);
        output.remove(EXTENSION_KEY);
        remove_nested(output);
    }
    own
}

fn remove_nested(schema: &mut JsonObject) {
    let definitions = schema.get_mut("$defs").and_then(Value::as_object_mut);
    for definition in definitions.into_iter().flat_map(|map| map.values_mut()) {
        if let Some(definition) = definition.as_object_mut() {
            definition.remove(EXTENSION_KEY);
        }
    }
}
