//! Files of the executable that are in it pressed: which form somebody gets, and how whoever reads them here unpacks them.

use std::borrow::Cow;
use std::io::Read as _;

use actix_web::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, VARY};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use bytes::Bytes;
use flate2::read::GzDecoder;

use crate::error::{Error, Result};

/// A file in the forms in which it is there.
#[derive(Default)]
pub struct Forms {
    pub plain: Option<Bytes>,
    pub brotli: Option<Bytes>,
    pub gzip: Option<Bytes>,
}

impl Forms {
    /// The file as the end of `answer`, in the smallest form that the browser takes.
    ///
    /// # Errors
    /// When it is there in no form, which only a broken build can bring about.
    pub fn answer(&self, request: &HttpRequest, mut answer: HttpResponseBuilder) -> Result<HttpResponse> {
        let accepted = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let (encoding, content) = self.for_browser(accepted)?;
        answer.insert_header((VARY, "Accept-Encoding"));
        if let Some(encoding) = encoding {
            answer.insert_header((CONTENT_ENCODING, encoding));
        }
        Ok(answer.body(content))
    }

    /// The smallest form that the browser takes, by the name of its `Content-Encoding`.
    fn for_browser(&self, accepted: &str) -> Result<(Option<&'static str>, Bytes)> {
        for (encoding, form) in [("br", &self.brotli), ("gzip", &self.gzip)] {
            if let Some(content) = form.as_ref().filter(|_| takes(accepted, encoding)) {
                return Ok((Some(encoding), content.clone()));
            }
        }
        Ok((None, self.plain()?))
    }

    /// As it is: for what looks into it here, and for the rare client that takes no pressed form.
    ///
    /// # Errors
    /// When it is there in no form.
    pub fn plain(&self) -> Result<Bytes> {
        if let Some(plain) = &self.plain {
            return Ok(plain.clone());
        }
        let pressed = self.gzip.as_deref().ok_or_else(|| Error::internal("a file of the page is in no form"))?;
        let mut plain = Vec::with_capacity(pressed.len() * 4);
        GzDecoder::new(pressed).read_to_end(&mut plain).map_err(Error::internal)?;
        Ok(plain.into())
    }

    /// # Errors
    /// See [`Forms::plain`].
    pub fn text(&self) -> Result<String> {
        Ok(String::from_utf8_lossy(&self.plain()?).into_owned())
    }
}

fn takes(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|one| one.split(';').next().map(str::trim) == Some(encoding))
}

/// Without a copy where the file stands in the executable, as it does in a release.
pub fn bytes(data: Cow<'static, [u8]>) -> Bytes {
    match data {
        Cow::Borrowed(data) => Bytes::from_static(data),
        Cow::Owned(data) => Bytes::from(data),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_browser_gets_the_smallest_form_that_it_takes() {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(b"let a").unwrap();
        let [brotli, gzip] = [Bytes::from_static(b"b"), gzip.finish().unwrap().into()];
        let script = Forms { plain: None, brotli: Some(brotli), gzip: Some(gzip) };
        assert_eq!(script.for_browser("gzip, deflate, br;q=1").unwrap().0, Some("br"));
        assert_eq!(script.for_browser("gzip").unwrap().0, Some("gzip"));
        assert_eq!(script.for_browser("").unwrap(), (None, Bytes::from_static(b"let a")));
    }
}
