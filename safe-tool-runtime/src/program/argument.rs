//! What may be an argument.

use std::ffi::OsString;

use crate::{
    sandbox::{Access, SandboxedPath},
    taint::CommandArg,
};

/// An argument of a [`Run`](super::Run): a literal, a number that is not negative, a checked
/// [`CommandArg`], or a path beneath the folder that the program runs in.
///
/// Nobody else can implement it. A literal is what is `&'static str`: text that was leaked
/// on purpose is one too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an argument of a program",
    label = "not a literal and not a `CommandArg`",
    note = "declare the field as a `CommandArg`, and pass it as it is; write what is fixed as a literal of its own"
)]
pub trait ProgramArg: sealed::ProgramArg {}

mod sealed {
    pub trait ProgramArg {
        fn argument(self) -> std::ffi::OsString;
    }
}

pub(super) use sealed::ProgramArg as Argument;

impl ProgramArg for &'static str {}
impl Argument for &'static str {
    fn argument(self) -> OsString {
        self.into()
    }
}

impl ProgramArg for CommandArg {}
impl Argument for CommandArg {
    fn argument(self) -> OsString {
        (&self).argument()
    }
}

impl ProgramArg for &CommandArg {}
impl Argument for &CommandArg {
    fn argument(self) -> OsString {
        let text: &std::ffi::OsStr = self.as_ref();
        text.to_owned()
    }
}

/// As `./a/b`, which no program takes for an option. The program resolves it by itself, from
/// its own folder and through any link: run it in the path's root.
impl<A: Access> ProgramArg for &SandboxedPath<A> {}
impl<A: Access> Argument for &SandboxedPath<A> {
    fn argument(self) -> OsString {
        format!("./{}", self.as_relative_str()).into()
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl ProgramArg for $number {}
        impl Argument for $number {
            fn argument(self) -> OsString {
                self.to_string().into()
            }
        }
    )*};
}
numbers!(u8 u16 u32 u64 usize);
