//! Lists and tuples.

use std::cell::Cell;

use serde::{
    Serialize,
    ser::{SerializeSeq, SerializeTuple, SerializeTupleStruct, SerializeTupleVariant},
};

use super::{
    super::{
        marker::{REDACTED, TOO_LARGE},
        memo::{Role, role},
    },
    here::{Here, Wrapped},
    withhold::Withheld,
};

/// A list that is being written.
pub(super) struct Items<'h, C> {
    inner: C,
    here: Here<'h>,
    count: usize,
    /// It may be a pair of a name and a value. One that does not say how long it is, is
    /// taken for a pair.
    pair: bool,
    /// Its first item is the name of a secret.
    named: Cell<bool>,
    /// Every item is one: the list is that of a variant with such a name.
    secret: bool,
    /// It was cut at the bound on the size, and says so.
    cut: bool,
}

impl<'h, C> Items<'h, C> {
    pub(super) fn new(inner: C, here: Here<'h>, length: Option<usize>) -> Self {
        Self {
            inner,
            here: here.inside().item(),
            count: 0,
            pair: here.in_list && length.is_none_or(|length| length == 2),
            named: Cell::new(false),
            secret: false,
            cut: false,
        }
    }

    pub(super) fn of(mut self, variant: &str) -> Self {
        self.secret = role(variant) == Role::Secret;
        self
    }
}

macro_rules! items {
    ($($part:ident::$method:ident;)*) => {$(
        impl<C: $part> $part for Items<'_, C> {
            type Ok = C::Ok;
            type Error = C::Error;

            #[inline]
            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), C::Error> {
                let first = self.count == 0;
                self.count += 1;
                if self.cut {
                    return Ok(());
                }
                if !self.here.spend(1) {
                    self.cut = true;
                    return self.inner.$method(TOO_LARGE);
                }
                if self.secret || self.pair && !first && self.named.get() {
                    return self.inner.$method(&Withheld(item, REDACTED));
                }
                let here = match self.pair && first {
                    true => self.here.naming(&self.named),
                    false => self.here,
                };
                self.inner.$method(&Wrapped::new(item, here))
            }

            fn end(self) -> Result<C::Ok, C::Error> {
                self.inner.end()
            }
        }
    )*};
}
items! {
    SerializeSeq::serialize_element;
    SerializeTuple::serialize_element;
    SerializeTupleStruct::serialize_field;
    SerializeTupleVariant::serialize_field;
}
