//! One type, many values: the schema's verdict beside the check's.

use serde_json::Value;

use super::{exceptions, subject::Subject, values::Generator};

/// How many values came out how.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) total: usize,
    /// By the schema.
    pub(super) accepted: usize,
    /// Schema and check part, and are known to.
    pub(super) excepted: usize,
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.total += other.total;
        self.accepted += other.accepted;
        self.excepted += other.excepted;
    }
}

/// One value in so many is written out and read from text as well.
const WRITTEN: usize = 8;

/// `Err` describes the first value that schema and check disagree about.
pub(super) fn compare(subject: &Subject, seed: u64, count: usize) -> Result<Tally, String> {
    let oracle = jsonschema::draft202012::new(&subject.schema).unwrap();
    for sample in &subject.samples {
        let checked = (subject.check)(sample.clone());
        if checked.is_err() || !oracle.is_valid(sample) {
            return Err(format!("the sample {sample} is refused: {checked:?}"));
        }
    }
    let mut values = Generator::new(seed, subject);
    let mut tally = Tally::default();
    for index in 0..count {
        let value = values.next();
        let by_schema = oracle.is_valid(&value);
        let checked = (subject.check)(value.clone());
        if (subject.deserialize)(value.clone()) != checked.is_ok() {
            return Err(format!("`Deserialize` and `from_json` part on {value}"));
        }
        tally.total += 1;
        tally.accepted += usize::from(by_schema);
        if by_schema != checked.is_ok() {
            tally.excepted += 1;
            if !exceptions::known(subject, &oracle, &value, &checked) {
                return Err(format!(
                    "the schema says {by_schema}, the check says {checked:?}, of {value}"
                ));
            }
        }
        if index % WRITTEN == 0 {
            compare_written(subject, &values.written(value))?;
        }
    }
    match tally.accepted {
        0 => Err("everything is refused".to_owned()),
        _ => Ok(tally),
    }
}

/// Read from text, a value is judged as it is when it is parsed already.
fn compare_written(subject: &Subject, text: &str) -> Result<(), String> {
    let parsed: Result<Value, _> = serde_json::from_str(text);
    // A number that no `Value` holds, in a field that nobody looks at.
    if parsed.is_err() && subject.open {
        return Ok(());
    }
    let expected = parsed.is_ok_and(|value| (subject.deserialize)(value));
    match (subject.from_str)(text) == expected {
        true => Ok(()),
        false => Err(format!("text and value part on {text}")),
    }
}
