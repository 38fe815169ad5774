//! What stands at each line: HTTP, and what a request for another protocol leads to.
//!
//! This is what actix's own `HttpServer` puts together, and besides a way out of HTTP for websockets, which that one does
//! not offer.

use std::rc::Rc;
use std::time::Duration;

use actix_codec::Framed;
use actix_http::body::MessageBody;
use actix_http::{HttpService, Request, h1};
use actix_server::GracefulShutdownSignal;
use actix_service::{Service, ServiceFactory, fn_factory, fn_service, map_config};
use actix_web::App as Site;
use actix_web::dev::{AppConfig, ServiceResponse};
use actix_web::error::Error;
use actix_web::middleware::from_fn;
use actix_web::web::scope;
use tokio::net::TcpStream;

use super::gateway::line;
use super::{Shared, api, around, beside_api};

/// How long the head of a request may take to arrive.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(5);

/// How long a line may say nothing between two requests.
const KEEP_ALIVE: Duration = Duration::from_secs(5);

/// How long a line that is being closed may take.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(1);

/// Serves the lines of one thread.
pub fn of(
    shared: &Shared,
    stopping: GracefulShutdownSignal,
) -> impl ServiceFactory<TcpStream, Config = (), Response = (), Error = actix_http::error::DispatchError, InitError = ()>
+ use<> {
    HttpService::build()
        .graceful_shutdown_signal(move || {
            let stopping = stopping.clone();
            async move { stopping.notified().await }
        })
        .keep_alive(KEEP_ALIVE)
        .client_request_timeout(REQUEST_TIMEOUT)
        .client_disconnect_timeout(CLOSE_TIMEOUT)
        // Small frames leave at once instead of waiting for an acknowledgement of the one before.
        .tcp_nodelay(true)
        .upgrade(upgrades(site(shared)))
        .finish(site(shared))
        .tcp()
}

/// Everything that answers requests.
fn site(
    shared: &Shared,
) -> impl ServiceFactory<
    Request,
    Config = (),
    Response = ServiceResponse<impl MessageBody + use<>>,
    Error = Error,
    InitError = (),
> + use<> {
    let site = Site::new()
        .service(scope("/api/v1").default_service(api::Router::factory()))
        .configure(beside_api(shared))
        .wrap(from_fn(around));
    map_config(site, |()| AppConfig::default())
}

/// Has requests for another protocol answered like all others, and goes on as the answer says.
fn upgrades<S, B>(
    site: S,
) -> impl ServiceFactory<(Request, Framed<TcpStream, h1::Codec>), Config = (), Response = (), Error = Error, InitError = ()>
where
    S: ServiceFactory<Request, Config = (), Response = ServiceResponse<B>, Error = Error, InitError = ()>,
    S::Service: 'static,
    S::Future: 'static,
    B: MessageBody + 'static,
{
    fn_factory(move || {
        let site = site.new_service(());
        async move {
            let site = Rc::new(site.await?);
            Ok(fn_service(move |(request, line): (Request, Framed<TcpStream, h1::Codec>)| {
                let site = Rc::clone(&site);
                async move {
                    let answer = site.call(request).await?;
                    line::go_on(answer.into(), line).await;
                    Ok(())
                }
            }))
        }
    })
}
