//! Web origins: scheme, host and port.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// An origin as browsers send it (RFC 6454 §6.2): host in lower case, a scheme's own port
/// left out. So two are the same exactly when their texts are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd)]
pub struct Origin {
    scheme: Scheme,
    /// A DNS name or an IP address; IPv6 in brackets.
    host: String,
    /// `None` for the scheme's own, 80 or 443.
    port: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub enum Scheme {
    Http,
    Https,
}

impl Origin {
    /// One `/` at the end is let pass, as it comes with a copied address. Names beyond ASCII
    /// must be given in their `xn--` form, which is what browsers send.
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let scheme = match scheme.to_ascii_lowercase().as_str() {
            "http" => Scheme::Http,
            "https" => Scheme::Https,
            _ => return None,
        };
        let (host, port) = split(rest.strip_suffix('/').unwrap_or(rest))?;
        Some(Self::new(scheme, host, port))
    }

    fn new(scheme: Scheme, host: String, port: Option<u16>) -> Self {
        let port = port.filter(|port| *port != scheme.port());
        Self { scheme, host, port }
    }

    pub(super) fn of_address(listening: SocketAddr) -> Self {
        let host = match listening.ip() {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("[{address}]"),
        };
        Self::new(Scheme::Http, host, Some(listening.port()))
    }

    pub(super) fn localhost(port: u16) -> Self {
        Self::new(Scheme::Http, "localhost".to_owned(), Some(port))
    }

    /// Whether nobody on the way can read along: HTTPS, or this very machine.
    pub fn is_private(&self) -> bool {
        self.scheme == Scheme::Https || self.is_this_machine()
    }

    fn is_this_machine(&self) -> bool {
        let address = self.host.trim_matches(['[', ']']).parse::<IpAddr>();
        self.host == "localhost"
            || self.host.ends_with(".localhost")
            || address.is_ok_and(|address| address.to_canonical().is_loopback())
    }
}

impl Scheme {
    fn port(self) -> u16 {
        match self {
            Self::Http => 80,
            Self::Https => 443,
        }
    }
}

/// `host`, `host:port`, `[v6]` or `[v6]:port`, the host normalised.
fn split(authority: &str) -> Option<(String, Option<u16>)> {
    if let Some(rest) = authority.strip_prefix('[') {
        let (address, rest) = rest.split_once(']')?;
        let address: Ipv6Addr = address.parse().ok()?;
        let port = match rest.strip_prefix(':') {
            Some(digits) => Some(port(digits)?),
            None if rest.is_empty() => None,
            None => return None,
        };
        return Some((format!("[{address}]"), port));
    }
    let (host, port) = match authority.split_once(':') {
        Some((host, digits)) => (host, Some(port(digits)?)),
        None => (authority, None),
    };
    is_host(host).then(|| (host.to_ascii_lowercase(), port))
}

fn port(digits: &str) -> Option<u16> {
    let is_plain = digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|port| is_plain && *port != 0)
}

/// Labels of letters, digits, `-` and `_`, 253 characters at most (RFC 1035 §2.3.4).
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len()) && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    host.len() <= 253 && host.split('.').all(is_label)
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = match self.scheme {
            Scheme::Http => "http",
            Scheme::Https => "https",
        };
        write!(f, "{scheme}://{}", self.host)?;
        match self.port {
            Some(port) => write!(f, ":{port}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_origin_is_nothing_but_scheme_host_and_port() {
        for text in [
            "",
            "https://",
            "https:///",
            "chat.example.org",
            "ftp://a",
            "https://a/b",
            "https://a:0",
            "https://a:+1",
            "https://a:99999",
            "https://u@a",
            "https://a?b",
            "https://a b",
            "https://[::1",
            "https://::1",
            "https://a..b",
            "null",
        ] {
            assert_eq!(Origin::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_origin_reads_back_as_itself(host in "[a-zA-Z0-9-]{1,20}(\\.[a-z0-9]{1,5}){0,2}", port in 1u16.., tls: bool) {
            let scheme = if tls { "https" } else { "http" };
            let origin = Origin::parse(&format!("{scheme}://{host}:{port}")).unwrap();
            prop_assert_eq!(Origin::parse(&origin.to_string()), Some(origin));
        }
    }
}
