//! What must not compile in code that uses a database.

#[test]
fn values_do_not_become_statements() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
