//! Limits, output, sandboxes and redaction, which only safe_tool has

//# rate_limit_zero, rate_limit_burst_zero, rate_limit_negative: a rate limit of zero
//@ safe_tool
#[safe_tool(
    rate_limit(0), //~
)]
struct Arguments {
    field: u32,
}
//@ n/a: garde, validator, serde_valid, nutype

//# rate_limit_bad_period: a period that is not a duration
//@ safe_tool
#[safe_tool(
    rate_limit(60, per = "1 minute"), //~
)]
struct Arguments {
    field: u32,
}
//@ n/a: garde, validator, serde_valid, nutype

//# rate_limit_overflow: a burst that would take centuries to come back
//@ safe_tool
#[safe_tool(
    rate_limit(1, per = "365d", burst = 100_000), //~
)]
struct Arguments {
    field: u32,
}
//@ n/a: garde, validator, serde_valid, nutype

//# rate_limit_cost_unknown, rate_limit_cost_not_integer: a cost that names no integer field
//@ safe_tool
#[safe_tool(
    rate_limit(60, cost = query), //~
)]
struct Arguments {
    #[max_len(50)]
    query: String,
}
//@ n/a: garde, validator, serde_valid, nutype

//# rate_limit_cost_unbounded, rate_limit_cost_above_burst: a cost without a bound, or above the burst
//@ safe_tool
#[safe_tool(
    rate_limit(60, burst = 20, cost = max_results), //~
)]
struct Arguments {
    max_results: u32,
}
//@ n/a: garde, validator, serde_valid, nutype

//# timeout_zero, timeout_number: a timeout of zero, or without a unit
//@ safe_tool
#[safe_tool(
    timeout = "0s", //~
)]
struct Arguments {
    field: u32,
}
//@ n/a: garde, validator, serde_valid, nutype

//# source_unknown_argument, source_empty: an output label that names no argument
//@ safe_tool
#[safe_tool(
    output(source = "page {url}"), //~
)]
struct Arguments {
    field: u32,
}
//@ n/a: garde, validator, serde_valid, nutype

//# source_redacted_argument, source_nested_argument: an output label that shows a redacted argument
//@ safe_tool
#[safe_tool(
    output(source = "page {field}"), //~
)]
struct Arguments {
    #[redact]
    field: u32,
}
//@ n/a: garde, validator, serde_valid, nutype

//# sandbox_missing: a path without a sandbox
//@ safe_tool
#[safe_tool]
struct Arguments {
    field: safe_tool::SandboxedPath, //~
}
//@ n/a: garde, validator, serde_valid, nutype

//# sandbox_on_string: a sandbox on a `String`
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[sandboxed_path("/data/safe")] //~
    field: String, //~
}
//@ n/a: garde, validator, serde_valid, nutype

//# sandbox_on_pathbuf: a sandbox on a `PathBuf`
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[sandboxed_path("/data/safe")] //~
    field: std::path::PathBuf, //~
}
//@ n/a: garde, validator, serde_valid, nutype

//# sandbox_root_relative: a sandbox with a relative root
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[sandboxed_path("data/safe")] //~
    field: safe_tool::SandboxedPath,
}
//@ n/a: garde, validator, serde_valid, nutype

//# sandbox_root_empty, sandbox_root_unclear, sandbox_root_and_env, sandbox_option_unknown, sandbox_env_bad_name: a sandbox with an empty root
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[sandboxed_path("")] //~
    field: safe_tool::SandboxedPath,
}
//@ n/a: garde, validator, serde_valid, nutype

//# sandbox_env_without_default: a sandbox that has no root where a variable is not set
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[sandboxed_path(env = "DOCS")] //~
    field: safe_tool::SandboxedPath,
}
//@ n/a: garde, validator, serde_valid, nutype

//# default_of_path: a path with a default
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[sandboxed_path("/data/safe")]
    #[default("a.txt")] //~
    field: safe_tool::SandboxedPath,
}
//@ n/a: garde, validator, serde_valid, nutype

//# redact_inside_each, redact_misplaced, redact_unchecked: redaction of a list's items only
//@ safe_tool
#[safe_tool]
struct Arguments {
    #[max_items(3)]
    #[each(max_len(5), redact)] //~
    field: Vec<String>,
}
//@ n/a: garde, validator, serde_valid, nutype
