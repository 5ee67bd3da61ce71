//! Floats: `range`.

use std::marker::PhantomData;

use serde_json::{Value, json};

use super::{Cursor, Examples, JsonObject, Probes, Rule, Schemas, schema::object};

/// Rust's float types.
pub trait Float: Copy {
    /// Largest finite value.
    const MAX: f64;
    /// The nearest value of the type.
    fn narrow(value: f64) -> Self;
}

impl Float for f64 {
    const MAX: f64 = f64::MAX;
    fn narrow(value: f64) -> Self {
        value
    }
}

impl Float for f32 {
    const MAX: f64 = f32::MAX as f64;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "rounds; the range was checked"
    )]
    fn narrow(value: f64) -> Self {
        value as f32
    }
}

/// The rule of a float field; integers are floats too. The range is checked as `f64`,
/// before narrowing.
#[derive(Clone, Copy, Debug)]
pub struct FloatRule<T> {
    min: Option<f64>,
    max: Option<f64>,
    value: PhantomData<fn() -> T>,
}

/// Any finite float.
pub fn float<T: Float>() -> FloatRule<T> {
    let limit = (T::MAX < f64::MAX).then_some(T::MAX);
    FloatRule {
        min: limit.map(|max| -max),
        max: limit,
        value: PhantomData,
    }
}

impl<T> FloatRule<T> {
    /// Inclusive lower bound.
    pub fn min(mut self, min: f64) -> Self {
        self.min = Some(min);
        self
    }

    /// Inclusive upper bound.
    pub fn max(mut self, max: f64) -> Self {
        self.max = Some(max);
        self
    }

    #[cold]
    fn outside(&self, at: &mut Cursor<'_>) -> Option<T> {
        match (self.min, self.max) {
            (Some(min), Some(max)) => {
                at.reject("range", format_args!("must be between {min} and {max}"))
            }
            (Some(min), None) => at.reject("range", format_args!("must be at least {min}")),
            (None, Some(max)) => at.reject("range", format_args!("must be at most {max}")),
            (None, None) => at.reject("range", "must be a finite number"),
        }
    }
}

impl<T: Float> Rule for FloatRule<T> {
    type Value = T;

    fn expected(&self) -> &'static str {
        "a number"
    }

    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "the field is a float; a bound that is no integer is below 2^53"
    )]
    fn integer(&self, value: i128, at: &mut Cursor<'_>) -> Option<T> {
        // Compared before it is rounded: 2^53 + 1 becomes 2^53 as a float.
        let above = self.max.is_some_and(|max| value > max.floor() as i128);
        let below = self.min.is_some_and(|min| value < min.ceil() as i128);
        if above || below {
            return self.outside(at);
        }
        self.float(value as f64, at)
    }

    fn float(&self, value: f64, at: &mut Cursor<'_>) -> Option<T> {
        let inside = value.is_finite()
            && self.min.is_none_or(|min| value >= min)
            && self.max.is_none_or(|max| value <= max);
        if inside {
            return Some(T::narrow(value));
        }
        self.outside(at)
    }

    fn schema(&self, _: &mut Schemas) -> JsonObject {
        let mut schema = object(json!({ "type": "number" }));
        if let Some(min) = self.min {
            schema.insert("minimum".into(), min.into());
        }
        if let Some(max) = self.max {
            schema.insert("maximum".into(), max.into());
        }
        schema
    }

    fn probes(&self, _: &Examples<'_>) -> Probes {
        let mut probes = Probes::of(Value::is_number);
        let (min, max) = (self.min.unwrap_or(-f64::MAX), self.max.unwrap_or(f64::MAX));
        let between = f64::midpoint(min, max);
        probes.inside = [0.0, between, min, max]
            .into_iter()
            .filter(|value| (min..=max).contains(value))
            .map(Value::from)
            .collect();
        // A whole number is a float too.
        if min <= 1.0 && max >= 1.0 {
            probes.inside(1);
        }
        probes.valid = probes.inside.clone();
        // JSON writes no infinity.
        for value in [min.next_down(), max.next_up()] {
            if value.is_finite() {
                probes.outside(value, "range");
            }
        }
        probes
    }
}
