//! MCP tools made safe by declaration.
#![forbid(unsafe_code)]

pub use safe_tool_macros::safe_tool;
pub use safe_tool_runtime::{
    guard::{BuildError, Guard, GuardBuilder, Refusal},
    limit,
    limit::{Caller, Quota, RateLimiter},
    output,
    policy::{OutputPolicy, Policy},
    redact,
    sandbox::{SandboxRoot, SandboxedPath},
    validate::{CheckError, Checked, Violation, Violations},
};

#[doc(hidden)]
pub use safe_tool_runtime::__private;
#[cfg(feature = "rmcp")]
pub use safe_tool_runtime::rmcp;
