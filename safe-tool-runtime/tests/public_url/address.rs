//! Which addresses are public, and how else they can be written.

use std::net::IpAddr;

use safe_tool_runtime::public_url::{UrlRefusal, is_public};

use super::{ANY, refused};

/// The first and the last address of each range, and those just outside of it.
#[test]
fn ranges_end_where_the_registries_say() {
    for (range, before, first, last, after) in [
        ("0/8", None, "0.0.0.0", "0.255.255.255", Some("1.0.0.0")),
        (
            "10/8",
            Some("9.255.255.255"),
            "10.0.0.0",
            "10.255.255.255",
            Some("11.0.0.0"),
        ),
        (
            "CGNAT",
            Some("100.63.255.255"),
            "100.64.0.0",
            "100.127.255.255",
            Some("100.128.0.0"),
        ),
        (
            "loopback",
            Some("126.255.255.255"),
            "127.0.0.0",
            "127.255.255.255",
            Some("128.0.0.0"),
        ),
        (
            "link-local",
            Some("169.253.255.255"),
            "169.254.0.0",
            "169.254.255.255",
            Some("169.255.0.0"),
        ),
        (
            "172.16/12",
            Some("172.15.255.255"),
            "172.16.0.0",
            "172.31.255.255",
            Some("172.32.0.0"),
        ),
        (
            "192.0.0/24",
            Some("191.255.255.255"),
            "192.0.0.0",
            "192.0.0.255",
            Some("192.0.1.0"),
        ),
        (
            "TEST-NET-1",
            Some("192.0.1.255"),
            "192.0.2.0",
            "192.0.2.255",
            Some("192.0.3.0"),
        ),
        (
            "6to4 relays",
            Some("192.88.98.255"),
            "192.88.99.0",
            "192.88.99.255",
            Some("192.88.100.0"),
        ),
        (
            "192.168/16",
            Some("192.167.255.255"),
            "192.168.0.0",
            "192.168.255.255",
            Some("192.169.0.0"),
        ),
        (
            "benchmarks",
            Some("198.17.255.255"),
            "198.18.0.0",
            "198.19.255.255",
            Some("198.20.0.0"),
        ),
        (
            "TEST-NET-2",
            Some("198.51.99.255"),
            "198.51.100.0",
            "198.51.100.255",
            Some("198.51.101.0"),
        ),
        (
            "TEST-NET-3",
            Some("203.0.112.255"),
            "203.0.113.0",
            "203.0.113.255",
            Some("203.0.114.0"),
        ),
        (
            "multicast, reserved",
            Some("223.255.255.255"),
            "224.0.0.0",
            "255.255.255.255",
            None,
        ),
        (
            "Azure",
            Some("168.63.129.15"),
            "168.63.129.16",
            "168.63.129.16",
            Some("168.63.129.17"),
        ),
        (
            "below global unicast",
            None,
            "::",
            "1fff:ffff::",
            Some("2003::1"),
        ),
        (
            "2001::/23",
            None,
            "2001::",
            "2001:1ff:ffff::",
            Some("2001:200::"),
        ),
        (
            "documentation",
            Some("2001:db7:ffff::"),
            "2001:db8::",
            "2001:db8:ffff::",
            Some("2001:db9::"),
        ),
        (
            "6to4",
            Some("2001:ffff::"),
            "2002::",
            "2002:ffff::",
            Some("2003::"),
        ),
        (
            "documentation",
            Some("3ffe:ffff::"),
            "3fff::",
            "3fff:fff:ffff::",
            Some("3fff:1000::"),
        ),
        (
            "above global unicast",
            Some("3fff:ffff::"),
            "4000::",
            "ffff::",
            None,
        ),
    ] {
        let public = |text: &str| is_public(text.parse::<IpAddr>().unwrap());
        assert!(!public(first) && !public(last), "{range}");
        for outside in before.into_iter().chain(after) {
            assert!(public(outside), "{range}: {outside}");
        }
    }
}

#[test]
fn what_carries_another_address_is_not_taken_for_it() {
    for address in [
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "::127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::8.8.8.8",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "100::1",
        "5f00::1",
    ] {
        assert!(!is_public(address.parse().unwrap()), "{address}");
    }
    for address in [
        "64:ff9b::8.8.8.8",
        "2606:4700:4700::1111",
        "2001:4860:4860::8888",
    ] {
        assert!(is_public(address.parse().unwrap()), "{address}");
    }
}

#[test]
fn an_address_is_itself_however_it_is_written() {
    for host in [
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "017700000001",
        "0x7f.1",
        "00000177.0.0.1",
        "127.0.0.1.",
        "%31%32%37.0.0.1",
        "１２７.０.０.１",
        "127。0。0。1",
        "①②⑦.0.0.1",
        "0",
        "0.0.0.0",
        "169.254.169.254",
        "2852039166",
        "0xa9fea9fe",
        "0251.0376.0251.0376",
        "10.0.0.1",
        "192.168.1.1",
        "100.100.100.200",
        "255.255.255.255",
        "[::1]",
        "[::]",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::ffff:a9fe:a9fe]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[fd00:ec2::254]",
        "[fe80::1]",
        "[ff02::1]",
    ] {
        assert_eq!(
            refused(&format!("http://{host}/")),
            UrlRefusal::Address,
            "{host}"
        );
    }
    for host in [
        "[fe80::1%25eth0]",
        "127.0.0.1.1.1",
        "256.0.0.1",
        "0x100000000",
        "08.0.0.1",
        "[::1",
    ] {
        assert_eq!(
            refused(&format!("http://{host}/")),
            UrlRefusal::Invalid,
            "{host}"
        );
    }
    assert_eq!(ANY.url("http://0x8.010.2056/").unwrap().host(), "8.8.8.8");
    assert!(ANY.url("https://[2606:4700:4700::1111]/").is_ok());
}
