//! Looks at what a link leads to: the only room that speaks to other servers, and only to those that everybody on the
//! Internet can reach.
//!
//! An address is judged when it is connected to, not when it is named: each redirect is judged anew, and what a name
//! resolves to is what is connected to. Time, bytes and redirects are bounded.

mod guard;
mod page;

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use url::{Host, Url};

use self::guard::Guard;
use crate::config::Networks;
use crate::domain::Page;
use crate::error::{Error, Result};

/// For a page and its picture together.
const LONGEST: Duration = Duration::from_secs(5);
const MOST_REDIRECTS: usize = 5;
/// What a page says of itself stands at its beginning: the rest is not read.
const MOST_PAGE_BYTES: usize = 1 << 20;
/// A larger picture is none.
const MOST_PICTURE_BYTES: usize = 1 << 20;

/// Fetches pages.
pub struct Unfurler {
    client: Client,
    guard: Guard,
}

/// A page, and the bytes that it names as its picture: whatever they are.
#[derive(Debug)]
pub struct Unfurled {
    pub page: Page,
    pub picture: Option<Vec<u8>>,
}

/// Why there is nothing to show. For the log alone: who posted the link is not told what a server answers.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("the address must not be asked")]
    Forbidden,
    #[error("it is neither http nor https, or names no server")]
    NoAddress,
    #[error("there were too many redirects")]
    TooManyRedirects,
    #[error("it took too long")]
    TooLong,
    #[error("it answered {0}")]
    Status(u16),
    #[error("it is not what was asked for")]
    Unsuitable,
    #[error("it cannot be reached: {0}")]
    Unreachable(#[from] reqwest::Error),
}

impl Unfurler {
    /// `allowed` may be asked though they are not on the Internet.
    ///
    /// # Errors
    /// When there is no TLS, which only a broken build can bring about.
    pub fn new(allowed: Networks) -> Result<Self> {
        let guard = Guard::new(allowed);
        let client = Client::builder()
            .tls_backend_preconfigured(tls()?)
            .dns_resolver(Arc::new(guard.clone()))
            .redirect(Policy::none())
            .no_proxy()
            .referer(false)
            // A connection that was judged a while ago is not used again.
            .pool_max_idle_per_host(0)
            .user_agent(concat!("Parlor/", env!("CARGO_PKG_VERSION"), " (link preview)"))
            .build()
            .map_err(Error::internal)?;
        Ok(Self { client, guard })
    }

    /// What the page behind a link says of itself.
    ///
    /// # Errors
    /// See [`Refusal`].
    pub async fn look(&self, link: &str) -> std::result::Result<Unfurled, Refusal> {
        tokio::time::timeout(LONGEST, self.look_without_end(link)).await.map_err(|_| Refusal::TooLong)?
    }

    async fn look_without_end(&self, link: &str) -> std::result::Result<Unfurled, Refusal> {
        let url = Url::parse(link).map_err(|_| Refusal::NoAddress)?;
        let (url, answer) = self.follow(url, "text/html").await?;
        let content_type = header(&answer, CONTENT_TYPE);
        if !content_type.starts_with("text/html") && !content_type.starts_with("application/xhtml+xml") {
            return Err(Refusal::Unsuitable);
        }
        let (bytes, _) = read(answer, MOST_PAGE_BYTES).await?;
        let found = page::read(&bytes, &content_type, &url).ok_or(Refusal::Unsuitable)?;
        let picture = match found.picture {
            // A page is worth showing without its picture.
            Some(url) => self.picture(url).await.ok(),
            None => None,
        };
        Ok(Unfurled { page: found.page, picture })
    }

    async fn picture(&self, url: Url) -> std::result::Result<Vec<u8>, Refusal> {
        let (_, answer) = self.follow(url, "image/png,image/jpeg,image/gif,image/webp").await?;
        let (bytes, is_whole) = read(answer, MOST_PICTURE_BYTES).await?;
        if is_whole { Ok(bytes) } else { Err(Refusal::Unsuitable) }
    }

    /// Asks, and goes where it is sent.
    async fn follow(&self, mut url: Url, accept: &str) -> std::result::Result<(Url, Response), Refusal> {
        for _ in 0..=MOST_REDIRECTS {
            self.check(&url)?;
            let asked =
                self.client.get(url.clone()).header(ACCEPT, accept).header(ACCEPT_ENCODING, "identity").send().await;
            let answer = asked?;
            if answer.status().is_redirection() {
                url = url.join(&header(&answer, LOCATION)).map_err(|_| Refusal::NoAddress)?;
                continue;
            }
            if !answer.status().is_success() {
                return Err(Refusal::Status(answer.status().as_u16()));
            }
            // Nothing is unpacked, so nothing can be larger than it seems.
            let encoding = header(&answer, CONTENT_ENCODING);
            if !encoding.is_empty() && encoding != "identity" {
                return Err(Refusal::Unsuitable);
            }
            return Ok((url, answer));
        }
        Err(Refusal::TooManyRedirects)
    }

    /// What can be told of an address before it is resolved: an IP address is not asked of any resolver.
    fn check(&self, url: &Url) -> std::result::Result<(), Refusal> {
        if !matches!(url.scheme(), "http" | "https") || !url.username().is_empty() || url.password().is_some() {
            return Err(Refusal::NoAddress);
        }
        match url.host() {
            Some(Host::Ipv4(address)) if self.guard.allows(address.into()) => Ok(()),
            Some(Host::Ipv6(address)) if self.guard.allows(address.into()) => Ok(()),
            Some(Host::Domain(_)) => Ok(()),
            Some(_) => Err(Refusal::Forbidden),
            None => Err(Refusal::NoAddress),
        }
    }
}

/// The certificates that browsers trust come along, since not every small system has them.
fn tls() -> Result<rustls::ClientConfig> {
    let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(Error::internal)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(config)
}

/// In lower case; empty when it is not there, or is no text.
fn header(answer: &Response, name: reqwest::header::HeaderName) -> String {
    let is_address = name == LOCATION;
    let value = answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().trim();
    if is_address { value.to_owned() } else { value.to_ascii_lowercase() }
}

/// The first bytes of an answer, and whether that is all.
async fn read(mut answer: Response, most: usize) -> std::result::Result<(Vec<u8>, bool), Refusal> {
    let mut bytes = Vec::new();
    while let Some(piece) = answer.chunk().await? {
        let room = most - bytes.len();
        bytes.extend_from_slice(piece.get(..room.min(piece.len())).unwrap_or_default());
        if piece.len() > room {
            return Ok((bytes, false));
        }
    }
    Ok((bytes, true))
}
