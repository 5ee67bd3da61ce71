//! What is emitted, for reading: the expansions of a few types, checked in under
//! `snapshots/`. After a change, `UPDATE_SNAPSHOTS=1 cargo test -p safe-tool-macros`
//! writes them anew, and the diff is the review.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::{env, fs, path::Path};

use proc_macro2::TokenStream;
use quote::quote;

/// Compares the expansion of `item` under `options` with the file of this name.
fn snapshot(name: &str, options: TokenStream, item: TokenStream) {
    keep(name, super::expand(options, item));
}

fn keep(name: &str, expansion: TokenStream) {
    let expansion = syn::parse2(expansion).unwrap();
    let expansion = prettyplease::unparse(&expansion);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("snapshots/{name}.rs"));
    if env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(file, expansion).unwrap();
        return;
    }
    let kept = fs::read_to_string(file).unwrap_or_default();
    let differs = kept
        .lines()
        .zip(expansion.lines())
        .position(|(a, b)| a != b);
    let line = differs.unwrap_or_else(|| kept.lines().count().min(expansion.lines().count()));
    assert!(
        kept == expansion,
        "snapshots/{name}.rs differs from line {}; UPDATE_SNAPSHOTS=1 rewrites it",
        line + 1
    );
}

#[test]
fn search_arguments() {
    snapshot(
        "search_arguments",
        quote!(
            rate_limit(60, per = "1m"),
            output(source = "documents", max_chars = 8_000)
        ),
        quote! {
            /// Search the document index.
            struct SearchDocuments {
                /// Words to look for.
                #[trim]
                #[min_len(1)]
                #[max_len(200)]
                query: String,
                /// How many hits to return.
                #[range(1, 50)]
                max_results: u32,
                #[default(true)]
                safe_mode: bool,
            }
        },
    );
}

#[test]
fn every_annotation() {
    snapshot(
        "every_annotation",
        quote!(
            check = consistent,
            lenient,
            unknown = "ignore",
            rate_limit(60, per = "1m", burst = 50, cost = number),
            timeout = "5s",
            output(
                source = "file_path",
                max_chars = 100,
                max_bytes = 200,
                more = "call again with a larger `number`",
                frame = "datamark",
                injection = "block",
                flag_at = 40,
                block_at = 90,
                pattern("internal-host", "corp\\.example"),
                pattern("project-name", "(?i)\\bbluebird\\b", 60)
            )
        ),
        quote! {
            #[serde(rename_all = "camelCase")]
            pub struct Everything {
                #[trim]
                #[min_len(1)]
                #[max_len(9)]
                #[pattern("^[a-z]+$")]
                #[multiline]
                #[allow_control_chars]
                #[allow_format_chars]
                #[allow_redaction_marker]
                #[check(spelled)]
                text: String,
                #[one_of("a", "b")]
                #[default("a")]
                choice: String,
                #[redact]
                #[max_len(20)]
                pin: Option<String>,
                #[range(1, 50)]
                #[multiple_of(5)]
                #[default(5)]
                number: u32,
                #[range(0.0, 1.0)]
                part: f64,
                #[min_items(1)]
                #[max_items(3)]
                #[each(max_len(3))]
                list: Vec<String>,
                #[max_items(3)]
                #[keys(max_len(3))]
                #[each(range(0, 9))]
                map: BTreeMap<String, u8>,
                #[max_json_bytes(100)]
                json: Value,
                #[sandboxed_path("/data/safe")]
                #[serde(rename = "file_path")]
                path: SandboxedPath,
                #[sandboxed_path(
                    root = NOTES, write, extensions("md", "txt"), max_depth = 4,
                    max_bytes = 65_536, no_hidden
                )]
                note: SandboxedPath<ReadWrite>,
                #[pattern("^[a-z-]+$")]
                #[max_len(20)]
                #[allow_dash]
                argument: CommandArg,
                #[public_url(
                    schemes("http", "https"), allowed_hosts("*.example.org"), ports(8080)
                )]
                page: PublicUrl,
                #[nested]
                nested: Option<Other>,
                #[unbounded]
                #[default]
                foreign: Uuid,
            }
        },
    );
}

#[test]
fn sql_values() {
    snapshot(
        "sql_values",
        quote!(),
        quote! {
            struct Users {
                #[trim]
                #[max_len(64)]
                #[default("a")]
                name: SqlParam<String>,
                #[range(1, 50)]
                #[default(10)]
                limit: Option<SqlParam<i64>>,
                #[max_items(3)]
                #[each(range(0, 9))]
                ids: Vec<SqlParam<u32>>,
                #[max_items(3)]
                #[each(max_len(3))]
                all: SqlParam<Vec<String>>,
                #[one_of("name", "users.created_at")]
                #[default("name")]
                sort: SqlIdent,
            }
        },
    );
}

#[test]
fn tagged_enum() {
    snapshot(
        "tagged_enum",
        quote!(tag = "kind"),
        quote! {
            #[serde(rename_all = "snake_case")]
            enum Action {
                /// Wait.
                DoNothing,
                Say {
                    #[max_len(5)]
                    words: String,
                },
            }
        },
    );
}

#[test]
fn transparent_newtype() {
    snapshot(
        "transparent_newtype",
        quote!(transparent, check = valid_key),
        quote! {
            pub(crate) struct ApiKey(
                #[redact]
                #[max_len(40)]
                String,
            );
        },
    );
}

#[test]
fn generic_struct() {
    snapshot(
        "generic_struct",
        quote!(),
        quote! {
            struct Page<T: Clone, const N: usize = 3>
            where
                T: PartialEq,
            {
                #[max_items(10)]
                items: Vec<T>,
                next: Option<Box<Self>>,
            }
        },
    );
}

#[test]
fn safe_output() {
    let item = quote! {
        #[derive(Clone)]
        pub struct Account<T> {
            name: String,
            #[redact]
            iban: String,
            #[redact]
            #[serde(skip_serializing_if = "Option::is_none")]
            pin: Option<u32>,
            rest: T,
        }
    };
    keep("safe_output", super::output::expand(quote!(), item));
}

/// The impls are there even so, and the mistake is the only error.
#[test]
fn struct_with_a_mistake() {
    snapshot(
        "struct_with_a_mistake",
        quote!(),
        quote! {
            struct Unbounded {
                query: String,
            }
        },
    );
}
