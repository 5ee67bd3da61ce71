//! What is written in place of a value, which is not looked at but for whether there is
//! one: `null` stays `null`.

use std::fmt::Display;

use serde::{
    Serialize, Serializer,
    ser::{
        SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
        SerializeTupleStruct, SerializeTupleVariant,
    },
};

/// A serializer that writes a notice, whatever it is given.
pub(super) struct Withhold<S> {
    inner: S,
    notice: &'static str,
}

impl<S: Serializer> Withhold<S> {
    pub(super) fn new(inner: S, notice: &'static str) -> Self {
        Self { inner, notice }
    }

    fn notice(self) -> Result<S::Ok, S::Error> {
        self.inner.serialize_str(self.notice)
    }

    /// The notice is written; the parts that come are dropped.
    fn instead(self) -> Result<Dropped<S>, S::Error> {
        Ok(Dropped(self.notice()?))
    }
}

/// A value to be withheld.
pub(super) struct Withheld<'a, T: ?Sized>(pub(super) &'a T, pub(super) &'static str);

impl<T: Serialize + ?Sized> Serialize for Withheld<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(Withhold::new(serializer, self.1))
    }
}

/// An object or array of which nothing is written.
pub(super) struct Dropped<S: Serializer>(S::Ok);

macro_rules! withheld {
    ($($method:ident($($argument:ty),*);)*) => {$(
        fn $method(self, $(_: $argument),*) -> Result<S::Ok, S::Error> {
            self.notice()
        }
    )*};
}

macro_rules! dropped {
    ($($method:ident($($argument:ty),*) -> $part:ident;)*) => {$(
        fn $method(self, $(_: $argument),*) -> Result<Self::$part, S::Error> {
            self.instead()
        }
    )*};
}

impl<S: Serializer> Serializer for Withhold<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Dropped<S>;
    type SerializeTuple = Dropped<S>;
    type SerializeTupleStruct = Dropped<S>;
    type SerializeTupleVariant = Dropped<S>;
    type SerializeMap = Dropped<S>;
    type SerializeStruct = Dropped<S>;
    type SerializeStructVariant = Dropped<S>;

    withheld! {
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
        serialize_str(&str);
        serialize_bytes(&[u8]);
        serialize_unit_variant(&'static str, u32, &'static str);
    }

    dropped! {
        serialize_seq(Option<usize>) -> SerializeSeq;
        serialize_tuple(usize) -> SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> SerializeTupleVariant;
        serialize_map(Option<usize>) -> SerializeMap;
        serialize_struct(&'static str, usize) -> SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> SerializeStructVariant;
    }

    fn serialize_none(self) -> Result<S::Ok, S::Error> {
        self.inner.serialize_none()
    }

    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        self.inner.serialize_unit()
    }

    fn serialize_unit_struct(self, name: &'static str) -> Result<S::Ok, S::Error> {
        self.inner.serialize_unit_struct(name)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<S::Ok, S::Error> {
        self.notice()
    }

    fn collect_str<T: Display + ?Sized>(self, _: &T) -> Result<S::Ok, S::Error> {
        self.notice()
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

macro_rules! dropped_items {
    ($($part:ident::$method:ident;)*) => {$(
        impl<S: Serializer> $part for Dropped<S> {
            type Ok = S::Ok;
            type Error = S::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), S::Error> {
                Ok(())
            }

            fn end(self) -> Result<S::Ok, S::Error> {
                Ok(self.0)
            }
        }
    )*};
}
dropped_items! {
    SerializeSeq::serialize_element;
    SerializeTuple::serialize_element;
    SerializeTupleStruct::serialize_field;
    SerializeTupleVariant::serialize_field;
}

macro_rules! dropped_fields {
    ($($part:ident;)*) => {$(
        impl<S: Serializer> $part for Dropped<S> {
            type Ok = S::Ok;
            type Error = S::Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                _: &'static str,
                _: &T,
            ) -> Result<(), S::Error> {
                Ok(())
            }

            fn end(self) -> Result<S::Ok, S::Error> {
                Ok(self.0)
            }
        }
    )*};
}
dropped_fields! {
    SerializeStruct;
    SerializeStructVariant;
}

impl<S: Serializer> SerializeMap for Dropped<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), S::Error> {
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), S::Error> {
        Ok(())
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        Ok(self.0)
    }
}
