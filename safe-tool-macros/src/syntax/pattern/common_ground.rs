//! What Rust's `regex` and ECMA-262 (with the `u` flag, as JSON Schema asks) read alike.
//! The rest is refused, or spelt out for `regex` where it can be.

use std::ops::Range;

use regex_syntax::ast::{
    AssertionKind, Ast, ClassPerl, ClassPerlKind, ClassSetBinaryOp, ClassSetItem, ClassSetUnion,
    ClassUnicode, GroupKind, HexLiteralKind, Literal, LiteralKind, Repetition, Span,
    SpecialLiteralKind, Visitor, visit,
};

use super::properties;

/// What JSON Schema's regular expressions do not have.
pub(super) struct Refusal {
    pub(super) what: String,
    /// What to write instead; `None` if nothing says the same.
    pub(super) help: Option<String>,
}

fn refusal(what: impl Into<String>, help: impl Into<String>) -> Refusal {
    Refusal {
        what: what.into(),
        help: Some(help.into()),
    }
}

/// The pattern for `regex` that means what `source` means to JSON Schema.
pub(super) fn portable(source: &str, ast: &Ast) -> Result<String, Refusal> {
    let differences = Differences {
        source,
        found: Vec::new(),
    };
    let mut found = visit(ast, differences)?;
    let mut portable = source.to_owned();
    found.sort_by_key(|(range, _)| range.start);
    // From the back, so that earlier offsets stay true.
    for (range, by) in found.into_iter().rev() {
        portable.replace_range(range, &by);
    }
    Ok(portable)
}

/// Collects what the two readers understand differently and can be written so that they
/// do not; fails at what cannot.
struct Differences<'a> {
    source: &'a str,
    found: Vec<(Range<usize>, String)>,
}

impl Differences<'_> {
    fn perl(&mut self, class: &ClassPerl) {
        // ECMA-262's own sets, sections "CharacterClassEscape" and "WhiteSpace".
        let set = match class.kind {
            ClassPerlKind::Digit => "0-9",
            ClassPerlKind::Word => "0-9A-Za-z_",
            ClassPerlKind::Space => {
                r"\t\n\x0B\x0C\r\x20\u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}"
            }
        };
        let negation = if class.negated { "^" } else { "" };
        self.replace(&class.span, format!("[{negation}{set}]"));
    }

    fn replace(&mut self, span: &Span, by: String) {
        self.found.push((span.start.offset..span.end.offset, by));
    }

    fn written(&self, span: &Span) -> &str {
        self.source
            .get(span.start.offset..span.end.offset)
            .unwrap_or_default()
    }

    fn unicode(&self, class: &ClassUnicode) -> Result<(), Refusal> {
        let written = self.written(&class.span);
        properties::refuse(written).map_or(Ok(()), |help| {
            Err(refusal(format!("property written `{written}`"), help))
        })
    }

    fn repetition(&self, repetition: &Repetition) -> Result<(), Refusal> {
        let quantifier = self.written(&repetition.op.span);
        let all = self.written(&repetition.span);
        match *repetition.ast {
            Ast::Repetition(_) => {
                let help = "keep one quantifier, or put a group between them: `(?:a+)*`";
                return Err(refusal(format!("second quantifier as in `{all}`"), help));
            }
            Ast::Assertion(_) => {
                let help = format!("remove the `{quantifier}`");
                return Err(refusal(format!("repeated position as in `{all}`"), help));
            }
            _ => {}
        }
        let counts = quantifier.strip_prefix('{').unwrap_or("0");
        let plain = |c: char| c.is_ascii_digit() || matches!(c, ',' | '}' | '?');
        if !counts.starts_with(|c: char| c.is_ascii_digit()) || !counts.chars().all(plain) {
            let help = "write `{2}`, `{2,}` or `{0,2}`, without spaces";
            return Err(refusal(format!("quantifier `{quantifier}`"), help));
        }
        Ok(())
    }

    fn literal(&self, literal: &Literal, in_class: bool) -> Result<(), Refusal> {
        let (written, c) = (self.written(&literal.span), literal.c);
        let instead = match literal.kind {
            LiteralKind::Verbatim if c == ']' || (c == '}' && !in_class) => {
                return Err(refusal(
                    format!("`{c}` as a character unless it is escaped"),
                    format!("write `\\{c}`"),
                ));
            }
            LiteralKind::HexBrace(HexLiteralKind::X | HexLiteralKind::UnicodeLong)
            | LiteralKind::HexFixed(HexLiteralKind::UnicodeLong) => {
                format!("\\u{{{:X}}}", u32::from(c))
            }
            LiteralKind::Special(SpecialLiteralKind::Bell) => r"\x07".to_owned(),
            // ECMA-262 lets a `/` be escaped, since a regular expression may stand
            // between two, and a `-` in a class.
            LiteralKind::Superfluous if c != '/' => c.to_string(),
            LiteralKind::Meta if matches!(c, '#' | '&' | '~') => c.to_string(),
            LiteralKind::Meta if c == '-' && !in_class => c.to_string(),
            _ => return Ok(()),
        };
        let help = format!("write `{instead}`");
        Err(refusal(format!("escape `{written}`"), help))
    }

    /// Rust takes every dash at the start of a class for itself; to ECMA-262 the second
    /// of two makes a range that begins with the first.
    fn dashes(&self, union: &ClassSetUnion) -> Result<(), Refusal> {
        let dash = |item: &ClassSetItem| {
            matches!(item, ClassSetItem::Literal(literal)
                if literal.c == '-' && matches!(literal.kind, LiteralKind::Verbatim))
        };
        match union.items.as_slice() {
            [first, second, _, ..] if dash(first) && dash(second) => Err(refusal(
                "one meaning of two dashes at the start of a class",
                "write one dash, or `\\-`",
            )),
            _ => Ok(()),
        }
    }
}

impl Visitor for Differences<'_> {
    type Output = Vec<(Range<usize>, String)>;
    type Err = Refusal;

    fn finish(self) -> Result<Self::Output, Refusal> {
        Ok(self.found)
    }

    fn visit_pre(&mut self, ast: &Ast) -> Result<(), Refusal> {
        match ast {
            Ast::ClassPerl(class) => self.perl(class),
            Ast::ClassUnicode(class) => return self.unicode(class),
            Ast::Dot(span) => self.replace(span, r"[^\n\r\u{2028}\u{2029}]".to_owned()),
            Ast::Flags(_) => return Err(no_flags("(?i)")),
            Ast::Group(group) => return group_kind(&group.kind),
            Ast::Assertion(assertion) => return position(&assertion.kind),
            Ast::Literal(literal) => return self.literal(literal, false),
            Ast::Repetition(repetition) => return self.repetition(repetition),
            _ => {}
        }
        Ok(())
    }

    fn visit_class_set_item_pre(&mut self, item: &ClassSetItem) -> Result<(), Refusal> {
        match item {
            ClassSetItem::Perl(class) => self.perl(class),
            ClassSetItem::Ascii(class) => {
                let what = format!("class `{}`", self.written(&class.span));
                return Err(refusal(what, "write its characters: `[A-Za-z]`, `[0-9]`"));
            }
            ClassSetItem::Bracketed(_) => {
                let help = "write one class, `[a-z0-9]`; a `[` as a character is `\\[`";
                return Err(refusal("class inside a class", help));
            }
            ClassSetItem::Literal(literal) => return self.literal(literal, true),
            ClassSetItem::Range(range) => {
                self.literal(&range.start, true)?;
                self.literal(&range.end, true)?;
            }
            ClassSetItem::Unicode(class) => return self.unicode(class),
            ClassSetItem::Union(union) => return self.dashes(union),
            ClassSetItem::Empty(_) => {}
        }
        Ok(())
    }

    fn visit_class_set_binary_op_pre(&mut self, op: &ClassSetBinaryOp) -> Result<(), Refusal> {
        let what = format!("class with an operator, as in `{}`", self.written(&op.span));
        let help = "write the characters that are left: `[ac-z]` for `[a-z--b]`";
        Err(refusal(what, help))
    }
}

fn no_flags(example: &str) -> Refusal {
    Refusal {
        what: format!("flags such as `{example}`"),
        help: None,
    }
}

fn group_kind(kind: &GroupKind) -> Result<(), Refusal> {
    match kind {
        GroupKind::NonCapturing(flags) if !flags.items.is_empty() => Err(no_flags("(?i:…)")),
        GroupKind::CaptureName {
            starts_with_p,
            name,
        } => {
            let name = &name.name;
            if *starts_with_p {
                let help = format!("write `(?<{name}>…)`");
                return Err(refusal(format!("group written `(?P<{name}>…)`"), help));
            }
            if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
                let help = "use ASCII letters, digits and `_`, or leave the group unnamed: `(…)`";
                return Err(refusal(
                    format!("one reading of the group name `{name}`"),
                    help,
                ));
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn position(kind: &AssertionKind) -> Result<(), Refusal> {
    match kind {
        AssertionKind::StartLine | AssertionKind::EndLine => Ok(()),
        AssertionKind::StartText => Err(refusal(r"`\A`", "write `^`")),
        AssertionKind::EndText => Err(refusal(r"`\z`", "write `$`")),
        // Of ASCII letters by ECMA-262, of all letters to some of its readers.
        _ => Err(refusal(
            "one meaning of word boundaries such as `\\b`",
            "say what stands there: `(?:^|[^a-z])`",
        )),
    }
}
