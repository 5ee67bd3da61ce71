/// Search the document index.
struct SearchDocuments {
    /// Words to look for.
    query: String,
    /// How many hits to return.
    max_results: u32,
    safe_mode: bool,
}
const _: () = {
    #[allow(unused_imports)]
    use ::safe_tool::__private as __p;
    impl __p::Checked for SearchDocuments {
        fn rule() -> impl __p::Rule<Value = Self> {
            __p::fields::<Self>()
        }
    }
    fn __rule_query() -> impl __p::Rule<Value = String> {
        __p::text::<String>().min_len(1usize).max_len(200usize).trim()
    }
    fn __rule_max_results() -> impl __p::Rule<Value = u32> {
        __p::integer::<u32>().min(1i128).max(50i128)
    }
    fn __rule_safe_mode() -> impl __p::Rule<Value = bool> {
        __p::boolean()
    }
    impl __p::Object for SearchDocuments {
        type Value = SearchDocuments;
        const FIELDS: &'static [&'static str] = &["query", "max_results", "safe_mode"];
        fn read<'__de, __A: __p::MapAccess<'__de>>(
            entries: __p::Entries<__A>,
            at: &mut __p::Cursor<'_>,
        ) -> __p::Result<__p::Option<SearchDocuments>, __A::Error> {
            let before = at.count();
            let mut entries = entries;
            let mut slot_query = __p::Slot::Absent;
            let mut slot_max_results = __p::Slot::Absent;
            let mut slot_safe_mode = __p::Slot::Absent;
            while let __p::Option::Some(index) = entries.next::<Self>(at)? {
                match index {
                    0usize => {
                        entries
                            .value(
                                &mut slot_query,
                                &__rule_query(),
                                &mut at.field("query"),
                            )?
                    }
                    1usize => {
                        entries
                            .value(
                                &mut slot_max_results,
                                &__rule_max_results(),
                                &mut at.field("max_results"),
                            )?
                    }
                    2usize => {
                        entries
                            .value(
                                &mut slot_safe_mode,
                                &__rule_safe_mode(),
                                &mut at.field("safe_mode"),
                            )?
                    }
                    _ => {}
                }
            }
            let slot_query = slot_query.required(&mut at.field("query"));
            let slot_max_results = slot_max_results
                .required(&mut at.field("max_results"));
            let slot_safe_mode = slot_safe_mode.or_default(|| true);
            let build = |at: &mut __p::Cursor<'_>| -> __p::Option<SearchDocuments> {
                let slot_query = slot_query?;
                let slot_max_results = slot_max_results?;
                let slot_safe_mode = slot_safe_mode?;
                if at.count() != before {
                    return __p::Option::None;
                }
                let value = SearchDocuments {
                    query: slot_query,
                    max_results: slot_max_results,
                    safe_mode: slot_safe_mode,
                };
                __p::Option::Some(value)
            };
            __p::Result::Ok(build(at))
        }
        fn properties<__F: __p::Fields>(properties: &mut __F) {
            let properties = properties;
            let _ = &properties;
            properties.required("query", &__rule_query(), "Words to look for.");
            properties
                .required(
                    "max_results",
                    &__rule_max_results(),
                    "How many hits to return.",
                );
            properties
                .optional(
                    "safe_mode",
                    &__rule_safe_mode(),
                    "",
                    __p::Option::Some(<__p::JsonValue as __p::From<_>>::from(true)),
                );
        }
    }
    impl __p::Debug for SearchDocuments {
        fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::FmtResult {
            match self {
                Self { query: field_0, max_results: field_1, safe_mode: field_2 } => {
                    f.debug_struct("SearchDocuments")
                        .field("query", __p::debug_field("query", field_0, false))
                        .field(
                            "max_results",
                            __p::debug_field("max_results", field_1, false),
                        )
                        .field(
                            "safe_mode",
                            __p::debug_field("safe_mode", field_2, false),
                        )
                        .finish()
                }
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for SearchDocuments {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            input: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(input)
        }
    }
    #[automatically_derived]
    impl __p::JsonSchema for SearchDocuments {
        fn schema_name() -> __p::Cow<'static, str> {
            __p::Cow::Borrowed("SearchDocuments")
        }
        fn schema_id() -> __p::Cow<'static, str> {
            __p::Cow::Borrowed(__p::type_name::<Self>())
        }
        fn json_schema(_: &mut __p::SchemaGenerator) -> __p::Schema {
            __p::json_schema::<
                Self,
            >(
                &__p::Policy {
                    quota: {
                        const QUOTA: __p::Quota = __p::Quota::new(
                                60u32,
                                __p::Duration::from_millis(60000u64),
                                60u32,
                            )
                            .expect("this rate limit is out of range");
                        QUOTA
                    },
                    output: __p::OutputPolicy {
                        source: __p::Option::Some(
                            <__p::String as __p::From<_>>::from("documents"),
                        ),
                        max_chars: __p::Option::Some(8000usize),
                        ..<__p::OutputPolicy as __p::Default>::default()
                    },
                    ..<__p::Policy as __p::Default>::default()
                },
            )
        }
    }
    impl SearchDocuments {
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
