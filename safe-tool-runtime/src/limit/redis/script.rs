//! A Lua script, named by its hash and sent whole only to a server that lacks it.

use redis::{Cmd, ErrorKind, RedisError, RedisResult, ServerErrorKind, Value, cmd};

use super::target::Connection;

/// The text of a script and its SHA-1, by which Redis knows it.
pub(super) struct Script {
    code: &'static str,
    hash: String,
}

impl Script {
    pub(super) fn new(code: &'static str) -> Self {
        Self {
            code,
            hash: redis::Script::new(code).get_hash().to_owned(),
        }
    }

    /// Runs the script on one key. A server that does not know it (a new one, a
    /// failover, `SCRIPT FLUSH`) is sent its text, which it then keeps.
    pub(super) async fn run(
        &self,
        connection: &mut Connection,
        key: &str,
        arguments: &[i64],
    ) -> RedisResult<Value> {
        // One place to wait for both, since every check's future has room for it.
        let mut form = ("EVALSHA", self.hash.as_str());
        loop {
            let command = call(form.0, form.1, key, arguments);
            match connection.send(&command).await {
                Err(error) if form.0 == "EVALSHA" && is_unknown(&error) => {
                    form = ("EVAL", self.code);
                }
                answer => return answer,
            }
        }
    }
}

fn is_unknown(error: &RedisError) -> bool {
    error.kind() == ErrorKind::Server(ServerErrorKind::NoScript)
}

fn call(command: &str, script: &str, key: &str, arguments: &[i64]) -> Cmd {
    let mut call = cmd(command);
    call.arg(script).arg(1).arg(key).arg(arguments);
    call
}
