//! Messages.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::list;
use super::polls::AskPoll;
use crate::commands::messages::{self as commands, Draft};
use crate::commands::posts::{self, NOT_INTO_A_POST, PostDraft};
use crate::commands::{App, reading};
use crate::domain::{
    ClientId, DirectId, FileId, GroupId, Message, MessageId, MessagePage, MessagesFound, Place, Sent, TagId,
};
use crate::error::{Error, Result};
use crate::store::access;
use crate::store::messages::{self, Stretch};
use crate::store::reading::Position;
use crate::web::body::Body;
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

/// Which messages: at most one of `before`, `after` and `around`; the newest without any.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// Those before this message.
    before: Option<MessageId>,
    /// Those after this message.
    after: Option<MessageId>,
    /// This message, and as many on both sides.
    around: Option<MessageId>,
    /// 1 to 100, 50 unless told otherwise.
    limit: Option<u32>,
}

impl PageQuery {
    pub fn parse(&self) -> Result<(Stretch, u32)> {
        let stretch = match (self.before, self.after, self.around) {
            (None, None, None) => Stretch::Newest,
            (Some(id), None, None) => Stretch::Before(id),
            (None, Some(id), None) => Stretch::After(id),
            (None, None, Some(id)) => Stretch::Around(id),
            _ => return Err(Error::invalid("before", "cannot go with 'after' or 'around', nor these with each other")),
        };
        Ok((stretch, list::limit(self.limit)?))
    }
}

async fn page(app: &App, me: SignedIn, place: Place, query: &PageQuery) -> Result<Json<MessagePage>> {
    let (stretch, limit) = query.parse()?;
    let found = app.store.read(move |tx| messages::page(tx, &access::reader(tx, me.asker, place)?, stretch, limit));
    found.await.map(Json)
}

/// A stretch of a group's history.
#[utoipa::path(get, path = "/groups/{group_id}/messages", tag = "messages",
    params(("group_id" = GroupId, Path), PageQuery), responses((status = 200, body = MessagePage)))]
pub async fn in_group(
    app: Data<App>,
    me: SignedIn,
    group_id: Path<GroupId>,
    query: Query<PageQuery>,
) -> Result<Json<MessagePage>> {
    page(&app, me, Place::Group(*group_id), &query).await
}

/// A stretch of a direct conversation's history.
#[utoipa::path(get, path = "/directs/{direct_id}/messages", tag = "messages",
    params(("direct_id" = DirectId, Path), PageQuery), responses((status = 200, body = MessagePage)))]
pub async fn in_direct(
    app: Data<App>,
    me: SignedIn,
    direct_id: Path<DirectId>,
    query: Query<PageQuery>,
) -> Result<Json<MessagePage>> {
    page(&app, me, Place::Direct(*direct_id), &query).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SendMessage {
    /// A UUID made by the client. The same one again is answered with the first result again.
    client_id: ClientId,
    /// 1 to 16,000 characters; none are needed with a file, and at most 300 for a poll's question.
    content: String,
    /// Files to show in it, in this order, at most 50.
    #[serde(default)]
    file_ids: Vec<FileId>,
    /// A poll, whose question the text is.
    poll: Option<AskPoll>,
    /// A message that it forwards, which the sender may read. Everybody sees of it what they may.
    #[serde(default)]
    forward_of: Option<MessageId>,
}

/// In a forum group, `title` must be given; in others, it must be left out.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SendToGroup {
    /// A UUID made by the client. The same one again is answered with the first result again.
    client_id: ClientId,
    /// 1 to 16,000 characters; none are needed with a file in another group, and at most 300 for a poll's question.
    content: String,
    /// Files to show in it, in this order, at most 50.
    #[serde(default)]
    file_ids: Vec<FileId>,
    /// A poll, whose question the text is; not in a post.
    poll: Option<AskPoll>,
    /// A message that it forwards, which the sender may read; not in a post. Everybody sees of it what they may.
    #[serde(default)]
    forward_of: Option<MessageId>,
    /// What a post is about: 1 to 120 characters.
    #[serde(default)]
    title: Option<String>,
    /// Up to 5 tags of the forum.
    #[serde(default)]
    tag_ids: Vec<TagId>,
}

async fn send(app: &App, me: SignedIn, place: Place, body: SendMessage) -> Result<HttpResponse> {
    let SendMessage { client_id, content, file_ids: files, poll, forward_of } = body;
    let poll = poll.map(Into::into);
    let draft = Draft { place, client_id, content, files, thread: None, also_on_timeline: true, poll, forward_of };
    Ok(HttpResponse::Created().json(commands::send(app, me.asker, draft).await?))
}

/// Say something in a group, or write a post into a forum group.
#[utoipa::path(post, path = "/groups/{group_id}/messages", tag = "messages",
    params(("group_id" = GroupId, Path)), request_body = SendToGroup, responses((status = 201, body = Sent)))]
pub async fn send_to_group(
    app: Data<App>,
    me: SignedIn,
    group_id: Path<GroupId>,
    body: Body<SendToGroup>,
) -> Result<HttpResponse> {
    let SendToGroup { client_id, content, file_ids, poll, forward_of, title, tag_ids } = body.0;
    match PostDraft::of(*group_id, client_id, content, file_ids, title, tag_ids)? {
        Ok(_) if poll.is_some() => Err(Error::invalid("poll", "must be left out: a post has none; ask in a reply")),
        Ok(_) if forward_of.is_some() => Err(Error::invalid("forward_of", NOT_INTO_A_POST)),
        Ok(post) => Ok(HttpResponse::Created().json(posts::create(&app, me.asker, post).await?)),
        Err((content, file_ids)) => {
            let body = SendMessage { client_id, content, file_ids, poll, forward_of };
            send(&app, me, Place::Group(*group_id), body).await
        }
    }
}

/// Say something in a direct conversation.
#[utoipa::path(post, path = "/directs/{direct_id}/messages", tag = "messages",
    params(("direct_id" = DirectId, Path)), request_body = SendMessage, responses((status = 201, body = Sent)))]
pub async fn send_to_direct(
    app: Data<App>,
    me: SignedIn,
    direct_id: Path<DirectId>,
    body: Body<SendMessage>,
) -> Result<HttpResponse> {
    send(&app, me, Place::Direct(*direct_id), body.0).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkRead {
    message_id: MessageId,
}

#[derive(Serialize, ToSchema)]
pub struct ReadPosition {
    pub last_read_ordinal: i64,
    /// How many of the messages after that do not count as unread: deleted ones, and the server's own lines.
    pub silent_unread: i64,
    /// The ordinals of those that mention me or call everybody, the newest first, at most 100.
    pub unread_mentions: Vec<i64>,
}

impl From<Position> for ReadPosition {
    fn from(Position { last_read_ordinal, silent_unread, unread_mentions }: Position) -> Self {
        Self { last_read_ordinal, silent_unread, unread_mentions }
    }
}

async fn mark_read(app: &App, me: SignedIn, place: Place, body: MarkRead) -> Result<Json<ReadPosition>> {
    Ok(Json(reading::mark_read(app, me.asker, place, body.message_id).await?.into()))
}

/// I have read a group up to here. Moves forward only.
#[utoipa::path(post, path = "/groups/{group_id}/read", tag = "messages",
    params(("group_id" = GroupId, Path)), request_body = MarkRead, responses((status = 200, body = ReadPosition)))]
pub async fn read_group(
    app: Data<App>,
    me: SignedIn,
    group_id: Path<GroupId>,
    body: Body<MarkRead>,
) -> Result<Json<ReadPosition>> {
    mark_read(&app, me, Place::Group(*group_id), body.0).await
}

/// I have read a direct conversation up to here. Moves forward only.
#[utoipa::path(post, path = "/directs/{direct_id}/read", tag = "messages",
    params(("direct_id" = DirectId, Path)), request_body = MarkRead, responses((status = 200, body = ReadPosition)))]
pub async fn read_direct(
    app: Data<App>,
    me: SignedIn,
    direct_id: Path<DirectId>,
    body: Body<MarkRead>,
) -> Result<Json<ReadPosition>> {
    mark_read(&app, me, Place::Direct(*direct_id), body.0).await
}

/// Unread from here: moves my read position back to before this message.
#[utoipa::path(post, path = "/groups/{group_id}/unread", tag = "messages",
    params(("group_id" = GroupId, Path)), request_body = MarkRead, responses((status = 200, body = ReadPosition)))]
pub async fn unread_group(
    app: Data<App>,
    me: SignedIn,
    group_id: Path<GroupId>,
    body: Body<MarkRead>,
) -> Result<Json<ReadPosition>> {
    Ok(Json(reading::mark_unread(&app, me.asker, Place::Group(*group_id), body.0.message_id).await?.into()))
}

/// Unread from here: moves my read position back to before this message.
#[utoipa::path(post, path = "/directs/{direct_id}/unread", tag = "messages",
    params(("direct_id" = DirectId, Path)), request_body = MarkRead, responses((status = 200, body = ReadPosition)))]
pub async fn unread_direct(
    app: Data<App>,
    me: SignedIn,
    direct_id: Path<DirectId>,
    body: Body<MarkRead>,
) -> Result<Json<ReadPosition>> {
    Ok(Json(reading::mark_unread(&app, me.asker, Place::Direct(*direct_id), body.0.message_id).await?.into()))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct MessagesQuery {
    /// Up to 100 ids of messages, joined by commas.
    #[serde(default)]
    ids: String,
}

/// Messages, wherever they were said; those that I may not read, and those that never were, are left out.
#[utoipa::path(get, path = "/messages", tag = "messages",
    params(MessagesQuery), responses((status = 200, body = MessagesFound)))]
pub async fn several(app: Data<App>, me: SignedIn, query: Query<MessagesQuery>) -> Result<Json<MessagesFound>> {
    let ids = list::ids("ids", &query.ids)?;
    app.store.read(move |tx| messages::found(tx, me.asker, &ids)).await.map(Json)
}

/// One message, wherever it was said, if I may read there.
#[utoipa::path(get, path = "/messages/{message_id}", tag = "messages",
    params(("message_id" = MessageId, Path)), responses((status = 200, body = Message)))]
pub async fn show(app: Data<App>, me: SignedIn, message_id: Path<MessageId>) -> Result<Json<Message>> {
    let found = app.store.read(move |tx| {
        let reader = access::reader_of_message(tx, me.asker, *message_id)?;
        messages::shown(tx, &reader, *message_id)
    });
    found.await.map(Json)
}
