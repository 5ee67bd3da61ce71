struct Unbounded {
    query: String,
}
const _: () = {
    #[allow(unused_imports)]
    use ::safe_tool::__private as __p;
    impl __p::Checked for Unbounded {
        fn rule() -> impl __p::Rule<Value = Self> {
            __p::then(__p::boolean(), |_, _: &mut __p::Cursor<'_>| __p::Option::None)
        }
    }
    impl __p::Debug for Unbounded {
        fn fmt(&self, _: &mut __p::Formatter<'_>) -> __p::FmtResult {
            __p::Result::Ok(())
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Unbounded {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            input: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(input)
        }
    }
    #[automatically_derived]
    impl __p::JsonSchema for Unbounded {
        fn schema_name() -> __p::Cow<'static, str> {
            __p::Cow::Borrowed("Unbounded")
        }
        fn schema_id() -> __p::Cow<'static, str> {
            __p::Cow::Borrowed(__p::type_name::<Self>())
        }
        fn json_schema(_: &mut __p::SchemaGenerator) -> __p::Schema {
            __p::json_schema::<Self>(&<__p::Policy as __p::Default>::default())
        }
    }
    impl Unbounded {
        /// Checks arguments that are parsed JSON.
        ///
        /// # Errors
        /// Everything that is wrong with them, at once.
        #[allow(dead_code, unreachable_pub)]
        fn from_json(arguments: __p::JsonValue) -> __p::Result<Self, __p::Violations> {
            __p::from_json(arguments)
        }
        /// For a test of yours: sends, for each rule of each field, a value just
        /// inside and one just outside through `Deserialize`.
        ///
        /// # Panics
        /// If one of them is not treated as the rule says; also if a field has a
        /// pattern, a check or a foreign type for which no valid value is known: then
        /// use `assert_policy_with`.
        #[allow(dead_code, unreachable_pub)]
        #[inline]
        #[track_caller]
        fn assert_policy() {
            __p::assert_policy::<Self>(__p::Option::None);
        }
        /// As `assert_policy`, for a type that needs a valid example, or a list of
        /// them: their values stand in where the rules alone do not tell one.
        ///
        /// # Panics
        /// As `assert_policy`, and if an example is refused.
        #[allow(dead_code, unreachable_pub)]
        #[inline]
        #[track_caller]
        fn assert_policy_with(example: __p::JsonValue) {
            __p::assert_policy::<Self>(__p::Option::Some(example));
        }
    }
};
::core::compile_error! {
    "`query` can be of any length\n\nhelp: bound it with `#[max_len(200)]`, list its values with `#[one_of(\"a\", \"b\")]`, or write `#[unbounded]` if it must be"
}
