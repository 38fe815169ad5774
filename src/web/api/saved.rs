//! Messages that I saved.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::list;
use crate::commands::{App, saved as commands};
use crate::domain::later::SavedMessage;
use crate::domain::{MessageId, Timestamp, User};
use crate::error::Result;
use crate::store::{access, messages, saved};
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SavedQuery {
    /// Only what was saved before this: the `next_before` of the stretch before.
    before: Option<Timestamp>,
    /// 1 to 100, 50 unless told otherwise.
    limit: Option<u32>,
}

/// Messages that I saved.
#[derive(Serialize, ToSchema)]
pub struct Saved {
    items: Vec<SavedMessage>,
    /// Who wrote, replied, or is mentioned.
    users: Vec<User>,
    /// `null` at the end.
    next_before: Option<Timestamp>,
}

/// The messages that I saved, the latest first, as far as I may read them now.
#[utoipa::path(get, path = "/saved", tag = "later", params(SavedQuery), responses((status = 200, body = Saved)))]
pub async fn mine(app: Data<App>, me: SignedIn, query: Query<SavedQuery>) -> Result<Json<Saved>> {
    let limit = list::limit(query.limit)?;
    let before = query.before.unwrap_or(Timestamp::from_millis(i64::MAX));
    let found = app.store.read(move |tx| {
        let mut items = saved::page(tx, &access::active_user(tx, me.asker)?, before, limit + 1)?;
        let has_more = items.len() > limit as usize;
        items.truncate(limit as usize);
        let next_before = if has_more { items.last().map(|item| item.saved_at) } else { None };
        let messages: Vec<_> = items.iter().map(|item| item.message.clone()).collect();
        Ok(Saved { users: messages::people_on(tx, &messages)?, items, next_before })
    });
    found.await.map(Json)
}

/// Save a message for later. A second time changes nothing.
#[utoipa::path(put, path = "/messages/{message_id}/saved", tag = "later",
    params(("message_id" = MessageId, Path)), responses((status = 204)))]
pub async fn save(app: Data<App>, me: SignedIn, message_id: Path<MessageId>) -> Result<HttpResponse> {
    commands::save(&app, me.asker, *message_id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Let go of a saved message. A second time changes nothing.
#[utoipa::path(delete, path = "/messages/{message_id}/saved", tag = "later",
    params(("message_id" = MessageId, Path)), responses((status = 204)))]
pub async fn unsave(app: Data<App>, me: SignedIn, message_id: Path<MessageId>) -> Result<HttpResponse> {
    commands::unsave(&app, me.asker, *message_id).await?;
    Ok(HttpResponse::NoContent().finish())
}
