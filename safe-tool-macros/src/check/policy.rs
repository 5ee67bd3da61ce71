//! The options that become the tool's policy. The cost of a call: `cost.rs`; the output:
//! `output.rs`.

use syn::LitStr;

use super::{cost, output};
use crate::{
    errors::Errors,
    model::{Body, Field, Policy, Shape},
    syntax::Options,
};

pub(super) fn policy(options: &Options, body: Option<&Body>, errors: &Errors) -> Policy {
    Policy {
        rate_limit: options
            .rate_limit
            .as_ref()
            .map(|limit| (limit.tokens, limit.per_ms, limit.burst)),
        cost: options
            .rate_limit
            .as_ref()
            .and_then(|limit| cost::cost(limit, body, errors)),
        output: output::output(options.output.as_ref(), body, errors),
        timeout_ms: options.timeout_ms,
        redacted: match body {
            Some(Body::Struct(fields)) => {
                let redacted = fields.iter().filter(|field| field.redact);
                redacted.map(|field| field.wire.clone()).collect()
            }
            _ => Vec::new(),
        },
    }
}

/// `{name}` in a source must be an argument, and not a secret one.
pub(super) fn check_source(source: &LitStr, body: Option<&Body>, errors: &Errors) {
    let fields: &[Field] = match body {
        Some(Body::Struct(fields)) => fields,
        Some(_) => &[],
        // The fields have mistakes of their own.
        None => return,
    };
    let text = source.value();
    if text.trim().is_empty() {
        let help = "say where the text comes from, as in \"documents\", or remove `source`";
        errors.at(source, "an empty source labels nothing", help);
    }
    let mut rest = text.as_str();
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            errors.at(
                source,
                "a `{` without its `}`",
                "name an argument: \"page {url}\"",
            );
            return;
        };
        rest = after;
        match fields.iter().find(|field| field.wire == name) {
            None => {
                let names: Vec<_> = fields.iter().map(|field| field.wire.as_str()).collect();
                let help = match names.as_slice() {
                    [] => "only the fields of a struct can be named".to_owned(),
                    names => format!("the arguments are {}", names.join(", ")),
                };
                let text = format_args!("there is no argument `{name}` to name in the source");
                errors.at(source, text, help);
            }
            Some(field) if field.redact => errors.at(
                source,
                format_args!("`{name}` is redacted, and the source is shown"),
                "name another argument, or none",
            ),
            Some(field) if !is_label(&field.value.shape) => errors.at(
                source,
                format_args!(
                    "`{name}` is not a text, a number or a path, so it says nothing in a label"
                ),
                "name another argument, or none",
            ),
            Some(_) => {}
        }
    }
}

/// A nested type could be a secret of its own, which cannot be seen from here.
fn is_label(shape: &Shape) -> bool {
    match shape {
        Shape::Text(_)
        | Shape::Integer { .. }
        | Shape::Float { .. }
        | Shape::Bool
        | Shape::CommandArg { .. }
        | Shape::PublicUrl(_)
        | Shape::SandboxedPath(_)
        | Shape::SqlIdent { .. } => true,
        Shape::Optional(inner) | Shape::SqlParam(inner) => is_label(&inner.shape),
        _ => false,
    }
}
