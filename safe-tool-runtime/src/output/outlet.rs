//! The pipeline: cap → scan → frame.

use std::borrow::Cow;

use super::{
    Budget, Capped, Findings, FrameForm, Guarded, Screen, Source,
    frame::{ASK_FOR_LESS, Frame, security_warning},
    injection::Level,
};

/// How far past the cap the scan looks, in characters, so that a phrase lying across
/// the edge is seen whole. Longer than any phrase a rule describes.
const LOOKAHEAD_CHARS: usize = 512;

/// What is done to the text that a tool returns: how much of it passes, what it is
/// searched for, and the form in which it is shown.
///
/// ```
/// use safe_tool_runtime::output::{Budget, FrameForm, Guarded, Outlet, Source};
///
/// let outlet = Outlet {
///     budget: Budget { max_chars: 2_000, max_bytes: 4_000 },
///     frame: FrameForm::Json,
///     ..Outlet::default()
/// };
/// let Guarded::Framed { content, .. } = outlet.guard_text("5 hits", &Source::new("docs")) else {
///     return;
/// };
/// assert!(content.contains(r#""content":"5 hits""#));
/// ```
#[derive(Debug, Clone)]
pub struct Outlet {
    /// How much passes, over all texts of a response.
    pub budget: Budget,
    /// What it is searched for, and what follows.
    pub screen: Screen,
    /// The form in which it is shown.
    pub frame: FrameForm,
    /// How to get what was cut off: said after `;` in the line about the cut.
    pub more: Cow<'static, str>,
}

impl Default for Outlet {
    /// 8,000 characters, searched by the detector as it comes, framed as text.
    fn default() -> Self {
        Self {
            budget: Budget::of_chars(crate::policy::DEFAULT_MAX_CHARS),
            screen: Screen::default(),
            frame: FrameForm::default(),
            more: Cow::Borrowed(ASK_FOR_LESS),
        }
    }
}

impl Outlet {
    /// Caps, scans and frames one text.
    ///
    /// Content is blocked if what [`Screen::examine`] finds in it or in the 512
    /// characters after the cut blocks. If the operating system yields no randomness for
    /// the boundary, the content is blocked as well, under the rule `no-nonce`. Offsets in
    /// the findings are in bytes into `text`.
    pub fn guard_text(&self, text: &str, source: &Source) -> Guarded {
        match self.guard_texts(&[text], source) {
            Guarded::Framed {
                mut content,
                findings,
            } => Guarded::Framed {
                content: content.pop().unwrap_or_default(),
                findings,
            },
            Guarded::Blocked { warning, findings } => Guarded::Blocked { warning, findings },
        }
    }

    /// Caps, scans and frames the several texts of one response.
    ///
    /// The budget is one for them all, spent in order. The frames come back in the
    /// order of `texts`, one for each, and share one nonce; a text that the budget did not
    /// reach is framed empty, with the count of what was cut. The texts are scanned joined
    /// together, so that an injection split over two of them is still found, and one
    /// in any blocks all. Offsets are in bytes into the joined texts.
    pub fn guard_texts(&self, texts: &[&str], source: &Source) -> Guarded<Vec<String>> {
        let texts: Vec<Capped<'_>> = texts.iter().map(|text| Capped::whole(text)).collect();
        self.guard_capped(&texts, None, source)
    }

    /// The same for texts that may have lost their ends already. `beside` was found in
    /// what goes the same way and is not framed.
    pub(crate) fn guard_capped(
        &self,
        texts: &[Capped<'_>],
        beside: Option<Findings>,
        source: &Source,
    ) -> Guarded<Vec<String>> {
        let scanned = self
            .budget
            .plus(LOOKAHEAD_CHARS)
            .share(texts.iter().copied());
        let scanned: Vec<&str> = scanned.iter().map(|text| text.kept).collect();
        let found = self.screen.examine_joined(&scanned, &["", "\n"]);
        let findings = match (beside, found) {
            (Some(mut one), Some(other)) => {
                one.merge(other);
                Some(one)
            }
            (one, other) => one.or(other),
        };
        if let Some(findings) = findings
            .as_ref()
            .filter(|found| found.level() == Level::Blocked)
        {
            return Guarded::Blocked {
                warning: security_warning(source, findings.rule()),
                findings: findings.clone(),
            };
        }
        let frame = Frame {
            form: self.frame,
            source,
            findings: findings.as_ref(),
            more: &self.more,
        };
        match frame.around(&self.budget.share(texts.iter().copied())) {
            Ok(content) => Guarded::Framed { content, findings },
            Err(_) => unframed(source),
        }
    }
}

/// Without a nonce a frame could be forged, so nothing is shown.
fn unframed<T>(source: &Source) -> Guarded<T> {
    let findings = Findings::no_nonce();
    Guarded::Blocked {
        warning: format!(
            "[SECURITY WARNING: Content from {source} withheld: \
             no random boundary could be drawn. (rule: {})]",
            findings.rule()
        ),
        findings,
    }
}
