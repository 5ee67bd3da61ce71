//! The serializer between a value and its format: strings are redacted, objects and
//! arrays are watched, all else passes.

use serde::{Serialize, Serializer};

use super::{
    super::{
        marker::{REDACTED, TOO_LARGE},
        memo::{Role, role},
        pairs,
        text::{redact_json_text, redact_string},
    },
    compound::Items,
    fields::Fields,
    here::{Here, Wrapped},
    withhold::Withheld,
};

/// How serde_json names what it hands from itself to itself: raw JSON, and numbers of any
/// length.
const RAW_VALUE: &str = "$serde_json::private::RawValue";
const NUMBER: &str = "$serde_json::private::Number";

pub(super) struct Redactor<'h, S> {
    pub(super) inner: S,
    pub(super) here: Here<'h>,
}

impl<'h, S> Redactor<'h, S> {
    /// A value of one part around which no list or object is drawn.
    fn wrapped<'w, T: ?Sized>(here: Here<'h>, value: &'w T) -> Wrapped<'w, T>
    where
        'h: 'w,
    {
        Wrapped::new(value, here)
    }
}

macro_rules! pass {
    ($($method:ident($type:ty);)*) => {$(
        #[inline]
        fn $method(self, value: $type) -> Result<S::Ok, S::Error> {
            self.inner.$method(value)
        }
    )*};
}

impl<'h, S: Serializer> Serializer for Redactor<'h, S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Items<'h, S::SerializeSeq>;
    type SerializeTuple = Items<'h, S::SerializeTuple>;
    type SerializeTupleStruct = Items<'h, S::SerializeTupleStruct>;
    type SerializeTupleVariant = Items<'h, S::SerializeTupleVariant>;
    type SerializeMap = Fields<'h, S::SerializeMap, serde_json::Value>;
    type SerializeStruct = Fields<'h, S::SerializeStruct>;
    type SerializeStructVariant = Fields<'h, S::SerializeStructVariant>;

    pass! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_i128(i128);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_u128(u128);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_unit_struct(&'static str);
    }

    #[inline]
    fn serialize_str(self, text: &str) -> Result<S::Ok, S::Error> {
        let here = self.here;
        if let Some(named) = here.named
            && pairs::names_secret(text)
        {
            named.set(true);
        }
        if !here.spend(text.len()) {
            let notice = if here.raw {
                "\"[max size]\""
            } else {
                TOO_LARGE
            };
            return self.inner.serialize_str(notice);
        }
        let redacted = match here.raw {
            true => redact_json_text(text),
            false => redact_string(text),
        };
        match redacted {
            None => self.inner.serialize_str(text),
            Some(redacted) => self.inner.serialize_str(&redacted),
        }
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<S::Ok, S::Error> {
        if !self.here.spend(bytes.len()) {
            return self.inner.serialize_str(TOO_LARGE);
        }
        self.inner.serialize_bytes(bytes)
    }

    #[inline]
    fn serialize_none(self) -> Result<S::Ok, S::Error> {
        self.inner.serialize_none()
    }

    #[inline]
    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        self.inner.serialize_unit()
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.inner.serialize_some(&Self::wrapped(self.here, value))
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
    ) -> Result<S::Ok, S::Error> {
        self.inner.serialize_unit_variant(name, index, variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        let value = Self::wrapped(self.here, value);
        self.inner.serialize_newtype_struct(name, &value)
    }

    /// In JSON an object with one key, which may be that of a secret.
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        if role(variant) == Role::Secret {
            let value = Withheld(value, REDACTED);
            return self
                .inner
                .serialize_newtype_variant(name, index, variant, &value);
        }
        let value = Self::wrapped(self.here.inside(), value);
        self.inner
            .serialize_newtype_variant(name, index, variant, &value)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self::SerializeSeq, S::Error> {
        let inner = self.inner.serialize_seq(length)?;
        Ok(Items::new(inner, self.here, length))
    }

    fn serialize_tuple(self, length: usize) -> Result<Self::SerializeTuple, S::Error> {
        let inner = self.inner.serialize_tuple(length)?;
        Ok(Items::new(inner, self.here, Some(length)))
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleStruct, S::Error> {
        let inner = self.inner.serialize_tuple_struct(name, length)?;
        Ok(Items::new(inner, self.here, Some(length)))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        let inner = self
            .inner
            .serialize_tuple_variant(name, index, variant, length)?;
        Ok(Items::new(inner, self.here.inside(), Some(length)).of(variant))
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        let inner = self.inner.serialize_map(length)?;
        Ok(Fields::new(inner, self.here.inside()))
    }

    fn serialize_struct(
        self,
        name: &'static str,
        length: usize,
    ) -> Result<Self::SerializeStruct, S::Error> {
        let inner = self.inner.serialize_struct(name, length)?;
        Ok(match name {
            RAW_VALUE => Fields::new(inner, self.here.raw()),
            NUMBER => Fields::new(inner, self.here).passing(),
            _ => Fields::new(inner, self.here.inside()),
        })
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        let inner = self
            .inner
            .serialize_struct_variant(name, index, variant, length)?;
        Ok(Fields::new(inner, self.here.inside().inside()).of(variant))
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}
