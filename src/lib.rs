#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

pub use safe_tool_macros::{safe_output, safe_tool};
pub use safe_tool_runtime::{
    guard::{BuildError, Guard, GuardBuilder, Manifest, Refusal},
    limit::{self, Caller, Quota, RateLimiter},
    output,
    policy::{Cost, InjectionPattern, OutputPolicy, PatternError, Policy},
    redact,
    sandbox::{self, ReadOnly, ReadWrite, SandboxError, SandboxRoot, SandboxedPath},
    taint::{self, CommandArg, SqlDialect, SqlIdent, SqlParam},
    validate::{CheckError, Checked, Violation, Violations},
    wire,
};

/// URLs that a tool may fetch.
#[cfg(feature = "url")]
pub use safe_tool_runtime::public_url::{self, PublicUrl};

/// Fetching them from public addresses alone.
#[cfg(feature = "reqwest")]
pub use safe_tool_runtime::fetch;

/// Running one program, without a shell.
#[cfg(all(unix, feature = "process"))]
pub use safe_tool_runtime::program::{self, Program};

/// The adapter for `rmcp`, the official Rust SDK.
#[cfg(feature = "rmcp")]
pub use safe_tool_runtime::rmcp;

#[doc(hidden)]
pub use safe_tool_runtime::__private;
