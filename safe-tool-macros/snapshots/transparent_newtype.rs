pub(crate) struct ApiKey(String);
const _: () = {
    #[allow(unused_imports)]
    use ::safe_tool::__private as __p;
    impl __p::Checked for ApiKey {
        fn rule() -> impl __p::Rule<Value = Self> {
            __p::then(
                    __p::secret(__p::text::<String>().max_len(40usize)),
                    |value, at: &mut __p::Cursor<'_>| {
                        let value = Self { 0: value };
                        if let __p::Option::Some(error) = __p::refusal_of(
                            valid_key(&value),
                        ) {
                            <__p::CheckError as __p::From<_>>::from(error).report(at);
                            return __p::Option::None;
                        }
                        __p::Option::Some(value)
                    },
                )
                .check("valid_key")
        }
    }
    impl __p::Debug for ApiKey {
        fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::FmtResult {
            match self {
                Self { 0: field } => {
                    f.debug_tuple("ApiKey")
                        .field(
                            __p::debug_field(
                                "ApiKey",
                                {
                                    let _ = field;
                                    &()
                                },
                                true,
                            ),
                        )
                        .finish()
                }
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for ApiKey {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            input: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(input)
        }
    }
    #[automatically_derived]
    impl __p::JsonSchema for ApiKey {
        fn schema_name() -> __p::Cow<'static, str> {
            __p::Cow::Borrowed("ApiKey")
        }
        fn schema_id() -> __p::Cow<'static, str> {
            __p::Cow::Borrowed(__p::type_name::<Self>())
        }
        fn json_schema(_: &mut __p::SchemaGenerator) -> __p::Schema {
            __p::json_schema::<
                Self,
            >(
                &__p::Policy {
                    output: __p::OutputPolicy {
                        ..<__p::OutputPolicy as __p::Default>::default()
                    },
                    ..<__p::Policy as __p::Default>::default()
                },
            )
        }
    }
    impl ApiKey {
        /// Checks arguments that are parsed JSON.
        ///
        /// # Errors
        /// Everything that is wrong with them, at once.
        #[allow(dead_code, unreachable_pub)]
        pub(crate) fn from_json(
            arguments: __p::JsonValue,
        ) -> __p::Result<Self, __p::Violations> {
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
        pub(crate) fn assert_policy() {
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
        pub(crate) fn assert_policy_with(example: __p::JsonValue) {
            __p::assert_policy::<Self>(__p::Option::Some(example));
        }
    }
};
