use safe_tool::safe_tool;

fn in_order(_: &Window) {}

#[safe_tool(check = in_order)]
struct Window {
    from: u32,
    to: u32,
}

fn main() {}
