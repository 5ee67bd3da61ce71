use safe_tool::safe_output;

#[safe_output(output(max_chars = 5))]
#[redact]
struct Record {
    #[redact(true)]
    key: String,
    #[redact]
    #[redact]
    token: String,
    #[redacted]
    other: String,
    #[cfg_attr(feature = "x", redact)]
    more: String,
}

#[safe_output]
enum Event {
    #[redact]
    Happened { a: String },
}

#[safe_output]
fn tool() {}

fn main() {}
