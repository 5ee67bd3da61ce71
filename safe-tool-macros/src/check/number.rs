//! Numbers: ranges inside the type, and not empty.

use quote::ToTokens;

use super::value::{Context, find};
use crate::{
    kind::{self, Kind},
    model::Shape,
    syntax::{Number, Range},
};

/// Beyond these serde_json reads an integer as a float, whose digits are not all there.
const JSON_MIN: i128 = i64::MIN as i128;
const JSON_MAX: i128 = u64::MAX as i128;

impl Context<'_> {
    pub(super) fn integer(&self) -> Shape {
        let range = find!(self, Range);
        let bound = |number: &Number| self.integer_literal(number);
        let min = range.and_then(|range| range.min.as_ref()).and_then(bound);
        let max = range.and_then(|range| range.max.as_ref()).and_then(bound);
        if let (Some(range), Some(min), Some(max)) = (range, min, max)
            && min > max
        {
            self.empty_range(range);
        }
        if let Some(range) = range
            && (min.is_some_and(|min| min > JSON_MAX) || max.is_some_and(|max| max < JSON_MIN))
        {
            self.beyond_json(range);
        }
        let multiple_of = find!(self, MultipleOf).and_then(|number| {
            let divisor = bound(number)?;
            if divisor <= 0 {
                let text = "nothing is a multiple of zero or less";
                self.errors.at(number, text, "write 1 or more");
                return None;
            }
            if divisor > JSON_MAX {
                self.beyond_json(number);
            }
            if let (Some(min), Some(max)) = (min, max)
                && min <= max
                && max.div_euclid(divisor) * divisor < min
            {
                self.errors.at(
                    number,
                    format_args!("no multiple of {divisor} lies between {min} and {max}"),
                    "widen the range, or change the divisor",
                );
            }
            Some(divisor)
        });
        Shape::Integer {
            min,
            max,
            multiple_of,
        }
    }

    /// The value of a bound, if the type can hold it.
    fn integer_literal(&self, number: &Number) -> Option<i128> {
        let ty = kind::display(self.ty);
        if number.is_float() {
            let text = format_args!("a `{ty}` has no fraction");
            self.errors.at(number, text, "write an integer");
            return None;
        }
        let value = number.integer();
        let limits = match self.kind {
            Kind::Integer(limits) => Some(limits),
            _ => None,
        };
        let help = match (value, limits) {
            (Some(value), Some(limits)) if value < limits.min || value > limits.max => {
                format!("a `{ty}` lies between {} and {}", limits.min, limits.max)
            }
            (Some(_), _) => return value,
            (None, _) => "write a number of at most 127 bits".to_owned(),
        };
        let text = format_args!("no `{ty}` has this value");
        self.errors.at(number, text, help);
        None
    }

    pub(super) fn float(&self) -> Shape {
        let range = find!(self, Range);
        let type_max = match self.kind {
            Kind::Float(max) => *max,
            _ => None,
        };
        let bound = |number: &Number| {
            let value = number.float().filter(|value| value.is_finite());
            let fits = value.filter(|value| type_max.is_none_or(|max| value.abs() <= max));
            if fits.is_none() {
                let text = format!("no `{}` has this value", kind::display(self.ty));
                let help = "write a finite number of the type";
                self.errors.at(number, text, help);
            }
            fits
        };
        let min = range.and_then(|range| range.min.as_ref()).and_then(bound);
        let max = range.and_then(|range| range.max.as_ref()).and_then(bound);
        if let (Some(range), Some(min), Some(max)) = (range, min, max)
            && min > max
        {
            self.empty_range(range);
        }
        Shape::Float { min, max }
    }

    fn beyond_json(&self, what: &impl ToTokens) {
        self.errors.at(
            what,
            "no number in JSON meets this rule",
            "JSON's integers are read with 64 bits: take a rule that some of them meet",
        );
    }

    /// The bounds are there, and the lower is above the upper.
    fn empty_range(&self, range: &Range) {
        let show = |number: &Option<Number>| number.to_token_stream().to_string().replace(' ', "");
        let (min, max) = (show(&range.min), show(&range.max));
        self.errors.at(
            range,
            format_args!("no value lies between {min} and {max}"),
            format_args!("swap the bounds: `range({max}, {min})`"),
        );
    }
}
