//! Whether content is searched for instructions, and what is done about them.

use serde::{Deserialize, Serialize};

use super::{
    Findings,
    injection::{self, Detector, Level, Thresholds},
};

/// What is done about instructions in content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InjectionAction {
    /// Content that reads as an injection is replaced by a warning; what may be one, or
    /// speaks of one, is passed on with a word of warning.
    #[default]
    Block,
    /// Content is passed on whatever it holds, with a word of warning where it is called
    /// for. For tools whose business is such text.
    Flag,
    /// Content is not searched. It is still capped and framed.
    Off,
}

impl InjectionAction {
    /// As the annotation has it: `block`, `flag` or `off`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Flag => "flag",
            Self::Off => "off",
        }
    }
}

/// A detector, its thresholds, and what follows from them.
#[derive(Debug, Clone)]
pub struct Screen {
    /// Finds instructions.
    pub detector: Detector,
    /// The scores at which content is flagged and blocked.
    pub thresholds: Thresholds,
    /// What is done then.
    pub action: InjectionAction,
}

impl Default for Screen {
    /// The detector as it comes: 50 flags, 100 blocks.
    fn default() -> Self {
        Self {
            detector: injection::standard().clone(),
            thresholds: Thresholds::DEFAULT,
            action: InjectionAction::Block,
        }
    }
}

impl Screen {
    /// What is to be made of `text`; `None` if it is not searched.
    pub fn examine(&self, text: &str) -> Option<Findings> {
        if self.action == InjectionAction::Off {
            return None;
        }
        let verdict = self.detector.scan(text);
        let level = match (verdict.level(self.thresholds), self.action) {
            (Level::Blocked, InjectionAction::Flag) => Level::Flagged,
            (level, _) => level,
        };
        Some(Findings::new(&verdict, level))
    }

    /// What is to be made of texts that a reader may take for one, joined in each of
    /// these ways: a phrase may be cut inside a word or between two.
    pub(crate) fn examine_joined(&self, texts: &[&str], joints: &[&str]) -> Option<Findings> {
        if let [only] = texts {
            return self.examine(only);
        }
        if self.action == InjectionAction::Off {
            return None;
        }
        let mut all: Option<Findings> = None;
        for joint in joints {
            let Some(found) = self.examine(&texts.join(joint)) else {
                continue;
            };
            match &mut all {
                Some(all) => all.merge(found),
                None => all = Some(found),
            }
            if all
                .as_ref()
                .is_some_and(|all| all.level() == Level::Blocked)
            {
                break;
            }
        }
        all
    }
}
