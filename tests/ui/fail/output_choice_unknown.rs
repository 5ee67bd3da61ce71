use safe_tool::safe_tool;

#[safe_tool(output(injection = "blok", frame = "xml"))]
struct Misspelt {}

#[safe_tool(output(injection = false, frame = json))]
struct NotText {}

fn main() {}
