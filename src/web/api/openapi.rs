//! The OpenAPI document, gathered from the handlers themselves.

use actix_web::web::Data;
use actix_web::{App, HttpResponse, get};
use bytes::Bytes;
use tokio::sync::OnceCell;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{
    self, ContentBuilder, Info, License, OpenApi, PathItem, Ref, RefOr, ResponseBuilder, SecurityRequirement,
};
use utoipa::{PartialSchema, ToSchema};
use utoipa_actix_web::{AppExt, scope};

use super::describe;
use crate::error::{Error, Result};
use crate::web::problem::Problem;

/// What there is, as told to programs; made when it is asked for first.
#[derive(Default)]
pub struct Described(OnceCell<(Paths, Bytes)>);

impl Described {
    async fn made(&self) -> Result<&(Paths, Bytes)> {
        let make = || {
            let document = document();
            Ok((Paths::of(&document), serde_json::to_vec(&document).map_err(Error::internal)?.into()))
        };
        // On a thread for what takes long, which also gives back all that it needs meanwhile.
        self.0.get_or_try_init(|| async { actix_web::web::block(make).await.map_err(Error::internal)? }).await
    }

    pub async fn paths(&self) -> Result<&Paths> {
        self.made().await.map(|(paths, _)| paths)
    }
}

/// The document.
#[get("/api/openapi.json")]
pub async fn json(described: Data<Described>) -> Result<HttpResponse> {
    let (_, json) = described.made().await?;
    Ok(HttpResponse::Ok().content_type("application/json").body(json.clone()))
}

fn document() -> OpenApi {
    let (_, mut document) =
        App::new().into_utoipa_app().service(scope("/api/v1").configure(describe)).split_for_parts();
    document.info = Info::new("Parlor", env!("CARGO_PKG_VERSION"));
    document.info.description = Some(
        "Whatever Parlor's own page can do, a script can do through this. Ids are UUIDs, times RFC 3339 in UTC. Ask \
         for a token when signing in (`\"token\": true`) and send it as `Authorization: Bearer …`."
            .to_owned(),
    );
    document.info.license = Some(License::new("MIT OR Apache-2.0"));
    add_security(&mut document);
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            operation.operation_id = Some(operation_id(method, path));
        }
    }
    add_problem(&mut document);
    document
}

fn add_security(document: &mut OpenApi) {
    let components = document.components.get_or_insert_default();
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
    components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
    let cookie = ApiKeyValue::with_description("__Host-parlor", "What a browser gets when it signs in.");
    components.add_security_scheme("cookie", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    let none: [&str; 0] = [];
    document.security = Some(vec![SecurityRequirement::new("bearer", none), SecurityRequirement::new("cookie", none)]);
}

/// Every operation may be refused, always in the same form.
fn add_problem(document: &mut OpenApi) {
    let components = document.components.get_or_insert_default();
    components.schemas.insert(Problem::name().into_owned(), Problem::schema());
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(Problem::name()))).build();
    let refused = ResponseBuilder::new().description("Refused").content("application/problem+json", content).build();
    for item in document.paths.paths.values_mut() {
        for (_, operation) in operations(item) {
            operation.responses.responses.insert("default".to_owned(), RefOr::T(refused.clone()));
        }
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (&'static str, &mut openapi::path::Operation)> {
    let PathItem { get, put, post, delete, patch, .. } = item;
    let all = [("GET", get), ("PUT", put), ("POST", post), ("DELETE", delete), ("PATCH", patch)];
    all.into_iter().filter_map(|(method, operation)| Some((method, operation.as_mut()?)))
}

/// `GET /api/v1/groups/{group_id}/messages` is `get_groups_group_id_messages`: handlers of the same name stand in
/// several files, and an id must be unique.
fn operation_id(method: &str, path: &str) -> String {
    let words = path.trim_start_matches("/api/v1/").split('/').map(|part| part.trim_matches(['{', '}']));
    std::iter::once(method.to_ascii_lowercase().as_str()).chain(words).collect::<Vec<_>>().join("_")
}

/// Which methods each path answers to, for telling "no such path" from "not with that method".
pub struct Paths(Vec<(Vec<String>, String)>);

impl Paths {
    pub fn of(document: &OpenApi) -> Self {
        let methods =
            |item: &PathItem| operations(&mut item.clone()).map(|(name, _)| name).collect::<Vec<_>>().join(", ");
        let segments = |path: &String| path.split('/').map(ToOwned::to_owned).collect();
        Self(document.paths.paths.iter().map(|(path, item)| (segments(path), methods(item))).collect())
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
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_operation_has_an_id_of_its_own() {
        let mut document = document();
        let mut ids = HashSet::new();
        for item in document.paths.paths.values_mut() {
            for (_, operation) in operations(item) {
                let id = operation.operation_id.clone().unwrap_or_default();
                assert!(ids.insert(id.clone()), "{id} stands twice");
            }
        }
        assert!(ids.contains("get_groups_group_id_messages"));
    }

    #[test]
    fn a_path_says_which_methods_it_answers_to() {
        let paths = Paths::of(&document());
        assert_eq!(paths.allowed("/api/v1/groups/x"), Some("GET, PATCH"));
        assert_eq!(paths.allowed("/api/v1/nothing"), None);
    }
}
