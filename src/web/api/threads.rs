//! Threads.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::list;
use super::messages::PageQuery;
use super::polls::AskPoll;
use crate::commands::messages::{self as commands, Draft};
use crate::commands::{App, reading};
use crate::domain::{ClientId, FileId, MessageId, MessagePage, Sent, Thread, Timestamp, User};
use crate::error::Result;
use crate::store::threads::{self, Follow};
use crate::store::{access, messages};
use crate::web::body::Body;
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

/// A stretch of the replies to a message.
#[utoipa::path(get, path = "/messages/{message_id}/replies", tag = "threads",
    params(("message_id" = MessageId, Path), PageQuery), responses((status = 200, body = MessagePage)))]
pub async fn replies(
    app: Data<App>,
    me: SignedIn,
    message_id: Path<MessageId>,
    query: Query<PageQuery>,
) -> Result<Json<MessagePage>> {
    let (stretch, limit) = query.parse()?;
    let found = app.store.read(move |tx| {
        let reader = access::reader_of_message(tx, me.asker, *message_id)?;
        messages::page_of_thread(tx, &reader, *message_id, stretch, limit)
    });
    found.await.map(Json)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// A UUID made by the client. The same one again is answered with the first result again.
    client_id: ClientId,
    /// 1 to 16,000 characters; none are needed with a file.
    content: String,
    /// Files to show in it, in this order, at most 50.
    #[serde(default)]
    file_ids: Vec<FileId>,
    /// Whether it is also said on the conversation's timeline.
    #[serde(default)]
    also_on_timeline: bool,
    /// A poll, whose question the text is.
    poll: Option<AskPoll>,
    /// A message that it forwards, which the sender may read. Everybody sees of it what they may.
    #[serde(default)]
    forward_of: Option<MessageId>,
}

/// Reply to a message, in its thread.
#[utoipa::path(post, path = "/messages/{message_id}/replies", tag = "threads",
    params(("message_id" = MessageId, Path)), request_body = Reply, responses((status = 201, body = Sent)))]
pub async fn reply(
    app: Data<App>,
    me: SignedIn,
    message_id: Path<MessageId>,
    body: Body<Reply>,
) -> Result<HttpResponse> {
    let Reply { client_id, content, file_ids: files, also_on_timeline, poll, forward_of } = body.0;
    let poll = poll.map(Into::into);
    let root = *message_id;
    let place = app.store.read(move |tx| Ok(access::reader_of_message(tx, me.asker, root)?.place())).await?;
    let draft = Draft { place, client_id, content, files, thread: Some(root), also_on_timeline, poll, forward_of };
    Ok(HttpResponse::Created().json(commands::send(&app, me.asker, draft).await?))
}

/// How I stand to a thread.
#[derive(Serialize, ToSchema)]
pub struct FollowAnswer {
    is_following: bool,
    last_read_ordinal: i64,
    /// Replies after that which are not deleted, at most 100.
    unread_count: i64,
}

impl From<Follow> for FollowAnswer {
    fn from(Follow { is_following, last_read_ordinal, unread_count }: Follow) -> Self {
        Self { is_following, last_read_ordinal, unread_count }
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetFollowing {
    following: bool,
}

/// Follow a thread, or no longer. Who replies follows by itself.
#[utoipa::path(put, path = "/messages/{message_id}/follow", tag = "threads",
    params(("message_id" = MessageId, Path)), request_body = SetFollowing, responses((status = 200, body = FollowAnswer)))]
pub async fn follow(
    app: Data<App>,
    me: SignedIn,
    message_id: Path<MessageId>,
    body: Body<SetFollowing>,
) -> Result<Json<FollowAnswer>> {
    Ok(Json(reading::follow(&app, me.asker, *message_id, body.0.following).await?.into()))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadReplies {
    /// The place in the thread of the last reply that I have read.
    thread_ordinal: i64,
}

/// I have read a thread up to here. Moves forward only.
#[utoipa::path(post, path = "/messages/{message_id}/replies/read", tag = "threads",
    params(("message_id" = MessageId, Path)), request_body = ReadReplies, responses((status = 200, body = FollowAnswer)))]
pub async fn read(
    app: Data<App>,
    me: SignedIn,
    message_id: Path<MessageId>,
    body: Body<ReadReplies>,
) -> Result<Json<FollowAnswer>> {
    Ok(Json(reading::mark_thread_read(&app, me.asker, *message_id, body.0.thread_ordinal).await?.into()))
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct InboxQuery {
    /// Only threads that were last lively before this: the `next_before` of the stretch before.
    before: Option<Timestamp>,
    /// 1 to 100, 50 unless told otherwise.
    limit: Option<u32>,
}

/// Threads that I follow.
#[derive(Serialize, ToSchema)]
pub struct Inbox {
    items: Vec<Thread>,
    /// Who wrote or replied.
    users: Vec<User>,
    /// `null` at the end.
    next_before: Option<Timestamp>,
}

/// The threads that I follow, the liveliest first.
#[utoipa::path(get, path = "/threads", tag = "threads", params(InboxQuery), responses((status = 200, body = Inbox)))]
pub async fn inbox(app: Data<App>, me: SignedIn, query: Query<InboxQuery>) -> Result<Json<Inbox>> {
    let limit = list::limit(query.limit)?;
    let before = query.before.unwrap_or(Timestamp::from_millis(i64::MAX));
    let found = app.store.read(move |tx| {
        let mut items = threads::followed(tx, &access::active_user(tx, me.asker)?, before, limit + 1)?;
        let has_more = items.len() > limit as usize;
        items.truncate(limit as usize);
        let next_before = if has_more { items.last().and_then(|thread| thread.root.last_reply_at) } else { None };
        let roots: Vec<_> = items.iter().map(|thread| thread.root.clone()).collect();
        Ok(Inbox { users: messages::people_on(tx, &roots)?, items, next_before })
    });
    found.await.map(Json)
}
