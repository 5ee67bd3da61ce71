//! What the manifest says of outputs: what holds, whoever said it.

use std::fmt;

use serde_json::{Value, json};

use crate::{
    guard::GuardedTool,
    output::{FrameForm, InjectionAction},
};

/// The annotation's names, each with the value that holds; `null` for a limit that does
/// not.
pub(super) fn to_json(tool: &GuardedTool) -> Value {
    let outlet = tool.outlet();
    let bound = |limit: usize| (limit != usize::MAX).then_some(limit);
    json!({
        "source": tool.output().source.as_deref().unwrap_or(tool.name()),
        "max_chars": bound(outlet.budget.max_chars),
        "max_bytes": bound(outlet.budget.max_bytes),
        "more": outlet.more,
        "frame": outlet.frame,
        "injection": outlet.screen.action,
        "flag_at": outlet.screen.thresholds.flag,
        "block_at": outlet.screen.thresholds.block,
        "patterns": tool.output().patterns,
    })
}

/// What holds, as lines of a list. Of the detector only what is not its default.
pub(super) fn write(tool: &GuardedTool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let output = tool.output();
    let outlet = tool.outlet();
    let source = output.source.as_deref().unwrap_or(tool.name());
    write!(
        f,
        "- output: at most {}, framed as \"{source}\"",
        outlet.budget
    )?;
    if outlet.frame != FrameForm::Text {
        write!(f, ", form {}", outlet.frame.name())?;
    }
    writeln!(f)?;
    let thresholds = outlet.screen.thresholds;
    match outlet.screen.action {
        InjectionAction::Block if output.flag_at.is_none() && output.block_at.is_none() => {}
        InjectionAction::Block => writeln!(
            f,
            "- injection: flagged at {}, blocked at {}",
            thresholds.flag, thresholds.block
        )?,
        InjectionAction::Flag => {
            writeln!(
                f,
                "- injection: flagged at {}, never blocked",
                thresholds.flag
            )?;
        }
        InjectionAction::Off => writeln!(f, "- injection: not searched for")?,
    }
    for pattern in &output.patterns {
        writeln!(
            f,
            "- pattern: {} ({} points): `{}`",
            pattern.rule(),
            pattern.points(),
            pattern.regex().as_str()
        )?;
    }
    Ok(())
}
