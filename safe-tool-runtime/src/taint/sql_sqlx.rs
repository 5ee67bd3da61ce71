//! In sqlx a parameter binds as the value in it does.

use sqlx::{Database, Encode, Type, encode::IsNull, error::BoxDynError};

use super::SqlParam;

impl<'q, D, T> Encode<'q, D> for SqlParam<T>
where
    D: Database,
    T: Encode<'q, D>,
{
    fn encode_by_ref(&self, buffer: &mut D::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
        self.escape_the_parameter().encode_by_ref(buffer)
    }

    fn produces(&self) -> Option<D::TypeInfo> {
        self.escape_the_parameter().produces()
    }

    fn size_hint(&self) -> usize {
        self.escape_the_parameter().size_hint()
    }
}

impl<D: Database, T: Type<D>> Type<D> for SqlParam<T> {
    fn type_info() -> D::TypeInfo {
        T::type_info()
    }

    fn compatible(other: &D::TypeInfo) -> bool {
        T::compatible(other)
    }
}
