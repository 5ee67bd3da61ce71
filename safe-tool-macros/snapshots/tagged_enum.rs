enum Action {
    /// Wait.
    DoNothing,
    Say { words: String },
}
const _: () = {
    #[allow(unused_imports)]
    use ::safe_tool::__private as __p;
    struct __Variant0(__p::PhantomData<fn() -> Action>);
    impl __p::Object for __Variant0 {
        type Value = Action;
        const FIELDS: &'static [&'static str] = &[];
        fn read<'__de, __A: __p::MapAccess<'__de>>(
            entries: __p::Entries<__A>,
            at: &mut __p::Cursor<'_>,
        ) -> __p::Result<__p::Option<Action>, __A::Error> {
            let before = at.count();
            let mut entries = entries;
            while let __p::Option::Some(index) = entries.next::<Self>(at)? {
                match index {
                    _ => {}
                }
            }
            let build = |at: &mut __p::Cursor<'_>| -> __p::Option<Action> {
                if at.count() != before {
                    return __p::Option::None;
                }
                let value = Action::DoNothing {};
                __p::Option::Some(value)
            };
            __p::Result::Ok(build(at))
        }
        fn properties<__F: __p::Fields>(properties: &mut __F) {
            let properties = properties;
            let _ = &properties;
        }
    }
    struct __Variant1(__p::PhantomData<fn() -> Action>);
    fn __rule_variant_1_words() -> impl __p::Rule<Value = String> {
        __p::text::<String>().max_len(5usize)
    }
    impl __p::Object for __Variant1 {
        type Value = Action;
        const FIELDS: &'static [&'static str] = &["words"];
        fn read<'__de, __A: __p::MapAccess<'__de>>(
            entries: __p::Entries<__A>,
            at: &mut __p::Cursor<'_>,
        ) -> __p::Result<__p::Option<Action>, __A::Error> {
            let before = at.count();
            let mut entries = entries;
            let mut slot_words = __p::Slot::Absent;
            while let __p::Option::Some(index) = entries.next::<Self>(at)? {
                match index {
                    0usize => {
                        entries
                            .value(
                                &mut slot_words,
                                &__rule_variant_1_words(),
                                &mut at.field("words"),
                            )?
                    }
                    _ => {}
                }
            }
            let slot_words = slot_words.required(&mut at.field("words"));
            let build = |at: &mut __p::Cursor<'_>| -> __p::Option<Action> {
                let slot_words = slot_words?;
                if at.count() != before {
                    return __p::Option::None;
                }
                let value = Action::Say { words: slot_words };
                __p::Option::Some(value)
            };
            __p::Result::Ok(build(at))
        }
        fn properties<__F: __p::Fields>(properties: &mut __F) {
            let properties = properties;
            let _ = &properties;
            properties.required("words", &__rule_variant_1_words(), "");
        }
    }
    impl __p::Checked for Action {
        fn rule() -> impl __p::Rule<Value = Self> {
            __p::tagged::<Self>()
        }
    }
    impl __p::Tagged for Action {
        const TAG: &'static str = "kind";
        const VARIANTS: &'static [&'static str] = &["do_nothing", "say"];
        const DESCRIPTIONS: &'static [&'static str] = &["Wait.", ""];
        fn read(
            index: usize,
            fields: __p::JsonObject,
            at: &mut __p::Cursor<'_>,
        ) -> __p::Result<__p::Option<Self>, __p::JsonError> {
            match index {
                0usize => __p::read_object::<__Variant0>(fields, at),
                1usize => __p::read_object::<__Variant1>(fields, at),
                _ => __p::Result::Ok(__p::Option::None),
            }
        }
        fn properties<__F: __p::Fields>(index: usize, properties: &mut __F) {
            match index {
                0usize => <__Variant0 as __p::Object>::properties(properties),
                1usize => <__Variant1 as __p::Object>::properties(properties),
                _ => {}
            }
        }
    }
    impl __p::Debug for Action {
        fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::FmtResult {
            match self {
                Self::DoNothing => f.write_str("DoNothing"),
                Self::Say { words: field_0 } => {
                    f.debug_struct("Say")
                        .field("words", __p::debug_field("words", field_0, false))
                        .finish()
                }
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Action {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            input: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(input)
        }
    }
    #[automatically_derived]
    impl __p::JsonSchema for Action {
        fn schema_name() -> __p::Cow<'static, str> {
            __p::Cow::Borrowed("Action")
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
    impl Action {
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
