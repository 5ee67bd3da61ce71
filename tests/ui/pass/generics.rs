//! Type and const parameters, bounds, a `where` clause, parameters called like ours.
#![deny(warnings)]

use safe_tool::safe_tool;

#[safe_tool]
struct Page<D: Clone, A = u32, const N: usize = 3>
where
    A: Copy + PartialEq,
{
    #[max_items(2)]
    items: Vec<D>,
    first: A,
    #[default]
    next: Option<Box<Self>>,
}

#[safe_tool(tag = "kind")]
enum Either<L, R: Clone> {
    Left { value: L },
    Right { value: R, #[check(Self::positive)] count: i32 },
}

impl<L, R: Clone> Either<L, R> {
    fn positive(count: &i32) -> Result<(), &'static str> {
        if *count > 0 { Ok(()) } else { Err("must be positive") }
    }
}

fn main() {
    let json = serde_json::json!({"items": [true], "first": 1, "next": {"items": [], "first": 2}});
    let page = Page::<bool>::from_json(json).unwrap();
    assert!(page.items[0] && page.first == 1 && page.next.unwrap().first == 2);
    let json = serde_json::json!({"kind": "Right", "value": 1, "count": 1});
    match Either::<bool, u8>::from_json(json).unwrap() {
        Either::Right { value, count } => assert_eq!((value, count), (1, 1)),
        Either::Left { value } => assert!(value),
    }
}
