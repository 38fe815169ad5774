//! The websocket: `GET /api/v1/ws`.
//!
//! The handler lets somebody in like any other handler answers; then the line leaves HTTP (`line.rs`). What goes out is
//! not sent message by message: the connection's outbox joins all that is queued into one write.

mod connection;
mod extensions;
pub mod frame;
mod incoming;
mod inflate;
pub mod line;
mod pieces;

use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::SEC_WEBSOCKET_EXTENSIONS;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use tokio::sync::Semaphore;
use utoipa::IntoParams;

use self::line::LetIn;
use super::query::Query;
use super::{peer, signed_in};
use crate::commands::App;
use crate::config::Config;
use crate::domain::Timestamp;
use crate::domain::event::Positions;
use crate::error::{Error, Result};
use crate::hub::{Connection, Device, Frame, HEARTBEAT, NotTaken, Rights, SocketThread, encode_event, encode_text};
use crate::store::access::{self, Asker};
use crate::store::events::{self, Missed};
use crate::store::{Tx, groups, status, workspaces};

/// Handshakes that are looked into at once, for each connection to the database that reads.
const HANDSHAKES_PER_READER: usize = 4;

/// Where those wait who open a websocket. Each handshake reads several times; when everybody comes back in the same
/// moment they take turns here, rather than fill the line for the readers: so nobody is sent away as one too many, and
/// whoever is there already is answered in between. Who waits here holds a connection, of which there is a bound.
pub struct Door(Semaphore);

impl Door {
    pub fn of(config: &Config) -> Self {
        Self(Semaphore::new(config.store.readers as usize * HANDSHAKES_PER_READER))
    }
}

/// Most bytes of missed events that one connection is told; beyond that it starts afresh.
const MOST_MISSED_BYTES: usize = 4 << 20;

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Resume {
    /// The last event that the client has applied.
    last_seq: Option<i64>,
}

/// Open the websocket. See docs/protocol/websocket.md for what travels on it.
#[utoipa::path(get, path = "/ws", tag = "realtime",
    params(Resume), responses((status = 101, description = "The connection is a websocket now.")))]
pub async fn open(
    app: Data<App>,
    door: Data<Door>,
    request: HttpRequest,
    resume: Query<Resume>,
) -> Result<HttpResponse> {
    let turn = door.0.acquire().await.map_err(|_| Error::Busy)?;
    let asker = signed_in::who(&request).await?;
    if resume.last_seq.is_some_and(|seq| seq < 0) {
        return Err(Error::invalid("last_seq", "must not be negative"));
    }
    let admission =
        app.hub.admit(peer::address(&request, &app.config)).ok_or(Error::RateLimited { retry_after_secs: 30 })?;
    let mut response = actix_http::ws::handshake(request.head()).map_err(|cause| {
        Error::Malformed(format!("This is not a websocket handshake ({cause}); does a proxy drop 'Upgrade'?"))
    })?;
    let offered = request.headers().get_all(SEC_WEBSOCKET_EXTENSIONS).filter_map(|line| line.to_str().ok());
    let accepted = extensions::accepted(offered);
    if let Some(accepted) = accepted {
        response.insert_header((SEC_WEBSOCKET_EXTENSIONS, accepted));
    }
    let from = peer::from(&request, &app.config);
    let device = Device {
        session_id: asker.session,
        user_agent: from.user_agent,
        address: from.address.to_string(),
        since: Timestamp::now(),
    };
    let seat = take_in(app, asker, device, accepted.is_some()).await?;
    release(&seat.app, asker, &seat.connection, resume.last_seq).await?;
    drop(turn);
    let mut answer = HttpResponse::from(response.finish().map_into_boxed_body());
    answer.extensions_mut().insert(LetIn { seat, asker, admission });
    Ok(answer)
}

/// A connection's place in the hub, given back when dropped: also when the client goes away while it is being taken in,
/// and when its task panics.
pub struct Seat {
    app: Data<App>,
    connection: Arc<Connection>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.app.hub.remove(&self.connection);
    }
}

/// Takes the connection into the hub: from then on, whatever it may hear is queued for it.
async fn take_in(app: Data<App>, asker: Asker, device: Device, has_deflate: bool) -> Result<Seat> {
    let connection = app.hub.connection(asker.user, device, Some(SocketThread::here()), has_deflate);
    loop {
        let rights = app.store.read(move |tx| rights(tx, asker)).await?;
        match app.hub.insert(&connection, rights) {
            Ok(()) => return Ok(Seat { app, connection }),
            Err(NotTaken::SignedOut) => return Err(Error::Unauthenticated),
            // So much has happened since that the hub no longer remembers it all: read again.
            Err(NotTaken::Stale) => {}
        }
    }
}

fn rights(tx: &Tx<'_>, asker: Asker) -> Result<Rights> {
    let who = access::active_user(tx, asker)?;
    Ok(Rights {
        as_of: events::last_seq(tx)?,
        groups: groups::ids_of(tx, asker.user)?,
        workspaces: workspaces::roles_of(tx, asker.user)?,
        chosen: status::mine(tx, &who)?,
    })
}

/// Reads what the client missed, after the hub has begun to queue, and lets both go out: first the log, then what the
/// log did not have yet. So there is no gap between the two and no repeat.
async fn release(app: &App, asker: Asker, connection: &Connection, last_seq: Option<i64>) -> Result<()> {
    let window = i64::from(app.config.events.replay_window);
    let missed = app
        .store
        .read(move |tx| {
            let who = access::active_user(tx, asker)?;
            match last_seq {
                Some(after) => events::missed(tx, &who, after, window),
                None => {
                    let (events, positions) = (Vec::new(), Positions::default());
                    Ok(Missed::Events { events, positions, upto: events::last_seq(tx)? })
                }
            }
        })
        .await?;
    let heartbeat_secs = Duration::as_secs(&HEARTBEAT);
    let (mut frames, upto) = match missed {
        Missed::Events { events, positions, upto } => {
            let mut frames: Vec<Frame> = events
                .iter()
                .filter_map(|e| Some(Frame { seq: e.seq, bytes: encode_event(e)?, is_fleeting: false }))
                .collect();
            if positions != Positions::default() {
                frames.push(Frame::reply(encode_text(&frame::positions(&positions))));
            }
            (Some(frames), upto)
        }
        Missed::TooMuch { upto } => (None, upto),
    };
    if frames.as_ref().is_some_and(|frames| frames.iter().map(|f| f.bytes.len()).sum::<usize>() > MOST_MISSED_BYTES) {
        frames = None;
    }
    let frames = match frames {
        Some(mut frames) => {
            let ready = frame::ready(upto, last_seq.is_some(), heartbeat_secs);
            frames.push(Frame::reply(encode_text(&ready)));
            frames
        }
        None => vec![Frame::reply(encode_text(&frame::start_afresh(upto, heartbeat_secs)))],
    };
    connection.outbox.release(frames, upto);
    Ok(())
}
