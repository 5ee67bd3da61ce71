struct Users {
    name: SqlParam<String>,
    limit: Option<SqlParam<i64>>,
    ids: Vec<SqlParam<u32>>,
    all: SqlParam<Vec<String>>,
    sort: SqlIdent,
}
const _: () = {
    #[allow(unused_imports)]
    use ::safe_tool::__private as __p;
    impl __p::Checked for Users {
        fn rule() -> impl __p::Rule<Value = Self> {
            __p::fields::<Self>()
        }
    }
    fn __rule_name() -> impl __p::Rule<Value = SqlParam<String>> {
        __p::sql_param(__p::text::<String>().max_len(64usize).trim())
    }
    fn __rule_limit() -> impl __p::Rule<Value = Option<SqlParam<i64>>> {
        __p::optional(__p::sql_param(__p::integer::<i64>().min(1i128).max(50i128)))
    }
    fn __rule_ids() -> impl __p::Rule<Value = Vec<SqlParam<u32>>> {
        __p::list::<
            Vec<SqlParam<u32>>,
            _,
        >(__p::sql_param(__p::integer::<u32>().min(0i128).max(9i128)))
            .max_items(3usize)
    }
    fn __rule_all() -> impl __p::Rule<Value = SqlParam<Vec<String>>> {
        __p::sql_param(
            __p::list::<Vec<String>, _>(__p::text::<String>().max_len(3usize))
                .max_items(3usize),
        )
    }
    fn __rule_sort() -> impl __p::Rule<Value = SqlIdent> {
        __p::sql_ident(&["name", "users.created_at"])
    }
    impl __p::Object for Users {
        type Value = Users;
        const FIELDS: &'static [&'static str] = &["name", "limit", "ids", "all", "sort"];
        fn read<'__de, __A: __p::MapAccess<'__de>>(
            entries: __p::Entries<__A>,
            at: &mut __p::Cursor<'_>,
        ) -> __p::Result<__p::Option<Users>, __A::Error> {
            let before = at.count();
            let mut entries = entries;
            let mut slot_name = __p::Slot::Absent;
            let mut slot_limit = __p::Slot::Absent;
            let mut slot_ids = __p::Slot::Absent;
            let mut slot_all = __p::Slot::Absent;
            let mut slot_sort = __p::Slot::Absent;
            while let __p::Option::Some(index) = entries.next::<Self>(at)? {
                match index {
                    0usize => {
                        entries
                            .value(
                                &mut slot_name,
                                &__rule_name(),
                                &mut at.field("name"),
                            )?
                    }
                    1usize => {
                        entries
                            .value(
                                &mut slot_limit,
                                &__rule_limit(),
                                &mut at.field("limit"),
                            )?
                    }
                    2usize => {
                        entries
                            .value(&mut slot_ids, &__rule_ids(), &mut at.field("ids"))?
                    }
                    3usize => {
                        entries
                            .value(&mut slot_all, &__rule_all(), &mut at.field("all"))?
                    }
                    4usize => {
                        entries
                            .value(
                                &mut slot_sort,
                                &__rule_sort(),
                                &mut at.field("sort"),
                            )?
                    }
                    _ => {}
                }
            }
            let slot_name = slot_name
                .or_default(|| __p::SqlParam::new(__p::From::from("a")));
            let slot_limit = slot_limit
                .or_default(|| __p::Option::Some(__p::SqlParam::new(10)));
            let slot_ids = slot_ids.required(&mut at.field("ids"));
            let slot_all = slot_all.required(&mut at.field("all"));
            let slot_sort = slot_sort.or_default(|| __p::listed_ident("name"));
            let build = |at: &mut __p::Cursor<'_>| -> __p::Option<Users> {
                let slot_name = slot_name?;
                let slot_limit = slot_limit?;
                let slot_ids = slot_ids?;
                let slot_all = slot_all?;
                let slot_sort = slot_sort?;
                if at.count() != before {
                    return __p::Option::None;
                }
                let value = Users {
                    name: slot_name,
                    limit: slot_limit,
                    ids: slot_ids,
                    all: slot_all,
                    sort: slot_sort,
                };
                __p::Option::Some(value)
            };
            __p::Result::Ok(build(at))
        }
        fn properties<__F: __p::Fields>(properties: &mut __F) {
            let properties = properties;
            let _ = &properties;
            properties
                .optional(
                    "name",
                    &__rule_name(),
                    "",
                    __p::Option::Some(<__p::JsonValue as __p::From<_>>::from("a")),
                );
            properties
                .optional(
                    "limit",
                    &__rule_limit(),
                    "",
                    __p::Option::Some(<__p::JsonValue as __p::From<_>>::from(10i64)),
                );
            properties.required("ids", &__rule_ids(), "");
            properties.required("all", &__rule_all(), "");
            properties
                .optional(
                    "sort",
                    &__rule_sort(),
                    "",
                    __p::Option::Some(<__p::JsonValue as __p::From<_>>::from("name")),
                );
        }
    }
    impl __p::Debug for Users {
        fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::FmtResult {
            match self {
                Self {
                    name: field_0,
                    limit: field_1,
                    ids: field_2,
                    all: field_3,
                    sort: field_4,
                } => {
                    f.debug_struct("Users")
                        .field("name", __p::debug_field("name", field_0, false))
                        .field("limit", __p::debug_field("limit", field_1, false))
                        .field("ids", __p::debug_field("ids", field_2, false))
                        .field("all", __p::debug_field("all", field_3, false))
                        .field("sort", __p::debug_field("sort", field_4, false))
                        .finish()
                }
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Users {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            input: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(input)
        }
    }
    #[automatically_derived]
    impl __p::JsonSchema for Users {
        fn schema_name() -> __p::Cow<'static, str> {
            __p::Cow::Borrowed("Users")
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
    impl Users {
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
