//! What the key of a map says, whatever type it is of.

use serde::{
    Serialize, Serializer,
    ser::{Error, Impossible},
};

use super::super::memo::{Role, role};

/// A key as far as it is read.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub(super) role: Role,
    pub(super) length: usize,
}

/// Of a key that is no text nothing is known; formats refuse most of them.
const UNKNOWN: Known = Known {
    role: Role::Other,
    length: 1,
};

#[inline]
pub(super) fn read<T: Serialize + ?Sized>(key: &T) -> Known {
    key.serialize(Reader).unwrap_or(UNKNOWN)
}

struct Reader;

/// Where a key is given up.
#[derive(Debug)]
struct NotAKey;

impl std::fmt::Display for NotAKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not a key")
    }
}

impl std::error::Error for NotAKey {}

impl Error for NotAKey {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

macro_rules! unknown {
    ($($method:ident($($argument:ty),*);)*) => {$(
        fn $method(self, $(_: $argument),*) -> Result<Known, NotAKey> {
            Ok(UNKNOWN)
        }
    )*};
}

macro_rules! no_key {
    ($($method:ident($($argument:ty),*) -> $part:ident;)*) => {$(
        fn $method(self, $(_: $argument),*) -> Result<Self::$part, NotAKey> {
            Err(NotAKey)
        }
    )*};
}

impl Serializer for Reader {
    type Ok = Known;
    type Error = NotAKey;
    type SerializeSeq = Impossible<Known, NotAKey>;
    type SerializeTuple = Impossible<Known, NotAKey>;
    type SerializeTupleStruct = Impossible<Known, NotAKey>;
    type SerializeTupleVariant = Impossible<Known, NotAKey>;
    type SerializeMap = Impossible<Known, NotAKey>;
    type SerializeStruct = Impossible<Known, NotAKey>;
    type SerializeStructVariant = Impossible<Known, NotAKey>;

    unknown! {
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
        serialize_bytes(&[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(&'static str);
    }

    no_key! {
        serialize_seq(Option<usize>) -> SerializeSeq;
        serialize_tuple(usize) -> SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> SerializeTupleVariant;
        serialize_map(Option<usize>) -> SerializeMap;
        serialize_struct(&'static str, usize) -> SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> SerializeStructVariant;
    }

    #[inline]
    fn serialize_str(self, text: &str) -> Result<Known, NotAKey> {
        Ok(Known {
            role: role(text),
            length: text.len(),
        })
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Known, NotAKey> {
        self.serialize_str(variant)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Known, NotAKey> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Known, NotAKey> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Known, NotAKey> {
        Err(NotAKey)
    }
}
