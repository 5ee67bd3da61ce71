//! The runtime's rule about characters, for literals: what no text may hold unless its
//! field says so. A proc-macro crate cannot share the runtime's code, so a test pins the
//! two together.

use crate::model::Text;

/// What is wrong with the characters of `value`, if its field does not allow them.
pub(super) fn problem(value: &str, text: &Text) -> Option<String> {
    value.chars().find_map(|c| {
        let (what, lifted_by, allowed) = match c {
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => (
                "a tab or line break",
                "multiline",
                text.multiline || text.allow_control_chars,
            ),
            '\0'..='\x1F' | '\x7F'..='\u{9F}' => (
                "a control character",
                "allow_control_chars",
                text.allow_control_chars,
            ),
            c if is_always_invisible(c) => (
                "an invisible character",
                "allow_format_chars",
                text.allow_format_chars,
            ),
            _ => return None,
        };
        let code = u32::from(c);
        (!allowed).then(|| format!("holds U+{code:04X}, {what}, which needs `{lifted_by}`"))
    })
}

/// `is_invisible` of the runtime's `unicode.rs`, less what is legal between the right
/// neighbours: joiners and variation selectors are left for the runtime to judge.
fn is_always_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{115F}'..='\u{1160}'
        | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'
        | '\u{200E}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{13430}'..='\u{1343F}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D159}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E00FF}'
        | '\u{E01F0}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests {
    use safe_tool_runtime::__private::{self as runtime, Checked, Cursor, Rule};

    use super::*;

    /// A field with nothing but its character rules, as the runtime checks it.
    struct Field<const MULTILINE: bool, const CONTROL: bool, const FORMAT: bool>;

    impl<const M: bool, const C: bool, const F: bool> Checked for Field<M, C, F> {
        fn rule() -> impl Rule<Value = Self> {
            let mut rule = runtime::text::<String>();
            if M {
                rule = rule.multiline();
            }
            if C {
                rule = rule.allow_control_chars();
            }
            if F {
                rule = rule.allow_format_chars();
            }
            runtime::then(rule, |_, _: &mut Cursor<'_>| Some(Self))
        }
    }

    /// Whether `c` is refused; the two must agree on it.
    fn refuses<const M: bool, const C: bool, const F: bool>(c: char) -> bool {
        let here = Text {
            multiline: M,
            allow_control_chars: C,
            allow_format_chars: F,
            ..Text::default()
        };
        let text = format!("a{c}b");
        let refused = problem(&text, &here).is_some();
        let by_runtime = runtime::from_json::<Field<M, C, F>>(text.into()).is_err();
        let by_context = matches!(
            c,
            '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}'
        );
        assert_eq!(refused, by_runtime && !by_context, "{c:?}");
        refused
    }

    #[test]
    fn the_runtime_judges_every_character_alike() {
        for c in '\0'..=char::MAX {
            if refuses::<false, false, false>(c) {
                refuses::<true, false, false>(c);
                refuses::<false, true, false>(c);
                refuses::<false, false, true>(c);
                refuses::<true, true, true>(c);
            }
        }
    }
}
