//! Unicode properties. Rust matches their names loosely (`\p{greek}`), ECMA-262 to the
//! letter and scripts only behind `Script=`. Taken are full names, and the short ones of
//! general categories, which everybody writes; further aliases say nothing more.
//!
//! Sources: ECMA-262, tables of "UnicodeMatchProperty" and "UnicodeMatchPropertyValue",
//! less what `regex` does not know.

/// The fix for a property (`\p{…}` as it is written) that not both readers take.
pub(super) fn refuse(written: &str) -> Option<String> {
    let (escape, name) = match written.split_at_checked(2) {
        Some((escape, rest)) => (escape, rest.trim_matches(['{', '}'])),
        None => (written, ""),
    };
    if written == format!("{escape}{{{name}}}") && is_common(name) {
        return None;
    }
    // Rust's ways to say the opposite: `\p{^L}`, `\p{gc!=L}`.
    let negated = name.starts_with('^') != name.contains("!=");
    let escape = match (escape, negated) {
        (r"\p", true) => r"\P",
        (r"\P", true) => r"\p",
        _ => escape,
    };
    let value = name.split(['=', ':']).next_back().unwrap_or_default();
    let value = value.trim_start_matches('^');
    // Rust's loose matching (UAX44-LM3), by which the name was probably meant.
    let meant = |table: &'static str| find(table, |known| loose(known) == loose(value));
    let exact = match (
        meant(GENERAL_CATEGORIES).or_else(|| meant(BINARY)),
        meant(SCRIPTS),
    ) {
        (Some(known), _) => known.to_owned(),
        (None, Some(known)) => format!("Script={known}"),
        (None, None) => {
            let help =
                "write a full name, as in `\\p{L}`, `\\p{Alphabetic}` or `\\p{Script=Greek}`";
            return Some(help.to_owned());
        }
    };
    Some(format!("write `{escape}{{{exact}}}`"))
}

fn is_common(name: &str) -> bool {
    let listed = |table: &'static str, name: &str| find(table, |known| known == name).is_some();
    match name.split_once('=') {
        None => listed(GENERAL_CATEGORIES, name) || listed(BINARY, name),
        Some(("General_Category" | "gc", value)) => listed(GENERAL_CATEGORIES, value),
        Some(("Script" | "sc" | "Script_Extensions" | "scx", value)) => listed(SCRIPTS, value),
        Some(_) => false,
    }
}

fn find(table: &'static str, is: impl Fn(&str) -> bool) -> Option<&'static str> {
    table.split(' ').find(|known| is(known))
}

fn loose(name: &str) -> String {
    name.replace(['_', '-', ' '], "").to_ascii_lowercase()
}

/// Values of General_Category, short and long.
const GENERAL_CATEGORIES: &str = "\
    C Other Cc Control Cf Format Cn Unassigned Co Private_Use L Letter LC Cased_Letter Ll \
    Lowercase_Letter Lm Modifier_Letter Lo Other_Letter Lt Titlecase_Letter Lu \
    Uppercase_Letter M Mark Mc Spacing_Mark Me Enclosing_Mark Mn Nonspacing_Mark N Number Nd \
    Decimal_Number Nl Letter_Number No Other_Number P Punctuation Pc Connector_Punctuation \
    Pd Dash_Punctuation Pe Close_Punctuation Pf Final_Punctuation Pi Initial_Punctuation Po \
    Other_Punctuation Ps Open_Punctuation S Symbol Sc Currency_Symbol Sk Modifier_Symbol Sm \
    Math_Symbol So Other_Symbol Z Separator Zl Line_Separator Zp Paragraph_Separator Zs \
    Space_Separator";

/// Properties that a character has or has not.
const BINARY: &str = "\
    ASCII ASCII_Hex_Digit Alphabetic Any Assigned Bidi_Control Bidi_Mirrored Case_Ignorable \
    Cased Changes_When_Casefolded Changes_When_Lowercased Changes_When_Titlecased \
    Changes_When_Uppercased Dash Default_Ignorable_Code_Point Deprecated Diacritic Emoji \
    Emoji_Component Emoji_Modifier Emoji_Modifier_Base Emoji_Presentation \
    Extended_Pictographic Extender Grapheme_Base Grapheme_Extend Hex_Digit \
    IDS_Binary_Operator IDS_Trinary_Operator ID_Continue ID_Start Ideographic Join_Control \
    Logical_Order_Exception Lowercase Math Noncharacter_Code_Point Pattern_Syntax \
    Pattern_White_Space Quotation_Mark Radical Regional_Indicator Sentence_Terminal \
    Soft_Dotted Terminal_Punctuation Unified_Ideograph Uppercase Variation_Selector \
    White_Space XID_Continue XID_Start";

/// Values of Script (UCD 16).
const SCRIPTS: &str = "\
    Adlam Ahom Anatolian_Hieroglyphs Arabic Armenian Avestan Balinese Bamum Bassa_Vah Batak \
    Bengali Bhaiksuki Bopomofo Brahmi Braille Buginese Buhid Canadian_Aboriginal Carian \
    Caucasian_Albanian Chakma Cham Cherokee Chorasmian Common Coptic Cuneiform Cypriot \
    Cypro_Minoan Cyrillic Deseret Devanagari Dives_Akuru Dogra Duployan Egyptian_Hieroglyphs \
    Elbasan Elymaic Ethiopic Garay Georgian Glagolitic Gothic Grantha Greek Gujarati \
    Gunjala_Gondi Gurmukhi Gurung_Khema Han Hangul Hanifi_Rohingya Hanunoo Hatran Hebrew \
    Hiragana Imperial_Aramaic Inherited Inscriptional_Pahlavi Inscriptional_Parthian \
    Javanese Kaithi Kannada Katakana Kawi Kayah_Li Kharoshthi Khitan_Small_Script Khmer \
    Khojki Khudawadi Kirat_Rai Lao Latin Lepcha Limbu Linear_A Linear_B Lisu Lycian Lydian \
    Mahajani Makasar Malayalam Mandaic Manichaean Marchen Masaram_Gondi Medefaidrin \
    Meetei_Mayek Mende_Kikakui Meroitic_Cursive Meroitic_Hieroglyphs Miao Modi Mongolian Mro \
    Multani Myanmar Nabataean Nag_Mundari Nandinagari New_Tai_Lue Newa Nko Nushu \
    Nyiakeng_Puachue_Hmong Ogham Ol_Chiki Ol_Onal Old_Hungarian Old_Italic Old_North_Arabian \
    Old_Permic Old_Persian Old_Sogdian Old_South_Arabian Old_Turkic Old_Uyghur Oriya Osage \
    Osmanya Pahawh_Hmong Palmyrene Pau_Cin_Hau Phags_Pa Phoenician Psalter_Pahlavi Rejang \
    Runic Samaritan Saurashtra Sharada Shavian Siddham SignWriting Sinhala Sogdian \
    Sora_Sompeng Soyombo Sundanese Sunuwar Syloti_Nagri Syriac Tagalog Tagbanwa Tai_Le \
    Tai_Tham Tai_Viet Takri Tamil Tangsa Tangut Telugu Thaana Thai Tibetan Tifinagh Tirhuta \
    Todhri Toto Tulu_Tigalari Ugaritic Vai Vithkuqi Wancho Warang_Citi Yezidi Yi \
    Zanabazar_Square";

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

    use super::*;

    #[test]
    fn regex_knows_every_listed_name() {
        for known in GENERAL_CATEGORIES.split(' ').chain(BINARY.split(' ')) {
            regex_syntax::parse(&format!(r"\p{{{known}}}")).unwrap();
        }
        for known in SCRIPTS.split(' ') {
            for property in ["Script", "Script_Extensions"] {
                regex_syntax::parse(&format!(r"\p{{{property}={known}}}")).unwrap();
            }
        }
    }

    #[test]
    fn the_fix_of_a_loose_name_is_its_exact_one() {
        let fix = |written| refuse(written).unwrap();
        assert_eq!(fix(r"\pL"), r"write `\p{L}`");
        assert_eq!(fix(r"\P{lowercase}"), r"write `\P{Lowercase}`");
        assert_eq!(fix(r"\p{greek}"), r"write `\p{Script=Greek}`");
        assert_eq!(fix(r"\p{sc:olditalic}"), r"write `\p{Script=Old_Italic}`");
        assert!(fix(r"\p{Age=3.0}").contains("full name"));
        assert_eq!(fix(r"\p{^L}"), r"write `\P{L}`");
        assert_eq!(fix(r"\P{gc!=Lu}"), r"write `\p{Lu}`");
        assert_eq!(refuse(r"\p{gc=Lu}"), None);
    }
}
