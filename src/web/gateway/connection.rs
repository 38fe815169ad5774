//! What comes in on one connection: one task, which reads a frame, does what it asks for, and queues the answer.

use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_http::ws::ProtocolError;
use serde_json::json;

use super::Seat;
use super::frame::{self, Action, Refused};
use super::incoming::Incoming;
use super::pieces::{Pieces, Said};
use crate::commands::App;
use crate::commands::{messages, posts, reading};
use crate::error::Result;
use crate::hub::{Connection, Frame, Goodbye, encode_text, pong};
use crate::store::access::{self, Asker};
use crate::store::status;
use crate::web::api::messages::ReadPosition;

/// Reads until the connection ends, one way or the other.
pub(super) async fn read(seat: Seat, asker: Asker, mut incoming: Incoming<'_>) {
    let Seat { app, connection, .. } = &seat;
    let limits = &app.config.limits;
    let mut pieces = Pieces::new(limits.frame_bytes, limits.message_bytes);
    let mut pace = Pace::new(limits.frames_per_second, limits.frames_burst);
    while connection.outbox.ended().is_none() {
        // A line that is stuck in both directions ends here too, whether or not its client ever hears why.
        let received = tokio::select! {
            received = incoming.next() => received,
            () = connection.outbox.has_ended() => break,
        };
        let goodbye = match received {
            None => Some(Goodbye::Gone),
            Some(Err(error)) => Some(broken(&error)),
            Some(Ok(frame)) => {
                connection.heard();
                match pieces.take(frame, Instant::now()) {
                    _ if !pace.take() => Some(Goodbye::TooManyFrames),
                    Err(why) => Some(why),
                    Ok(said) => {
                        // On the heap for as long as it takes: a line that is silent, as most are, has no need of it.
                        Box::pin(take(app, asker, connection, said)).await;
                        None
                    }
                }
            }
        };
        if let Some(why) = goodbye {
            connection.outbox.end(why);
        }
    }
}

/// What a frame that breaks the protocol means for the connection.
fn broken(error: &ProtocolError) -> Goodbye {
    match error {
        ProtocolError::Overflow => Goodbye::TooLarge,
        _ => Goodbye::BrokenFrame,
    }
}

/// Does what one message asks for.
async fn take(app: &App, asker: Asker, connection: &Arc<Connection>, said: Said) {
    match said {
        Said::Text(text) => {
            let parsed = frame::parse(&text);
            let is_ping = matches!(parsed, Ok((_, Action::Ping)));
            let answer = match parsed {
                Ok((id, action)) => {
                    act(app, asker, connection, id, action).await.unwrap_or_else(|why| frame::error(Some(id), &why))
                }
                Err(Refused { id, why }) => frame::error(id, &why),
            };
            let answer = Frame::reply(encode_text(&answer));
            match is_ping {
                // Who asks hears all that was committed before, and then that it was all.
                true => app.hub.tell_in_order(connection, answer),
                false => connection.outbox.push(answer),
            }
        }
        Said::Ping(payload) => connection.outbox.push(Frame::reply(pong(&payload))),
        Said::Nothing => {}
    }
}

/// Takes the action apart, calls one command, wraps the answer. It decides nothing.
async fn act(app: &App, asker: Asker, connection: &Arc<Connection>, id: i64, action: Action) -> Result<String> {
    Ok(match action {
        Action::Ping => frame::pong(id),
        Action::SendPost(draft) => {
            connection.set_activity(true);
            frame::ack(id, &posts::create(app, asker, draft).await?)
        }
        Action::SendMessage(draft) => {
            connection.set_activity(true);
            frame::ack(id, &messages::send(app, asker, draft).await?)
        }
        Action::MarkRead { place, message_id } => {
            frame::ack(id, &ReadPosition::from(reading::mark_read(app, asker, place, message_id).await?))
        }
        Action::Typing { place } => {
            connection.set_activity(true);
            messages::typing(app, connection, asker, place).await?;
            frame::ack(id, &json!({}))
        }
        Action::SetActivity { active } => {
            connection.set_activity(active);
            frame::ack(id, &json!({}))
        }
        Action::WatchPresence { user_ids } => {
            // Watching begins before the store is read, so that no change slips between.
            app.hub.watch(connection, &user_ids);
            let known = app.store.read(move |tx| {
                let me = access::active_user(tx, asker)?;
                let known = user_ids.into_iter().filter_map(|user| access::acquaintance(tx, &me, user).ok());
                known.map(|known| status::of(tx, &known)).collect::<Result<Vec<_>>>()
            });
            let known = known.await?;
            app.hub.keep_watching(connection, &known);
            frame::ack(id, &json!({ "statuses": app.hub.settle(known) }))
        }
    })
}

/// How fast frames may come: a bucket that refills.
struct Pace {
    per_second: f64,
    burst: f64,
    left: f64,
    at: Instant,
}

impl Pace {
    fn new(per_second: u32, burst: u32) -> Self {
        Self { per_second: f64::from(per_second), burst: f64::from(burst), left: f64::from(burst), at: Instant::now() }
    }

    fn take(&mut self) -> bool {
        let now = Instant::now();
        let passed: Duration = now.duration_since(self.at);
        self.at = now;
        self.left = (self.left + passed.as_secs_f64() * self.per_second).min(self.burst);
        self.left -= 1.0;
        self.left >= 0.0
    }
}
