//! Messages that mention me.

use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::list;
use crate::commands::App;
use crate::domain::{Message, MessageId, User};
use crate::error::Result;
use crate::store::{access, mentions, messages};
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MentionsQuery {
    /// Only messages before this one: the `next_before` of the stretch before.
    before: Option<MessageId>,
    /// 1 to 100, 50 unless told otherwise.
    limit: Option<u32>,
}

/// Messages that mention me by name.
#[derive(Serialize, ToSchema)]
pub struct Mentions {
    items: Vec<Message>,
    /// Who wrote, replied, or is mentioned.
    users: Vec<User>,
    /// `null` at the end.
    next_before: Option<MessageId>,
}

/// The messages that mention me by name, the newest first, as far as I may read them now.
#[utoipa::path(get, path = "/mentions", tag = "messages",
    params(MentionsQuery), responses((status = 200, body = Mentions)))]
pub async fn inbox(app: Data<App>, me: SignedIn, query: Query<MentionsQuery>) -> Result<Json<Mentions>> {
    let limit = list::limit(query.limit)?;
    let before = query.before.unwrap_or(MessageId::from_uuid(uuid::Uuid::max()));
    let found = app.store.read(move |tx| {
        let mut items = mentions::of_user(tx, &access::active_user(tx, me.asker)?, before, limit + 1)?;
        let has_more = items.len() > limit as usize;
        items.truncate(limit as usize);
        let next_before = if has_more { items.last().map(|message| message.id) } else { None };
        Ok(Mentions { users: messages::people_on(tx, &items)?, items, next_before })
    });
    found.await.map(Json)
}
