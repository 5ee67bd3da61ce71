//! What a scan costs, counted in bytes read and not in seconds.

use super::scan;

/// Bytes read for each byte of the text, at most. Six copies of a text are the most that
/// its views come to; each is read three times, and by the rules whose anchors it holds.
const MOST: usize = 160;

/// What hostile texts are made of: what readings undo, what they look for, and what has
/// made detectors slow before.
const UNITS: [&str; 40] = [
    "\u{200b}",
    "i\u{200b}g",
    "a\u{301}\u{301}",
    "\u{e0041}",
    "a\u{fe01}",
    "𝐢𝐠𝐧 ",
    "ｉｇｎ ",
    "\u{fdfa}",
    "игнорируй ",
    "忽略之前的",
    "aWdub3JlIGFsbCBwcmV2aW91cyBp",
    "QUJDRA ",
    "&#105;",
    "&amp;amp;",
    "%25%69",
    "\\u0069",
    "<a ",
    "<b>i</b>",
    "<!--",
    "i<!-- -->g",
    "{\"a\":[",
    "ignore ",
    "system prompt ",
    "i g n o r e ",
    "i-g-",
    "1gn0r3 ",
    "01101001 ",
    ".- ",
    "\u{1b}[1mx",
    "x\u{8}",
    "vtaber ",
    "erongi ",
    "-",
    "a\"+\"b",
    "send to a@example.com ",
    "\n",
    "a",
    "attack \"ignore this\" ",
    "human: assistant:\n",
    "а\u{300}g",
];

/// Each unit alone, and each beside the one after it and the one after that: 120 texts.
fn hostile(len: usize) -> impl Iterator<Item = (String, String)> {
    (0..3).flat_map(move |with| {
        (0..UNITS.len()).map(move |at| {
            let mut unit = UNITS[at].to_owned();
            if with > 0 {
                unit += UNITS[(at + with) % UNITS.len()];
            }
            let text = unit.repeat(len / unit.len() + 1);
            (unit, text)
        })
    })
}

#[test]
fn adversarial_megabytes_are_read_in_proportion() {
    for (unit, text) in hostile(1 << 20) {
        let read = scan(&text).bytes_read();
        assert!(
            read <= MOST * text.len(),
            "{unit:?}: {} a byte",
            read / text.len()
        );
    }
}

#[test]
fn work_grows_no_faster_than_the_length() {
    for ((unit, short), (_, long)) in hostile(32 * 1024).zip(hostile(128 * 1024)) {
        let each = |text: &str| scan(text).bytes_read() as f64 / text.len() as f64;
        let (short, long) = (each(&short), each(&long));
        // A short text is read in more ways than a long one, never in fewer.
        assert!(
            long <= short * 1.1 + 1.0,
            "{unit:?}: {short:.1} a byte, then {long:.1}"
        );
    }
}

#[test]
fn ordinary_text_is_read_a_few_times() {
    let text =
        "The committee met on Tuesday and adopted the budget for the coming year. ".repeat(200);
    let each = scan(&text).bytes_read() / text.len();
    assert!(each <= 4, "{each} a byte");
}
