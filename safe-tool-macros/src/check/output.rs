//! What the parts of `output(…)` say together.

use syn::LitStr;

use super::policy::check_source;
use crate::{
    errors::Errors,
    model::{self, Body},
    syntax::{Output, Points},
};

/// The runtime's own thresholds.
const FLAG_AT: u32 = 50;
const BLOCK_AT: u32 = 100;

pub(super) fn output(
    declared: Option<&Output>,
    body: Option<&Body>,
    errors: &Errors,
) -> model::Output {
    let Some(declared) = declared else {
        return model::Output::default();
    };
    if let Some(source) = &declared.source {
        check_source(source, body, errors);
    }
    check_limits(declared, errors);
    check_injection(declared, errors);
    check_thresholds(declared, errors);
    check_patterns(declared, errors);
    let points = |points: &Option<Points>| points.as_ref().map(|points| points.value);
    model::Output {
        source: declared.source.as_ref().map(LitStr::value),
        max_chars: declared.max_chars.as_ref().map(|count| count.value),
        max_bytes: declared.max_bytes.as_ref().map(|count| count.value),
        more: declared.more.as_ref().map(LitStr::value),
        frame: declared.frame.as_ref().map(|frame| frame.value.clone()),
        injection: declared.injection.as_ref().map(|one| one.value.clone()),
        flag_at: points(&declared.flag_at),
        block_at: points(&declared.block_at),
        patterns: declared
            .patterns
            .iter()
            .map(|one| model::InjectionPattern {
                name: one.name.value(),
                pattern: one.pattern.value(),
                points: one.points.as_ref().map_or(BLOCK_AT, |points| points.value),
            })
            .collect(),
    }
}

fn check_limits(declared: &Output, errors: &Errors) {
    if let (Some(chars), Some(bytes)) = (&declared.max_chars, &declared.max_bytes)
        && chars.value > bytes.value
    {
        errors.at(
            chars,
            "this limit is never reached: a character is at least one byte",
            format_args!("lower it to {} or less, or raise `max_bytes`", bytes.value),
        );
    }
}

/// What says how to search or block contradicts not doing so.
fn check_injection(declared: &Output, errors: &Errors) {
    let Some(injection) = &declared.injection else {
        return;
    };
    let never = format_args!("`injection = \"{}\"`", injection.value);
    if injection.value != "block"
        && let Some(block_at) = &declared.block_at
    {
        errors.at(
            block_at,
            format_args!("nothing is ever blocked under {never}"),
            "remove `block_at`, or write `injection = \"block\"`",
        );
    }
    if injection.value != "off" {
        return;
    }
    let text = format_args!("nothing is searched under {never}");
    if let Some(flag_at) = &declared.flag_at {
        let help = "remove `flag_at`, or write `injection = \"flag\"`";
        errors.at(flag_at, text, help);
    }
    for pattern in &declared.patterns {
        let help = "remove the pattern, or write `injection = \"flag\"`";
        errors.at(&pattern.name, text, help);
    }
}

fn check_thresholds(declared: &Output, errors: &Errors) {
    let (flag_at, block_at) = (declared.flag_at.as_ref(), declared.block_at.as_ref());
    let blocks = !matches!(&declared.injection, Some(one) if one.value != "block");
    match (flag_at, block_at) {
        (Some(flag), Some(block)) if flag.value > block.value => errors.at(
            flag,
            "what is to be flagged is blocked already: `flag_at` is above `block_at`",
            format_args!("write {} or less, or raise `block_at`", block.value),
        ),
        (Some(flag), None) if blocks && flag.value > BLOCK_AT => errors.at(
            flag,
            format_args!("what is to be flagged is blocked already, at {BLOCK_AT}"),
            format_args!("write {BLOCK_AT} or less, or a `block_at` above it"),
        ),
        (None, Some(block)) if block.value < FLAG_AT => errors.at(
            block,
            format_args!("this is below where content is flagged, at {FLAG_AT}"),
            format_args!(
                "write {FLAG_AT} or more, or a `flag_at` of {} or less",
                block.value
            ),
        ),
        _ => {}
    }
}

fn check_patterns(declared: &Output, errors: &Errors) {
    for (index, pattern) in declared.patterns.iter().enumerate() {
        let name = pattern.name.value();
        let mut before = declared.patterns.iter().take(index);
        if before.any(|other| other.name.value() == name) {
            errors.at(
                &pattern.name,
                format_args!("there is a rule `{name}` already"),
                "give each pattern a name of its own, or join them with `|`",
            );
        }
    }
}
