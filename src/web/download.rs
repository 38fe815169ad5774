//! Answering with bytes: in part where a part is asked for, a piece at a time, and never so that a browser runs them.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;
use std::sync::Arc;

use actix_web::body::SizedStream;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_RANGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
    HeaderName, IF_NONE_MATCH, IF_RANGE, RANGE,
};
use actix_web::{HttpRequest, HttpResponse};
use bytes::Bytes;
use futures_util::stream;

use crate::domain::FileKind;
use crate::error::{Error, Result};
use crate::store::files::Content;

/// Bytes that are read at once. One connection holds no more of a file in memory than two of them.
const PIECE_BYTES: usize = 128 * 1024;

/// Whatever a file holds, it runs nothing and loads nothing.
pub const POLICY: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

/// Types that a browser may show by itself. Everything else is kept.
const SHOWN: [&str; 14] = [
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/webp",
    "audio/wav",
    "audio/flac",
    "audio/ogg",
    "audio/mpeg",
    "audio/mp4",
    "audio/webm",
    "audio/aac",
    "video/mp4",
    "video/webm",
    "video/ogg",
];

/// What is answered, but for the bytes themselves.
pub struct Download {
    content_type: String,
    disposition: String,
    etag: String,
    cache: &'static str,
}

impl Download {
    /// A file as it was uploaded.
    pub fn of(content: &Content, to_keep: bool) -> Self {
        let file = &content.file;
        let (content_type, is_shown) = match file.kind {
            FileKind::Text => ("text/plain; charset=utf-8".to_owned(), true),
            FileKind::Other => (file.mime_type.clone(), false),
            _ => (file.mime_type.clone(), SHOWN.contains(&file.mime_type.as_str())),
        };
        Self {
            content_type,
            disposition: disposition(is_shown && !to_keep, &file.name),
            etag: format!("\"{}\"", content.hash),
            cache: "private, no-store",
        }
    }

    /// The small form of a picture, if there is one. A browser may keep it, but asks each time whether it still may show it.
    pub fn small_of(content: &Content) -> Option<Self> {
        Some(Self {
            content_type: content.thumbnail_type.clone()?,
            disposition: "inline".to_owned(),
            etag: format!("\"{}-small\"", content.hash),
            cache: "private, no-cache",
        })
    }
}

/// Names the file twice: for programs that know nothing but ASCII, and as it is called.
fn disposition(is_shown: bool, name: &str) -> String {
    let kind = if is_shown { "inline" } else { "attachment" };
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_') { c } else { '_' };
    let ascii: String = name.chars().map(plain).collect();
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            encoded.push(byte.into());
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("{kind}; filename=\"{ascii}\"; filename*=UTF-8''{encoded}")
}

/// Answers with the file that `open` opens, or with the part of it that is asked for.
///
/// # Errors
/// `OutOfRange`; what `open` refuses.
pub async fn answer(
    request: &HttpRequest,
    what: Download,
    open: impl FnOnce() -> Result<File> + Send + 'static,
) -> Result<HttpResponse> {
    let header = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    let is_known = |known: &str| known.split(',').any(|one| one.trim().trim_start_matches("W/") == what.etag);
    if header(IF_NONE_MATCH).is_some_and(is_known) {
        let mut answer = HttpResponse::NotModified();
        return Ok(answer.insert_header((ETAG, what.etag)).insert_header((CACHE_CONTROL, what.cache)).finish());
    }
    let opened = tokio::task::spawn_blocking(move || {
        let file = open()?;
        let size = file.metadata().map_err(Error::internal)?.len();
        Ok::<_, Error>((file, size))
    });
    let (file, size) = opened.await.map_err(Error::internal)??;
    let wanted = header(RANGE).filter(|_| header(IF_RANGE).is_none_or(|tag| tag == what.etag));
    let part = wanted.map_or(Ok(None), |range| part_of(range, size))?;
    let (from, to) = part.unwrap_or((0, size));
    let mut answer = HttpResponse::build(if part.is_some() { StatusCode::PARTIAL_CONTENT } else { StatusCode::OK });
    answer
        .insert_header((CONTENT_TYPE, what.content_type))
        .insert_header((CONTENT_DISPOSITION, what.disposition))
        .insert_header((CONTENT_SECURITY_POLICY, POLICY))
        .insert_header((CACHE_CONTROL, what.cache))
        .insert_header((ACCEPT_RANGES, "bytes"))
        .insert_header((ETAG, what.etag));
    if part.is_some() {
        answer.insert_header((CONTENT_RANGE, format!("bytes {from}-{}/{size}", to - 1)));
    }
    Ok(answer.body(SizedStream::new(to - from, Box::pin(pieces(Arc::new(file), from, to)))))
}

/// Reads on as the reader takes what was read before.
fn pieces(file: Arc<File>, from: u64, to: u64) -> impl futures_util::Stream<Item = io::Result<Bytes>> {
    stream::try_unfold(from, move |at| {
        let file = Arc::clone(&file);
        async move {
            if at >= to {
                return Ok(None);
            }
            let wanted = usize::try_from(to - at).unwrap_or(PIECE_BYTES).min(PIECE_BYTES);
            let read = tokio::task::spawn_blocking(move || {
                let mut buffer = vec![0; wanted];
                file.read_exact_at(&mut buffer, at).map(|()| Bytes::from(buffer))
            });
            let piece = read.await.map_err(io::Error::other)??;
            let next = at + piece.len() as u64;
            Ok(Some((piece, next)))
        }
    })
}

/// The part that a `Range` header asks for, from its first byte to before its last; `None` for what need not be
/// understood, and is then answered with the whole.
fn part_of(range: &str, size: u64) -> Result<Option<(u64, u64)>> {
    let Some((first, last)) = range.trim().strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Ok(None);
    };
    let number = |text: &str| {
        let text = text.trim();
        (!text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit())).then(|| text.parse().unwrap_or(u64::MAX))
    };
    let beyond = Error::OutOfRange { size_bytes: i64::try_from(size).unwrap_or(i64::MAX) };
    match (number(first), number(last)) {
        (Some(first), _) if last.trim().is_empty() => {
            if first < size {
                Ok(Some((first, size)))
            } else {
                Err(beyond)
            }
        }
        (Some(first), Some(last)) if first <= last => {
            if first < size {
                Ok(Some((first, last.saturating_add(1).min(size))))
            } else {
                Err(beyond)
            }
        }
        (None, Some(count)) if first.trim().is_empty() => {
            if count > 0 && size > 0 {
                Ok(Some((size.saturating_sub(count), size)))
            } else {
                Err(beyond)
            }
        }
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_range_is_a_part_of_the_file() {
        assert_eq!(part_of("bytes=0-0", 10).unwrap(), Some((0, 1)));
        assert_eq!(part_of("bytes=2-", 10).unwrap(), Some((2, 10)));
        assert_eq!(part_of("bytes=-3", 10).unwrap(), Some((7, 10)));
        assert_eq!(part_of("bytes=-30", 10).unwrap(), Some((0, 10)));
        assert_eq!(part_of("bytes=2-99999999999999999999999", 10).unwrap(), Some((2, 10)));
        for beyond in ["bytes=10-", "bytes=10-11", "bytes=-0"] {
            assert!(matches!(part_of(beyond, 10), Err(Error::OutOfRange { size_bytes: 10 })), "{beyond}");
        }
        for whole in ["bytes=4-2", "bytes=0-1,3-4", "lines=1-2", "bytes=-", "bytes=a-b", "bytes=+1-2", ""] {
            assert_eq!(part_of(whole, 10).unwrap(), None, "{whole}");
        }
    }

    #[test]
    fn a_name_is_told_so_that_it_cannot_leave_its_quotes() {
        let told = disposition(false, "a\"; x=\"ü.png");
        assert_eq!(told, "attachment; filename=\"a__ x___.png\"; filename*=UTF-8''a%22%3B%20x%3D%22%C3%BC.png");
    }

    proptest! {
        #[test]
        fn whatever_range_is_asked_for_lies_within_the_file(range in "(bytes=)?[0-9,-]{0,12}", size in 0u64..100) {
            if let Ok(Some((from, to))) = part_of(&range, size) {
                prop_assert!(from < to && to <= size);
            }
        }

        #[test]
        fn whatever_a_file_is_called_fits_into_a_header(name in "\\PC{1,60}") {
            prop_assert!(actix_web::http::header::HeaderValue::from_str(&disposition(true, &name)).is_ok());
        }
    }
}
