//! The frame around text from outside: whatever the content and its source hold, nothing in
//! them ends the frame, begins another, or is lost.

use std::sync::LazyLock;

use safe_tool::output::{Budget, FrameForm, Guarded, InjectionAction, Outlet, Screen, Source, cap};
use serde_json::Value;

const BEGIN: &str = "--- BEGIN EXTERNAL DATA ";
const HEX_DIGITS: usize = 16;

/// Each form, for all of the content and for little of it. They block nothing, so that hostile
/// content reaches the frame. Built once, since the detector in each is large.
static OUTLETS: LazyLock<Vec<Outlet>> = LazyLock::new(|| {
    let forms = [FrameForm::Text, FrameForm::Json, FrameForm::Datamark];
    let outlets = forms.into_iter().flat_map(|frame| {
        [8_000, 20].map(|max_chars| Outlet {
            frame,
            budget: Budget::of_chars(max_chars),
            screen: Screen {
                action: InjectionAction::Off,
                ..Screen::default()
            },
            ..Outlet::default()
        })
    });
    outlets.collect()
});

/// The first line names the source; what follows is two contents, parted at the first NUL.
pub fn frame(data: &[u8]) {
    let data = String::from_utf8_lossy(data);
    let (source, content) = data.split_once('\n').unwrap_or(("", &data));
    let texts: Vec<&str> = content.splitn(2, '\0').collect();
    let source = Source::new(source);
    assert_label(&source);
    for outlet in OUTLETS.iter() {
        let Guarded::Framed { content, .. } = outlet.guard_texts(&texts, &source) else {
            panic!("blocked, though nothing is searched for");
        };
        assert_eq!(content.len(), texts.len());
        let mut left = outlet.budget.max_chars;
        for (framed, text) in content.iter().zip(&texts) {
            let kept = cap(text, left).kept;
            left -= kept.chars().count();
            let is_cut = kept.len() < text.len();
            match outlet.frame {
                FrameForm::Text => assert_text(framed, kept, is_cut, &source),
                FrameForm::Json => assert_json(framed, kept, is_cut, &source),
                FrameForm::Datamark => assert_marked(framed, kept, is_cut, &source),
            }
        }
    }
}

fn assert_label(source: &Source) {
    let label = source.as_str();
    assert!(!label.is_empty() && label.chars().count() <= 120);
    assert!(!label.contains("--") && !label.contains(['(', ')', '"', '`', '<', '[']));
    let is_plain = |c: char| c == ' ' || !c.is_whitespace() && !c.is_control();
    assert!(label.chars().all(is_plain), "a label of one line");
    assert_eq!(Source::new(label), *source, "a label is its own label");
}

/// What is between the boundary lines, and the note after them.
fn inside<'f>(framed: &'f str, source: &Source) -> (&'f str, &'f str) {
    let rest = framed.strip_prefix(BEGIN).expect("it begins");
    let nonce = &rest[..HEX_DIGITS];
    assert!(nonce.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert_eq!(
        framed.matches(nonce).count(),
        2,
        "only the frame has its nonce"
    );
    let first_line = format!("{BEGIN}{nonce} (source: {source}) ---\n");
    let rest = framed.strip_prefix(&first_line).expect("its first line");
    let last_line = format!("\n--- END EXTERNAL DATA {nonce} ---\n");
    let (content, note) = rest.split_once(&last_line).expect("it ends");
    assert!(note.starts_with("Note: ") && !note.contains('\n'));
    (content, note)
}

/// The content without the line that says what was cut.
fn without_cut(content: &str, is_cut: bool) -> &str {
    if !is_cut {
        return content;
    }
    let (content, cut) = content.rsplit_once('\n').expect("a line about the cut");
    assert!(
        cut.starts_with("[truncated: ") && cut.ends_with(']'),
        "{cut}"
    );
    content
}

fn assert_text(framed: &str, kept: &str, is_cut: bool, source: &Source) {
    let (content, _) = inside(framed, source);
    assert_eq!(without_cut(content, is_cut), kept);
}

fn assert_marked(framed: &str, kept: &str, is_cut: bool, source: &Source) {
    let (content, note) = inside(framed, source);
    let (_, rest) = note
        .split_once("set apart by the marker ")
        .expect("it is told");
    let (marker, _) = rest.split_once(" (U+").expect("and its code points");
    assert_eq!(marker.chars().count(), 2);
    assert!(!kept.contains(marker));
    let content = without_cut(content, is_cut);
    assert_eq!(content.replace(marker, ""), kept);
    if let Some(word) = kept.split_whitespace().next() {
        assert!(content.contains(&format!("{marker}{}", &word[..first_len(word)])));
    }
}

fn first_len(word: &str) -> usize {
    word.chars().next().map_or(0, char::len_utf8)
}

fn assert_json(framed: &str, kept: &str, is_cut: bool, source: &Source) {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{feff}');
    assert!(!framed.contains(breaks), "one line, in one direction");
    let value: Value = serde_json::from_str(framed).expect("it is JSON");
    assert_eq!(value["content"], kept);
    assert_eq!(value["source"], source.as_str());
    assert_eq!(value["truncated"], is_cut);
    assert_eq!(value["external_data"], value["end"]);
    let nonce = value["end"].as_str().expect("a nonce");
    assert!(nonce.len() == HEX_DIGITS && !kept.contains(nonce));
}
