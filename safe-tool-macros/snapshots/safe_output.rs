#[derive(
    ::safe_tool::__private::serde::Serialize,
    ::safe_tool::__private::schemars::JsonSchema
)]
#[serde(crate = "::safe_tool::__private::serde")]
#[schemars(crate = "::safe_tool::__private::schemars")]
#[derive(Clone)]
pub struct Account<T> {
    name: String,
    #[serde(serialize_with = "::safe_tool::__private::redacted")]
    iban: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(serialize_with = "::safe_tool::__private::redacted")]
    pin: Option<u32>,
    rest: T,
}
const _: () = {
    #[allow(unused_imports)]
    use ::safe_tool::__private as __p;
    impl<T: __p::Debug> __p::Debug for Account<T> {
        fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::FmtResult {
            match self {
                Self { name: field_0, iban: field_1, pin: field_2, rest: field_3 } => {
                    f.debug_struct("Account")
                        .field("name", __p::debug_field("name", field_0, false))
                        .field(
                            "iban",
                            __p::debug_field(
                                "iban",
                                {
                                    let _ = field_1;
                                    &()
                                },
                                true,
                            ),
                        )
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
                        .field("rest", __p::debug_field("rest", field_3, false))
                        .finish()
                }
            }
        }
    }
};
