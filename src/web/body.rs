//! JSON bodies: bounded in size and time, strict in what they hold, and clear about what is wrong where.

use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::commands::App;
use crate::error::{Error, Result};

/// Between two pieces of a body, and for the whole of it.
const BETWEEN_PIECES: Duration = Duration::from_secs(10);
const IN_ALL: Duration = Duration::from_secs(60);

/// A JSON body of type `T`. Unknown fields are refused by `T` itself.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_json = request.content_type().eq_ignore_ascii_case("application/json");
        let most = request.app_data::<web::Data<App>>().map_or(0, |app| app.config.limits.json_body_bytes);
        let declared = request.headers().get("content-length").and_then(|v| v.to_str().ok()?.parse::<usize>().ok());
        let payload = payload.take();
        Box::pin(async move {
            if !is_json {
                return Err(Error::UnsupportedMediaType);
            }
            if declared.is_some_and(|size| size > most) {
                return Err(Error::TooLarge { what: "body", max_bytes: most });
            }
            let reading = tokio::time::timeout(IN_ALL, read(payload, most));
            let bytes = reading.await.map_err(|_| Error::TooSlow)??;
            parse(&bytes).map(Self)
        })
    }
}

async fn read(mut payload: Payload, most: usize) -> Result<Bytes> {
    let mut body = BytesMut::new();
    loop {
        let piece = tokio::time::timeout(BETWEEN_PIECES, payload.next()).await.map_err(|_| Error::TooSlow)?;
        match piece {
            None => return Ok(body.freeze()),
            Some(Err(_)) => return Err(Error::Malformed("The body ended before it was complete.".into())),
            Some(Ok(piece)) if body.len() + piece.len() > most => {
                return Err(Error::TooLarge { what: "body", max_bytes: most });
            }
            Some(Ok(piece)) => body.extend_from_slice(&piece),
        }
    }
}

/// # Errors
/// `Malformed` for what is not JSON, `Invalid` for JSON of another shape, naming where.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    // Serde would take an array for an object: its items for the fields, in order.
    if bytes.trim_ascii_start().starts_with(b"[") {
        return Err(Error::invalid("body", "must be an object"));
    }
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let found = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        let cause = error.into_inner();
        if !cause.is_data() {
            return Error::Malformed(format!("This is not JSON: {cause}."));
        }
        misshapen("body", &path, &without_position(&cause))
    })?;
    json.end().map_err(|cause| Error::Malformed(format!("This is not JSON: {cause}.")))?;
    Ok(found)
}

/// Tells `null` from what was left out.
///
/// # Errors
/// Those of the deserializer.
pub fn given<'de, T, D>(deserializer: D) -> std::result::Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Some)
}

/// The same for an object, as [`object_or_null`] takes it.
///
/// # Errors
/// Those of the deserializer.
pub fn given_object<'de, T, D>(deserializer: D) -> std::result::Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    object_or_null(deserializer).map(Some)
}

/// A field that is an object or `null`, and no array, which serde would take for an object here as well.
///
/// # Errors
/// Those of the deserializer.
pub fn object_or_null<'de, T, D>(deserializer: D) -> std::result::Result<Option<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Ok(Option::<Object<T>>::deserialize(deserializer)?.map(|Object(inner)| inner))
}

struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData)).map(Self)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> std::result::Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
}

/// What serde found wrong in `whole`, at `path` within it. A field that is missing is at fault itself, not what it is
/// missing from.
pub fn misshapen(whole: &'static str, path: &str, cause: &str) -> Error {
    let missing = cause.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`'));
    let field = match (path, missing) {
        (".", None) => whole.to_owned(),
        (".", Some(name)) => name.to_owned(),
        (path, None) => path.to_owned(),
        (path, Some(name)) => format!("{path}.{name}"),
    };
    let why = if missing.is_some() { "is missing".to_owned() } else { format!("is not as it should be: {cause}") };
    Error::Invalid { field: field.into(), why }
}

/// The message without "at line 1 column 7", which says nothing about JSON on one line.
fn without_position(cause: &serde_json::Error) -> String {
    let text = cause.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(message, _)| message.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Input {
        name: String,
        #[serde(default)]
        uses: Option<i64>,
    }

    #[test]
    fn what_is_wrong_is_said_with_the_place_where() {
        assert_eq!(parse::<Input>(br#"{"name":"a"}"#).unwrap(), Input { name: "a".into(), uses: None });
        let field = |json: &str| match parse::<Input>(json.as_bytes()) {
            Err(Error::Invalid { field, .. }) => field.into_owned(),
            Err(Error::Malformed(_)) => "malformed".to_owned(),
            other => panic!("{json} gave {other:?}"),
        };
        assert_eq!(field(r#"{"name":7}"#), "name");
        assert_eq!(field(r#"{"name":"a","uses":"x"}"#), "uses");
        assert_eq!(field(r#"{"name":"a","role":"admin"}"#), "role");
        assert_eq!(field("{}"), "name");
        assert_eq!(field("[]"), "body");
        assert_eq!(field(r#" ["a",7]"#), "body");
        assert_eq!(field("7"), "body");
        assert_eq!(field(""), "malformed");
        assert_eq!(field(r#"{"name":"a"} x"#), "malformed");
        assert_eq!(field(&"[".repeat(100_000)), "body");
    }
}
