//! Where a request comes from.

use std::net::{IpAddr, Ipv4Addr};

use actix_web::HttpRequest;
use actix_web::http::header::USER_AGENT;

use crate::commands::accounts::From;
use crate::config::Config;

/// Most characters of a browser's name for itself that are kept.
const MOST_USER_AGENT: usize = 250;

/// The address of the TCP peer; or, if that is one of our proxies, the right-most one in `X-Forwarded-For` that is not.
/// What anybody else writes into such a header means nothing.
pub fn address(request: &HttpRequest, config: &Config) -> IpAddr {
    let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip().to_canonical());
    if !config.is_proxy(peer) {
        return peer;
    }
    let hops = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok());
    let hops: Vec<&str> = hops.flat_map(|value| value.split(',')).map(str::trim).collect();
    for hop in hops.into_iter().rev() {
        match hop.parse::<IpAddr>().map(|ip| ip.to_canonical()) {
            Ok(ip) if config.is_proxy(ip) => {}
            Ok(ip) => return ip,
            // What our proxies did not write cannot be trusted, nor anything to the left of it.
            Err(_) => break,
        }
    }
    peer
}

/// The address, and what the browser calls itself.
pub fn from(request: &HttpRequest, config: &Config) -> From {
    let user_agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let visible = user_agent.chars().filter(|c| !c.is_control());
    From { address: address(request, config), user_agent: visible.take(MOST_USER_AGENT).collect() }
}
