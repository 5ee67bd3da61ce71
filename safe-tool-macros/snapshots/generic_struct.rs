struct Page<T: Clone, const N: usize = 3>
where
    T: PartialEq,
{
    items: Vec<T>,
    next: Option<Box<Self>>,
}
const _: () = {
    #[allow(unused_imports)]
    use ::safe_tool::__private as __p;
    impl<T: Clone + __p::Checked, const N: usize> __p::Checked for Page<T, N>
    where
        T: PartialEq,
    {
        fn rule() -> impl __p::Rule<Value = Self> {
            __p::fields::<Self>()
        }
    }
    fn __rule_items<T: Clone + __p::Checked, const N: usize>() -> impl __p::Rule<
        Value = Vec<T>,
    >
    where
        T: PartialEq,
    {
        __p::list::<Vec<T>, _>(__p::nested::<T>()).max_items(10usize)
    }
    fn __rule_next<T: Clone + __p::Checked, const N: usize>() -> impl __p::Rule<
        Value = Option<Box<Page<T, N>>>,
    >
    where
        T: PartialEq,
    {
        __p::optional(__p::nested::<Box<Page<T, N>>>())
    }
    impl<T: Clone + __p::Checked, const N: usize> __p::Object for Page<T, N>
    where
        T: PartialEq,
    {
        type Value = Page<T, N>;
        const FIELDS: &'static [&'static str] = &["items", "next"];
        fn read<'__de, __A: __p::MapAccess<'__de>>(
            entries: __p::Entries<__A>,
            at: &mut __p::Cursor<'_>,
        ) -> __p::Result<__p::Option<Page<T, N>>, __A::Error> {
            let before = at.count();
            let mut entries = entries;
            let mut slot_items = __p::Slot::Absent;
            let mut slot_next = __p::Slot::Absent;
            while let __p::Option::Some(index) = entries.next::<Self>(at)? {
                match index {
                    0usize => {
                        entries
                            .value(
                                &mut slot_items,
                                &__rule_items::<T, N>(),
                                &mut at.field("items"),
                            )?
                    }
                    1usize => {
                        entries
                            .value(
                                &mut slot_next,
                                &__rule_next::<T, N>(),
                                &mut at.field("next"),
                            )?
                    }
                    _ => {}
                }
            }
            let slot_items = slot_items.required(&mut at.field("items"));
            let slot_next = slot_next.or_default(|| __p::Option::None);
            let build = |at: &mut __p::Cursor<'_>| -> __p::Option<Page<T, N>> {
                let slot_items = slot_items?;
                let slot_next = slot_next?;
                if at.count() != before {
                    return __p::Option::None;
                }
                let value = Page {
                    items: slot_items,
                    next: slot_next,
                };
                __p::Option::Some(value)
            };
            __p::Result::Ok(build(at))
        }
        fn properties<__F: __p::Fields>(properties: &mut __F) {
            let properties = properties;
            let _ = &properties;
            properties.required("items", &__rule_items::<T, N>(), "");
            properties.optional("next", &__rule_next::<T, N>(), "", __p::Option::None);
        }
    }
    impl<T: Clone + __p::Debug, const N: usize> __p::Debug for Page<T, N>
    where
        T: PartialEq,
    {
        fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::FmtResult {
            match self {
                Self { items: field_0, next: field_1 } => {
                    f.debug_struct("Page")
                        .field("items", __p::debug_field("items", field_0, false))
                        .field("next", __p::debug_field("next", field_1, false))
                        .finish()
                }
            }
        }
    }
    #[automatically_derived]
    impl<'__de, T: Clone + __p::Checked, const N: usize> __p::Deserialize<'__de>
    for Page<T, N>
    where
        T: PartialEq,
    {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            input: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(input)
        }
    }
    #[automatically_derived]
    impl<T: Clone + __p::Checked, const N: usize> __p::JsonSchema for Page<T, N>
    where
        T: PartialEq,
    {
        fn schema_name() -> __p::Cow<'static, str> {
            __p::Cow::Borrowed("Page")
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
    impl<T: Clone + __p::Checked, const N: usize> Page<T, N>
    where
        T: PartialEq,
    {
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
