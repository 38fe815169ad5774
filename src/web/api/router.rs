//! Which operation a request is for.
//!
//! actix asks each of its resources in turn, and each asks a regular expression of its own: with 140 of them that was a
//! fifth of what the server did for a message posted over HTTP. A tree of the paths is asked once.

use std::collections::BTreeMap;
use std::future::{Future, ready};
use std::pin::Pin;

use actix_service::{Service, ServiceFactory, always_ready, fn_factory};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::Error as SiteError;
use actix_web::http::Method;
use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::{FromRequest, Handler, HttpResponse, Responder, ResponseError as _, Route};
use matchit::Router as Tree;
use utoipa::openapi::HttpMethod;

use super::operations;
use crate::error::Error;

/// A handler, and what it answers to.
pub struct Operation {
    method: Method,
    path: String,
    route: Route,
}

impl Operation {
    /// `handler`, as `D` describes it.
    pub fn of<D, F, Args>(handler: F) -> Self
    where
        D: utoipa::Path,
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        Self { method: method(&D::methods()), path: D::path(), route: Route::new().to(handler) }
    }
}

fn method(described: &[HttpMethod]) -> Method {
    match described {
        [HttpMethod::Post] => Method::POST,
        [HttpMethod::Put] => Method::PUT,
        [HttpMethod::Patch] => Method::PATCH,
        [HttpMethod::Delete] => Method::DELETE,
        _ => Method::GET,
    }
}

type RouteService = <Route as ServiceFactory<ServiceRequest>>::Service;

/// What one path answers to.
#[derive(Default)]
struct Place {
    services: Vec<(Method, RouteService)>,
}

impl Place {
    fn service(&self, method: &Method) -> Option<&RouteService> {
        self.services.iter().find(|(answered, _)| answered == method).map(|(_, service)| service)
    }

    /// Says which methods there are.
    fn refuse(&self) -> HttpResponse {
        let mut answer = Error::MethodNotAllowed.error_response();
        let methods = self.services.iter().map(|(method, _)| method.as_str()).collect::<Vec<_>>().join(", ");
        if let Ok(methods) = HeaderValue::from_str(&methods) {
            answer.headers_mut().insert(ALLOW, methods);
        }
        answer
    }
}

/// The way to all operations, for one thread.
pub struct Router(Tree<Place>);

impl Router {
    /// Made for each thread anew, since handlers are not shared among them.
    pub fn factory() -> impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse,
        Error = SiteError,
        Service = Self,
        InitError = (),
    > {
        fn_factory(|| async { Self::new(operations()).await })
    }

    async fn new(operations: Vec<Operation>) -> Result<Self, ()> {
        let mut places = BTreeMap::<String, Place>::new();
        for Operation { method, path, route } in operations {
            places.entry(path).or_default().services.push((method, route.new_service(()).await?));
        }
        let mut tree = Tree::new();
        for (path, place) in places {
            tree.insert(path, place)
                .map_err(|error| tracing::error!(%error, "a path of the API cannot be told apart"))?;
        }
        Ok(Self(tree))
    }
}

impl Service<ServiceRequest> for Router {
    type Response = ServiceResponse;
    type Error = SiteError;
    type Future = Pin<Box<dyn Future<Output = Result<ServiceResponse, SiteError>>>>;

    always_ready!();

    fn call(&self, mut request: ServiceRequest) -> Self::Future {
        let answer = match self.0.at(request.match_info().unprocessed()) {
            Err(_) => Error::NotFound("page").error_response(),
            Ok(found) => match found.value.service(request.method()) {
                None => found.value.refuse(),
                Some(service) => {
                    let values: Vec<_> =
                        found.params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
                    for (name, value) in values {
                        request.match_info_mut().add_static(name, value);
                    }
                    return service.call(request);
                }
            },
        };
        Box::pin(ready(Ok(request.into_response(answer))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[actix_web::test]
    async fn every_operation_is_found_by_its_path() {
        let router = Router::new(operations()).await.unwrap();
        let all = operations();
        assert!(all.len() > 100);
        for Operation { method, path, .. } in all {
            let asked = path.replace(['{', '}'], "");
            let found = router.0.at(&asked).unwrap();
            assert!(found.value.service(&method).is_some(), "{method} {path}");
            let names: Vec<_> = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
            assert_eq!(found.params.iter().map(|(name, _)| name).collect::<Vec<_>>(), names, "{method} {path}");
        }
    }

    #[actix_web::test]
    async fn a_path_says_which_methods_it_answers_to() {
        let router = Router::new(operations()).await.unwrap();
        let allowed = |path: &str| {
            let answer = router.0.at(path).ok()?.value.refuse();
            answer.headers().get(ALLOW).cloned()
        };
        assert_eq!(allowed("/groups/x").unwrap(), "GET, PATCH");
        assert_eq!(allowed("/nothing"), None);
        assert_eq!(allowed("/groups/"), None);
    }
}
