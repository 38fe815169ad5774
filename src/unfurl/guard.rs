//! Which addresses may be asked: those of the Internet, and what the owner of the server has allowed.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::config::Networks;

/// Judges addresses. As a resolver it leaves out what must not be asked, so that what was judged is what is connected to.
#[derive(Clone)]
pub struct Guard {
    allowed: Networks,
}

impl Guard {
    pub fn new(allowed: Networks) -> Self {
        Self { allowed }
    }

    pub fn allows(&self, address: IpAddr) -> bool {
        is_global(address) || self.allowed.contain(address)
    }
}

impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let guard = self.clone();
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let open: Vec<SocketAddr> = found.filter(|address| guard.allows(address.ip())).collect();
            if open.is_empty() {
                return Err("the name leads to no address that may be asked".into());
            }
            let addresses: Addrs = Box::new(open.into_iter());
            Ok(addresses)
        })
    }
}

/// Whether the whole Internet reaches the same server there.
fn is_global(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_global_v4(address),
        IpAddr::V6(address) => is_global_v6(address),
    }
}

/// Everything but the special purposes of the IANA registry (RFC 6890 and its successors), multicast, and what is
/// reserved.
fn is_global_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !(a == 0
        || a == 10
        || a == 127
        || a >= 224
        || (a == 100 && (64..128).contains(&b))
        || (a == 169 && b == 254)
        || (a == 172 && (16..32).contains(&b))
        || (a == 192 && b == 168)
        || (a == 192 && b == 0 && (c == 0 || c == 2))
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (b == 18 || b == 19))
        || (a == 198 && b == 51 && c == 100)
        || (a == 203 && b == 0 && c == 113))
}

/// Global unicast (2000::/3) without its special purposes. What carries an IPv4 address is as good as that address.
fn is_global_v6(address: Ipv6Addr) -> bool {
    if let Some(inner) = embedded(address) {
        return is_global_v4(inner);
    }
    let [a, b, ..] = address.segments();
    let is_documentation = (a == 0x2001 && b == 0x0db8) || (a == 0x3fff && b < 0x1000);
    // 2001::/23: Teredo, benchmarking, ORCHID and other protocols.
    let is_protocol = a == 0x2001 && b < 0x0200;
    (0x2000..0x4000).contains(&a) && !is_documentation && !is_protocol
}

/// The IPv4 address in a mapped (::ffff:0:0/96), compatible (::/96), translated (64:ff9b::/96, 64:ff9b:1::/48) or
/// 6to4 (2002::/16) one.
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let joined = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match address.segments() {
        [0, 0, 0, 0, 0, 0 | 0xffff, high, low] => Some(joined(high, low)),
        [0, 0, 0, 0, 0xffff, 0, high, low] => Some(joined(high, low)),
        [0x64, 0xff9b, _, _, _, _, high, low] => Some(joined(high, low)),
        [0x2002, high, low, ..] => Some(joined(high, low)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allows(address: &str) -> bool {
        Guard::new(Networks::default()).allows(address.parse().unwrap())
    }

    #[test]
    fn servers_on_the_internet_may_be_asked() {
        for address in [
            "1.1.1.1",
            "93.184.216.34",
            "192.1.2.3",
            "172.32.0.1",
            "100.128.0.1",
            "2606:2800:220:1::1",
            "2a00:1450:4001::5",
        ] {
            assert!(allows(address), "{address}");
        }
    }

    #[test]
    fn nothing_else_may_be_asked_however_it_is_written() {
        for address in [
            "127.0.0.1",
            "127.255.0.9",
            "0.0.0.0",
            "10.0.0.1",
            "100.64.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "192.0.0.8",
            "192.0.2.1",
            "192.88.99.1",
            "198.18.0.1",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "2002:7f00:1::",
            "2002:a00:1::1",
            "fe80::1",
            "fec0::1",
            "fc00::1",
            "fd12:3456::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "3fff::1",
            "100::1",
            "::ffff:0:127.0.0.1",
        ] {
            assert!(!allows(address), "{address}");
        }
    }

    #[test]
    fn an_owner_may_allow_a_network_of_their_own() {
        let guard = Guard::new(Networks::parse("10.1.0.0/16").unwrap());
        assert!(guard.allows("10.1.2.3".parse().unwrap()));
        assert!(!guard.allows("10.2.0.1".parse().unwrap()));
        assert!(!guard.allows("127.0.0.1".parse().unwrap()));
    }
}
