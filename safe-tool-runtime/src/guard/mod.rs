//! The pipeline of one call: admit → enter → parse → run → emit. Knows no SDK.
//!
//! An adapter names the caller and hands over the arguments and the result; parsing is
//! the arguments' own `Deserialize`, inside `run`.

mod budget;
mod builder;
mod charge;
mod concurrency;
mod concurrency_settings;
mod crowd;
mod emit;
mod limiter;
mod limits;
mod manifest;
mod refusal;
mod tool;
mod unread;

use std::{
    any::Any,
    collections::{BTreeMap, BTreeSet},
    panic::AssertUnwindSafe,
    sync::{Arc, Mutex, PoisonError},
};

use futures_util::FutureExt as _;

pub(crate) use budget::ArgumentsSize;
pub use builder::{BuildError, GuardBuilder};
#[cfg(feature = "rmcp")]
pub(crate) use charge::Denied;
pub use concurrency::Running;
pub use emit::{Emitted, Output};
#[cfg(feature = "rmcp")]
pub(crate) use limits::Unaffordable;
use manifest::Declared;
pub use manifest::Manifest;
pub use refusal::Refusal;
pub use tool::GuardedTool;

use self::{
    concurrency::Concurrency,
    limiter::Limiter,
    limits::{CostFunction, Tier, ToolRates},
};
use crate::{
    limit::{Caller, Limits, Quota},
    policy::{OutputPolicy, Policy},
    validate::JsonObject,
    wire::Budget,
};

/// A function from an SDK's request context to the caller; `None` leaves the question
/// to the adapter. The adapter casts its own context type to `Any` and back, so that
/// nothing here names an SDK.
pub(crate) type Identify = Arc<dyn Fn(&dyn Any) -> Option<Caller> + Send + Sync>;

/// What arms a server. Cheap to clone; every clone shares limits and settings.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use safe_tool_runtime::guard::Guard;
///
/// let guard = Guard::builder().build()?;
/// # let _ = guard;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Guard {
    shared: Arc<Shared>,
}

struct Shared {
    limiter: Limiter,
    concurrency: Concurrency,
    policies: BTreeMap<String, Policy>,
    output_defaults: OutputPolicy,
    unguarded: BTreeSet<String>,
    quota_for_all: Option<Quota>,
    limits: Limits,
    costs: BTreeMap<String, (u32, CostFunction)>,
    tier: Option<Tier>,
    message_budget: Option<Budget>,
    callers_per_address: Option<u32>,
    crowds: crate::limit::MemoryLimiter,
    #[cfg(feature = "http")]
    trusted_proxies: Vec<ipnet::IpNet>,
    identify: Option<Identify>,
    #[cfg(feature = "http")]
    identify_http: Option<Identify>,
    /// The tools that `protect` has armed.
    armed: Mutex<BTreeMap<String, Armed>>,
}

/// A tool that `protect` has armed.
struct Armed {
    /// None: left unguarded.
    tool: Option<Arc<GuardedTool>>,
    /// The schema that clients see.
    arguments: JsonObject,
    size: ArgumentsSize,
}

impl Guard {
    /// A guard to be configured; `Guard::builder().build()?` has the defaults.
    pub fn builder() -> GuardBuilder {
        GuardBuilder::default()
    }

    /// Runs a handler to its end, its time limit or its panic.
    ///
    /// # Errors
    /// [`Refusal::TimedOut`] when the handler was dropped at its time limit;
    /// [`Refusal::Panicked`].
    pub async fn run<T>(
        &self,
        tool: &GuardedTool,
        handler: impl Future<Output = T> + Send,
    ) -> Result<T, Refusal> {
        let limit = tool.policy().timeout;
        // The time limit is inside, so that a runtime without timers is an answer too.
        match caught(async move { tokio::time::timeout(limit, handler).await }).await {
            Some(Ok(value)) => Ok(value),
            Some(Err(_elapsed)) => {
                tracing::warn!(tool = tool.name(), ?limit, "a tool ran into its time limit");
                Err(Refusal::TimedOut { limit })
            }
            None => {
                tracing::error!(tool = tool.name(), "a tool panicked");
                Err(Refusal::Panicked)
            }
        }
    }

    /// Redacts, caps, scans and frames what a tool returned.
    ///
    /// # Errors
    /// [`Refusal::Injection`] if any of it reads as instructions; then nothing of it may
    /// be passed on.
    pub fn emit(
        &self,
        tool: &GuardedTool,
        source: &crate::output::Source,
        output: Output,
    ) -> Result<Emitted, Refusal> {
        emit::emit(tool, source, output)
    }

    /// The tool of this name under the policy it declares, or under the one given for it
    /// by name, which wins, with the limits set for it. `None`: there is no policy.
    pub(crate) fn tool(&self, name: &str, declared: Option<Policy>) -> Option<GuardedTool> {
        let named = self.shared.policies.get(name).cloned();
        let policy = named.or(declared)?;
        let shared = &self.shared;
        let rates = ToolRates::new(
            name,
            &policy,
            shared.quota_for_all,
            &shared.limits,
            shared.costs.get(name),
            shared.tier.clone(),
        );
        let name = name.to_owned();
        let output = &shared.output_defaults;
        let bound = shared.concurrency.tool(&name);
        Some(GuardedTool::with_settings(
            name, policy, output, rates, bound,
        ))
    }

    /// The caller by the user's own function; `Ok(None)` leaves the question open.
    pub(crate) fn identify(&self, context: &dyn Any) -> Result<Option<Caller>, Refusal> {
        Self::identify_by(self.shared.identify.as_ref(), context)
    }

    /// Whether the builder says that what this proxy tells is true.
    #[cfg(feature = "http")]
    pub(crate) fn trusts(&self, proxy: std::net::IpAddr) -> bool {
        let mut networks = self.shared.trusted_proxies.iter();
        networks.any(|network| network.contains(&proxy))
    }

    /// The same by what is known of an HTTP request.
    #[cfg(feature = "http")]
    pub(crate) fn identify_http(&self, parts: &dyn Any) -> Result<Option<Caller>, Refusal> {
        Self::identify_by(self.shared.identify_http.as_ref(), parts)
    }

    fn identify_by(
        identify: Option<&Identify>,
        context: &dyn Any,
    ) -> Result<Option<Caller>, Refusal> {
        let Some(identify) = identify else {
            return Ok(None);
        };
        std::panic::catch_unwind(AssertUnwindSafe(|| identify(context))).map_err(|payload| {
            std::mem::forget(payload); // as in `caught`
            tracing::error!("the function that identifies callers panicked");
            Refusal::Panicked
        })
    }

    pub(crate) fn allows_unguarded(&self, name: &str) -> bool {
        self.shared.unguarded.contains(name)
    }

    /// Tools that the builder names; at start-up each must exist.
    pub(crate) fn named_tools(&self) -> impl Iterator<Item = &str> {
        let shared = &self.shared;
        let limited = shared.limits.tools.keys().chain(shared.costs.keys());
        let named = shared.policies.keys().chain(&shared.unguarded);
        named.chain(limited).map(String::as_str)
    }

    pub(crate) fn is_armed(&self, name: &str) -> bool {
        self.armed().contains_key(name)
    }

    /// Whether `protect` returned a tool of this name and these arguments.
    pub(crate) fn armed_with(&self, name: &str, arguments: &JsonObject) -> bool {
        let armed = self.armed();
        armed
            .get(name)
            .is_some_and(|one| one.arguments == *arguments)
    }

    pub(crate) fn armed_tools(&self) -> Vec<String> {
        self.armed().keys().cloned().collect()
    }

    pub(crate) fn arm(
        &self,
        name: &str,
        tool: Option<Arc<GuardedTool>>,
        arguments: JsonObject,
        size: ArgumentsSize,
    ) {
        let armed = Armed {
            tool,
            arguments,
            size,
        };
        self.armed().insert(name.to_owned(), armed);
    }

    /// How large the arguments of each armed tool may be.
    fn armed_sizes(&self) -> Vec<ArgumentsSize> {
        self.armed().values().map(|one| one.size).collect()
    }

    /// The guarded tool of this name.
    pub(crate) fn armed_tool(&self, name: &str) -> Option<Arc<GuardedTool>> {
        self.armed().get(name)?.tool.clone()
    }

    /// Whether the two are clones of one guard.
    #[cfg(feature = "http")]
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }

    /// What is declared about the tools that are armed so far, and the limits that are set
    /// over it.
    pub fn manifest(&self) -> Manifest {
        let armed = self.armed();
        let declared = armed.iter().map(|(name, one)| {
            let declared = Declared {
                guarded: one.tool.clone(),
                arguments: one.arguments.clone(),
            };
            (name.clone(), declared)
        });
        Manifest::new(declared.collect())
    }

    fn armed(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Armed>> {
        // Each entry is whole: a panic elsewhere leaves nothing half-written.
        let armed = self.shared.armed.lock();
        armed.unwrap_or_else(PoisonError::into_inner)
    }
}

/// The future's value, or `None` if it panicked. What a panic leaves behind is the state
/// of the user's own code, which nobody else sees, hence `AssertUnwindSafe`.
pub(crate) async fn caught<T>(future: impl Future<Output = T>) -> Option<T> {
    let result = AssertUnwindSafe(future).catch_unwind().await;
    result
        // The panic hook has printed it; it may quote arguments, and its own `Drop` may
        // panic in turn, so it is not dropped but leaked.
        .map_err(std::mem::forget)
        .ok()
}

impl std::fmt::Debug for Guard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Guard")
            .field("armed", &self.armed().keys().collect::<Vec<_>>())
            .field("unguarded", &self.shared.unguarded)
            .finish_non_exhaustive()
    }
}
