//! What there is, as told to programs: `docs/protocol/openapi.json`, which a test holds against the handlers.

#[cfg(test)]
mod made;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use actix_web::{HttpRequest, HttpResponse, get};
use bytes::Bytes;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::error::{Error, Result};
use crate::web::pressed::Forms;

/// As `build.rs` has pressed it.
const DOCUMENT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/openapi.json.gz"));

fn document() -> Forms {
    Forms { gzip: Some(Bytes::from_static(DOCUMENT)), ..Forms::default() }
}

/// The document.
#[get("/api/openapi.json")]
pub async fn json(request: HttpRequest) -> Result<HttpResponse> {
    let mut answer = HttpResponse::Ok();
    answer.content_type("application/json");
    document().answer(&request, answer)
}

/// What the server itself reads in the document, once somebody has asked for a path that is not there.
#[derive(Default)]
pub struct Described(OnceLock<Paths>);

impl Described {
    /// # Errors
    /// When the document cannot be read, which only a broken build can bring about.
    pub fn paths(&self) -> Result<&Paths> {
        if let Some(paths) = self.0.get() {
            return Ok(paths);
        }
        let paths = Paths::read(&document().plain()?)?;
        Ok(self.0.get_or_init(|| paths))
    }
}

/// Which methods each path answers to, for telling "no such path" from "not with that method".
pub struct Paths(Vec<(Vec<String>, String)>);

impl Paths {
    fn read(document: &[u8]) -> Result<Self> {
        #[derive(Deserialize)]
        struct Document {
            paths: BTreeMap<String, BTreeMap<String, IgnoredAny>>,
        }
        let Document { paths } = serde_json::from_slice(document).map_err(Error::internal)?;
        let segments = |path: &String| path.split('/').map(ToOwned::to_owned).collect();
        let methods = |item: &BTreeMap<String, IgnoredAny>| {
            item.keys().map(|method| method.to_ascii_uppercase()).collect::<Vec<_>>().join(", ")
        };
        Ok(Self(paths.iter().map(|(path, item)| (segments(path), methods(item))).collect()))
    }

    /// The methods that a path answers to, as for `Allow`; `None` when there is no such path.
    pub fn allowed(&self, path: &str) -> Option<&str> {
        let wanted: Vec<&str> = path.split('/').collect();
        let fits = |segments: &Vec<String>| {
            segments.len() == wanted.len()
                && segments.iter().zip(&wanted).all(|(segment, part)| segment.starts_with('{') || segment == part)
        };
        self.0.iter().find(|(segments, _)| fits(segments)).map(|(_, methods)| methods.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_says_which_methods_it_answers_to() {
        let described = Described::default();
        let paths = described.paths().unwrap();
        assert_eq!(paths.allowed("/api/v1/groups/x"), Some("GET, PATCH"));
        assert_eq!(paths.allowed("/api/v1/nothing"), None);
    }
}
