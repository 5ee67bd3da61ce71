use std::borrow::Cow;

use safe_tool::safe_tool;

use crate::{accepts, refuses};

#[safe_tool]
struct Fields {
    #[max_len(5)]
    needed: String,
    #[max_len(5)]
    maybe: Option<String>,
    #[default(true)]
    flag: bool,
    #[default("abc")]
    #[max_len(5)]
    text: Cow<'static, str>,
    #[default(-3)]
    #[range(-5, 5)]
    number: i8,
    #[default(1)]
    #[range(0, 2)]
    ratio: f32,
    #[default(7)]
    option: Option<u8>,
    #[default(Some(String::from("made")))]
    #[max_len(5)]
    computed: Option<String>,
    #[default]
    #[max_len(5)]
    empty: String,
    #[serde(rename = "type")]
    r#type: bool,
}

#[safe_tool]
struct Nothing {}

#[test]
fn missing_null_and_default() {
    let value = accepts!(Fields, {"needed": "a", "type": false});
    assert_eq!(value.maybe, None);
    assert_eq!((value.flag, &*value.text, value.number), (true, "abc", -3));
    assert_eq!(
        (value.ratio, value.option, value.computed.as_deref()),
        (1.0, Some(7), Some("made"))
    );
    assert_eq!(
        (value.empty.as_str(), value.needed.as_str(), value.r#type),
        ("", "a", false)
    );
    let value = accepts!(Fields, {"needed": "a", "type": true, "maybe": null, "option": null});
    assert_eq!((value.maybe, value.option), (None, None));
    refuses!(Fields, {"needed": null, "flag": null}, "/flag type", "/needed type", "/type required");
    refuses!(Fields, {}, "/needed required", "/type required");
}

#[test]
fn unknown_fields_are_refused_everywhere() {
    refuses!(Fields, {"needed": "a", "type": true, "r#type": 1}, "/r?type unknown_field");
    accepts!(Nothing, {});
    refuses!(Nothing, {"a": 1}, "/a unknown_field");
}

#[test]
fn arguments_are_an_object() {
    for json in [
        serde_json::json!([]),
        serde_json::json!(null),
        serde_json::json!("{}"),
        serde_json::json!(1),
    ] {
        let violations = Nothing::from_json(json).unwrap_err();
        assert_eq!(crate::broken(&violations), [" type"]);
    }
}
