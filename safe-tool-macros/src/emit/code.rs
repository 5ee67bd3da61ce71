//! `quote!` with local names that user code cannot meet.

/// As `quote!`, but with the hygiene of `macro_rules!`: a local variable `at` of the
/// emitted code is not what `at` means in a default or check that the user wrote.
macro_rules! code {
    ($($tokens:tt)*) => {
        quote::quote_spanned!(proc_macro2::Span::mixed_site()=> $($tokens)*)
    };
}
pub(super) use code;

/// As `format_ident!`, with that hygiene; the user's spans would have rustc's naming
/// lints look at the name.
macro_rules! local {
    ($format:literal $(, $argument:expr)*) => {
        quote::format_ident!($format $(, $argument)*, span = proc_macro2::Span::mixed_site())
    };
}
pub(super) use local;
