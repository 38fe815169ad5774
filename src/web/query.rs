//! What stands in an address after the `?`: strict in what it holds, and clear about which parameter is wrong.

use std::future::{Ready, ready};
use std::ops::Deref;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;

use super::body::misshapen;
use crate::error::{Error, Result};

/// The parameters as a `T`. Unknown ones are refused by `T` itself.
pub struct Query<T>(T);

impl<T> Query<T> {
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Query<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(parse(request.query_string()).map(Self))
    }
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T> {
    let parameters = serde_urlencoded::Deserializer::new(form_urlencoded::parse(text.as_bytes()));
    serde_path_to_error::deserialize(parameters)
        .map_err(|error| misshapen("query", &error.path().to_string(), &error.inner().to_string()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Input {
        name: String,
        limit: Option<u32>,
    }

    #[test]
    fn the_parameter_that_is_wrong_is_named() {
        assert_eq!(parse::<Input>("name=a%20b&limit=7").unwrap(), Input { name: "a b".into(), limit: Some(7) });
        let field = |text: &str| match parse::<Input>(text) {
            Err(Error::Invalid { field, .. }) => field.into_owned(),
            other => panic!("{text} gave {other:?}"),
        };
        assert_eq!(field("name=a&limit=many"), "limit");
        assert_eq!(field("name=a&limit=-1"), "limit");
        assert_eq!(field("name=a&role=admin"), "role");
        assert_eq!(field("limit=1"), "name");
    }

    proptest! {
        #[test]
        fn whatever_stands_in_an_address_does_no_harm(text in "\\PC{0,60}") {
            let _ = parse::<Input>(&text);
        }
    }
}
