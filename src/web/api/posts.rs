//! Posts of forum groups, their tags, and the groups that messages name.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::list::{self, Listed};
use crate::commands::App;
use crate::commands::posts::{self as commands, WantedChange};
use crate::domain::{Group, GroupId, Message, MessageId, Place, PostOrder, TagColour, TagId, User};
use crate::error::Result;
use crate::store::group_mentions::{self, GroupMention};
use crate::store::posts::{self, PostQuery};
use crate::store::{access, messages};
use crate::web::body::Body;
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PostsQuery {
    /// By what they are sorted, the latest first; `activity` unless told otherwise.
    #[param(inline)]
    sort: Option<PostOrder>,
    /// Only posts that bear this tag.
    tag: Option<TagId>,
    /// Only solved posts, or only the others.
    solved: Option<bool>,
    /// The `next_before` of the stretch before, sorted and chosen in the same way.
    before: Option<u64>,
    /// 1 to 100, 50 unless told otherwise.
    limit: Option<u32>,
}

/// Posts of a forum.
#[derive(Serialize, ToSchema)]
pub struct Posts {
    /// Those that stand on top of the list; given where it begins, and not among `items`.
    pinned: Vec<Message>,
    items: Vec<Message>,
    /// Who wrote or replied.
    users: Vec<User>,
    /// `null` at the end.
    next_before: Option<i64>,
}

/// The posts of a forum group, the latest first.
#[utoipa::path(get, path = "/groups/{group_id}/posts", tag = "posts",
    params(("group_id" = GroupId, Path), PostsQuery), responses((status = 200, body = Posts)))]
pub async fn in_forum(
    app: Data<App>,
    me: SignedIn,
    group_id: Path<GroupId>,
    query: Query<PostsQuery>,
) -> Result<Json<Posts>> {
    let wanted = PostQuery {
        order: query.sort.unwrap_or(PostOrder::Activity),
        tag: query.tag,
        solved: query.solved,
        before: query.before.map(|seq| i64::try_from(seq).unwrap_or(i64::MAX)),
        limit: list::limit(query.limit)?,
    };
    let found = app.store.read(move |tx| {
        let reader = access::reader(tx, me.asker, Place::Group(*group_id))?;
        let page = posts::page(tx, &reader, wanted)?;
        let mut users = messages::people_on(tx, &page.pinned)?;
        users.extend(messages::people_on(tx, &page.posts)?);
        users.sort_unstable_by_key(|user| user.id);
        users.dedup_by_key(|user| user.id);
        Ok(Posts { pinned: page.pinned, items: page.posts, users, next_before: page.next_before })
    });
    found.await.map(Json)
}

/// What is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePost {
    /// The version of the post that the change is based on; an older one is refused with the message as it stands.
    version: i64,
    /// 1 to 120 characters.
    #[serde(default)]
    title: Option<String>,
    /// Up to 5 tags of the forum, in place of those it has.
    #[serde(default)]
    tag_ids: Option<Vec<TagId>>,
}

/// Give a post another title or other tags: mine, or as a moderator anybody's.
#[utoipa::path(patch, path = "/posts/{message_id}", tag = "posts",
    params(("message_id" = MessageId, Path)), request_body = ChangePost, responses((status = 200, body = Message)))]
pub async fn change(
    app: Data<App>,
    me: SignedIn,
    message_id: Path<MessageId>,
    body: Body<ChangePost>,
) -> Result<Json<Message>> {
    let ChangePost { version, title, tag_ids } = body.0;
    commands::change(&app, me.asker, *message_id, WantedChange { version, title, tag_ids }).await.map(Json)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SolvePost {
    /// The reply that solves it.
    #[serde(default)]
    reply_id: Option<MessageId>,
}

/// Mark a post as solved, perhaps by one of its replies: mine, or as a moderator anybody's.
#[utoipa::path(put, path = "/posts/{message_id}/solved", tag = "posts",
    params(("message_id" = MessageId, Path)), request_body = SolvePost, responses((status = 200, body = Message)))]
pub async fn solve(
    app: Data<App>,
    me: SignedIn,
    message_id: Path<MessageId>,
    body: Body<SolvePost>,
) -> Result<Json<Message>> {
    commands::set_solved(&app, me.asker, *message_id, true, body.0.reply_id).await.map(Json)
}

/// Take the mark back.
#[utoipa::path(delete, path = "/posts/{message_id}/solved", tag = "posts",
    params(("message_id" = MessageId, Path)), responses((status = 200, body = Message)))]
pub async fn unsolve(app: Data<App>, me: SignedIn, message_id: Path<MessageId>) -> Result<Json<Message>> {
    commands::set_solved(&app, me.asker, *message_id, false, None).await.map(Json)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MovePost {
    /// A forum group of the same workspace that I moderate, too.
    group_id: GroupId,
}

/// Move a post with its thread to another forum. It keeps those tags that are there, too, by name.
#[utoipa::path(post, path = "/posts/{message_id}/move", tag = "posts",
    params(("message_id" = MessageId, Path)), request_body = MovePost, responses((status = 200, body = Message)))]
pub async fn move_to(
    app: Data<App>,
    me: SignedIn,
    message_id: Path<MessageId>,
    body: Body<MovePost>,
) -> Result<Json<Message>> {
    commands::move_to(&app, me.asker, *message_id, body.0.group_id).await.map(Json)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTag {
    /// 1 to 30 characters.
    name: String,
    colour: TagColour,
}

/// Add a tag to a forum; at most 20. For moderators.
#[utoipa::path(post, path = "/groups/{group_id}/tags", tag = "posts",
    params(("group_id" = GroupId, Path)), request_body = NewTag, responses((status = 201, body = Group)))]
pub async fn add_tag(
    app: Data<App>,
    me: SignedIn,
    group_id: Path<GroupId>,
    body: Body<NewTag>,
) -> Result<HttpResponse> {
    let group = commands::add_tag(&app, me.asker, *group_id, &body.0.name, body.0.colour).await?;
    Ok(HttpResponse::Created().json(group))
}

/// What is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeTag {
    /// 1 to 30 characters.
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    colour: Option<TagColour>,
}

/// Give a tag another name or colour. For moderators.
#[utoipa::path(patch, path = "/groups/{group_id}/tags/{tag_id}", tag = "posts",
    params(("group_id" = GroupId, Path), ("tag_id" = TagId, Path)), request_body = ChangeTag, responses((status = 200, body = Group)))]
pub async fn change_tag(
    app: Data<App>,
    me: SignedIn,
    path: Path<(GroupId, TagId)>,
    body: Body<ChangeTag>,
) -> Result<Json<Group>> {
    let ChangeTag { name, colour } = body.0;
    commands::change_tag(&app, me.asker, path.0, path.1, name.as_deref(), colour).await.map(Json)
}

/// Take a tag away, and off all posts. For moderators.
#[utoipa::path(delete, path = "/groups/{group_id}/tags/{tag_id}", tag = "posts",
    params(("group_id" = GroupId, Path), ("tag_id" = TagId, Path)), responses((status = 200, body = Group)))]
pub async fn remove_tag(app: Data<App>, me: SignedIn, path: Path<(GroupId, TagId)>) -> Result<Json<Group>> {
    commands::remove_tag(&app, me.asker, path.0, path.1).await.map(Json)
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GroupMentionsQuery {
    /// Up to 100 ids of messages, joined by commas.
    #[serde(default)]
    message_ids: String,
}

/// The groups that these messages name (`#kiln`), as far as I may read those and see these. What is named otherwise is
/// plain text to me.
#[utoipa::path(get, path = "/group_mentions", tag = "messages",
    params(GroupMentionsQuery), responses((status = 200, body = Listed<GroupMention>)))]
pub async fn mentioned_groups(
    app: Data<App>,
    me: SignedIn,
    query: Query<GroupMentionsQuery>,
) -> Result<Json<Listed<GroupMention>>> {
    let ids = list::ids("message_ids", &query.message_ids)?;
    let found = app.store.read(move |tx| group_mentions::of_messages(tx, me.asker, &ids));
    found.await.map(|found| Json(Listed::whole(found)))
}
