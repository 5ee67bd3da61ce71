//! What must not compile, with the message that it gets, and what must.
//!
//! Each file of `ui/fail` is one misuse; its `.stderr` is what the user reads. After a
//! change of wording, look at `TRYBUILD=overwrite cargo test --test compile_fail`. What
//! needs a feature is in a folder of that name.

#[test]
fn misuse_does_not_compile_and_use_does() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/ui/pass/*.rs");
    cases.compile_fail("tests/ui/fail/*.rs");
    #[cfg(feature = "url")]
    {
        cases.pass("tests/ui/url/pass/*.rs");
        cases.compile_fail("tests/ui/url/fail/*.rs");
    }
    #[cfg(all(unix, feature = "process"))]
    {
        cases.pass("tests/ui/process/pass/*.rs");
        cases.compile_fail("tests/ui/process/fail/*.rs");
    }
}
