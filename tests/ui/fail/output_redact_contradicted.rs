use safe_tool::safe_output;

#[safe_output]
struct Record {
    #[redact]
    #[serde(rename = "key", serialize_with = "shown")]
    key: String,
    #[redact]
    #[schemars(length(min = 20))]
    token: String,
    #[redact]
    #[serde(flatten)]
    rest: Option<Inner>,
}

#[safe_output]
#[serde(into = "Record")]
struct Inner {
    #[redact]
    a: String,
}

fn main() {}
