//! The four tools of docs-server, put together by hand out of the framework's parts, so
//! that any one protection can be left out: `unarmed-server --without NAME`.
//!
//! For `tests/tour.rs` only: the tour has to notice what is missing.

mod arguments;
mod output;
mod protection;
mod server;

use std::{env, error::Error};

use protection::Protection;
use rmcp::{ServiceExt as _, transport::stdio_pipes};
use server::Unarmed;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let without = match words.as_slice() {
        [] => None,
        ["--without", name] => Some(Protection::named(name).ok_or("no such protection")?),
        _ => return Err("usage: unarmed-server [--without NAME]".into()),
    };
    let server = Unarmed::from_env(without)?;
    server.serve(stdio_pipes()).await?.waiting().await?;
    Ok(())
}
