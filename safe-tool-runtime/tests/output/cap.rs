//! How much passes, and what is said of the rest.

use proptest::prelude::*;
use safe_tool_runtime::output::{Budget, Capped, Guarded, Omitted, Outlet, Source, cap};

use crate::{framed, take_apart};

fn omitted(chars: usize, bytes: usize) -> Omitted {
    Omitted {
        bytes,
        chars: Some(chars),
    }
}

fn capped(kept: &str, omitted: Omitted) -> Capped<'_> {
    Capped { kept, omitted }
}

#[test]
fn a_cap_counts_characters() {
    assert_eq!(cap("héllo", 2), capped("hé", omitted(3, 3)));
    assert_eq!(cap("héllo", 5), capped("héllo", Omitted::NOTHING));
    let grin = "\u{1f600}";
    assert_eq!(cap(&grin.repeat(2), 1), capped(grin, omitted(1, 4)));
    assert_eq!(cap("abc", 0), capped("", omitted(3, 3)));
    assert_eq!(cap("", 0), capped("", Omitted::NOTHING));
}

#[test]
fn both_bounds_hold() {
    let budget = |max_chars, max_bytes| Budget {
        max_chars,
        max_bytes,
    };
    let cases = [
        (budget(9, 6), "ééé"),
        (budget(2, 99), "éé"),
        (budget(9, 5), "éé"),
        (budget(9, 1), ""),
        (budget(0, 9), ""),
    ];
    for (budget, kept) in cases {
        assert_eq!(budget.cap("éééé").kept, kept, "{budget}");
    }
}

#[test]
fn a_cut_does_not_part_a_character_as_a_reader_sees_it() {
    let family = "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}";
    for (text, max, kept) in [
        ("ae\u{301}x", 2, "a"),
        ("ae\u{301}x", 3, "ae\u{301}"),
        ("a\r\nb", 2, "a"),
        (&format!("x{family}y"), 3, "x"),
        (
            "\u{1f1e9}\u{1f1ea}\u{1f1eb}\u{1f1f7}!",
            3,
            "\u{1f1e9}\u{1f1ea}",
        ),
        // Nothing at all says less than a part.
        ("e\u{301}x", 1, "e"),
        ("", 1, ""),
    ] {
        assert_eq!(cap(text, max).kept, kept, "{text:?}");
    }
}

#[test]
fn a_character_of_endless_marks_is_cut_all_the_same() {
    let marks = format!("ab{}", "\u{301}".repeat(1_000_000));
    let kept = cap(&marks, 500).kept;
    assert_eq!(kept.chars().count(), 500);
    // Just past the letter the cut goes back to before it.
    assert_eq!(cap(&marks, 20).kept, "a");
}

#[test]
fn the_rest_is_counted_as_far_as_that_is_cheap() {
    let rest = cap(&"é".repeat(1_000), 1).omitted;
    assert_eq!(rest, omitted(999, 1_998));
    let rest = cap(&"é".repeat(1_000_000), 1).omitted;
    assert_eq!((rest.bytes, rest.chars), (1_999_998, None));
}

#[test]
fn a_cut_says_how_much_and_how_to_ask_for_it() {
    let source = Source::new("docs");
    let outlet = Outlet {
        budget: Budget::of_chars(2),
        more: "call again with a larger `offset`".into(),
        ..Outlet::default()
    };
    let last_line = |text: &str| {
        let (_, content) = take_apart(&framed(outlet.guard_text(text, &source)), &source);
        content.lines().last().unwrap_or_default().to_owned()
    };
    let more = "call again with a larger `offset`";
    assert_eq!(last_line("hé"), "hé");
    assert_eq!(
        last_line("héy"),
        format!("[truncated: 1 more character was cut; {more}]")
    );
    assert_eq!(
        last_line(&"é".repeat(100_000)),
        format!("[truncated: 199996 more bytes were cut; {more}]")
    );
}

#[test]
fn the_work_is_the_budgets_and_not_the_texts() {
    // Ten gigabytes of text would take seconds were they all read.
    let outlet = Outlet {
        budget: Budget {
            max_chars: 100,
            max_bytes: 100,
        },
        ..Outlet::default()
    };
    let text = "words and words ".repeat(1 << 16);
    let texts = vec![text.as_str(); 10_000];
    let Guarded::Framed { content, .. } = outlet.guard_texts(&texts, &Source::new("x")) else {
        panic!("nothing to block")
    };
    assert_eq!(content.len(), texts.len());
    assert!(content.iter().all(|frame| frame.len() < 500));
}

proptest! {
    #[test]
    fn a_cap_never_exceeds_nor_loses(
        text in any::<String>(), max_chars in 0usize..40, max_bytes in 0usize..60,
    ) {
        let Capped { kept, omitted } = Budget { max_chars, max_bytes }.cap(&text);
        prop_assert!(kept.chars().count() <= max_chars && kept.len() <= max_bytes);
        prop_assert!(text.starts_with(kept));
        prop_assert_eq!(kept.chars().count() + omitted.chars.unwrap(), text.chars().count());
        prop_assert_eq!(kept.len() + omitted.bytes, text.len());
    }
}
