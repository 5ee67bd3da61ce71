//! `#[safe_output]`: what a result's declared secrets look like on the way out.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use proptest::prelude::*;
use safe_tool::{redact::to_redacted_json, safe_output};
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

#[safe_output]
#[derive(Clone, Default)]
#[serde(rename_all = "camelCase")]
struct Account {
    holder_name: String,
    #[redact]
    iban: String,
    #[redact]
    short: Box<str>,
    #[redact]
    shared: Arc<str>,
    #[redact]
    #[serde(rename = "note")]
    internal_note: Cow<'static, str>,
    #[redact]
    balance: Option<i64>,
    #[redact]
    #[serde(skip_serializing_if = "Option::is_none")]
    limits: Option<BTreeMap<String, Hidden>>,
    password: String,
}

/// Without `Debug`, which a redacted field needs not.
#[derive(Clone, serde::Serialize, schemars::JsonSchema)]
struct Hidden(String);

#[safe_output]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Event {
    Started,
    LoggedIn {
        user: String,
        #[redact]
        session: String,
    },
    Moved(Position),
}

#[safe_output]
struct Position {
    x: i32,
    #[redact]
    exact: Option<(f64, f64)>,
}

#[safe_output]
struct Key(#[redact] String);

#[safe_output]
struct Pair(String, #[redact] String);

#[safe_output]
struct Borrowed<'a, T> {
    #[redact]
    secret: &'a str,
    rest: T,
}

#[safe_output]
struct Everything {
    account: Account,
    events: Vec<Event>,
    key: Key,
    pair: Pair,
    #[serde(flatten)]
    position: Position,
}

fn everything(secret: &str) -> Everything {
    let account = Account {
        holder_name: "Ann".into(),
        iban: secret.into(),
        short: secret.into(),
        shared: secret.into(),
        internal_note: secret.to_owned().into(),
        balance: Some(5),
        limits: Some(BTreeMap::from([(secret.to_owned(), Hidden(secret.into()))])),
        password: "in the open, but for its name".into(),
    };
    let events = vec![
        Event::Started,
        Event::LoggedIn {
            user: "ann".into(),
            session: secret.into(),
        },
        Event::Moved(Position {
            x: 1,
            exact: Some((1.5, 2.5)),
        }),
    ];
    Everything {
        account,
        events,
        key: Key(secret.into()),
        pair: Pair("a".into(), secret.into()),
        position: Position { x: 2, exact: None },
    }
}

#[test]
fn the_serialised_form_redacts() {
    assert_eq!(
        serde_json::to_value(everything("s3cr3t")).unwrap(),
        json!({
            "account": {
                "holderName": "Ann", "iban": "[REDACTED]", "short": "[REDACTED]",
                "shared": "[REDACTED]", "note": "[REDACTED]", "balance": null, "limits": null,
                "password": "in the open, but for its name",
            },
            "events": [
                {"kind": "started"},
                {"kind": "logged_in", "user": "ann", "session": "[REDACTED]"},
                {"kind": "moved", "x": 1, "exact": null},
            ],
            "key": "[REDACTED]",
            "pair": ["a", "[REDACTED]"],
            "x": 2, "exact": null,
        })
    );
    let borrowed = Borrowed {
        secret: "s3cr3t",
        rest: 1,
    };
    let written = serde_json::to_string(&borrowed).unwrap();
    assert_eq!(written, r#"{"secret":"[REDACTED]","rest":1}"#);
    let none = serde_json::to_value(Account::default()).unwrap();
    assert_eq!(none.get("limits"), None, "serde's own attributes hold");
}

#[test]
fn debug_redacts() {
    let shown = format!("{:?}", everything("s3cr3t"));
    assert!(
        !shown.contains("s3cr3t") && !shown.contains("in the open"),
        "{shown}"
    );
    assert!(
        shown.contains("holder_name: \"Ann\"") && shown.contains("Started"),
        "{shown}"
    );
    assert!(
        shown.contains("iban: [REDACTED]") && shown.contains("Key([REDACTED])"),
        "{shown}"
    );
    let shown = format!(
        "{:?}",
        Borrowed {
            secret: "s3cr3t",
            rest: [1]
        }
    );
    assert_eq!(shown, "Borrowed { secret: [REDACTED], rest: [1] }");
}

/// The schema of each contract, since rmcp takes the one and others the other.
fn schemas<T: schemars::JsonSchema>() -> [Value; 2] {
    let settings = SchemaSettings::draft2020_12();
    [settings.clone(), settings.for_serialize()].map(|settings| {
        settings
            .into_generator()
            .into_root_schema_for::<T>()
            .to_value()
    })
}

#[test]
fn the_schema_is_true_of_what_is_written() {
    let written = serde_json::to_value(everything("s3cr3t")).unwrap();
    for schema in schemas::<Everything>() {
        let errors = jsonschema::validate(&schema, &written);
        assert!(errors.is_ok(), "{errors:?}");
    }
    let iban = &schemas::<Account>()[1]["properties"]["iban"];
    assert_eq!(iban["type"], "string");
}

proptest! {
    #[test]
    fn a_declared_secret_never_appears(secret in "[a-zA-Z0-9\"\\\\ é]{8,40}") {
        let value = everything(&secret);
        let json = serde_json::to_string(&value).unwrap();
        let forms = [
            json.clone(),
            serde_json::to_string_pretty(&value).unwrap(),
            serde_json::to_value(&value).unwrap().to_string(),
            to_redacted_json(&value).unwrap(),
            format!("{value:?}"),
            format!("{value:#?}"),
        ];
        for form in forms {
            prop_assert!(!form.contains(secret.trim_matches(['"', '\\', ' '])) || secret.trim_matches(['"', '\\', ' ']).len() < 8, "{}", form);
        }
    }
}
