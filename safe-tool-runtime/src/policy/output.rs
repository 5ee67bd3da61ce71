//! What is declared about a tool's results.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{DEFAULT_MAX_CHARS, InjectionPattern};
use crate::output::{
    Budget, FrameForm, InjectionAction, Outlet, Screen,
    injection::{self, Thresholds},
};

/// What is done to a tool's results. What is `None` is what the server says for all its
/// tools (`Guard::builder().output_defaults(…)`), or else what the crate does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutputPolicy {
    /// Where the content comes from, as the frame says it. `{name}` stands for the
    /// argument `name`. None: the tool's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How much text passes over the whole result, in characters (Unicode code points).
    /// None: 8,000, or no limit of its own if `max_bytes` is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_chars: Option<usize>,
    /// How much text passes over the whole result, in bytes. None: no limit of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_bytes: Option<usize>,
    /// How to get what was cut off: one line, said with the cut.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more: Option<String>,
    /// The form in which content is shown. None: text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frame: Option<FrameForm>,
    /// What is done about instructions in the content. None: it is blocked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub injection: Option<InjectionAction>,
    /// The score at which content is flagged. None: 50.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flag_at: Option<u32>,
    /// The score at which content is blocked. None: 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block_at: Option<u32>,
    /// What the content is searched for besides the detector's own rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub patterns: Vec<InjectionPattern>,
}

impl OutputPolicy {
    /// What this policy leaves open, filled from another. Patterns come to those that are
    /// there, but for a rule of the same name. The two limits go together: who says one
    /// of them has said how much passes.
    #[must_use]
    pub fn or(mut self, other: &Self) -> Self {
        self.source = self.source.or_else(|| other.source.clone());
        if self.max_chars.is_none() && self.max_bytes.is_none() {
            self.max_chars = other.max_chars;
            self.max_bytes = other.max_bytes;
        }
        self.more = self.more.or_else(|| other.more.clone());
        self.frame = self.frame.or(other.frame);
        self.injection = self.injection.or(other.injection);
        self.flag_at = self.flag_at.or(other.flag_at);
        self.block_at = self.block_at.or(other.block_at);
        for pattern in &other.patterns {
            let known = |own: &InjectionPattern| own.rule() == pattern.rule();
            if !self.patterns.iter().any(known) {
                self.patterns.push(pattern.clone());
            }
        }
        self
    }

    /// How much passes.
    #[must_use]
    pub fn budget(&self) -> Budget {
        let only_bytes = self.max_chars.is_none() && self.max_bytes.is_some();
        let default = if only_bytes {
            usize::MAX
        } else {
            DEFAULT_MAX_CHARS
        };
        Budget {
            max_chars: self.max_chars.unwrap_or(default),
            max_bytes: self.max_bytes.unwrap_or(usize::MAX),
        }
    }

    /// The scores at which content is flagged and blocked.
    #[must_use]
    pub fn thresholds(&self) -> Thresholds {
        Thresholds {
            flag: self.flag_at.unwrap_or(Thresholds::DEFAULT.flag),
            block: self.block_at.unwrap_or(Thresholds::DEFAULT.block),
        }
    }

    /// The policy at work.
    #[must_use]
    pub fn outlet(&self) -> Outlet {
        let patterns = self.patterns.iter();
        let detector = patterns.fold(injection::standard().clone(), |detector, pattern| {
            detector.with_pattern(pattern.rule(), pattern.points(), pattern.regex().clone())
        });
        let mut outlet = Outlet {
            budget: self.budget(),
            screen: Screen {
                detector,
                thresholds: self.thresholds(),
                action: self.injection.unwrap_or_default(),
            },
            frame: self.frame.unwrap_or_default(),
            ..Outlet::default()
        };
        if let Some(more) = &self.more {
            outlet.more = Cow::Owned(more.clone());
        }
        outlet
    }
}
