use safe_tool::{CheckError, safe_tool};

use crate::{accepts, refuses};

fn weekday(day: &str) -> Result<(), &'static str> {
    match day {
        "sat" | "sun" => Err("must be a weekday"),
        _ => Ok(()),
    }
}

fn even(number: &u32) -> Result<(), String> {
    if number.is_multiple_of(2) {
        Ok(())
    } else {
        Err("must be even".into())
    }
}

fn in_order(window: &Window) -> Result<(), CheckError> {
    if window.from <= window.to {
        return Ok(());
    }
    Err(CheckError::new("must not be after `to`").at("from"))
}

fn not_both(choice: &Tag) -> Result<(), &'static str> {
    if choice.0 == "no" {
        Err("must be another tag")
    } else {
        Ok(())
    }
}

#[safe_tool(check = in_order)]
struct Window {
    #[check(even)]
    from: u32,
    #[check(even)]
    #[check(even)]
    to: u32,
    #[max_len(3)]
    #[check(weekday)]
    day: Option<String>,
    #[max_items(2)]
    #[each(max_len(3), check(weekday))]
    #[default]
    days: Vec<String>,
}

#[safe_tool(transparent, check = not_both)]
#[derive(PartialEq)]
struct Tag(
    #[max_len(4)]
    #[pattern("^[a-z]+$")]
    String,
);

#[safe_tool]
struct Tagged {
    tag: Tag,
    #[max_items(2)]
    #[default]
    tags: Vec<Tag>,
}

#[safe_tool]
struct Node {
    #[max_len(5)]
    name: String,
    #[max_items(2)]
    #[default]
    children: Vec<Node>,
    #[nested]
    next: Option<Box<Node>>,
}

#[test]
fn custom_checks_see_valid_values_only() {
    accepts!(Window, {"from": 2, "to": 4, "day": "mon", "days": ["tue"]});
    refuses!(Window, {"from": 1, "to": 4, "day": "sun", "days": ["mon", "sat"]}, "/day check", "/days/1 check", "/from check");
    refuses!(Window, {"from": 2, "to": 4, "day": "sunday"}, "/day max_len");
}

#[test]
fn the_cross_field_check_points_where_it_says() {
    let violations = refuses!(Window, {"from": 4, "to": 2}, "/from check");
    assert!(
        violations
            .to_string()
            .contains("/from must not be after `to`")
    );
}

#[test]
fn newtypes_are_their_field() {
    assert!(accepts!(Tagged, {"tag": "abc", "tags": ["d"]}).tags == [Tag("d".into())]);
    refuses!(Tagged, {"tag": "no", "tags": ["A", 1]}, "/tag check", "/tags/0 pattern", "/tags/1 type");
    assert!(serde_json::from_str::<Tag>("\"ok\"").is_ok());
}

#[test]
fn a_type_may_nest_itself() {
    let node = accepts!(Node, {"name": "a", "children": [{"name": "b"}], "next": {"name": "c"}});
    assert_eq!(node.children[0].name, "b");
    assert_eq!(node.next.unwrap().name, "c");
    refuses!(Node, {"name": "a", "children": [{"name": "b", "children": [{"name": "toolong"}]}]}, "/children/0/children/0/name max_len");
    let schema = serde_json::to_value(schemars::schema_for!(Node)).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let deep = serde_json::json!({"name": "a", "next": {"name": "b", "next": {"name": "toolong"}}});
    assert!(!jsonschema::is_valid(&schema, &deep));
}
