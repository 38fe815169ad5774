//! What anybody may know of the server.

use actix_web::web::{Data, Json};
use serde::Serialize;
use utoipa::ToSchema;

use crate::commands::App;
use crate::error::Result;
use crate::store::{Tx, server, users};

/// What anybody may know: its name, and nothing about who is in it.
#[derive(Serialize, ToSchema)]
pub struct Server {
    pub name: String,
    pub version: &'static str,
    pub setup_needed: bool,
    pub sign_up_open: bool,
    /// Whether it is a demo, gone when it is stopped.
    pub demo: bool,
}

pub fn read(tx: &Tx<'_>, demo: bool) -> Result<Server> {
    Ok(Server {
        name: server::name(tx)?.unwrap_or_else(|| "Parlor".to_owned()),
        version: env!("CARGO_PKG_VERSION"),
        setup_needed: !users::anybody(tx)?,
        sign_up_open: server::sign_up_open(tx)?,
        demo,
    })
}

/// What anybody may know of the server.
#[utoipa::path(get, path = "/server", tag = "server", responses((status = 200, body = Server)), security(()))]
pub async fn show(app: Data<App>) -> Result<Json<Server>> {
    let demo = app.config.demo;
    app.store.read(move |tx| read(tx, demo)).await.map(Json)
}
