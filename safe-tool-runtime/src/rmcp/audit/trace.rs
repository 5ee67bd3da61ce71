//! The trace that a call belongs to: <https://www.w3.org/TR/trace-context/#traceparent-header>.

/// The trace id of a valid `traceparent`, 32 hexadecimal digits. What is not valid is the
/// caller's own text, of which a log shows nothing.
pub(super) fn id(traceparent: &str) -> Option<&str> {
    let mut fields = traceparent.split('-');
    let version = fields.next().filter(|text| is_hex(text, 2))?;
    let trace = fields.next().filter(|text| is_id(text, 32))?;
    fields.next().filter(|text| is_id(text, 16))?;
    fields.next().filter(|text| is_hex(text, 2))?;
    // A later version may have more fields; 255 is none.
    let ends = fields.next().is_none() || version != "00";
    (ends && version != "ff").then_some(trace)
}

fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits
        && text
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// All zeros are no id.
fn is_id(text: &str, digits: usize) -> bool {
    is_hex(text, digits) && text.bytes().any(|byte| byte != b'0')
}
