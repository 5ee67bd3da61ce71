//! Where the serializer stands, and the wrapper that takes it into every value.

use std::cell::Cell;

use serde::{Serialize, Serializer};

use super::{
    super::{json::MAX_DEPTH, marker::TOO_DEEP},
    redactor::Redactor,
    withhold::Withhold,
};

/// A place in the value that is being written.
#[derive(Clone, Copy)]
pub(super) struct Here<'h> {
    /// How many bytes of keys and strings may still be written.
    left: &'h Cell<usize>,
    /// How many objects and arrays are around it.
    depth: usize,
    /// Whether it is an item of a list, so that two strings of it are a pair.
    pub(super) in_list: bool,
    /// Set if the string that stands here is the name of a secret.
    pub(super) named: Option<&'h Cell<bool>>,
    /// The string that stands here is JSON already.
    pub(super) raw: bool,
}

impl<'h> Here<'h> {
    pub(super) fn root(left: &'h Cell<usize>) -> Self {
        Self {
            left,
            depth: 0,
            in_list: false,
            named: None,
            raw: false,
        }
    }

    /// Inside the object or array that stands here.
    pub(super) fn inside(self) -> Self {
        Self {
            depth: self.depth + 1,
            in_list: false,
            named: None,
            ..self
        }
    }

    /// This place, where a name may stand.
    pub(super) fn naming<'n>(self, named: &'n Cell<bool>) -> Here<'n>
    where
        'h: 'n,
    {
        Here {
            named: Some(named),
            ..self
        }
    }

    pub(super) fn raw(self) -> Self {
        Self { raw: true, ..self }
    }

    pub(super) fn item(self) -> Self {
        Self {
            in_list: true,
            ..self
        }
    }

    /// Takes so many bytes off what may be written; false if there are not as many.
    pub(super) fn spend(&self, bytes: usize) -> bool {
        let left = self.left.get().checked_sub(bytes);
        self.left.set(left.unwrap_or(0));
        left.is_some()
    }
}

/// A value, to be redacted as one that stands there.
pub(super) struct Wrapped<'w, T: ?Sized> {
    value: &'w T,
    here: Here<'w>,
}

impl<'w, T: ?Sized> Wrapped<'w, T> {
    pub(super) fn new(value: &'w T, here: Here<'w>) -> Self {
        Self { value, here }
    }
}

impl<T: Serialize + ?Sized> Serialize for Wrapped<'_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.here.depth > MAX_DEPTH {
            return self.value.serialize(Withhold::new(serializer, TOO_DEEP));
        }
        self.value.serialize(Redactor {
            inner: serializer,
            here: self.here,
        })
    }
}
