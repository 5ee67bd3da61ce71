//! Text from outside, made safe to hand to a model: cap → scan → frame.
//!
//! The text is cut to a budget of characters and bytes, scanned for instructions posing as
//! data, and set inside a boundary that it cannot forge. A finding blocks the whole
//! content; nothing is edited out, because what an edit leaves behind can be made to
//! spell the injection anew.
//!
//! Nothing here knows MCP. An [`Outlet`] is the pipeline; [`guard_text`] is the one that a
//! tool has unless it says otherwise.

mod cap;
mod findings;
mod frame;
pub mod injection;
mod outlet;
mod screen;
mod source;

pub use cap::{Budget, Capped, Omitted, cap};
pub use findings::Findings;
pub use frame::{FrameForm, NonceError, frame, security_warning};
pub use outlet::Outlet;
pub use screen::{InjectionAction, Screen};
pub use source::Source;

/// What became of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "the guarded text is what may be shown; the original is not"]
pub enum Guarded<T = String> {
    /// The content in its frame.
    Framed {
        /// What to show.
        content: T,
        /// What was found in it, for all that; `None` if it was not searched. The frame
        /// says it where the content is flagged.
        findings: Option<Findings>,
    },
    /// The content is withheld whole.
    Blocked {
        /// What to show in its place. Holds none of the content.
        warning: String,
        /// What was found, and where. Holds none of the content either.
        findings: Findings,
    },
}

/// Caps, scans and frames one text, as [`Outlet::guard_text`] does by default; `max_chars`
/// is in Unicode code points.
pub fn guard_text(text: &str, source: &Source, max_chars: usize) -> Guarded {
    default_outlet(max_chars).guard_text(text, source)
}

/// Caps, scans and frames the several texts of one response, as [`Outlet::guard_texts`]
/// does by default; `max_chars` is in Unicode code points, over them all.
pub fn guard_texts(texts: &[&str], source: &Source, max_chars: usize) -> Guarded<Vec<String>> {
    default_outlet(max_chars).guard_texts(texts, source)
}

fn default_outlet(max_chars: usize) -> Outlet {
    Outlet {
        budget: Budget::of_chars(max_chars),
        ..Outlet::default()
    }
}
