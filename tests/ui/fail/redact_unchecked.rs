use safe_tool::safe_tool;

// Neither checked nor `Debug`, which a redacted field does not need.
struct Inner {}

#[safe_tool]
struct Arguments {
    #[redact]
    field: Inner,
}

fn main() {}
