//! IP networks, for the list of proxies.

use std::fmt;
use std::net::IpAddr;

/// One address, or all that begin with the same bits: `10.0.0.2`, `10.0.0.0/8`, `fd00::/8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub struct Network {
    /// No bit beyond the length is set.
    first: IpAddr,
    /// Leading bits that are compared: 0–32 for IPv4, 0–128 for IPv6.
    length: u32,
}

impl Network {
    /// A network with bits set beyond its length (`10.1.2.3/8`) is refused: either the
    /// address or the length is a mistake, and a guess would trust the wrong peers.
    fn parse(text: &str) -> Option<Self> {
        let (address, length) = match text.split_once('/') {
            Some((address, length)) => (address, Some(length)),
            None => (text, None),
        };
        let first: IpAddr = address.parse().ok()?;
        let bits = width(first);
        let length = match length {
            Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => digits.parse().ok()?,
            Some(_) => return None,
            None => bits,
        };
        let network = Self { first, length };
        (length <= bits && network.prefix(first) == number(first)).then_some(network)
    }

    /// Whether the address lies in this network. An IPv4 address that arrived through an
    /// IPv6 socket (`::ffff:10.0.0.2`) counts as what it is.
    pub fn contains(&self, address: IpAddr) -> bool {
        let address = match self.first {
            IpAddr::V4(_) => address.to_canonical(),
            IpAddr::V6(_) => address,
        };
        width(address) == width(self.first) && self.prefix(address) == number(self.first)
    }

    /// The bits of the address that count here, the others cleared.
    fn prefix(&self, address: IpAddr) -> u128 {
        let cleared = width(address).saturating_sub(self.length);
        // A shift by all 128 bits would overflow; nothing is left of the address then.
        number(address).checked_shr(cleared).unwrap_or(0).checked_shl(cleared).unwrap_or(0)
    }
}

fn width(address: IpAddr) -> u32 {
    match address {
        IpAddr::V4(_) => 32,
        IpAddr::V6(_) => 128,
    }
}

fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => u32::from(address).into(),
        IpAddr::V6(address) => address.into(),
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        if self.length < width(self.first) {
            write!(f, "/{}", self.length)?;
        }
        Ok(())
    }
}

/// A list of networks, separated by commas in text.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd)]
pub struct Networks(Vec<Network>);

impl Networks {
    /// `None` for what is no list of networks.
    pub fn parse(text: &str) -> Option<Self> {
        if text.trim().is_empty() {
            return Some(Self::default());
        }
        text.split(',').map(|item| Network::parse(item.trim())).collect::<Option<_>>().map(Self)
    }

    pub fn contain(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(address))
    }

    pub fn iter(&self) -> impl Iterator<Item = &Network> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_is_in_a_list_when_it_is_in_one_of_its_networks() {
        let proxies = Networks::parse("10.0.0.2, 192.168.0.0/16, fd00::/8").unwrap();
        for (peer, is_proxy) in [
            ("10.0.0.2", true),
            ("10.0.0.3", false),
            ("192.168.255.1", true),
            ("192.169.0.1", false),
            ("::ffff:10.0.0.2", true),
            ("fd12::1", true),
            ("fe80::1", false),
        ] {
            assert_eq!(proxies.contain(peer.parse().unwrap()), is_proxy, "{peer}");
        }
        for text in ["10.1.2.3/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/+8", "example.org", "10.0.0.1,"] {
            assert_eq!(Networks::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_network_holds_exactly_the_addresses_that_share_its_bits(address: u32, other: u32, length in 0u32..=32) {
            let mask = u32::MAX.checked_shl(32 - length).unwrap_or(0);
            let text = format!("{}/{length}", std::net::Ipv4Addr::from(address & mask));
            let network = Networks::parse(&text).unwrap();
            prop_assert_eq!(network.contain(IpAddr::V4(other.into())), other & mask == address & mask);
            prop_assert!(network.contain(IpAddr::V4(address.into())));
        }
    }
}
