//! The document as the handlers describe themselves. It is made here, held against the one that is kept, and not in the
//! executable: what makes it would be a tenth of that.

use std::path::Path;

use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{
    self, ContentBuilder, Info, License, OpenApi, PathItem, Ref, RefOr, ResponseBuilder, SecurityRequirement,
};
use utoipa::{OpenApi as _, PartialSchema, ToSchema};

use super::super::Described;
use crate::web::problem::Problem;

fn document() -> OpenApi {
    let mut document = OpenApi::default().nest("/api/v1", Described::openapi());
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

#[test]
fn the_document_is_what_the_handlers_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/protocol/openapi.json");
    let made = serde_json::to_string_pretty(&document()).unwrap() + "\n";
    if std::env::var_os("REGENERATE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(kept == made, "`REGENERATE=1 cargo test the_document_is` writes docs/protocol/openapi.json anew");
}

#[test]
fn every_operation_has_an_id_of_its_own() {
    let mut document = document();
    let mut ids = std::collections::HashSet::new();
    for item in document.paths.paths.values_mut() {
        for (_, operation) in operations(item) {
            let id = operation.operation_id.clone().unwrap_or_default();
            assert!(ids.insert(id.clone()), "{id} stands twice");
        }
    }
    assert!(ids.contains("get_groups_group_id_messages"));
}
