//! Objects: structs and maps.

use std::cell::Cell;

use serde::{
    Serialize,
    ser::{SerializeMap, SerializeStruct, SerializeStructVariant},
};
use serde_json::Value;

use super::{
    super::{
        marker::{REDACTED, TOO_LARGE},
        memo::{Role, role},
    },
    here::{Here, Wrapped},
    key,
    withhold::Withheld,
};

/// An object that is being written. `K` is a key that is held back.
pub(super) struct Fields<'h, C, K = &'static str> {
    inner: C,
    here: Here<'h>,
    /// A field of it names a secret.
    named: Cell<bool>,
    /// Values that may turn out to be the secret so named, redacted but for that.
    held: Vec<(K, Value)>,
    /// What is to become of the value whose key was written last, in a map.
    next: Fate,
    /// Every value is a secret: the object is that of a variant with such a name.
    secret: bool,
    /// Nothing is looked at.
    passing: bool,
    /// It was cut at the bound on the size, and says so.
    cut: bool,
}

/// What is to become of a value.
enum Fate {
    Pass,
    Watch,
    Withhold,
    Hold,
    /// The object is full.
    Drop,
}

impl<'h, C, K> Fields<'h, C, K> {
    pub(super) fn new(inner: C, here: Here<'h>) -> Self {
        Self {
            inner,
            here,
            named: Cell::new(false),
            held: Vec::new(),
            next: Fate::Drop,
            secret: false,
            passing: false,
            cut: false,
        }
    }

    pub(super) fn of(mut self, variant: &str) -> Self {
        self.secret = role(variant) == Role::Secret;
        self
    }

    pub(super) fn passing(mut self) -> Self {
        self.passing = true;
        self
    }

    #[inline]
    fn fate(&self, role: Role) -> Fate {
        match role {
            _ if self.secret => Fate::Withhold,
            Role::Secret => Fate::Withhold,
            Role::Name => Fate::Watch,
            Role::Value if self.named.get() => Fate::Withhold,
            Role::Value => Fate::Hold,
            Role::Other => Fate::Pass,
        }
    }

    /// A value as it may be written later. One that JSON cannot hold is withheld.
    fn hold<T: Serialize + ?Sized>(&mut self, key: K, value: &T) {
        let value = serde_json::to_value(Wrapped::new(value, self.here));
        let value = value.unwrap_or_else(|_| Value::from(REDACTED));
        self.held.push((key, value));
    }
}

macro_rules! structs {
    ($($part:ident;)*) => {$(
        impl<C: $part> $part for Fields<'_, C> {
            type Ok = C::Ok;
            type Error = C::Error;

            #[inline]
            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), C::Error> {
                if self.passing {
                    return self.inner.serialize_field(key, value);
                }
                if self.cut {
                    return self.inner.skip_field(key);
                }
                if !self.here.spend(key.len()) {
                    self.cut = true;
                    return self.inner.serialize_field(key, TOO_LARGE);
                }
                match self.fate(role(key)) {
                    Fate::Withhold => self.inner.serialize_field(key, &Withheld(value, REDACTED)),
                    Fate::Hold => {
                        self.hold(key, value);
                        Ok(())
                    }
                    Fate::Watch => {
                        let here = self.here.naming(&self.named);
                        self.inner.serialize_field(key, &Wrapped::new(value, here))
                    }
                    Fate::Pass | Fate::Drop => {
                        self.inner.serialize_field(key, &Wrapped::new(value, self.here))
                    }
                }
            }

            fn skip_field(&mut self, key: &'static str) -> Result<(), C::Error> {
                self.inner.skip_field(key)
            }

            fn end(mut self) -> Result<C::Ok, C::Error> {
                for (key, value) in &self.held {
                    match self.named.get() {
                        true => self.inner.serialize_field(key, &Withheld(value, REDACTED))?,
                        false => self.inner.serialize_field(key, value)?,
                    }
                }
                self.inner.end()
            }
        }
    )*};
}
structs! {
    SerializeStruct;
    SerializeStructVariant;
}

/// A map's keys are values themselves: those held back are strings by then.
impl<C: SerializeMap> SerializeMap for Fields<'_, C, Value> {
    type Ok = C::Ok;
    type Error = C::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), C::Error> {
        let known = key::read(key);
        if self.cut {
            return Ok(());
        }
        if !self.here.spend(known.length) {
            self.cut = true;
            self.next = Fate::Drop;
            return self.inner.serialize_entry(TOO_LARGE, TOO_LARGE);
        }
        self.next = self.fate(known.role);
        if matches!(self.next, Fate::Hold) {
            let key = serde_json::to_value(key);
            self.held.push((key.unwrap_or_default(), Value::Null));
            return Ok(());
        }
        self.inner.serialize_key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), C::Error> {
        if self.cut {
            return Ok(());
        }
        match self.next {
            Fate::Drop => Ok(()),
            Fate::Withhold => self.inner.serialize_value(&Withheld(value, REDACTED)),
            Fate::Watch => {
                let here = self.here.naming(&self.named);
                self.inner.serialize_value(&Wrapped::new(value, here))
            }
            Fate::Hold => {
                if let Some((key, _)) = self.held.pop() {
                    self.hold(key, value);
                }
                Ok(())
            }
            Fate::Pass => self.inner.serialize_value(&Wrapped::new(value, self.here)),
        }
    }

    fn end(mut self) -> Result<C::Ok, C::Error> {
        for (key, value) in &self.held {
            match self.named.get() {
                true => self
                    .inner
                    .serialize_entry(key, &Withheld(value, REDACTED))?,
                false => self.inner.serialize_entry(key, value)?,
            }
        }
        self.inner.end()
    }
}
