pub struct Everything {
    text: String,
    choice: String,
    pin: Option<String>,
    number: u32,
    part: f64,
    list: Vec<String>,
    map: BTreeMap<String, u8>,
    json: Value,
    path: SandboxedPath,
    note: SandboxedPath<ReadWrite>,
    argument: CommandArg,
    page: PublicUrl,
    nested: Option<Other>,
    foreign: Uuid,
}
const _: () = {
    #[allow(unused_imports)]
    use ::safe_tool::__private as __p;
    impl __p::Checked for Everything {
        fn rule() -> impl __p::Rule<Value = Self> {
            __p::fields::<Self>()
        }
    }
    fn __rule_text() -> impl __p::Rule<Value = String> {
        __p::then(
                __p::text::<String>()
                    .min_len(1usize)
                    .max_len(9usize)
                    .trim()
                    .multiline()
                    .allow_control_chars()
                    .allow_format_chars()
                    .allow_redaction_marker()
                    .pattern(
                        "^[a-z]+$",
                        {
                            static PATTERN: __p::Pattern = __p::Pattern::new("^[a-z]+$");
                            &PATTERN
                        },
                    ),
                |value, at: &mut __p::Cursor<'_>| {
                    if let __p::Option::Some(error) = __p::refusal_of(spelled(&value)) {
                        <__p::CheckError as __p::From<_>>::from(error).report(at);
                        return __p::Option::None;
                    }
                    __p::Option::Some(value)
                },
            )
            .check("spelled")
    }
    fn __rule_choice() -> impl __p::Rule<Value = String> {
        __p::text::<String>().one_of(&["a", "b"])
    }
    fn __rule_pin() -> impl __p::Rule<Value = Option<String>> {
        __p::optional(__p::text::<String>().max_len(20usize))
    }
    fn __rule_number() -> impl __p::Rule<Value = u32> {
        __p::lenient(
            __p::integer::<u32>().min(1i128).max(50i128).multiple_of(5i128),
            __p::Written::Number,
        )
    }
    fn __rule_part() -> impl __p::Rule<Value = f64> {
        __p::lenient(__p::float::<f64>().min(0f64).max(1f64), __p::Written::Number)
    }
    fn __rule_list() -> impl __p::Rule<Value = Vec<String>> {
        __p::lenient(
            __p::list::<Vec<String>, _>(__p::text::<String>().max_len(3usize))
                .min_items(1usize)
                .max_items(3usize),
            __p::Written::List,
        )
    }
    fn __rule_map() -> impl __p::Rule<Value = BTreeMap<String, u8>> {
        __p::lenient(
            __p::map::<
                BTreeMap<String, u8>,
                _,
                _,
            >(
                    __p::text::<String>().max_len(3usize),
                    __p::lenient(
                        __p::integer::<u8>().min(0i128).max(9i128),
                        __p::Written::Number,
                    ),
                )
                .max_items(3usize),
            __p::Written::Object,
        )
    }
    fn __rule_json() -> impl __p::Rule<Value = Value> {
        __p::json().max_json_bytes(100usize)
    }
    fn __rule_path() -> impl __p::Rule<Value = SandboxedPath> {
        __p::sandboxed_path({
            static ROOT: __p::SandboxRoot = __p::SandboxRoot::at("/data/safe");
            &ROOT
        })
    }
    fn __rule_note() -> impl __p::Rule<Value = SandboxedPath<ReadWrite>> {
        __p::sandboxed_path(&NOTES)
            .write()
            .rules({
                static RULES: __p::PathRules = __p::PathRules::new()
                    .extensions(&["md", "txt"])
                    .max_depth(4usize)
                    .max_bytes(65536u64)
                    .no_hidden();
                &RULES
            })
    }
    fn __rule_argument() -> impl __p::Rule<Value = CommandArg> {
        __p::command_arg(
                __p::text::<__p::String>()
                    .min_len(1)
                    .max_len(20usize)
                    .pattern(
                        "^[a-z-]+$",
                        {
                            static PATTERN: __p::Pattern = __p::Pattern::new(
                                "^[a-z-]+$",
                            );
                            &PATTERN
                        },
                    ),
            )
            .allow_dash()
    }
    fn __rule_page() -> impl __p::Rule<Value = PublicUrl> {
        __p::public_url({
            static RULES: __p::UrlRules = __p::UrlRules::new()
                .schemes(&["http", "https"])
                .allowed_hosts(&["*.example.org"])
                .ports(&[8080u16]);
            &RULES
        })
    }
    fn __rule_nested() -> impl __p::Rule<Value = Option<Other>> {
        __p::optional(__p::lenient(__p::nested::<Other>(), __p::Written::Object))
    }
    fn __rule_foreign() -> impl __p::Rule<Value = Uuid> {
        __p::foreign::<Uuid>()
    }
    impl __p::Object for Everything {
        type Value = Everything;
        const FIELDS: &'static [&'static str] = &[
            "text",
            "choice",
            "pin",
            "number",
            "part",
            "list",
            "map",
            "json",
            "file_path",
            "note",
            "argument",
            "page",
            "nested",
            "foreign",
        ];
        fn read<'__de, __A: __p::MapAccess<'__de>>(
            entries: __p::Entries<__A>,
            at: &mut __p::Cursor<'_>,
        ) -> __p::Result<__p::Option<Everything>, __A::Error> {
            let before = at.count();
            let mut entries = entries.ignore_unknown();
            let mut slot_text = __p::Slot::Absent;
            let mut slot_choice = __p::Slot::Absent;
            let mut slot_pin = __p::Slot::Absent;
            let mut slot_number = __p::Slot::Absent;
            let mut slot_part = __p::Slot::Absent;
            let mut slot_list = __p::Slot::Absent;
            let mut slot_map = __p::Slot::Absent;
            let mut slot_json = __p::Slot::Absent;
            let mut slot_path = __p::Slot::Absent;
            let mut slot_note = __p::Slot::Absent;
            let mut slot_argument = __p::Slot::Absent;
            let mut slot_page = __p::Slot::Absent;
            let mut slot_nested = __p::Slot::Absent;
            let mut slot_foreign = __p::Slot::Absent;
            while let __p::Option::Some(index) = entries.next::<Self>(at)? {
                match index {
                    0usize => {
                        entries
                            .value(
                                &mut slot_text,
                                &__rule_text(),
                                &mut at.field("text"),
                            )?
                    }
                    1usize => {
                        entries
                            .value(
                                &mut slot_choice,
                                &__rule_choice(),
                                &mut at.field("choice"),
                            )?
                    }
                    2usize => {
                        entries
                            .value(
                                &mut slot_pin,
                                &__rule_pin(),
                                &mut at.field("pin").redacted(),
                            )?
                    }
                    3usize => {
                        entries
                            .value(
                                &mut slot_number,
                                &__rule_number(),
                                &mut at.field("number"),
                            )?
                    }
                    4usize => {
                        entries
                            .value(
                                &mut slot_part,
                                &__rule_part(),
                                &mut at.field("part"),
                            )?
                    }
                    5usize => {
                        entries
                            .value(
                                &mut slot_list,
                                &__rule_list(),
                                &mut at.field("list"),
                            )?
                    }
                    6usize => {
                        entries
                            .value(&mut slot_map, &__rule_map(), &mut at.field("map"))?
                    }
                    7usize => {
                        entries
                            .value(
                                &mut slot_json,
                                &__rule_json(),
                                &mut at.field("json"),
                            )?
                    }
                    8usize => {
                        entries
                            .value(
                                &mut slot_path,
                                &__rule_path(),
                                &mut at.field("file_path"),
                            )?
                    }
                    9usize => {
                        entries
                            .value(
                                &mut slot_note,
                                &__rule_note(),
                                &mut at.field("note"),
                            )?
                    }
                    10usize => {
                        entries
                            .value(
                                &mut slot_argument,
                                &__rule_argument(),
                                &mut at.field("argument"),
                            )?
                    }
                    11usize => {
                        entries
                            .value(
                                &mut slot_page,
                                &__rule_page(),
                                &mut at.field("page"),
                            )?
                    }
                    12usize => {
                        entries
                            .value(
                                &mut slot_nested,
                                &__rule_nested(),
                                &mut at.field("nested"),
                            )?
                    }
                    13usize => {
                        entries
                            .value(
                                &mut slot_foreign,
                                &__rule_foreign(),
                                &mut at.field("foreign"),
                            )?
                    }
                    _ => {}
                }
            }
            let slot_text = slot_text.required(&mut at.field("text"));
            let slot_choice = slot_choice.or_default(|| __p::From::from("a"));
            let slot_pin = slot_pin.or_default(|| __p::Option::None);
            let slot_number = slot_number.or_default(|| 5);
            let slot_part = slot_part.required(&mut at.field("part"));
            let slot_list = slot_list.required(&mut at.field("list"));
            let slot_map = slot_map.required(&mut at.field("map"));
            let slot_json = slot_json.required(&mut at.field("json"));
            let slot_path = slot_path.required(&mut at.field("file_path"));
            let slot_note = slot_note.required(&mut at.field("note"));
            let slot_argument = slot_argument.required(&mut at.field("argument"));
            let slot_page = slot_page.required(&mut at.field("page"));
            let slot_nested = slot_nested.or_default(|| __p::Option::None);
            let slot_foreign = slot_foreign.or_default(__p::Default::default);
            let build = |at: &mut __p::Cursor<'_>| -> __p::Option<Everything> {
                let slot_text = slot_text?;
                let slot_choice = slot_choice?;
                let slot_pin = slot_pin?;
                let slot_number = slot_number?;
                let slot_part = slot_part?;
                let slot_list = slot_list?;
                let slot_map = slot_map?;
                let slot_json = slot_json?;
                let slot_path = slot_path?;
                let slot_note = slot_note?;
                let slot_argument = slot_argument?;
                let slot_page = slot_page?;
                let slot_nested = slot_nested?;
                let slot_foreign = slot_foreign?;
                if at.count() != before {
                    return __p::Option::None;
                }
                let value = Everything {
                    text: slot_text,
                    choice: slot_choice,
                    pin: slot_pin,
                    number: slot_number,
                    part: slot_part,
                    list: slot_list,
                    map: slot_map,
                    json: slot_json,
                    path: slot_path,
                    note: slot_note,
                    argument: slot_argument,
                    page: slot_page,
                    nested: slot_nested,
                    foreign: slot_foreign,
                };
                if let __p::Option::Some(error) = __p::refusal_of(consistent(&value)) {
                    <__p::CheckError as __p::From<_>>::from(error).report(at);
                    return __p::Option::None;
                }
                __p::Option::Some(value)
            };
            __p::Result::Ok(build(at))
        }
        fn properties<__F: __p::Fields>(properties: &mut __F) {
            let properties = properties.ignore_unknown().check("consistent");
            let _ = &properties;
            properties.required("text", &__rule_text(), "");
            properties
                .optional(
                    "choice",
                    &__rule_choice(),
                    "",
                    __p::Option::Some(<__p::JsonValue as __p::From<_>>::from("a")),
                );
            properties
                .optional("pin", &__p::secret(__rule_pin()), "", __p::Option::None);
            properties
                .optional(
                    "number",
                    &__rule_number(),
                    "",
                    __p::Option::Some(<__p::JsonValue as __p::From<_>>::from(5i64)),
                );
            properties.required("part", &__rule_part(), "");
            properties.required("list", &__rule_list(), "");
            properties.required("map", &__rule_map(), "");
            properties.required("json", &__rule_json(), "");
            properties.required("file_path", &__rule_path(), "");
            properties.required("note", &__rule_note(), "");
            properties.required("argument", &__rule_argument(), "");
            properties.required("page", &__rule_page(), "");
            properties.optional("nested", &__rule_nested(), "", __p::Option::None);
            properties.optional("foreign", &__rule_foreign(), "", __p::Option::None);
        }
    }
    impl __p::Debug for Everything {
        fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::FmtResult {
            match self {
                Self {
                    text: field_0,
                    choice: field_1,
                    pin: field_2,
                    number: field_3,
                    part: field_4,
                    list: field_5,
                    map: field_6,
                    json: field_7,
                    path: field_8,
                    note: field_9,
                    argument: field_10,
                    page: field_11,
                    nested: field_12,
                    foreign: field_13,
                } => {
                    f.debug_struct("Everything")
                        .field("text", __p::debug_field("text", field_0, false))
                        .field("choice", __p::debug_field("choice", field_1, false))
                        .field(
                            "pin",
                            __p::debug_field(
                                "pin",
                                {
                                    let _ = field_2;
                                    &()
                                },
                                true,
                            ),
                        )
                        .field("number", __p::debug_field("number", field_3, false))
                        .field("part", __p::debug_field("part", field_4, false))
                        .field("list", __p::debug_field("list", field_5, false))
                        .field("map", __p::debug_field("map", field_6, false))
                        .field("json", __p::debug_field("json", field_7, false))
                        .field("path", __p::debug_field("file_path", field_8, false))
                        .field("note", __p::debug_field("note", field_9, false))
                        .field("argument", __p::debug_field("argument", field_10, false))
                        .field("page", __p::debug_field("page", field_11, false))
                        .field("nested", __p::debug_field("nested", field_12, false))
                        .field("foreign", __p::debug_field("foreign", field_13, false))
                        .finish()
                }
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Everything {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            input: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(input)
        }
    }
    #[automatically_derived]
    impl __p::JsonSchema for Everything {
        fn schema_name() -> __p::Cow<'static, str> {
            __p::Cow::Borrowed("Everything")
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
                                50u32,
                            )
                            .expect("this rate limit is out of range");
                        QUOTA
                    },
                    cost: __p::Option::Some(
                        __p::Cost::of_argument("number", 50u32, 5u32),
                    ),
                    timeout: __p::Duration::from_millis(5000u64),
                    redacted: __p::strings(&["pin"]),
                    output: __p::OutputPolicy {
                        source: __p::Option::Some(
                            <__p::String as __p::From<_>>::from("file_path"),
                        ),
                        max_chars: __p::Option::Some(100usize),
                        max_bytes: __p::Option::Some(200usize),
                        more: __p::Option::Some(
                            <__p::String as __p::From<
                                _,
                            >>::from("call again with a larger `number`"),
                        ),
                        frame: __p::Option::Some(__p::FrameForm::Datamark),
                        injection: __p::Option::Some(__p::InjectionAction::Block),
                        flag_at: __p::Option::Some(40u32),
                        block_at: __p::Option::Some(90u32),
                        patterns: __p::patterns(
                            &[
                                ("internal-host", "corp\\.example", 100u32),
                                ("project-name", "(?i)\\bbluebird\\b", 60u32),
                            ],
                        ),
                    },
                },
            )
        }
    }
    impl Everything {
        /// Checks arguments that are parsed JSON.
        ///
        /// # Errors
        /// Everything that is wrong with them, at once.
        #[allow(dead_code, unreachable_pub)]
        pub fn from_json(
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
        pub fn assert_policy() {
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
        pub fn assert_policy_with(example: __p::JsonValue) {
            __p::assert_policy::<Self>(__p::Option::Some(example));
        }
    }
};
