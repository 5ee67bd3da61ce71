//! TLS, with a certificate of the test's own.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use safe_tool_runtime::limit::RedisLimiter;
use safe_tool_runtime::limit::redis::Algorithm;

use super::port;
use crate::processes::{Job, result};
use crate::quota;
use crate::server::Server;

#[test]
fn a_trusted_server_is_used_and_another_is_not() {
    let directory = tempfile::tempdir().unwrap();
    let path = |name: &str| directory.path().join(name).display().to_string();
    certify(directory.path());
    let port = port().to_string();
    let server = Server::with(&[
        "--tls-port",
        &port,
        "--tls-cert-file",
        &path("server.crt"),
        "--tls-key-file",
        &path("server.key"),
        "--tls-ca-cert-file",
        &path("ca.crt"),
        "--tls-auth-clients",
        "no",
    ]);
    let url = format!("rediss://localhost:{port}");
    let job = Job {
        url: url.clone(),
        algorithm: Algorithm::TokenBucket,
        quota: quota("30/h"),
        in_flight: 5,
        leases: 0,
        time: Duration::from_millis(300),
    };
    // What is trusted is read from the environment, of another process, then.
    let trusting = job.start(&[("SSL_CERT_FILE", &path("ca.crt"))]);
    assert_eq!(result(trusting), 30);

    let runtime = crate::runtime::runtime();
    let refused = runtime.block_on(RedisLimiter::builder(url).connect());
    let error = refused.unwrap_err().to_string();
    assert!(error.contains("certificate"), "{error}");
    assert!(server.run::<u64>("DBSIZE") >= 1);
}

/// An authority, and a certificate for `localhost` signed by it.
fn certify(directory: &Path) {
    std::fs::write(directory.join("names"), "subjectAltName=DNS:localhost").unwrap();
    let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";
    for arguments in [
        format!("req -x509 {key} -keyout ca.key -out ca.crt -subj /CN=authority -days 2"),
        format!("req {key} -keyout server.key -out server.csr -subj /CN=localhost"),
        "x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 \
         -extfile names -out server.crt"
            .to_owned(),
    ] {
        let output = Command::new("openssl")
            .current_dir(directory)
            .args(arguments.split_whitespace())
            .output()
            .expect("this test needs openssl: `apt-get install openssl`");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
